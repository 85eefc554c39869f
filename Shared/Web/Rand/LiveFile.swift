// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Logging
import Synchronization

/// What stands in a settings file that may change while the service runs. Looks at the file at most once a second; one that
/// became unreadable leaves what was read before, and that is told: what was withdrawn in it still holds.
public final class LiveFile<Value: Sendable>: Sendable {
    private struct State {
        var value: Value
        var stamp: String
        var looked: ContinuousClock.Instant
        /// The stamp of the file that could not be read; nil when what is held is what stands there.
        var broken: String?
    }

    private let file: URL?
    private let read: @Sendable (URL) throws -> Value
    private let state: Mutex<State>
    private let logger = Logger(label: "instellingenbestand")

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
            // Once for each version of the file: a reader comes by every second.
            guard stamp != state.stamp, stamp != state.broken else {
                if stamp == state.stamp { state.broken = nil }
                return state.value
            }
            do {
                (state.value, state.stamp, state.broken) = (try read(file), stamp, nil)
                logger.notice("settings file read again", metadata: ["file": .string(file.lastPathComponent)])
            } catch {
                state.broken = stamp
                // Which field is wrong is said; what stands in it never is, for it may be a secret.
                let what = (error as? AccessFile.FileError)?.description ?? String(describing: type(of: error))
                logger.error(
                    "settings file cannot be read; what was read before still holds",
                    metadata: ["file": .string(file.lastPathComponent), "error": .string(what)])
            }
            return state.value
        }
    }

    /// Whether the file changed into one that cannot be read.
    public var isBroken: Bool {
        _ = value()
        return state.withLock { $0.broken != nil }
    }

    /// Moment, size and place of the file: a new file may be written in the same tick of the clock as the one before.
    private static func stamp(_ file: URL) -> String {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file.path) else { return "" }
        let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(changed) \(attributes[.size] ?? 0) \(attributes[.systemFileNumber] ?? 0)"
    }
}
