// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Synchronization

/// What stands in a settings file that may change while the service runs. Looks at the file at most once a second; one that
/// became unreadable leaves what was read before.
public final class LiveFile<Value: Sendable>: Sendable {
    private struct State {
        var value: Value
        var stamp: String
        var looked: ContinuousClock.Instant
    }

    private let file: URL?
    private let read: @Sendable (URL) throws -> Value
    private let state: Mutex<State>

    /// - Throws: what `read` throws for the file as it is at the start.
    public init(_ file: URL, read: @escaping @Sendable (URL) throws -> Value) throws {
        (self.file, self.read) = (file, read)
        state = Mutex(State(value: try read(file), stamp: Self.stamp(file), looked: .now))
    }

    /// One that never changes.
    public init(_ value: Value) {
        file = nil
        read = { _ in value }
        state = Mutex(State(value: value, stamp: "", looked: .now))
    }

    /// - Parameter now: also when it was looked at a moment ago.
    public func value(now: Bool = false) -> Value {
        state.withLock { state in
            guard let file, now || state.looked.duration(to: .now) > .seconds(1) else { return state.value }
            state.looked = .now
            let stamp = Self.stamp(file)
            if stamp != state.stamp, let value = try? read(file) { (state.value, state.stamp) = (value, stamp) }
            return state.value
        }
    }

    /// Moment, size and place of the file: a new file may be written in the same tick of the clock as the one before.
    private static func stamp(_ file: URL) -> String {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file.path) else { return "" }
        let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(changed) \(attributes[.size] ?? 0) \(attributes[.systemFileNumber] ?? 0)"
    }
}
