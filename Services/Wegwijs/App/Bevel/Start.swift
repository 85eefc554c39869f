// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Foundation

struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start alle diensten en wacht tot ze klaar zijn.",
        discussion:
            "Maakt wat ontbreekt (mappen, sleutels). Een dienst die stopt, wordt opnieuw gestart. Eindig met 'wegwijs stop'.")

    @OptionGroup var options: LandschapOptions

    @Flag(name: .customLong("voorgrond"), help: "Blijf op de voorgrond tot Ctrl-C, in plaats van terug te keren.")
    var foreground = false

    func run() async throws {
        let control = Bediening(try options.landschap())
        if foreground && !control.isRunning {
            try control.prepare()
            Leftovers(control.landschap).stop()
            try await Toezicht.supervise(control.landschap) {
                if await Readiness(control.landschap).wait(atMost: .seconds(20)) { announce(control.landschap) }
            }
            return
        }
        try await control.start()
        announce(control.landschap)
    }

    private func announce(_ landschap: Landschap) { print("Wegwijs draait op \(landschap.address)") }
}
