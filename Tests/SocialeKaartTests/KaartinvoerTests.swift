// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
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
    }
}
