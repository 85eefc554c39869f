// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Zegel

@testable import BegeleidingApp

@Suite("Plan van aanpak", .timeLimit(.minutes(1)))
struct PlanTests {
    @discardableResult
    private func voegToe(
        _ proef: Proefdienst, _ dossier: DossierID, _ tekst: String, _ gebied: Leefgebied = .financien, streef: String? = nil
    ) async throws -> DoelID {
        try await DoelToevoegen(dossier: dossier, leefgebied: gebied, tekst: tekst, streefdatum: try streef.map(dag))
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima)).doel
    }

    private func zet(_ proef: Proefdienst, _ dossier: DossierID, _ doel: DoelID, _ toestand: DoelToestand, _ versie: Int)
        async throws
    {
        _ = try await DoelToestandZetten(dossier: dossier, doel: doel, toestand: toestand, versie: versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
    }

    @Test("de bibliotheek geeft de zinnen van de opdracht in de volgorde van de leefgebieden")
    func bibliotheek() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let zinnen = try await DoelenBibliotheek(dossier: event.dossier).tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(zinnen.count == 36)
        #expect(zinnen.first == .init(leefgebied: .wonen, tekst: "Mijn woning is geregeld en ik weet wat ik zelf moet doen."))
    }

    @Test("een zin uit de bibliotheek staat leesbaar, eigen woorden zijn verzegeld; beide maken een nieuwe versie van het plan")
    func toevoegen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await voegToe(proef, event.dossier, "Ik betaal mijn rekeningen zelf en op tijd.")
        try await voegToe(proef, event.dossier, "Ik los mijn schuld aan mijn oom af.", streef: "2027-05-01")
        let overzicht = try await proef.overzicht(event.dossier)
        #expect(overzicht.planVersie == 3)
        #expect(
            overzicht.doelen.map(\.tekst).suffix(2) == [
                "Ik betaal mijn rekeningen zelf en op tijd.", "Ik los mijn schuld aan mijn oom af.",
            ])
        #expect(try await proef.getal("SELECT COUNT(*) FROM doel WHERE zin IS NOT NULL") == 2)
        let wal = try Data(contentsOf: proef.map.appending(path: "begeleiding.sqlite-wal"))
        #expect(wal.range(of: Data("rekeningen zelf".utf8)) != nil)
        #expect(wal.range(of: Data("mijn oom".utf8)) == nil)
        await proef.keys.zet(weg: true)
        #expect(try await proef.overzicht(event.dossier).doelen.last?.tekst == onleesbaar)
    }

    @Test("een doel dat niet klopt noemt de velden")
    func fouten() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        do {
            try await voegToe(proef, event.dossier, "  ", streef: "2027-01-01")
            Issue.record("het doel is toegevoegd")
        } catch Failure.invalid(let fouten) {
            #expect(fouten.map { "\($0.field) \($0.code)" } == ["tekst leeg", "streefdatum verleden"])
        }
    }

    @Test("een bereikt doel telt mee, krijgt een dag en staat op de tijdlijn; het plan blijft hetzelfde plan")
    func bereikt() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let doel = try #require(try await proef.overzicht(event.dossier).doelen.first)
        proef.klok.zet(try dag("2027-03-01"))
        try await zet(proef, event.dossier, doel.doel, .bereikt, doel.versie)
        let overzicht = try await proef.overzicht(event.dossier)
        #expect(overzicht.doelen.first?.bereiktOp == (try dag("2027-03-01")))
        #expect(overzicht.planVersie == 1)
        let kaart = try #require(
            try await TrajectKaarten(dossiers: [event.dossier]).tonen(proef.middelen, proef.verzoek(proef.fatima)).first)
        #expect((kaart.doelenBereikt, kaart.doelenTotaal) == (1, 1))
        #expect(try await proef.verteld(DoelGewijzigd.self).map(\.toestand) == [.open, .bereikt])
        let regels = try await TijdlijnOpvragen(dossier: event.dossier, soort: "plan", page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
        #expect(
            regels.first?.zin == "Doel over wonen staat op “Bereikt”: “Mijn woning is geregeld en ik weet wat ik zelf moet doen.”"
        )
    }

    @Test("wie een oude versie op het scherm had krijgt een conflict en verandert niets")
    func conflict() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let doel = try #require(try await proef.overzicht(event.dossier).doelen.first)
        try await zet(proef, event.dossier, doel.doel, .bezig, doel.versie)
        do {
            try await zet(proef, event.dossier, doel.doel, .vervallen, doel.versie)
            Issue.record("de oude versie won")
        } catch Failure.conflict(let conflict) {
            #expect((conflict.yours, conflict.newest, conflict.changedBy) == (1, 2, proef.fatima.user?.description))
        }
        #expect(try await proef.overzicht(event.dossier).doelen.first?.toestand == .bezig)
    }

    @Test("een doel van een ander dossier is er niet")
    func andermansDoel() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(nummer: 2)
        try await proef.ontvang(twee)
        try await proef.wijsToe(twee.dossier)
        let doel = try #require(try await proef.overzicht(een.dossier).doelen.first)
        await #expect(throws: Failure.notFound(what: "doel")) {
            try await zet(proef, twee.dossier, doel.doel, .bereikt, doel.versie)
        }
    }

    @Test("akkoord verzegelt het plan zoals het is; een doel erbij vraagt opnieuw akkoord")
    func akkoord() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await voegToe(proef, event.dossier, "Ik los mijn schuld aan mijn oom af.")
        let traject = try #require(try await proef.overzicht(event.dossier).traject)
        for _ in 0..<2 {
            _ = try await PlanAkkoord(dossier: event.dossier, versie: 2).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        #expect(try await proef.overzicht(event.dossier).planAkkoordOp == (try dag("2027-01-18")))
        #expect(try await proef.getal("SELECT COUNT(*) FROM planversie") == 1)

        let key = try await proef.keys.key(for: event.dossier)
        let (zegel, hash) = try await proef.store.read { db in
            let rij = try db.rij("SELECT * FROM planversie", [])
            return (rij?["inhoud_zegel"] as Data?, rij?["inhoud_hash"] as String?)
        }
        let inhoud = try Seal.open(try #require(zegel), with: key, context: Zegelplaats.plan(traject, versie: 2))
        #expect(try SHA256.hex(inhoud) == hash)
        let moment: Planmoment = try MessageCoding.decode(from: inhoud)
        #expect(moment.doelen.map(\.tekst).last == "Ik los mijn schuld aan mijn oom af.")

        try await voegToe(proef, event.dossier, "Ik weet waar ik heen kan met vragen over geld.")
        let overzicht = try await proef.overzicht(event.dossier)
        #expect((overzicht.planVersie, overzicht.planAkkoordOp) == (3, nil))
        await #expect(throws: Failure.conflict(.init(yours: 2, newest: 3))) {
            _ = try await PlanAkkoord(dossier: event.dossier, versie: 2)
                .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
    }

    @Test("een doel van een kind staat in het plan van de ouder en op de pagina van het kind")
    func kind() async throws {
        let proef = try Proefdienst()
        let ouder = try await proef.lopendTraject()
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, nummer: 2)
        try await proef.ontvang(kind)
        try await voegToe(proef, kind.dossier, "Mijn kind gaat naar school.", .onderwijs)
        #expect(try await proef.overzicht(ouder.dossier).doelen.map(\.voor) == [nil, kind.dossier])
        #expect(try await proef.overzicht(kind.dossier).doelen.map(\.tekst) == ["Mijn kind gaat naar school."])
        await #expect(throws: Failure.self) {
            try await PlanAkkoord(dossier: kind.dossier, versie: 0).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
    }
}
