// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opdrachten
import Testing

@testable import BegeleidingApp

@Suite("Dagen waarop termijnen beginnen", .timeLimit(.minutes(1)))
struct AnkerTests {
    private func leg(
        _ proef: Proefdienst, _ dossier: DossierID, _ anker: Anker, _ op: String?, versie: Int = 0
    ) async throws {
        _ = try await AnkerVastleggen(dossier: dossier, anker: anker, dag: try op.map(dag), versie: versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
    }

    private func zaak(_ proef: Proefdienst, _ dossier: DossierID, _ code: String) async throws -> Regeldagbord.Regelzaak {
        try #require(try await proef.bord(dossier).zaken.first { $0.code == code })
    }

    /// Anchor, day, step, last day.
    @Test(
        "een stap zonder dag krijgt er een zodra iemand het begin van de termijn vastlegt",
        arguments: [
            (Anker.vergunning, "2026-12-01", "zorgverzekering", "2027-04-01"),
            (.vergunning, "2026-10-31", "zorgverzekering", "2027-02-28"), (.vergunning, "2026-12-01", "nareis", "2027-03-01"),
            (.startBijstand, "2027-01-20", "ontzorgen", "2027-07-20"),
            (.eindeVergunning, "2031-12-15", "verblijfsdocument", "2031-12-15"),
            (.sleutel, "2027-01-11", "bijstand", "2027-01-11"),
            (.sleutel, "2027-01-11", "bijstand-voorschot", "2027-02-08"),
            (.aanslag, "2027-01-10", "kwijtschelding", "2027-02-07"),
        ])
    func dagen(anker: Anker, op: String, code: String, uiterlijk: String) async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await leg(proef, event.dossier, anker, op)
        let zaak = try await zaak(proef, event.dossier, code)
        #expect(zaak.uiterlijkOp == (try dag(uiterlijk)))
        #expect(zaak.waarom.contains(anker.naam) && zaak.waarom.contains("Bron: "))
    }

    @Test("een dag die niet kan wordt geweigerd, een oude versie verliest, en terug naar onbekend kan")
    func regels() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        for (anker, op) in [(Anker.vergunning, "2027-01-19"), (.huisvesting, "2027-01-10"), (.vergunning, "1990-01-01")] {
            await #expect(throws: Failure.self) { try await leg(proef, event.dossier, anker, op) }
        }
        try await leg(proef, event.dossier, .vergunning, "2026-12-01")
        await #expect(throws: Failure.self) { try await leg(proef, event.dossier, .vergunning, "2026-12-02") }
        let dagen = try await AnkersOpvragen(dossier: event.dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        let vergunning = try #require(dagen.first { $0.anker == .vergunning })
        #expect(vergunning.dag == (try dag("2026-12-01")) && vergunning.versie == 1 && !vergunning.vast)
        #expect(Set(vergunning.stappen) == ["Zorgverzekering afsluiten", "Gezinshereniging aanvragen bij de IND"])
        #expect(dagen.first { $0.anker == .huisvesting }?.vast == true)
        try await leg(proef, event.dossier, .vergunning, nil, versie: 1)
        #expect(try await zaak(proef, event.dossier, "zorgverzekering").uiterlijkOp == nil)
        let bord = try await proef.bord(event.dossier)
        #expect(bord.ontbrekendeDagen?.contains { $0.anker == .vergunning && $0.dossier == event.dossier } == true)
        let regels = try await TijdlijnOpvragen(dossier: event.dossier, soort: "regeldag", page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows.map(\.zin)
        #expect(regels.first == "De dag van het besluit van de IND is toch niet bekend.")
    }

    @Test("het einde van de vergunning staat op één plek: wie het elders vastlegt geeft de stap zijn dag")
    func document() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        _ = try await VerblijfsdocumentVastleggen(dossier: event.dossier, geldigTot: try dag("2031-12-15"), versie: 0)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let stap = try await zaak(proef, event.dossier, "verblijfsdocument")
        #expect(stap.uiterlijkOp?.description == "2031-12-15" && stap.vanaf?.description == "2031-06-15")
        try await leg(proef, event.dossier, .eindeVergunning, "2031-11-15", versie: 1)
        #expect(try await zaak(proef, event.dossier, "verblijfsdocument").uiterlijkOp == (try dag("2031-11-15")))
        let dagen = try await AnkersOpvragen(dossier: event.dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(dagen.first { $0.anker == .eindeVergunning }?.versie == 2)
        #expect(try await proef.getal("SELECT count(*) FROM ankerdag") == 0)
    }

    @Test("wat klaar is houdt zijn dag")
    func klaar() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let zaak = try await zaak(proef, event.dossier, "bijstand")
        _ = try await RegelzaakZetten(
            dossier: event.dossier, regelzaak: zaak.regelzaak, toestand: .toegekend, versie: zaak.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        try await leg(proef, event.dossier, .sleutel, "2027-01-11")
        #expect(try await self.zaak(proef, event.dossier, "bijstand").uiterlijkOp == (try dag("2027-01-18")))
        #expect(try await self.zaak(proef, event.dossier, "overbrugging").uiterlijkOp == (try dag("2027-01-11")))
    }
}

/// The list of steps is versioned: a running board keeps its own until somebody asks for the new one.
@Suite("Regeldag: een nieuwere lijst", .timeLimit(.minutes(1)))
struct RegeldagAanvullenTests {
    /// The contract with one step more, from a later day.
    private func nieuwer() throws -> Opdracht {
        var opdracht = try almere()
        opdracht.regeldag.versie = try dag("2027-07-01")
        opdracht.regeldag.stappen.append(
            Regelstap(
                code: "stadspas", naam: "Stadspas aanvragen", leefgebied: .participatie, niveau: .persoon, anker: .huisvesting,
                termijn: Termijn(2, .week, bron: "Plaatselijke praktijk, te bevestigen")))
        opdracht.regeldag.stappen.append(
            Regelstap(
                code: "glasvezel", naam: "Glasvezel regelen", leefgebied: .wonen, niveau: .huishouden, anker: .sleutel,
                termijn: Termijn(2, .week, bron: "Plaatselijke praktijk, te bevestigen")))
        return opdracht
    }

