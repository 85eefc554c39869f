// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing

@testable import SocialeKaartApp

@Suite("Zoeken op de sociale kaart", .timeLimit(.minutes(2)))
struct ZoekTests {
    private func namen(_ opstelling: Kaartopstelling, _ tekst: String, limit: Int = 5) async throws -> [String] {
        try await opstelling.kaart.zoeken(
            VoorzieningenZoeken(tekst: tekst, page: PageRequest(limit: limit)), als: opstelling.begeleider
        ).rows.map(\.naam)
    }

    @Test("wat iemand zoekt, staat bij de eerste vijf")
    func gevonden() async throws {
        let opstelling = try await Kaartopstelling()
        for (tekst, verwacht) in [
            ("bibliotheek", "Bibliotheek"),
            ("clientondersteuning", "Onafhankelijke cliëntondersteuning door ervaringsdeskundigen"),
            ("schulden", "Schuldhulpverlening"), ("vluchteling", "Maatschappelijke begeleiding statushouders Almere"),
            ("geldproblemen", "Schuldhulpverlening"), ("leerlingen", "Leerlingenvervoer"), ("PGB", "Persoonsgebonden budget"),
            ("wmo vervoer", "Wmo-vervoer en collectief taxivervoer"), ("wmo-vervoer", "Wmo-vervoer en collectief taxivervoer"),
            ("huiselijk geweld", "Veilig Thuis: melding en regie bij huiselijk geweld en kindermishandeling"),
            ("asielzoekerscentrum", "Jeugdhulp voor kinderen in asielzoekerscentra"), ("PLANgroep", "Schuldhulpverlening"),
            ("buurthuis", "Buurthuizen"), ("gecombineerde leefstijl", "Gecombineerde leefstijlinterventie"),
        ] {
            let gevonden = try await namen(opstelling, tekst)
            #expect(gevonden.contains(verwacht), "‘\(tekst)’ gaf \(gevonden)")
        }
    }

    @Test(
        "zoektekens zijn tekst en nooit een opdracht aan de databank",
        arguments: [
            "\"", "\" OR 1=1 --", "naam:bibliotheek", "NEAR(a b)", "bibliotheek AND", "NOT", "(", "*", "a*b", "^bibliotheek",
            "'; DROP TABLE voorziening; --", "{naam}: x", "-bibliotheek", "\u{0}bibliotheek", "col : x OR", "\\", "%", "_",
            "\u{202E}", "🏠", "اللاجئين", "ስደተኛ",
        ])
    func injectie(tekst: String) async throws {
        let opstelling = try await Kaartopstelling()
        _ = try await namen(opstelling, tekst)
        #expect(try await opstelling.aantal("voorziening") == 101)
    }

    /// `WEGWIJS_ZOEKLIJST=list.tsv` scores a list of somebody else as well: query, language and names parted by `|`, with tabs.
    private static let eigen = ProcessInfo.processInfo.environment["WEGWIJS_ZOEKLIJST"]

