// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Testing

@testable import BegeleidingApp

/// A step that stands between asked and decided never falls out of sight, and every change can be read and taken back.
@Suite("Regelzaak: dagen, bewijs, verloop", .timeLimit(.minutes(2)))
struct RegelverloopTests {
    private func zaak(_ proef: Proefdienst, _ dossier: DossierID, _ code: String) async throws -> Regeldagbord.Regelzaak {
        try #require(try await proef.bord(dossier).zaken.first { $0.code == code })
    }

    private func beeld(_ proef: Proefdienst, _ dossier: DossierID, _ code: String) async throws -> Regelzaakbeeld {
        try await RegelzaakOpvragen(dossier: dossier, regelzaak: try await zaak(proef, dossier, code).regelzaak)
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
    }

    private func zet(
        _ proef: Proefdienst, _ dossier: DossierID, _ code: String, _ toestand: RegelzaakToestand, op: String? = nil,
        reden: Regelreden? = nil
    ) async throws {
        let zaak = try await zaak(proef, dossier, code)
        _ = try await RegelzaakZetten(
            dossier: dossier, regelzaak: zaak.regelzaak, toestand: toestand, versie: zaak.versie, op: try op.map(dag),
            reden: reden
        ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
    }

    private func terug(_ proef: Proefdienst, _ dossier: DossierID, _ code: String) async throws {
        let zaak = try await zaak(proef, dossier, code)
        _ = try await RegelzaakTerugdraaien(dossier: dossier, regelzaak: zaak.regelzaak, versie: zaak.versie)
            .uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
    }

    @Test("een aanvraag krijgt de dag waarop de wet een besluit wil, en staat dan op de lijst van vandaag")
    func beslistermijn() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await zet(proef, event.dossier, "bijstand", .aangevraagd, op: "2027-01-15")
        let bijstand = try await zaak(proef, event.dossier, "bijstand")
        // Eight weeks from Friday 15 January.
        #expect(bijstand.controleOp == (try dag("2027-03-12")))
        #expect(bijstand.controleWaarom?.contains("8 weken na de dag van de aanvraag (vrijdag 15 januari 2027)") == true)
        #expect(bijstand.controleWaarom?.contains("Bron: Awb, artikel 4:13.") == true)
        proef.klok.zet(try dag("2027-03-12"))
        let punt = try #require(try await proef.vandaag().first { $0.soort == "regelzaak-controle" })
        #expect(punt.tekst == "Kijk hoe het staat: Uitkering aanvragen." && punt.waarom == bijstand.controleWaarom)
    }

