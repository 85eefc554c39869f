// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Domein
import Foundation

struct Sleutels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Maakt de sleutels die nog ontbreken.",
        discussion: """
            Maakt per dienst een CURVE-sleutel, de lijst met publieke sleutels, de hoofdsleutel van de sleutelkluis, de
            zegelsleutel van het portaal en de eerste beheerder. Wat er al is, blijft zoals het is.
            """,
        subcommands: [Maak.self, Token.self, Sleutel.self, Bestemming.self, Herkomst.self], defaultSubcommand: Maak.self)

    struct Maak: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Maakt wat ontbreekt.")
        @OptionGroup var options: LandschapOptions

        func run() async throws {
            let landschap = try options.landschap()
            try landschap.makeFolders()
            let made = try KeyMaker(landschap).makeWhatIsMissing()
            print(made.isEmpty ? "Alle sleutels zijn er al." : "Gemaakt: \(made.joined(separator: ", "))")
        }
    }

    struct Token: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Maakt een toegangstoken voor een gemeente of een partner en toont het één keer.",
            discussion: "Het token zelf wordt niet bewaard, alleen zijn SHA-256.")
        @OptionGroup var options: LandschapOptions
        @OptionGroup var toegang: Toegangsmap

        @Option(name: .customLong("oin"), help: "Voor een gemeente: het OIN van de afzender.")
        var oin: String?
        @Option(name: .customLong("gemeente"), help: "Voor een gemeente: de gemeentecode (vaker mag).")
        var gemeenten: [String] = []
        @Option(name: .customLong("organisatie"), help: "Voor een partner: het id van de organisatie in de sociale kaart.")
        var organisatie: String?
        @Flag(name: .customLong("kaartbeheer"), help: "Voor het inlezen van de sociale kaart.")
        var kaartbeheer = false

        func validate() throws {
            if [oin != nil, organisatie != nil, kaartbeheer].filter({ $0 }).count != 1 {
                throw ValidationError("geef --oin, --organisatie of --kaartbeheer, en niet meer dan een")
            }
            if let organisatie, OrganisatieID(organisatie) == nil { throw ValidationError("--organisatie is geen UUID") }
            if oin != nil && gemeenten.isEmpty { throw ValidationError("geef bij --oin ten minste één --gemeente") }
        }

        func run() async throws {
            let tokens = try toegang.maker(options)
            if let oin { print(try tokens.gemeente(oin: oin, gemeenten: gemeenten)) }
            if let organisatie = organisatie.flatMap({ OrganisatieID($0) }) {
                print(try tokens.partner(organisatie: organisatie))
            }
            if kaartbeheer { print(try tokens.kaartbeheer()) }
        }
    }
}

/// Where the file with who may enter stands: with the keys of a landscape, or in a folder of its own, as containers have it.
struct Toegangsmap: ParsableArguments {
    @Option(
        name: .customLong("in"),
        help: "De map waarin het bestand staat, zoals compose/geheimen/koppeling; anders bij de sleutels in --map.")
    var folder: String?

    func maker(_ options: LandschapOptions) throws -> TokenMaker {
        if let folder { return TokenMaker(folder: URL(fileURLWithPath: folder)) }
        let landschap = try options.landschap()
        try landschap.makeFolders()
        return TokenMaker(landschap)
    }
}