    @Test(
        "de zoeklijsten: minstens 90 procent staat bij de eerste vijf",
        arguments: ["lijst", "verse lijst", "zinnen", "achtergehouden"] + (eigen.flatMap { $0.isEmpty ? nil : [$0] } ?? []))
    func zoeklijst(_ naam: String) async throws {
        let opstelling = try await Kaartopstelling()
        let ondergrens = 0.9
        let regels: [Zoekregel] =
            switch naam {
            case "lijst": Zoekregel.alle
            case "verse lijst": Zoekregel.vers
            case "zinnen", "achtergehouden": try Zoekregel.tabel(wortel.appending(path: "Tests/Zoeklijsten/\(naam).tsv"))
            default: try Zoekregel.tabel(URL(filePath: naam))
            }
        #expect(regels.count >= 40)
        let namen = try await opstelling.store.read { db in try String.fetchAll(db, sql: "SELECT naam FROM voorziening") }
        var gemist: [Zoekregel] = []
        for regel in regels {
            for verwacht in regel.verwacht { #expect(namen.contains { $0.hasPrefix(verwacht) }, "\(verwacht) bestaat niet") }
            let gevonden = try await self.namen(opstelling, regel.vraag)
            if !gevonden.contains(where: { naam in regel.verwacht.contains { naam.hasPrefix($0) } }) {
                gemist.append(regel)
                print("gemist \(regel.held ? "toets" : "oefen"): \(regel): \(gevonden)")
            }
        }
        func deel(_ deel: String, _ kies: (Zoekregel) -> Bool) {
            let (alle, mis) = (regels.filter(kies), gemist.filter(kies))
            print("\(naam) \(deel): \(alle.count - mis.count) van \(alle.count)")
        }
        deel("alles") { _ in true }
        deel("oefen") { !$0.held }
        deel("toets") { $0.held }
        for groep in Set(regels.map(\.groep)).sorted() { deel(groep) { $0.groep == groep } }
        #expect(Double(regels.count - gemist.count) / Double(regels.count) >= ondergrens)
    }

    @Test("een heel lange vraag wordt ingekort")
    func lang() async throws {
        let opstelling = try await Kaartopstelling()
        for tekst in [String(repeating: "a", count: 100_000), String(repeating: "zqx ", count: 5_000)] {
            #expect(try await namen(opstelling, tekst).isEmpty)
        }
    }

    @Test("alleen leestekens geven niets, een lege vraag geeft alles")
    func leeg() async throws {
        let opstelling = try await Kaartopstelling()
        #expect(try await namen(opstelling, "?!…").isEmpty)
        let alles = try await opstelling.kaart.zoeken(
            VoorzieningenZoeken(tekst: "  ", page: .init(limit: 5)), als: opstelling.begeleider)
        #expect(alles.total == 101)
    }

    @Test("als niets alle woorden heeft, is één woord genoeg")
    func eenVanDeWoorden() async throws {
        let opstelling = try await Kaartopstelling()
        #expect(try await namen(opstelling, "bibliotheek onvindbaarwoord").contains("Bibliotheek"))
    }

    @Test("bladeren geeft elke voorziening precies één keer", arguments: ["", "jeugd", "almere"])
    func bladeren(tekst: String) async throws {
        let opstelling = try await Kaartopstelling()
        var (gezien, na, totaal): ([VoorzieningID], String?, Int?) = ([], nil, nil)
        repeat {
            let pagina = try await opstelling.kaart.zoeken(
                VoorzieningenZoeken(tekst: tekst, page: PageRequest(after: na, limit: 7)), als: opstelling.begeleider)
            gezien += pagina.rows.map(\.voorziening)
            (na, totaal) = (pagina.next, pagina.total)
        } while na != nil
        #expect(gezien.count > 7)
        #expect(Set(gezien).count == gezien.count)
        #expect(gezien.count == totaal)
    }

    @Test("filters gelden samen")
    func filters() async throws {
        let opstelling = try await Kaartopstelling()
        let pagina = try await opstelling.kaart.zoeken(
            VoorzieningenZoeken(tekst: "", leefgebied: .taalInburgering, alleenVerwijsbaar: true, page: .init(limit: 200)),
            als: opstelling.begeleider)
        #expect(!pagina.rows.isEmpty)
        #expect(pagina.rows.allSatisfy { $0.leefgebieden.contains(.taalInburgering) && $0.verwijsbaar == "ja" })
        #expect(!pagina.rows.contains { $0.voorziening.description == Kaartopstelling.nietActief })
    }

    @Test("een cliënt ziet alleen wat is gecontroleerd, wie geen rol heeft ziet niets")
    func rechten() async throws {
        let opstelling = try await Kaartopstelling()
        try await opstelling.controleer(Kaartopstelling.bibliotheek)
        let client = Actor(user: nieuw(), roles: [.client], dossier: opstelling.dossier, purpose: "eigen")
        let vraag = VoorzieningenZoeken(tekst: "", page: .init(limit: 200))
        #expect(try await opstelling.kaart.zoeken(vraag, als: client).rows.map(\.naam) == ["Bibliotheek"])
        await #expect(throws: Failure.notFound(what: "voorziening")) {
            try await opstelling.kaart.opvragen(
                VoorzieningOpvragen(voorziening: try #require(VoorzieningID(Kaartopstelling.schuldhulp))), als: client)
        }
        await #expect(throws: Failure.self) { try await opstelling.kaart.zoeken(vraag, als: .service(purpose: "zomaar")) }
    }
}