    @Test("zonder wettelijke termijn kijkt iemand na vier weken")
    func zonderTermijn() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await zet(proef, event.dossier, "brp-verhuizing", .aangevraagd)
        let brp = try await zaak(proef, event.dossier, "brp-verhuizing")
        #expect(brp.controleOp == (try dag("2027-02-15")) && brp.controleWaarom?.contains("eigen werkafspraak") == true)
        #expect(brp.aangevraagdOp == (try dag("2027-01-18")))
    }

    /// Day of the decision, last day for an objection: six weeks, and never on a free day.
    @Test(
        "na een afwijzing loopt de termijn voor bezwaar: zes weken vanaf het besluit",
        arguments: [
            ("2027-01-29", "2027-03-12"), ("2027-02-12", "2027-03-30"), ("2027-02-15", "2027-03-30"),
            ("2027-03-16", "2027-04-28"), ("2027-03-24", "2027-05-07"), ("2027-11-13", "2027-12-27"),
        ])
    func bezwaar(besluit: String, tot: String) async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await zet(proef, event.dossier, "bijstand", .aangevraagd, op: "2027-01-18")
        proef.klok.zet(try dag(besluit))
        try await zet(proef, event.dossier, "bijstand", .afgewezen)
        let bijstand = try await zaak(proef, event.dossier, "bijstand")
        #expect(bijstand.bezwaarTot == (try dag(tot)) && bijstand.bezwaarWaarom?.contains("Awb, artikelen 6:7 en 6:8") == true)
        proef.klok.zet(try dag(tot))
        let punt = try #require(try await proef.vandaag().first { $0.soort == "regelzaak-bezwaar" })
        #expect(punt.uiterlijkOp == (try dag(tot)) && punt.tekst == "Afgewezen: Uitkering aanvragen. Beslis over bezwaar.")
        try await zet(proef, event.dossier, "bijstand", .bezwaar)
        #expect(try await zaak(proef, event.dossier, "bijstand").bezwaarTot == nil)
        #expect(try await !proef.vandaag().contains { $0.soort == "regelzaak-bezwaar" })
    }

    @Test("de dag van een besluit ligt niet voor de aanvraag en niet in de toekomst")
    func dagen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await zet(proef, event.dossier, "bijstand", .aangevraagd, op: "2027-01-16")
        for (dag, code) in [("2027-01-15", "voor-aanvraag"), ("2027-01-19", "toekomst")] {
            do {
                try await zet(proef, event.dossier, "bijstand", .toegekend, op: dag)
                Issue.record("\(dag) werd genomen")
            } catch Failure.invalid(let fouten) {
                #expect(fouten.map(\.code) == [code])
            }
        }
    }

    @Test("bewijs, wie en controle worden bewaard; het kenmerk is verzegeld en niemand anders leest het")
    func bijhouden() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await zet(proef, event.dossier, "bijstand", .aangevraagd)
        let was = try await zaak(proef, event.dossier, "bijstand")
        let opdracht = RegelzaakBijhouden(
            dossier: event.dossier, regelzaak: was.regelzaak, uitvoerder: .vrijwilliger, aangevraagdOp: try dag("2027-01-17"),
            beslistOp: nil, controleOp: try dag("2027-02-01"), bewijs: .brief, kenmerk: " Z-2027/88 van mevrouw Bos ",
            versie: was.versie)
        _ = try await opdracht.uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        let nu = try await beeld(proef, event.dossier, "bijstand")
        #expect(nu.kenmerk == "Z-2027/88 van mevrouw Bos" && nu.zaak.uitvoerder == .vrijwilliger && nu.zaak.bewijs == .brief)
        #expect(nu.zaak.controleWaarom == "Deze dag is gekozen op 18 januari 2027.")
        #expect(
            nu.verloop.first?.zin
                == "Bijgewerkt: wie het doet is een vrijwilliger, de dag van de aanvraag is 17 januari 2027, de volgende controle is 1 februari 2027, het bewijs is brief of besluit en kenmerk of opmerking gewijzigd."
        )
        // Nothing of it outside the seal: not in the store, not in an event.
        let tekst = try await proef.store.read { db in
            try String.fetchAll(db, sql: "SELECT rij FROM wegwijs_historie UNION ALL SELECT voor || na FROM regelzaak_verloop")
                .joined()
        }
        #expect(!tekst.contains("mevrouw Bos"))
        for event in try await proef.store.outbox(after: 0, limit: 1000) {
            #expect(!String(decoding: event.data, as: UTF8.self).contains("Bos"))
        }
        // The key is away: the page works and says so.
        await proef.keys.zet(weg: true)
        let zonder = try await beeld(proef, event.dossier, "bijstand")
        #expect(zonder.kenmerk == nil && zonder.kenmerkOnleesbaar)
        await #expect(throws: Failure.self) {
            try await RegelzaakOpvragen(dossier: event.dossier, regelzaak: was.regelzaak)
                .tonen(proef.middelen, proef.verzoek(proef.karel))
        }
    }

    @Test("een stap van het huishouden die een ander overneemt houdt zijn kenmerk, en wat er daarvoor stond ook")
    func overgenomen() async throws {
        let proef = try Proefdienst()
        let een = try await proef.lopendTraject()
        let twee = try proef.persoon(huishouden: een.huishouden, nummer: 2)
        try await proef.ontvang(twee)
        try await proef.wijsToe(twee.dossier, aan: proef.fatima)
        let stap = try #require(try await proef.bord(een.dossier).zaken.first { $0.dossier == nil })
        func kenmerk(_ tekst: String, via dossier: DossierID) async throws {
            let nu = try await zaak(proef, dossier, stap.code)
            _ = try await RegelzaakBijhouden(
                dossier: dossier, regelzaak: nu.regelzaak, uitvoerder: .client, aangevraagdOp: nu.aangevraagdOp, beslistOp: nil,
                controleOp: nu.controleOp, bewijs: .bericht, kenmerk: tekst, versie: nu.versie
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        try await kenmerk("Z-1", via: een.dossier)
        try await proef.store.write { [regels = proef.middelen.regels] tx in
            try Dossiers.vind(tx.db, een.dossier)?.beeindig(tx, regels, reden: "verhuisd", op: try dag("2027-01-18"))
        }
        // Who carries it now has another key.
        let drager = try await proef.store.read { try Regelzaken.vind($0, stap.regelzaak)?.zaak.drager }
        #expect(drager == twee.dossier)
        #expect(try await beeld(proef, twee.dossier, stap.code).kenmerk == "Z-1")
        try await kenmerk("Z-1", via: twee.dossier)
        #expect(try await beeld(proef, twee.dossier, stap.code).kenmerk == "Z-1")
        try await kenmerk("Z-2", via: twee.dossier)
        #expect(try await beeld(proef, twee.dossier, stap.code).kenmerk == "Z-2")
        try await terug(proef, twee.dossier, stap.code)
        #expect(try await beeld(proef, twee.dossier, stap.code).kenmerk == "Z-1")
    }

    @Test("alle velden tegelijk: wat loopt houdt een dag waarop iemand kijkt")
    func veldfouten() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await zet(proef, event.dossier, "bijstand", .aangevraagd)
        let was = try await zaak(proef, event.dossier, "bijstand")
        do {
            _ = try await RegelzaakBijhouden(
                dossier: event.dossier, regelzaak: was.regelzaak, uitvoerder: nil, aangevraagdOp: nil,
                beslistOp: try dag("2027-01-19"), controleOp: nil, bewijs: nil,
                kenmerk: String(repeating: "x", count: 501), versie: was.versie
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
            Issue.record("dit werd genomen")
        } catch Failure.invalid(let fouten) {
            #expect(Set(fouten.map(\.field)) == ["beslistOp", "aangevraagdOp", "controleOp", "kenmerk"])
        }
    }

    @Test("de laatste wijziging gaat terug, met het kenmerk erbij; terugdraaien zelf niet")
    func ongedaan() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        try await zet(proef, event.dossier, "bijstand", .aangevraagd, op: "2027-01-10")
        let een = try await zaak(proef, event.dossier, "bijstand")
        func kenmerk(_ tekst: String) async throws {
            let nu = try await zaak(proef, event.dossier, "bijstand")
            _ = try await RegelzaakBijhouden(
                dossier: event.dossier, regelzaak: nu.regelzaak, uitvoerder: .client, aangevraagdOp: nu.aangevraagdOp,
                beslistOp: nil, controleOp: nu.controleOp, bewijs: .bericht, kenmerk: tekst, versie: nu.versie
            ).uitvoeren(proef.middelen, proef.verzoek(proef.fatima))
        }
        try await kenmerk("eerste")
        try await kenmerk("tweede")
        #expect(try await beeld(proef, event.dossier, "bijstand").ongedaan == "Zet terug wat bij deze stap stond.")
        try await terug(proef, event.dossier, "bijstand")
        let twee = try await beeld(proef, event.dossier, "bijstand")
        #expect(twee.kenmerk == "eerste" && twee.ongedaan == nil && twee.zaak.controleOp == een.controleOp)
        #expect(twee.verloop.first?.zin == "Laatste wijziging teruggedraaid: weer “Aangevraagd”.")
        await #expect(throws: Failure.state(reason: "Er is bij deze stap niets om terug te draaien.")) {
            try await terug(proef, event.dossier, "bijstand")
        }
        try await zet(proef, event.dossier, "bijstand", .afgewezen)
        try await terug(proef, event.dossier, "bijstand")
        let drie = try await zaak(proef, event.dossier, "bijstand")
        #expect(drie.toestand == .aangevraagd && drie.bezwaarTot == nil && drie.controleOp == een.controleOp)
        // Others heard of each state, the way back included.
        #expect(
            try await proef.verteld(RegelzaakGewijzigd.self).map(\.toestand) == [.aangevraagd, .afgewezen, .aangevraagd])
    }

    @Test("een stap die niemand aanraakte heeft niets om terug te draaien, en noemt wat hij mag")
    func overgangen() async throws {
        let proef = try Proefdienst()
        let event = try await proef.lopendTraject()
        let digid = try await beeld(proef, event.dossier, "digid")
        #expect(digid.ongedaan == nil && digid.verloop.isEmpty)
        #expect(digid.overgangen.map(\.toestand) == [.nietVanToepassing, .aangevraagd, .toegekend])
        #expect(digid.overgangen[1].redenen == [.tegelijk, .instantieAkkoord, .haast])
        #expect(digid.overgangen[1].uitleg?.contains("Verhuizing doorgeven aan de gemeente") == true)
    }

    /// Whatever is done in whatever order: the rules hold, nothing is lost, and what waits for an answer stays in sight.
    @Test("geen rij van handelingen breekt de regels van een stap", arguments: 1...12)
    func rijen(zaad: Int) async throws {
        var chance = SeededChance(seed: UInt64(zaad))
        let proef = try Proefdienst(seed: UInt64(zaad))
        let event = try await proef.lopendTraject()
        let codes = ["brp-verhuizing", "bijstand", "digid", "kwijtschelding"]
        var vorige: [String: Regeldagbord.Regelzaak] = [:]
        for _ in 0..<25 {
            proef.klok.zet(proef.vandaag.adding(days: Int.random(in: 0...6, using: &chance)))
            let code = codes[Int.random(in: 0..<codes.count, using: &chance)]
            let was = try await zaak(proef, event.dossier, code)
            let beeld = try await beeld(proef, event.dossier, code)
            let handeling = Int.random(in: 0...5, using: &chance)
            do {
                if handeling == 0 {
                    try await terug(proef, event.dossier, code)
                    let nu = try await zaak(proef, event.dossier, code)
                    // Exactly as it was before the last change, but for its number.
                    if var terug = vorige[code] {
                        (terug.versie, terug.wachtOp, terug.vanaf) = (nu.versie, nu.wachtOp, nu.vanaf)
                        #expect(nu == terug, "zaad \(zaad)")
                    }
                    #expect(nu.versie == was.versie + 1)
                } else {
                    let naar = RegelzaakToestand.allCases.randomElement(using: &chance) ?? .open
                    let reden = Bool.random(using: &chance) ? Regelreden.allCases.randomElement(using: &chance) : nil
                    try await zet(proef, event.dossier, code, naar, reden: reden)
                    let nu = try await zaak(proef, event.dossier, code)
                    #expect(nu.toestand == naar && (nu.versie == was.versie + 1 || naar == was.toestand))
                    if naar != was.toestand {
                        let overgang = beeld.overgangen.first { $0.toestand == naar }
                        #expect(overgang != nil, "zaad \(zaad): \(was.toestand) naar \(naar)")
                        #expect(overgang?.redenen.isEmpty == true || overgang?.redenen.contains { $0 == reden } == true)
                        vorige[code] = was
                    } else if nu.versie != was.versie {
                        vorige[code] = was
                    }
                }
            } catch is Failure {
                var nu = try await zaak(proef, event.dossier, code)
                nu.vanaf = was.vanaf
                #expect(nu == was, "wat geweigerd werd verandert niets")
            }
            try await inBeeld(proef, event.dossier)
        }
    }

    private func inBeeld(_ proef: Proefdienst, _ dossier: DossierID) async throws {
        let zaken = try await proef.bord(dossier).zaken
        let vandaag = proef.vandaag
        let straks = vandaag.adding(days: 120)
        proef.klok.zet(straks)
        let lijst = try await proef.vandaag(limit: 200).map(\.tekst)
        proef.klok.zet(vandaag)
        for zaak in zaken where [.aangevraagd, .afgewezen, .bezwaar].contains(zaak.toestand) {
            #expect(zaak.controleOp != nil && zaak.controleWaarom != nil)
            #expect(lijst.contains("Kijk hoe het staat: \(zaak.naam)."))
        }
    }
}
