// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Domein
import Foundation

extension Sleutels {
    struct Sleutel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Registreert de publieke sleutel van een gemeente of partner.",
            discussion: """
                Die haalt dan zelf tokens met een ondertekende bewering (OAuth 2.0, private_key_jwt). Een tweede sleutel komt
                naast de eerste, zodat wisselen kan zonder onderbreking. Toont de naam (kid) van elke sleutel.
                """)
        @OptionGroup var options: LandschapOptions
        @OptionGroup var toegang: Toegangsmap

        @Option(name: .customLong("oin"), help: "Voor een gemeente: het OIN van de afzender; ook het client_id.")
        var oin: String?
        @Option(name: .customLong("gemeente"), help: "Voor een gemeente: de gemeentecode (vaker mag).")
        var gemeenten: [String] = []
        @Option(name: .customLong("organisatie"), help: "Voor een partner: het id van de organisatie; ook het client_id.")
        var organisatie: String?
        @Argument(help: "Bestand met de publieke sleutel: PEM, JWK of JWK-set.")
        var bestand: String

        func validate() throws {
            guard (oin == nil) != (organisatie == nil) else {
                throw ValidationError("geef --oin of --organisatie, een van de twee")
            }
            if let oin, OIN(oin) == nil { throw ValidationError("--oin is geen OIN van 20 tekens") }
            if let organisatie, OrganisatieID(organisatie) == nil { throw ValidationError("--organisatie is geen UUID") }
            if oin != nil && gemeenten.isEmpty { throw ValidationError("geef bij --oin ten minste één --gemeente") }
            if let fout = gemeenten.first(where: { Gemeentecode($0) == nil }) {
                throw ValidationError("\(fout) is geen gemeentecode")
            }
        }

        func run() async throws {
            let maker = try toegang.maker(options)
            let tekst = try String(contentsOfFile: bestand, encoding: .utf8)
            var namen: [String] = []
            if let oin { namen = try maker.sleutel(oin: oin, gemeenten: gemeenten, sleutel: tekst) }
            if let organisatie = organisatie.flatMap({ OrganisatieID($0) }) {
                namen = try maker.sleutel(organisatie: organisatie, sleutel: tekst)
            }
            for naam in namen { print(naam) }
        }
    }

    struct Bestemming: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Zegt waar de meldingen voor een gemeente heen gaan.",
            discussion:
                "Het token van de ontvanger komt uit een bestand, zodat het niet in de geschiedenis van de opdrachten staat.")
        @OptionGroup var options: LandschapOptions
        @OptionGroup var toegang: Toegangsmap

        @Option(name: .customLong("gemeente"), help: "De gemeentecode.")
        var gemeente: String
        @Option(name: .customLong("adres"), help: "Het adres van de ontvanger, met https.")
        var adres: String
        @Option(name: .customLong("token-bestand"), help: "Bestand met het token dat meegaat.")
        var tokenbestand: String?
        @Flag(name: .customLong("zonder-handdruk"), help: "Het adres is op papier afgesproken: vraag niet eerst met OPTIONS.")
        var zonderHanddruk = false

        func validate() throws {
            if Gemeentecode(gemeente) == nil { throw ValidationError("--gemeente is geen gemeentecode") }
            guard let delen = URLComponents(string: adres), ["http", "https"].contains(delen.scheme), delen.user == nil else {
                throw ValidationError("--adres is geen webadres, of er staat een naam of wachtwoord in")
            }
        }

        func run() async throws {
            let maker = try toegang.maker(options)
            let token = try tokenbestand.map {
                try String(contentsOfFile: $0, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
            }
            try maker.bestemming(gemeente: gemeente, adres: adres, token: token, handdruk: !zonderHanddruk)
            print("Meldingen voor gemeente \(gemeente) gaan naar \(adres).")
        }
    }

    struct Herkomst: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Registreert een systeem dat met OPTIONS mag vragen of het hier berichten mag sturen.")
        @OptionGroup var options: LandschapOptions
        @OptionGroup var toegang: Toegangsmap
        @Argument(help: "De DNS-naam van het systeem, zoals regie.gemeente.example.")
        var naam: String

        func run() async throws {
            try toegang.maker(options).herkomst(naam)
        }
    }
}
