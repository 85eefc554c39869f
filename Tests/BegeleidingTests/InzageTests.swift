// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import BegeleidingApp

@Suite("Wie mag wat zien", .timeLimit(.minutes(1)))
struct InzageTests {
    @Test("elk lezen van een dossier staat in het leeslog met wie en waarom; een geweigerd lezen niet")
    func leeslog() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        _ = try await proef.overzicht(event.dossier)
        _ = try await proef.bord(event.dossier)
        _ = try await TijdlijnOpvragen(dossier: event.dossier, page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
        await #expect(throws: Failure.self) { try await proef.overzicht(event.dossier, door: proef.karel) }
        let rijen = try await proef.store.read { db in
            try db.rijen("SELECT * FROM inzage ORDER BY id", []).map { row -> [String] in
                [try row.tekst("wat"), try row.tekst("gebruiker"), try row.tekst("aanvrager"), try row.tekst("doel")]
            }
        }
        let fatima = proef.fatima.user?.description ?? ""
        #expect(rijen == ["traject", "regeldag", "tijdlijn"].map { [$0, fatima, "portaal", "begeleiding"] })
    }

    @Test("een klantmanager ziet de klok van de eigen gemeente, niet het plan of het contact")
    func klantmanager() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await proef.contact(event.dossier, op: "2027-01-18", notitie: "Rustig", stap: "Bellen", stapOp: "2027-01-20")
        func klantmanager(_ gemeente: String) -> Actor {
            Actor(user: proef.ids.make(), roles: [.klantmanager], gemeente: gemeente, purpose: "controle")
        }
        let overzicht = try await proef.overzicht(event.dossier, door: klantmanager("0034"))
        #expect(overzicht.klok.count == 5)
        #expect(overzicht.doelen.isEmpty)
        #expect((overzicht.volgendeStap, overzicht.laatsteContact) == (nil, nil))
        await #expect(throws: Failure.self) { try await proef.overzicht(event.dossier, door: klantmanager("0363")) }
        await #expect(throws: Failure.self) { try await proef.bord(event.dossier, door: klantmanager("0034")) }
        let kaart = try #require(
            try await TrajectKaarten(dossiers: [event.dossier])
                .tonen(proef.middelen, proef.verzoek(klantmanager("0034"))).first)
        #expect(kaart.laatsteContact == nil)
        let regels = try await TijdlijnOpvragen(dossier: event.dossier, page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(klantmanager("0034"))).rows
        #expect(!regels.isEmpty)
        #expect(regels.allSatisfy { $0.soort == "traject" && $0.notitie == nil })
    }

    @Test("kaarten komen in de gevraagde volgorde, zonder wat buiten het recht valt")
    func kaarten() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let karels = try proef.persoon(nummer: 2)
        let kind = try proef.persoon(.kind, huishouden: een.huishouden, nummer: 3)
        for event in [karels, kind] { try await proef.ontvang(event) }
        try await proef.wijsToe(karels.dossier, aan: proef.karel)
        try await proef.contact(een.dossier, op: "2027-01-18")
        let kaarten = try await TrajectKaarten(dossiers: [kind.dossier, karels.dossier, een.dossier, proef.ids.make()])
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(kaarten.map(\.dossier) == [kind.dossier, een.dossier])
        #expect(kaarten.map { $0.traject == nil } == [true, false])
        #expect(kaarten.map(\.eindigtOp) == [try dag("2027-10-17"), try dag("2027-10-17")])
        #expect(kaarten.map(\.laatsteContact) == [nil, try dag("2027-01-18")])
    }

    @Test("wie één ouder begeleidt ziet de stappen van het huishouden, niet die van de andere ouder")
    func partner() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(huishouden: een.huishouden, nummer: 2)
        try await proef.ontvang(twee)
        try await proef.wijsToe(twee.dossier, aan: proef.karel)
        let bord = try await proef.bord(een.dossier)
        #expect(bord.zaken.contains { $0.dossier == nil })
        #expect(!bord.zaken.contains { $0.dossier == twee.dossier })
        let vanTwee = try #require(
            try await proef.bord(twee.dossier, door: proef.karel).zaken.first { $0.dossier == twee.dossier })
        await #expect(throws: Failure.self) {
            try await RegelzaakZetten(
                dossier: een.dossier, regelzaak: vanTwee.regelzaak, toestand: .nietVanToepassing, versie: vanTwee.versie
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
    }

    @Test("een onbekend dossier is niet gevonden, voor wie ook")
    func onbekend() async throws {
        let proef = try Proefdienst()
        await #expect(throws: Failure.notFound(what: "dossier")) {
            try await proef.overzicht(proef.ids.make(), door: proef.teamleider)
        }
    }
}

@Suite("Tijdlijn", .timeLimit(.minutes(1)))
struct TijdlijnTests {
    private func rijen(_ proef: Proefdienst, _ dossier: DossierID, soort: String? = nil, limit: Int = 100) async throws
        -> [Tijdlijnregel]
    {
        var (alle, na): ([Tijdlijnregel], String?) = ([], nil)
        repeat {
            let pagina = try await TijdlijnOpvragen(dossier: dossier, soort: soort, page: PageRequest(after: na, limit: limit))
                .tonen(proef.middelen, proef.verzoek(proef.fatima))
            alle += pagina.rows
            na = pagina.next
        } while na != nil
        return alle
    }

    @Test("nieuwste eerst, op de dag waarop het was en niet waarop het is ingevoerd; bladzijden sluiten aan")
    func volgorde() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        proef.klok.zet(try dag("2027-02-10"))
        try await proef.contact(event.dossier, op: "2027-02-08", .telefoon)
        try await proef.contact(event.dossier, op: "2027-01-25", .spreekuur, .nietVerschenen)
        try await proef.contact(event.dossier, op: "2027-02-01", .outreach, .nietVerschenen)
        let alles = try await rijen(proef, event.dossier)
        #expect(
            alles.map(\.zin) == [
                "Telefoon, 45 minuten. Tolk aan de telefoon.",
                "Poging tot contact: geen gehoor. Tolk aan de telefoon.",
                "Spreekuur: niet verschenen. Tolk aan de telefoon.",
                "Het dossier is toegewezen aan een begeleider.",
                "Op het regeldagbord zijn \(try await proef.bord(event.dossier).zaken.count) stappen gezet.",
                "Er is een plan van aanpak met een eerste doel.",
                "Het traject is gestart. De klok loopt van 18 januari 2027 tot en met 17 oktober 2027.",
            ])
        #expect(try await rijen(proef, event.dossier, limit: 2) == alles)
    }

    @Test("filteren op soort geeft alleen die soort; een onbekende soort is een veldfout")
    func filter() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await proef.contact(event.dossier, op: "2027-01-18")
        for soort in ["contact", "plan", "regeldag", "traject"] {
            let regels = try await rijen(proef, event.dossier, soort: soort, limit: 1)
            #expect(!regels.isEmpty)
            #expect(regels.allSatisfy { $0.soort == soort })
        }
        await #expect(throws: Failure.self) { try await rijen(proef, event.dossier, soort: "alles") }
    }
}
