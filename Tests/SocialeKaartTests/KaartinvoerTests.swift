// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Logging
import Opslag
import Testing

@testable import SocialeKaartApp

/// Files by the pages: sent in pieces, tried, taken in with progress, and out again.
@Suite("Bestanden van de sociale kaart over de pagina's", .timeLimit(.minutes(3)))
struct KaartinvoerTests {
    private struct Proef {
        let o: Kaartopstelling
        let importen: Kaartimporten
        let invoer = UUID()

        init(metKaart: Bool) async throws {
            o = try await Kaartopstelling(metKaart: metKaart)
            importen = Kaartimporten(kaart: o.kaart, logger: Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() })
        }

        func stuur(_ naam: String, _ inhoud: Data, stuk: Int = 100_000) async throws {
            for vanaf in stride(from: 0, to: inhoud.count, by: stuk) {
                let deel = KaartbestandDeel(
                    invoer: invoer, naam: naam, vanaf: vanaf, inhoud: Data(inhoud.dropFirst(vanaf).prefix(stuk)))
                let antwoord = try await o.kaart.ontvang(deel, als: o.begeleider, because: o.opdracht(als: o.begeleider))
                #expect(antwoord.ontvangen == min(vanaf + stuk, inhoud.count))
            }
        }

        func begin(proef: Bool, opheffen: Bool = false, _ envelop: Envelope? = nil) async throws {
            _ = try await importen.begin(
                KaartinvoerBeginnen(invoer: invoer, proef: proef, opheffen: opheffen), als: o.begeleider,
                because: envelop ?? o.opdracht(als: o.begeleider))
        }

        func stand(als actor: Actor? = nil) async throws -> KaartinvoerStand.Answer {
            try await importen.stand(KaartinvoerStand(invoer: invoer), als: actor ?? o.begeleider)
        }

        /// Waits until the run is over.
        func klaar(proef: Bool) async throws -> KaartinvoerStand.Loop {
            for _ in 1...600 {
                let stand = try await stand()
                if let loop = proef ? stand.proef : stand.toepassing, loop.toestand != "bezig" { return loop }
                try await Task.sleep(for: .milliseconds(50))
            }
            throw Failure.unavailable(what: "import")
        }

