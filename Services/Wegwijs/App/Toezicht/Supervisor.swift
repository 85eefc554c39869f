// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Subprocess
import SystemPackage

/// Starts the services, keeps their output in log files, and starts a dead one again: at once the first time, then with
/// growing pauses. Cancelling the task stops them all, gently first.
public struct Supervisor: Sendable {
    let landschap: Landschap
    let record: ProcessRecord

    public init(_ landschap: Landschap) {
        self.landschap = landschap
        record = ProcessRecord(file: landschap.processFile)
    }

    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            for service in Landschap.services { group.addTask { await keepAlive(service) } }
        }
        try? FileManager.default.removeItem(at: landschap.processFile)
    }

    private func keepAlive(_ service: ServiceName) async {
        var restarts = 0
        var quickDeaths = 0
        while !Task.isCancelled {
            let began = ContinuousClock.now
            do {
                try await runOnce(service, restarts: restarts)
            } catch {
                log("\(service.rawValue): \(error)")
            }
            if Task.isCancelled { return }
            quickDeaths = ContinuousClock.now - began < .seconds(10) ? quickDeaths + 1 : 0
            restarts += 1
            let pause = Duration.milliseconds(min(5_000, quickDeaths <= 1 ? 100 : 200 << min(quickDeaths, 5)))
            log("\(service.rawValue): gestopt, opnieuw gestart na \(pause)")
            try? await Task.sleep(for: pause)
        }
    }

    private func runOnce(_ service: ServiceName, restarts: Int) async throws {
        let path = FilePath(landschap.binaries.appendingPathComponent(service.rawValue).path)
        let logFile = FilePath(landschap.logFolder.appendingPathComponent("\(service.rawValue).log").path)
        let descriptor = try FileDescriptor.open(
            logFile, .writeOnly, options: [.create, .append], permissions: [.ownerReadWrite])
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
        let environment = landschap.environment(of: service)
        var keyed: [Subprocess.Environment.Key: String] = [:]
        for (name, value) in environment { if let key = Subprocess.Environment.Key(rawValue: name) { keyed[key] = value } }
        _ = try await Subprocess.run(
            .path(path), environment: .custom(keyed), platformOptions: options, input: .none,
            output: .fileDescriptor(descriptor, closeAfterSpawningProcess: false),
            error: .fileDescriptor(descriptor, closeAfterSpawningProcess: true)
        ) { execution in
            record.started(service, pid: execution.processIdentifier.value, restarts: restarts)
        }
    }

    private func log(_ line: String) {
        FileHandle.standardError.write(Data("\(Date().formatted(.iso8601)) \(line)\n".utf8))
    }
}
