// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Foundation

struct Stop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Stopt alle diensten.")

    @OptionGroup var options: LandschapOptions

    func run() async throws {
        let landschap = try options.landschap()
        guard let running = Processen.read(landschap.processFile) else {
            print("Wegwijs draait niet.")
            return
        }
        if Processen.isOurs(running.toezicht, binaries: landschap.binaries) {
            kill(running.toezicht, SIGTERM)
            for _ in 0..<120 where Processen.isOurs(running.toezicht, binaries: landschap.binaries) {
                try await Task.sleep(for: .milliseconds(50))
            }
        }
        Leftovers(landschap).stop()
        print("Wegwijs is gestopt.")
    }
}
