// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// The tokens of a file that is read again when it has changed, so that a token can be given or withdrawn without a
/// restart. Looks at the file at most once a second, and at once for a token that it does not know, which may have been
/// made just now. A file that became unreadable leaves the tokens as they were.
public final class LiveBearerTokens: Sendable {
    private let file: LiveFile<BearerTokens>

    /// - Throws: `BearerTokens.FileError` when the file is there and cannot be used.
    public init(file: URL) throws { self.file = try LiveFile(file) { try BearerTokens(file: $0) } }

    /// Tokens that never change.
    public init(_ tokens: BearerTokens) { file = LiveFile(tokens) }

    /// Whose token this is. Throws 401 for one that is unknown or past its last day.
    public func grant(for token: String) throws -> BearerTokens.Grant {
        if let grant = try? file.value().grant(for: token) { return grant }
        return try file.value(now: true).grant(for: token)
    }

    /// Whether the file changed into one that cannot be read.
    public var isBroken: Bool { file.isBroken }

    /// Nobody may enter now.
    public var isEmpty: Bool { file.value().isEmpty }
}
