// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Foundation

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Vult een proefstad via de openbare deuren, met een voortgangsbalk, en laat alles draaien.",
        discussion: "Alle personen zijn verzonnen; BSN's komen uit de testreeks. De klok van de stad begint op 1 januari 2027.")

    @OptionGroup var options: LandschapOptions

    @Option(name: .customLong("personen"), help: "Hoeveel mensen de gemeente aanmeldt.")
    var people: Int = 348

    @Option(name: .customLong("zaad"), help: "Het getal waaruit de stad volgt.")
    var seed: UInt64 = 2027

    func run() async throws {}
}
