// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Synchronization

/// What runs now: the supervisor and its services, kept in a file so that `status` and `stop` find them.
public struct Processen: Codable, Sendable, Equatable {
    public var toezicht: Int32
    public var diensten: [String: Dienstproces]

    public struct Dienstproces: Codable, Sendable, Equatable {
        public var pid: Int32
        public var herstarts: Int
    }

    public static func read(_ file: URL) -> Processen? {
        guard let data = try? Data(contentsOf: file) else { return nil }
        return try? JSONDecoder().decode(Processen.self, from: data)
    }

    public func write(_ file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try encoder.encode(self).write(to: file, options: .atomic)
    }

    /// Is there a process with this id that runs one of our executables? A pid may have been given to somebody else.
    public static func isOurs(_ pid: Int32, binaries: URL) -> Bool {
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/exe") else { return false }
        return target.hasPrefix(binaries.path + "/")
    }
}

/// The same record while the supervisor runs.
final class ProcessRecord: Sendable {
    private let state: Mutex<Processen>
    private let file: URL

    init(file: URL) {
        self.file = file
        state = Mutex(Processen(toezicht: ProcessInfo.processInfo.processIdentifier, diensten: [:]))
        state.withLock { try? $0.write(file) }
    }

    func started(_ service: ServiceName, pid: Int32, restarts: Int) {
        state.withLock { state in
            state.diensten[service.rawValue] = .init(pid: pid, herstarts: restarts)
            try? state.write(file)
        }
    }
}
