// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Synchronization

/// The tokens of a file that is read again when it has changed, so that a token can be given or withdrawn without a
/// restart. Looks at the file at most once a second. A file that became unreadable leaves the tokens as they were.
public final class LiveBearerTokens: Sendable {
    private struct State {
        var tokens: BearerTokens
        var changed: Date?
        var looked: Date
    }

    private let file: URL
    private let state: Mutex<State>

    /// - Throws: `BearerTokens.FileError` when the file is there and cannot be used.
    public init(file: URL) throws {
        self.file = file
        state = Mutex(State(tokens: try BearerTokens(file: file), changed: Self.changed(file), looked: Date()))
    }

    public var present: BearerTokens {
        state.withLock { state in
            let now = Date()
            if abs(now.timeIntervalSince(state.looked)) >= 1 {
                state.looked = now
                let changed = Self.changed(file)
                if changed != state.changed, let tokens = try? BearerTokens(file: file) {
                    (state.tokens, state.changed) = (tokens, changed)
                }
            }
            return state.tokens
        }
    }

    /// Whose token this is. Throws 401 for one that is unknown or past its last day.
    public func grant(for token: String) throws -> BearerTokens.Grant { try present.grant(for: token) }

    private static func changed(_ file: URL) -> Date? {
        (try? FileManager.default.attributesOfItem(atPath: file.path))?[.modificationDate] as? Date
    }
}
