// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Berichten
import Foundation
import Subprocess
import SystemPackage

struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start alle diensten en wacht tot ze klaar zijn.",
        discussion: "Maakt wat ontbreekt (mappen, sleutels). Een dienst die stopt, wordt opnieuw gestart. Eindig met 'wegwijs stop'.")

    @OptionGroup var options: LandschapOptions

    @Flag(name: .customLong("voorgrond"), help: "Blijf op de voorgrond tot Ctrl-C, in plaats van terug te keren.")
    var foreground = false

    func run() async throws {
        let landschap = try options.landschap()
        try landschap.makeFolders()
        try KeyMaker(landschap).makeWhatIsMissing()
        if let running = Processen.read(landschap.processFile), Processen.isOurs(running.toezicht, binaries: landschap.binaries) {
            print("Wegwijs draait al.")
        } else {
            Leftovers(landschap).stop()
            if foreground {
                try await Toezicht.supervise(landschap) { await report(landschap) }
                return
            }
            try detach(landschap)
        }
        let ready = await Readiness(landschap).wait(atMost: .seconds(20))
        guard ready else {
            FileHandle.standardError.write(Data("Niet alle diensten zijn klaar. Kijk met 'wegwijs status' en in \(landschap.logFolder.path).\n".utf8))
            throw ExitCode(1)
        }
        print("Wegwijs draait op \(landschap.address)")
    }

    private func report(_ landschap: Landschap) async {
        if await Readiness(landschap).wait(atMost: .seconds(20)) { print("Wegwijs draait op \(landschap.address)") }
    }

    /// The supervisor in a session of its own, so that it lives on when this command ends.
    private func detach(_ landschap: Landschap) throws {
        let log = landschap.logFolder.appendingPathComponent("toezicht.log").path
        try DetachedProcess.start(
            executable: landschap.binaries.appendingPathComponent("wegwijs").path,
            arguments: ["toezicht", "--map", landschap.folder.path, "--poort", String(landschap.port)], log: log)
    }
}