        func uitvoer(_ vorm: String) async throws -> Data {
            var (uit, grootte) = (Data(), 1)
            while uit.count < grootte {
                let deel = try await o.kaart.uitvoeren(KaartUitvoeren(vorm: vorm, vanaf: uit.count), als: o.begeleider)
                grootte = deel.grootte
                uit.append(deel.inhoud)
            }
            return uit
        }
    }

    @Test("een deel sluit aan op wat er is, en een bestand dat opnieuw komt vervangt het hele vorige")
    func delen() async throws {
        let p = try await Proef(metKaart: false)
        func stuur(vanaf: Int, _ inhoud: String) async throws -> Int {
            try await p.o.kaart.ontvang(
                KaartbestandDeel(invoer: p.invoer, naam: "kaart.json", vanaf: vanaf, inhoud: Data(inhoud.utf8)),
                als: p.o.begeleider, because: p.o.opdracht(als: p.o.begeleider)
            ).ontvangen
        }
        for vanaf in [-1, 1, Int.max, Int.min] {
            await #expect(throws: Failure.self, "vanaf \(vanaf)") { _ = try await stuur(vanaf: vanaf, "abc") }
        }
        #expect(try await stuur(vanaf: 0, "abc") == 3)
        #expect(try await stuur(vanaf: 3, "def") == 6)
        #expect(try await stuur(vanaf: 3, "def") == 6, "hetzelfde deel nog eens")
        #expect(try await stuur(vanaf: 0, "xy") == 2, "een korter bestand met dezelfde naam")
        #expect(try await p.stand().bestanden.map(\.grootte) == [2])
    }

    @Test("van een bestand dat niet te lezen is blijft niets, en de bestanden ervoor gaan gewoon verder")
    func geweigerdBestand() async throws {
        let p = try await Proef(metKaart: false)
        try await p.stuur("x.exe", Data("MZ".utf8))
        await #expect(throws: Failure.self) { try await p.begin(proef: true) }
        await #expect(throws: Failure.notFound(what: "invoer")) { _ = try await p.stand() }
        try await p.stuur("kaart.json", try Data(contentsOf: almere))
        p.o.klok.verder(1)
        try await p.stuur("rommel.csv", Data("\"".utf8))
        await #expect(throws: Failure.self) { try await p.begin(proef: true) }
        #expect(try await p.stand().bestanden.map(\.naam) == ["kaart.json"])
        try await p.begin(proef: true)
        #expect(try await p.klaar(proef: true).toestand == "klaar")
    }

    @Test(
        "hoe iemand zijn bestand noemde wordt niet bewaard, niet herhaald en niet gelogd",
        arguments: ["Selam Proefpersoon.csv", "Selam Proefpersoon.exe", "Selam Proefpersoon.json", "Selam Proefpersoon.zip"])
    func eigenNaam(naam: String) async throws {
        let p = try await Proef(metKaart: false)
        let inhoud =
            naam.hasSuffix("zip")
            ? Zipbestand.schrijf([(naam.replacing(".zip", with: ".csv"), Data("id".utf8))])
            : Data((naam.hasSuffix("json") ? "{}" : "id,\"").utf8)
        try await p.stuur(naam, inhoud)
        do {
            try await p.begin(proef: true)
            #expect(try await p.klaar(proef: true).toestand == "geweigerd")
            #expect(!"\(try await p.stand())".contains("Selam"))
        } catch Failure.invalid(let fouten) {
            #expect(!fouten.isEmpty && !"\(fouten)".contains("Selam"))
        }
        #expect(!p.o.logboek.regels.alles.contains { $0.contains("Selam") })
        for deel in ["kaart.sqlite", "kaart.sqlite-wal"] {
            let bytes = (try? Data(contentsOf: p.o.map.appending(path: deel))) ?? Data()
            // Of the zip its own bytes are kept, with the names in it.
            #expect(naam.hasSuffix("zip") || bytes.range(of: Data("Selam".utf8)) == nil)
        }
    }

    @Test("een bestand heet naar zijn tabel of zijn soort")
    func namen() {
        for (eigen, naam) in [
            ("Service.CSV", "service.csv"), ("location.csv", "location.csv"), ("mijn kaart.JSON", "kaart.json"),
            ("uitvoer (2).zip", "kaart.zip"), ("Jan.csv", "onbekend.csv"), ("taxonomy_term_label.csv", "taxonomy_term_label.csv"),
            ("Jan", "onbekend"), (".csv", "onbekend.csv"), ("", "onbekend"),
        ] { #expect(Kaart.naam(eigen) == naam) }
    }

    @Test("een bestand met een deel tweemaal of een NUL in een cel: geweigerd, want de helft zou in stilte wegvallen")
    func halveBestanden() {
        let dubbel = Data(#"{"services":[{"id":"a"}],"organizations":[],"services":[]}"#.utf8)
        let nul = Data("id,name\na,b\0c\n".utf8)
        for (naam, inhoud) in [("kaart.json", dubbel), ("service.csv", nul)] {
            #expect(throws: Failure.self, "\(naam)") { _ = try Kaart.bron([naam: inhoud]) }
        }
    }

    @Test("een zip in een zip, een naam die tweemaal komt en te veel bestanden: geweigerd met de reden")
    func zips() throws {
        let klein = Zipbestand.schrijf([("service.csv", Data("id".utf8))])
        let vol = Zipbestand.schrijf((0...Zipbestand.meesteBestanden).map { ("\($0).csv", Data()) })
        let dubbel = Zipbestand.schrijf([("service.csv", Data("id".utf8)), ("service.csv", Data("id,name".utf8))])
        for (naam, zip) in [("zip", Zipbestand.schrijf([("a.ZIP", klein)])), ("vol", vol), ("dubbel", dubbel)] {
            #expect(throws: Failure.self, "\(naam)") { _ = try Kaart.bron(["kaart.zip": zip]) }
        }
        // A thousand deep would use up the stack.
        let diep = (0..<1_000).reduce(klein) { zip, _ in Zipbestand.schrijf([("a.zip", zip)]) }
        #expect(throws: Failure.self) { _ = try Kaart.bron(["kaart.zip": diep]) }
        #expect(throws: Failure.self) { _ = try Kaart.bron(["kaart.zip": klein, "service.csv": Data("id".utf8)]) }
    }

    @Test(
        "JSON met een naam tweemaal, een NUL of een half teken is geen bestand",
        arguments: [
            #"{"services":[],"services":[]}"#, #"{"a":"x\u0000y"}"#, #"{"a":"\ud800"}"#, #"{"a":1e400}"#, #"{"a":007}"#,
            #"{"a":NaN}"#,
            String(repeating: "[", count: 100_000),
        ])
    func kapotteJSON(tekst: String) {
        #expect(throws: JSONLezer.Fout.self) { _ = try JSONWaarde(json: tekst.utf8) }
    }

    @Test("eerst de proef met tellingen, dan pas overnemen; zonder proef of na nog een bestand kan het niet")
    func proefEerst() async throws {
        let p = try await Proef(metKaart: false)
        try await p.stuur("kaart.json", try Data(contentsOf: almere))
        await #expect(throws: Failure.self) { try await p.begin(proef: false) }
        try await p.begin(proef: true)
        let proef = try await p.klaar(proef: true)
        #expect(proef.toestand == "klaar" && proef.gedaan == proef.totaal)
        #expect(proef.uitkomst?.tellingen.map(\.nieuw) == [6, 63, 24, 101])
        #expect(proef.uitkomst?.wijzigingen.count == 194)
        #expect(try await p.o.aantal("voorziening") == 0)
        // Somebody else does not see it.
        await #expect(throws: Failure.self) { try await p.stand(als: p.o.teamleider) }
        let envelop = p.o.opdracht(als: p.o.begeleider)
        try await p.begin(proef: false, envelop)
        let toegepast = try await p.klaar(proef: false)
        #expect(toegepast.toestand == "klaar" && toegepast.uitkomst?.tellingen.last?.nieuw == 101)
        #expect(try await p.o.aantal("voorziening") == 101)
        // The same command again does nothing, and the pieces are gone.
        try await p.begin(proef: false, envelop)
        for _ in 1...100 where try await p.o.aantal("kaartbestand_deel") > 0 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(try await p.stand().bestanden.isEmpty)
    }

    @Test("na nog een bestand moet de proef opnieuw")
    func nogEenBestand() async throws {
        let p = try await Proef(metKaart: true)
        let id = UUID().uuidString.lowercased()
        try await p.stuur("service.csv", Data("id,name,status\n\(id),Proef,active\n".utf8))
        try await p.begin(proef: true)
        #expect(try await p.klaar(proef: true).uitkomst?.tellingen.last?.nieuw == 1)
        p.o.klok.zet(datum("2027-02-02"))
        try await p.stuur("language.csv", Data("id,service_id,code\n\(UUID().uuidString),\(id),ti\n".utf8))
        await #expect(throws: Failure.self) { try await p.begin(proef: false) }
        try await p.begin(proef: true)
        let proef = try await p.klaar(proef: true)
        #expect(proef.toestand == "klaar" && proef.uitkomst?.weg == 101)
        try await p.begin(proef: false)
        #expect(try await p.klaar(proef: false).toestand == "klaar")
        #expect(try await p.o.aantal("voorziening_taal JOIN voorziening USING (nr) WHERE code = 'ti' AND id = '\(id)'") == 1)
    }

    @Test("een bestand met fouten noemt record en veld en bewaart niets; een onleesbaar bestand wordt meteen geweigerd")
    func fouten() async throws {
        let p = try await Proef(metKaart: true)
        try await p.stuur("kaart.json", Data(#"{"services":[{"id":"x","name":"A","status":"active"}]}"#.utf8))
        try await p.begin(proef: true)
        let proef = try await p.klaar(proef: true)
        #expect(proef.toestand == "geweigerd" && proef.fouten?.first?.field == "services[0].id")
        await #expect(throws: Failure.self) { try await p.begin(proef: false) }
        let kapot = try await Proef(metKaart: false)
        try await kapot.stuur("kaart.zip", Data("geen zip".utf8))
        await #expect(throws: Failure.self) { try await kapot.begin(proef: true) }
    }

    @Test(
        "wat eruit gaat, komt er ongewijzigd weer in: als JSON en als tabellen, in een lege kaart en in dezelfde",
        arguments: ["json", "csv"])
    func uitIsIn(vorm: String) async throws {
        let p = try await Proef(metKaart: true)
        // Everything that can be filled in is in it.
        _ = try await p.o.kaart.bewerken(
            VoorzieningBewerken(voorziening: nil, versie: 0, inhoud: try KaartbeheerTests.vol(), controle: "telefoon"),
            als: p.o.begeleider, because: p.o.opdracht(als: p.o.begeleider))
        let begrippen = try await p.o.kaart.begrippen(BegrippenOpvragen(page: .init(limit: 2)), als: p.o.begeleider).rows
        for (begrip, woord) in zip(begrippen + begrippen, [("ar", "ديون"), ("nl", "a, \"b\""), ("nl", "geld"), ("ti", "ዕዳ")]) {
            for soort in ["voorkeur", "anders", "verborgen"] {
                _ = try await p.o.kaart.toevoegen(
                    BegripswoordToevoegen(
                        begrip: begrip.begrip, taal: woord.0, soort: soort, tekst: "\(woord.1) \(soort)",
                        nagekeken: soort == "anders"), als: p.o.begeleider, because: p.o.opdracht(als: p.o.begeleider))
            }
        }
        let uit = try await p.uitvoer(vorm)
        try await p.stuur(vorm == "json" ? "kaart.json" : "kaart.zip", uit)
        try await p.begin(proef: true)
        let zelfde = try await p.klaar(proef: true)
        #expect(zelfde.uitkomst?.tellingen.allSatisfy { $0.nieuw == 0 && $0.gewijzigd == 0 } == true, "\(zelfde)")
        #expect(zelfde.uitkomst?.weg == 0)
        let leeg = try await Proef(metKaart: false)
        try await leeg.stuur(vorm == "json" ? "kaart.json" : "kaart.zip", uit)
        try await leeg.begin(proef: true)
        #expect(try await leeg.klaar(proef: true).toestand == "klaar")
        try await leeg.begin(proef: false, opheffen: true)
        #expect(try await leeg.klaar(proef: false).toestand == "klaar")
        #expect(try await leeg.uitvoer(vorm) == uit)
        #expect(try await leeg.o.aantal("begripswoord") == 12)
    }

    @Test(
        "de woorden van een begrip uit een bestand komen erbij, veranderen en vervallen; een bestand zonder woorden laat ze staan"
    )
    func woorden() async throws {
        let o = try await Kaartopstelling()
        let taxonomie = "00000000-0000-4000-8000-000000030000"
        let begrip = "00000000-0000-4000-8000-000000030001"
        func bestand(_ labels: String?) -> Data {
            Data(
                """
                {"taxonomies":[{"id":"\(taxonomie)","name":"T","description":"x"}],"organizations":[],"services":[{"id":
                "00000000-0000-4000-8000-000000030002","name":"Loket","status":"active","description":"x","attributes":[{"id":
                "00000000-0000-4000-8000-000000030003","link_type":"leefgebied","taxonomy_term_id":"\(begrip)"}]}],
                "taxonomy_terms":[{"id":"\(begrip)","name":"Begrip","description":"x","taxonomy_id":"\(taxonomie)"
                \(labels.map { ",\"labels\":[\($0)]" } ?? "")}]}
                """.utf8)
        }
        func neem(_ labels: String?, proef: Bool = false) async throws -> Importresultaat {
            try await o.kaart.importeren(bestand(labels), proef: proef, because: o.opdracht(als: Kaartopstelling.beheer))
        }
        func woorden() async throws -> [String] {
            let id = try #require(UUID(uuidString: begrip))
            return try await o.kaart.begrip(BegripOpvragen(begrip: id), als: o.begeleider).woorden.map {
                "\($0.taal) \($0.soort) \($0.tekst) \($0.nagekekenOp?.description ?? "-") \($0.versie)"
            }
        }
        func gevonden(_ woord: String) async throws -> Bool {
            try await o.kaart.zoeken(VoorzieningenZoeken(tekst: woord, page: .init(limit: 5)), als: o.begeleider).rows
                .contains { $0.naam == "Loket" }
        }
        let een = #"{"language":"nl","type":"alternate","text":" zwoerd  klomp "}"#
        let twee = #"{"language":"ar","type":"preferred","text":"قغظثذضص","checked_date":"2027-01-05"}"#
        _ = try await neem("\(een),\(twee)")
        #expect(try await woorden() == ["ar voorkeur قغظثذضص 2027-01-05 1", "nl anders zwoerd klomp - 1"])
        #expect(try await gevonden("قغظثذضص"))
        // The same again, and a file that says nothing of words, change nothing.
        for labels in ["\(een),\(twee)", nil] {
            for proef in [true, false] { #expect(try await neem(labels, proef: proef).begrippen == .init(gelijk: 1)) }
        }
        let anders = #"{"language":"nl","type":"hidden","text":"zwoerd klomp","checked_date":"2027-01-06"}"#
        let vooraf = try await neem(anders, proef: true)
        #expect(vooraf.begrippen == .init(gewijzigd: 1))
        #expect(vooraf.wijzigingen.first?.velden.map(\.veld) == ["labels"])
        #expect(try await neem(anders).begrippen == .init(gewijzigd: 1))
        #expect(try await woorden() == ["nl verborgen zwoerd klomp 2027-01-06 2"])
        #expect(try await !gevonden("قغظثذضص"))
        // A check is not taken back by an older file.
        _ = try await neem(#"{"language":"nl","type":"hidden","text":"zwoerd klomp"}"#)
        #expect(try await woorden() == ["nl verborgen zwoerd klomp 2027-01-06 2"])
        // What went comes back.
        _ = try await neem("\(anders),\(twee)")
        #expect(try await gevonden("قغظثذضص"))
        // The open face has terms as HSDS has them.
        let document = try await o.store.read {
            try String.fetchOne($0, sql: "SELECT document FROM begrip WHERE id = ?", arguments: [begrip])
        }
        #expect(document?.contains("labels") == false)
        for (fout, veld) in [
            (#"{"language":"klingon","type":"hidden","text":"x"}"#, "language"),
            (#"{"language":"nl","type":"raar","text":"x"}"#, "type"), (#"{"language":"nl","type":"hidden"}"#, "text"),
            ("\(een),\(een)", "text"), (#"{"language":"nl","type":"hidden","text":"x","checked_date":"nu"}"#, "checked_date"),
        ] {
            do {
                _ = try await neem(fout)
                Issue.record("aangenomen: \(fout)")
            } catch Failure.invalid(let fouten) {
                #expect(
                    fouten.count == 1 && fouten[0].field.hasPrefix("taxonomy_terms[0].labels[") && fouten[0].field.hasSuffix(veld)
                )
            }
        }
    }
}
