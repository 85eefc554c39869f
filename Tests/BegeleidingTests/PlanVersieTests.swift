// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing
import Zegel

@testable import BegeleidingApp

@Suite("Versies van het plan", .timeLimit(.minutes(1)))
struct PlanVersieTests {
    /// A plan with a goal of own words and two actions; version 4.
    private func gevuld() async throws -> (Proefdienst, DossierID, DoelID, ActieID) {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        let doel = try await DoelToevoegen(
            dossier: dossier, leefgebied: .financien, tekst: "Ik los mijn schuld aan mijn oom af.",
            streefdatum: try dag("2027-05-01"), woorden: "Ik wil rust."
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima)).doel
        try await proef.actie(dossier, doel, "Een map maken voor rekeningen en brieven.", op: "2027-02-01")
        let actie = try await proef.actie(dossier, doel, "Mijn oom bellen", .begeleider)
        return (proef, dossier, doel, actie)
    }

    @Test("elke handeling maakt een versie met wie, wanneer en wat; de lijst bladert")
    func versies() async throws {
        let (proef, dossier, _, actie) = try await gevuld()
        try await proef.zet(dossier, actie, .gedaan, versie: 1, door: .client)
        let eerste = try await PlanVersies(dossier: dossier, page: PageRequest(limit: 3))
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(eerste.rows.map(\.versie) == [5, 4, 3])
        #expect(eerste.rows.map(\.zin).first == "Een actie bij een doel over geld en administratie is gedaan.")
        #expect(eerste.rows.map(\.vraagtAkkoord) == [false, true, true])
        #expect(eerste.rows.allSatisfy { $0.door == proef.fatima.user })
        let tweede = try await PlanVersies(dossier: dossier, page: PageRequest(after: eerste.next, limit: 3))
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(tweede.rows.map(\.versie) == [2, 1])
        #expect(tweede.next == nil)
        #expect(tweede.rows.last?.zin == "Het plan is gemaakt, met een eerste doel.")
    }

    @Test("een oude versie staat er zoals zij was, ook in eigen woorden")
    func oud() async throws {
        let (proef, dossier, doel, _) = try await gevuld()
        _ = try await DoelWijzigen(
            dossier: dossier, doel: doel, tekst: "Ik spaar voor een fiets.", woorden: "", streefdatum: nil, versie: 1
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let toen = try await proef.plan(dossier, versie: 3)
        #expect((toen.versie, toen.nieuwste) == (3, 5))
        let was = try #require(toen.doelen.last)
        #expect((was.tekst, was.woorden) == ("Ik los mijn schuld aan mijn oom af.", "Ik wil rust."))
        #expect(was.acties.map(\.tekst) == ["Een map maken voor rekeningen en brieven."])
        #expect(try await proef.plan(dossier).doelen.last?.tekst == "Ik spaar voor een fiets.")
        await #expect(throws: Failure.notFound(what: "versie van het plan")) { try await proef.plan(dossier, versie: 9) }
    }

    @Test("akkoord verzegelt de versie met wie, taal, tolk en opmerking; nog eens akkoord laat het zegel zoals het is")
    func akkoord() async throws {
        let (proef, dossier, doel, actie) = try await gevuld()
        for _ in 0..<2 { try await proef.akkoord(dossier, versie: 4, opmerking: "Oom mag het weten.", volgend: "2027-02-22") }
        #expect(try await proef.getal("SELECT COUNT(*) FROM planversie") == 1)
        let overzicht = try await proef.plan(dossier)
        #expect(overzicht.akkoordOp == proef.vandaag)
        #expect(overzicht.besluiten.first?.naam == "Selam Tesfay")
        #expect((overzicht.besluiten.first?.taal, overzicht.besluiten.first?.tolk) == ("ti", .telefonisch))
        #expect(overzicht.volgendGesprekOp == (try dag("2027-02-22")))
        let wal = try Data(contentsOf: proef.map.appending(path: "begeleiding.sqlite-wal"))
        for geheim in ["Selam Tesfay", "Oom mag", "aan mijn oom", "Mijn oom bellen"] {
            #expect(wal.range(of: Data(geheim.utf8)) == nil, "\(geheim)")
        }
        // Later: another goal, and an action that was done. The seal still says what was agreed.
        try await proef.zet(dossier, actie, .gedaan, versie: 1)
        #expect(try await proef.plan(dossier).akkoordOp == proef.vandaag)
        _ = try await DoelWijzigen(
            dossier: dossier, doel: doel, tekst: "Ik spaar.", woorden: "", streefdatum: nil, versie: 1
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        #expect(try await proef.plan(dossier).akkoordOp == nil)
        let verzegeld = try await proef.plan(dossier, versie: 4)
        #expect(verzegeld.zegel?.klopt == true)
        #expect(verzegeld.doelen.last?.tekst == "Ik los mijn schuld aan mijn oom af.")
        #expect(verzegeld.doelen.last?.acties.map(\.toestand) == [.open, .open])
        #expect(verzegeld.besluiten.map(\.versie) == [4, 4])
    }

    @Test("een akkoord van voor de acties opent nog, en een zegel dat niet klopt wordt niet geloofd")
    func zegel() async throws {
        let (proef, dossier, _, _) = try await gevuld()
        try await proef.akkoord(dossier, versie: 4)
        let traject = try #require(try await proef.overzicht(dossier).traject)
        let key = try await proef.keys.key(for: dossier)
        let oud = Data(
            """
            {"traject":"\(traject)","versie":4,"akkoordOp":"2027-01-18","doelen":[{"doel":"\(traject)","dossier":"\(dossier)",
            "leefgebied":"wonen","tekst":"Ik woon hier.","toestand":"open"}]}
            """.utf8)
        let inhoud = try Seal.seal(oud, with: key, context: Zegelplaats.plan(traject, versie: 4))
        func zet(_ hash: String) async throws {
            try await proef.store.write { tx in
                try tx.db.execute(
                    sql: "UPDATE planversie SET inhoud_zegel = ?, inhoud_hash = ?", arguments: [inhoud, hash])
            }
        }
        try await zet(try SHA256.hex(oud))
        let opent = try await proef.plan(dossier, versie: 4)
        #expect((opent.zegel?.klopt, opent.doelen.map(\.tekst)) == (true, ["Ik woon hier."]))
        try await zet(String(repeating: "0", count: 64))
        let twijfel = try await proef.plan(dossier, versie: 4)
        #expect(twijfel.zegel?.klopt == false)
        #expect(twijfel.doelen.count == 2, "wat buiten het zegel staat")
        await proef.keys.zet(weg: true)
        #expect(try await proef.plan(dossier, versie: 4).zegel?.klopt == false)
    }

    @Test("niet akkoord wordt bewaard met de woorden van de cliënt en beëindigt een eerder akkoord")
    func geweigerd() async throws {
        let (proef, dossier, _, _) = try await gevuld()
        try await proef.akkoord(dossier, versie: 4)
        do {
            try await proef.akkoord(dossier, versie: 4, .geweigerd)
            Issue.record("niet akkoord zonder woorden")
        } catch Failure.invalid(let fouten) { #expect(fouten.map(\.field) == ["opmerking"]) }
        try await proef.akkoord(dossier, versie: 4, .geweigerd, opmerking: "Ik wil eerst Nederlands leren.")
        let plan = try await proef.plan(dossier)
        #expect(plan.akkoordOp == nil)
        #expect(plan.besluiten.map(\.keus) == [.geweigerd, .akkoord])
        #expect(plan.besluiten.first?.opmerking == "Ik wil eerst Nederlands leren.")
        #expect(try await proef.plan(dossier, versie: 4).zegel?.klopt == true, "wat verzegeld was blijft verzegeld")
        let rijen = try await TijdlijnOpvragen(dossier: dossier, soort: "plan", page: PageRequest())
            .tonen(proef.middelen, proef.verzoek(proef.fatima)).rows
        #expect(rijen.first?.zin == "De cliënt is niet akkoord met versie 4 van het plan.")
    }

    @Test("akkoord op een plan dat intussen anders is, is een conflict dat zegt wie het wijzigde")
    func verouderd() async throws {
        let (proef, dossier, doel, _) = try await gevuld()
        try await proef.actie(dossier, doel, "Nog iets", door: proef.teamleider)
        do {
            try await proef.akkoord(dossier, versie: 4)
            Issue.record("akkoord met een oud plan")
        } catch Failure.conflict(let conflict) {
            #expect((conflict.yours, conflict.newest) == (4, 5))
            #expect(conflict.changedBy == proef.teamleider.user?.description)
        }
    }

    @Test("vergelijken zegt in zinnen wat erbij kwam, verdween en veranderde, in welke volgorde men ook vraagt")
    func vergelijken() async throws {
        let (proef, dossier, doel, actie) = try await gevuld()
        let eerste = try #require(try await proef.plan(dossier).doelen.first)
        _ = try await DoelToestandZetten(
            dossier: dossier, doel: eerste.doel, toestand: .vervallen, versie: 1, reden: "niet-meer-nodig"
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        _ = try await DoelWijzigen(
            dossier: dossier, doel: doel, tekst: "Ik los mijn schuld aan mijn oom af.", woorden: "Ik wil slapen.",
            streefdatum: try dag("2027-06-01"), versie: 1
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        try await proef.zet(dossier, actie, .gedaan, versie: 1, door: .client)
        for (van, naar) in [(4, 7), (7, 4)] {
            let verschil = try await PlanVergelijken(dossier: dossier, van: van, naar: naar)
                .tonen(proef.middelen, proef.verzoek(proef.fatima))
            #expect((verschil.van.versie, verschil.naar.versie) == (4, 7))
            #expect(
                verschil.regels.map { "\($0.soort) \($0.wat): \($0.zin)" } == [
                    "verdwenen doel: Niet meer in het plan: “Mijn woning is geregeld en ik weet wat ik zelf moet doen.”",
                    "gewijzigd doel: Gewijzigd: “Ik los mijn schuld aan mijn oom af.”",
                    "gewijzigd actie: Actie gedaan: “Mijn oom bellen”.",
                ])
            #expect(verschil.regels[0].velden.map(\.nieuw) == ["Niet meer nodig"])
            #expect(verschil.regels[1].velden.map(\.naam) == ["In eigen woorden", "Streefdatum"])
            #expect(verschil.regels[1].velden.map(\.oud) == ["Ik wil rust.", "1 mei 2027"])
            #expect(verschil.regels[2].velden.map(\.nieuw) == ["Gedaan door de cliënt"])
        }
        await proef.keys.zet(weg: true)
        await #expect(throws: Failure.self) {
            try await PlanVergelijken(dossier: dossier, van: 4, naar: 7).tonen(proef.middelen, proef.verzoek(proef.fatima))
        }
    }

    @Test("bij de afronding krijgt het plan een laatste versie met de uitkomst van elk doel; daarna staat het vast")
    func afronden() async throws {
        let (proef, dossier, doel, _) = try await gevuld()
        let klok = try await KlokOpvragen(dossier: dossier).tonen(proef.middelen, proef.verzoek(proef.teamleider))
        let doelen = try await proef.plan(dossier).doelen
        _ = try await TrajectAfsluiten(
            dossier: dossier, reden: "doelen-behaald", op: proef.vandaag,
            doelen: doelen.map { .init(doel: $0.doel, toestand: .bereikt) }, versie: klok.versie
        ).uitvoeren(proef.middelen, proef.verzoek(proef.teamleider))
        let einde = try await proef.plan(dossier)
        #expect((einde.versie, einde.loopt) == (5, false))
        #expect(einde.doelen.allSatisfy { $0.toestand == .bereikt })
        #expect(try await proef.plan(dossier, versie: 4).doelen.allSatisfy { $0.toestand == .open })
        await #expect(throws: Failure.self) { try await proef.actie(dossier, doel, "Te laat") }
    }

    @Test("een ander mag er niets van zien")
    func dicht() async throws {
        let (proef, dossier, _, _) = try await gevuld()
        await #expect(throws: Failure.self) { try await proef.plan(dossier, door: proef.karel) }
        await #expect(throws: Failure.self) {
            try await PlanVersies(dossier: dossier, page: PageRequest()).tonen(proef.middelen, proef.verzoek(proef.karel))
        }
        await #expect(throws: Failure.self) {
            try await PlanVergelijken(dossier: dossier, van: 1, naar: 2).tonen(proef.middelen, proef.verzoek(proef.karel))
        }
    }
}
