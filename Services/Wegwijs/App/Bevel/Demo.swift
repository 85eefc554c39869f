// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Dienst
import Domein
import Foundation

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Vult een proefstad via de openbare deuren, met een voortgangsbalk, en laat alles draaien.",
        discussion: """
            Alle personen zijn verzonnen; BSN's komen uit de testreeks. De klok van de stad begint op 1 januari 2027 en loopt
            dertig weken door. Een tweede keer starten laat de stad zoals zij is.
            """)

    @OptionGroup var options: LandschapOptions

    @Option(name: .customLong("personen"), help: "Hoeveel mensen de gemeente aanmeldt.")
    var people: Int = 348

    @Option(name: .customLong("zaad"), help: "Het getal waaruit de stad volgt.")
    var seed: UInt64 = 2027

    func validate() throws {
        guard (12...9_000).contains(people) else { throw ValidationError("--personen is 12 tot en met 9000") }
    }

    func run() async throws {
        let landschap = try options.landschap()
        let control = Bediening(landschap)
        let finished = landschap.demoFolder.appendingPathComponent("klaar")
        if FileManager.default.fileExists(atPath: finished.path) {
            try await control.start()
            try announce(landschap)
            return
        }
        guard !FileManager.default.fileExists(atPath: landschap.dataFolder.appendingPathComponent("intake.sqlite").path) else {
            throw ValidationError(
                "in \(landschap.folder.path) staat al een Wegwijs die geen hele proefstad is; kies een andere map met --map of haal deze weg"
            )
        }
        let started = ContinuousClock.now
        let progress = Voortgang()
        try landschap.makeFolders()
        try SharedClock.write(Verhaal.begin.adding(days: -3).at(hour: 9), to: landschap.clockFile)
        progress.begin("Diensten starten")
        let token = try GemeenteToken.make(in: landschap)
        try await control.start(within: .seconds(40))
        progress.begin("Sociale kaart inlezen")
        try await Partner(landschap).load(URL(fileURLWithPath: "compose/voorbeelden/sociale-kaart-almere.json"))
        progress.begin("Medewerkers maken")
        let users = try await Stadsbewoners(landschap: landschap).make(progress: progress)
        let story = Verhaal(
            landschap: landschap, stad: Stad(seed: seed, personen: people), seed: seed, token: token, progress: progress)
        try await story.live(users: users)
        progress.begin("Kijken of de gemeente alles ziet")
        try await story.quiet()
        try await story.look()
        progress.end()
        try Data().write(to: finished)
        print(
            "De proefstad is klaar: \(people) mensen, dertig weken, in \(Int((ContinuousClock.now - started).components.seconds)) s."
        )
        try announce(landschap)
    }

    private func announce(_ landschap: Landschap) throws {
        let users = try DemoUsers(file: landschap.demoFolder.appendingPathComponent("gebruikers.json")).all()
        print("Wegwijs draait op \(landschap.address)")
        print("Alle mensen in deze stad zijn verzonnen. Aanmelden als:")
        for name in ["begeleider1", "teamleider1", "financieel1", "klantmanager1", "beheerder"] {
            guard let user = users.first(where: { $0.gebruikersnaam == name }) else { continue }
            print("  \(name.padding(toLength: 14, withPad: " ", startingAt: 0)) wachtwoord \(user.wachtwoord)")
        }
        let command = "\(landschap.binaries.appendingPathComponent("wegwijs").path) code"
        let map = landschap.folder.lastPathComponent == "var" ? "" : " --map \(landschap.folder.path)"
        print("De code van zes cijfers: \(command) begeleider1\(map)")
    }
}
