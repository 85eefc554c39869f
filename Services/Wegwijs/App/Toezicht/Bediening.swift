// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Starting and stopping all services of one landscape: what the commands do, and the tests that need real processes.
public struct Bediening: Sendable {
    public struct NotReady: Error, CustomStringConvertible {
        public let description: String
    }

    public let landschap: Landschap
    public init(_ landschap: Landschap) { self.landschap = landschap }

    public var isRunning: Bool {
        guard let running = Processen.read(landschap.processFile) else { return false }
        return Processen.isOurs(running.toezicht, binaries: landschap.binaries)
    }

    /// Makes folders and keys that are missing.
    public func prepare() throws {
        try landschap.makeFolders()
        try KeyMaker(landschap).makeWhatIsMissing()
    }

    /// Starts the supervisor in the background when it does not run yet, and returns when all services are ready.
    public func start(within limit: Duration = .seconds(20)) async throws {
        try prepare()
        if !isRunning {
            Leftovers(landschap).stop()
            // The supervisor lives in a session of its own, so that it goes on when this process ends.
            try DetachedProcess.start(
                executable: landschap.binaries.appendingPathComponent("wegwijs").path,
                arguments: ["toezicht", "--map", landschap.folder.path, "--poort", String(landschap.port)],
                log: landschap.logFolder.appendingPathComponent("toezicht.log").path)
        }
        guard await Readiness(landschap).wait(atMost: limit) else {
            throw NotReady(
                description: "Niet alle diensten zijn klaar. Kijk met 'wegwijs status' en in \(landschap.logFolder.path).")
        }
    }

    /// Stops everything: gently first, and after six seconds for certain. False when nothing ran.
    @discardableResult
    public func stop() async throws -> Bool {
        guard let running = Processen.read(landschap.processFile) else { return false }
        if Processen.isOurs(running.toezicht, binaries: landschap.binaries) {
            kill(running.toezicht, SIGTERM)
            for _ in 0..<120 where Processen.isOurs(running.toezicht, binaries: landschap.binaries) {
                try await Task.sleep(for: .milliseconds(50))
            }
            if Processen.isOurs(running.toezicht, binaries: landschap.binaries) { kill(running.toezicht, SIGKILL) }
        }
        Leftovers(landschap).stop()
        return true
    }
}
