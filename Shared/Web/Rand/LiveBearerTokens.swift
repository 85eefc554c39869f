// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Synchronization

/// The tokens of a file that is read again when it has changed, so that a token can be given or withdrawn without a
/// restart. Looks at the file at most once a second, and at once for a token that it does not know, which may have been
/// made just now. A file that became unreadable leaves the tokens as they were.
public final class LiveBearerTokens: Sendable {
    private struct State {
        var tokens: BearerTokens
        var stamp: String
        var looked: ContinuousClock.Instant
    }

    private let file: URL?
    private let state: Mutex<State>

    /// - Throws: `BearerTokens.FileError` when the file is there and cannot be used.
    public init(file: URL) throws {
        self.file = file
        state = Mutex(State(tokens: try BearerTokens(file: file), stamp: Self.stamp(file), looked: .now))
    }

    /// Tokens that never change.
    public init(_ tokens: BearerTokens) {
        file = nil
        state = Mutex(State(tokens: tokens, stamp: "", looked: .now))
    }

    /// Whose token this is. Throws 401 for one that is unknown or past its last day.
    public func grant(for token: String) throws -> BearerTokens.Grant {
        if let grant = try? look(now: false).grant(for: token) { return grant }
        return try look(now: true).grant(for: token)
    }

    /// Nobody may enter now.
    public var isEmpty: Bool { look(now: false).isEmpty }

    private func look(now: Bool) -> BearerTokens {
        state.withLock { state in
            guard let file, now || state.looked.duration(to: .now) > .seconds(1) else { return state.tokens }
            state.looked = .now
            let stamp = Self.stamp(file)
            if stamp != state.stamp, let tokens = try? BearerTokens(file: file) { (state.tokens, state.stamp) = (tokens, stamp) }
            return state.tokens
        }
    }

    /// Moment, size and place of the file: a new file may be written in the same tick of the clock as the one before.
    private static func stamp(_ file: URL) -> String {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file.path) else { return "" }
        let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(changed) \(attributes[.size] ?? 0) \(attributes[.systemFileNumber] ?? 0)"
    }
}
