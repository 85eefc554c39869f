// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser

/// The operator's command.
public struct Wegwijs: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "wegwijs",
        abstract: "Start, stopt en bekijkt de diensten van Wegwijs.",
        discussion: """
            Alles wat op deze machine van Wegwijs is, staat in één map (standaard 'var'): opslag, sleutels, logboeken.
            Zonder opties draait Wegwijs op ingebouwde instellingen; docs/instellingen.md noemt ze alle.
            """,
        subcommands: [
            Start.self, Stop.self, Status.self, Demo.self, Sleutels.self, Controleer.self, Code.self, Hervat.self, Gezond.self,
            Toezicht.self,
        ])

    public init() {}
}

/// Options that every subcommand knows.
struct LandschapOptions: ParsableArguments {
    @Option(name: .customLong("map"), help: "De map met opslag, sleutels en logboeken.")
    var folder: String = "var"

    @Option(name: .customLong("poort"), help: "De poort van het portaal; intake en sociale kaart krijgen de twee erna.")
    var port: Int = 8080

    func landschap() throws -> Landschap { try Landschap(folder: folder, port: port) }
}
