// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Foundation
import Zegel

struct Code: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Toont de inlogcode van een gebruiker van de proefstad.",
        discussion: "Werkt alleen voor gebruikers die 'wegwijs demo' heeft gemaakt; echte gebruikers hebben hun eigen telefoon.")

    @OptionGroup var options: LandschapOptions
    @Argument(help: "Gebruikersnaam, zoals begeleider1.")
    var user: String

    func run() async throws {
        let landschap = try options.landschap()
        let users = DemoUsers(file: landschap.demoFolder.appendingPathComponent("gebruikers.json"))
        guard let found = try users.all().first(where: { $0.gebruikersnaam == user }) else {
            throw ValidationError("deze gebruiker is niet door 'wegwijs demo' gemaakt")
        }
        print(try TOTP(base32: found.totp).code(at: Date()))
    }
}