    @Test("het bord biedt de nieuwe stappen aan, en krijgt ze pas als iemand dat vraagt")
    func aanvullen() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(huishouden: een.huishouden, nummer: 2)
        try await proef.ontvang(twee)
        let oud = try await proef.bord(een.dossier)
        #expect(oud.nieuwer == nil)
        let middelen = Middelen(
            store: proef.store, keys: proef.keys, uitwisseling: proef.intake.poort, regels: try Proefregels.regels(try nieuwer()))
        let bord = try await RegeldagOpvragen(dossier: een.dossier).tonen(middelen, proef.verzoek(proef.fatima))
        #expect(bord.zaken == oud.zaken && bord.sjabloonVan == oud.sjabloonVan)
        #expect(bord.nieuwer == .init(versie: try dag("2027-07-01"), stappen: ["Stadspas aanvragen", "Glasvezel regelen"]))
        for _ in 0..<2 {
            _ = try await RegeldagAanvullen(dossier: een.dossier, naar: try dag("2027-07-01"))
                .uitvoeren(middelen, proef.verzoek(proef.fatima))
            let nu = try await RegeldagOpvragen(dossier: een.dossier).tonen(middelen, proef.verzoek(proef.teamleider))
            #expect(nu.sjabloonVan == (try dag("2027-07-01")) && nu.nieuwer == nil)
            #expect(nu.zaken.count { $0.code == "stadspas" } == 2 && nu.zaken.count { $0.code == "glasvezel" } == 1)
        }
        await #expect(throws: Failure.self) {
            try await RegeldagAanvullen(dossier: een.dossier, naar: try dag("2027-09-01"))
                .uitvoeren(middelen, proef.verzoek(proef.fatima))
        }
    }

    @Test("wat alleen met een kind geldt komt met het kind, één keer")
    func metKind() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        func codes() async throws -> [String] { try await proef.bord(een.dossier).zaken.map(\.code) }
        #expect(try await !codes().contains("kindgebonden-budget"))
        for nummer in 2...3 {
            let kind = try proef.persoon(.kind, huishouden: een.huishouden, met: een.dossier, nummer: nummer)
            try await proef.ontvang(kind)
            #expect(try await codes().count { $0 == "kindgebonden-budget" } == 1)
        }
        // The child first, then its parent.
        let kind = try proef.persoon(.kind, nummer: 5)
        try await proef.ontvang(kind)
        let ouder = try proef.persoon(huishouden: kind.huishouden, nummer: 6)
        try await proef.ontvang(ouder)
        let bord = try await proef.bord(ouder.dossier, door: proef.teamleider)
        #expect(bord.zaken.count { $0.code == "kinderopvangtoeslag" } == 1)
    }
}
