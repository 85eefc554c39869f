// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Synchronization

/// The clock of the synthetic city: a start instant that a run file moves forward, the same for every process.
/// Between two moves time goes on at the machine's pace. Only `wegwijs demo` writes the file.
public final class SharedClock: WegwijsClock {
    /// What stands in the file.
    public struct Setting: Codable, Sendable, Equatable {
        /// The city's time at the moment of writing.
        public var time: Date
        /// The machine's time at the moment of writing.
        public var written: Date
        public init(time: Date, written: Date) { (self.time, self.written) = (time, written) }
    }

    private struct State {
        var setting: Setting
        var checked: Date
    }
    private let file: URL
    private let state: Mutex<State>

    /// - Throws: when the file is missing or is no clock file.
    public init(file: URL) throws {
        self.file = file
        state = Mutex(State(setting: try Self.read(file), checked: Date()))
    }

    public var now: Date {
        let machine = Date()
        let setting = state.withLock { state in
            // The file is read again at most ten times a second; an unreadable one leaves the clock as it was.
            if machine.timeIntervalSince(state.checked) > 0.1 || machine < state.checked {
                state.checked = machine
                if let setting = try? Self.read(file) { state.setting = setting }
            }
            return state.setting
        }
        return setting.time.addingTimeInterval(max(0, machine.timeIntervalSince(setting.written)))
    }

    public static func read(_ file: URL) throws -> Setting {
        try JSONDecoder().decode(Setting.self, from: Data(contentsOf: file))
    }

    /// Sets the city's time. Written beside and renamed, so that no reader sees half a file.
    public static func write(_ time: Date, to file: URL) throws {
        let data = try JSONEncoder().encode(Setting(time: time, written: Date()))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file, options: .atomic)
    }
}
