// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Foundation
import ServiceLifecycle
import UnixSignals

/// The supervisor itself; `start` runs it in the background.
struct Toezicht: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Houdt de diensten draaiende (gebruikt door 'start').", shouldDisplay: false)

    @OptionGroup var options: LandschapOptions

    func run() async throws {
        try await Self.supervise(try options.landschap()) {}
    }

    /// Runs the services until SIGTERM or SIGINT.
    static func supervise(_ landschap: Landschap, meanwhile: @escaping @Sendable () async -> Void) async throws {
        let supervisor = Supervisor(landschap)
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                await supervisor.run()
                return true
            }
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) { return true }
                return true
            }
            group.addTask {
                await meanwhile()
                return false
            }
            for await ended in group where ended {
                group.cancelAll()
                break
            }
            await group.waitForAll()
        }
    }
}
