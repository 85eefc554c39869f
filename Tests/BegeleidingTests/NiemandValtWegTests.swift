// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing

@testable import BegeleidingApp

/// B8: whatever people do, in whatever order, nobody who must be guided drops off every list.
@Suite("Niemand valt weg", .timeLimit(.minutes(5)))
struct NiemandValtWegTests {
    /// Days: nobody waits longer than this before coming up by itself.
    private static let hoogstens = 60

    @Test("geen rij van handelingen maakt een lopend traject onzichtbaar", arguments: 1...25)
    func handelingen(zaad: Int) async throws {
        var chance = SeededChance(seed: UInt64(zaad))
        let proef = try Proefdienst(op: "2027-01-18", seed: UInt64(zaad))
        let ouder = try await proef.lopendTraject()
        let partner = try proef.persoon(huishouden: ouder.huishouden, nummer: 2)
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, met: ouder.dossier, nummer: 3)
        for event in [partner, kind] { try await proef.ontvang(event) }
        let iedereen = [ouder.dossier, partner.dossier, kind.dossier]
        for stap in 0..<40 {
            let wie = iedereen[Int.random(in: 0..<iedereen.count, using: &chance)]
            proef.klok.zet(proef.vandaag.adding(days: Int.random(in: 0...12, using: &chance)))
            do {
                try await doe(Int.random(in: 0...8, using: &chance), wie, proef, &chance)
            } catch is Failure {
                // What the rules refuse changes nothing; the look below still holds.
            }
            try await iederInBeeld(proef, "zaad \(zaad), stap \(stap)")
        }
    }

    private func doe(
        _ handeling: Int, _ wie: DossierID, _ proef: Proefdienst, _ chance: inout SeededChance
    ) async throws {
        let (vandaag, middelen) = (proef.vandaag, proef.middelen)
        let begeleider = Bool.random(using: &chance) ? proef.fatima : proef.karel
        func klok() async throws -> Klokstand {
            try await KlokOpvragen(dossier: wie).tonen(middelen, proef.verzoek(proef.teamleider))
        }
        switch handeling {
        case 0, 1, 2:
            let soort = Contactsoort.allCases.randomElement(using: &chance) ?? .telefoon
            let verschijning = Verschijning.allCases.randomElement(using: &chance) ?? .aanwezig
            let dagen = Int.random(in: 0...20, using: &chance)
            let stap = Bool.random(using: &chance)
            try await proef.contact(
                wie, op: vandaag.adding(days: -dagen).description, soort, verschijning, stap: stap ? "Bellen" : "",
                stapOp: stap ? vandaag.adding(days: 9).description : nil, door: proef.teamleider)
        case 3:
            _ = try await TrajectPauzeren(dossier: wie, reden: "op-verzoek", van: vandaag, versie: try await klok().versie)
                .uitvoeren(middelen, proef.verzoek(proef.teamleider))
        case 4:
            let nu = try await klok()
            guard let pauze = nu.pauzes.last else { return }
            let besluit = PauzeBijwerken.Besluit.allCases.randomElement(using: &chance) ?? .nogNodig
            _ = try await PauzeBijwerken(dossier: wie, pauze: pauze.pauze, besluit: besluit, tot: vandaag, versie: nu.versie)
                .uitvoeren(middelen, proef.verzoek(proef.teamleider))
        case 5:
            // Seldom: a traject that has ended needs no looking after.
            guard Int.random(in: 0...3, using: &chance) == 0 else { return }
            let (nu, overzicht) = (try await klok(), try await proef.overzicht(wie, door: proef.teamleider))
            let redenen = ["doelen-behaald", "op-verzoek", "verhuisd", "overleden"]
            _ = try await TrajectAfsluiten(
                dossier: wie, reden: redenen.randomElement(using: &chance) ?? "verhuisd", op: vandaag,
                doelen: overzicht.doelen.map { .init(doel: $0.doel, toestand: .bereikt) }, versie: nu.versie
            ).uitvoeren(middelen, proef.verzoek(proef.teamleider))
        case 6:
            _ = try await TrajectHeropenen(dossier: wie, versie: try await klok().versie)
                .uitvoeren(middelen, proef.verzoek(proef.teamleider))
        case 7:
            try await proef.wijsToe(wie, aan: begeleider)
        default:
            let zaken = try await proef.bord(wie, door: proef.teamleider).zaken
            guard let zaak = zaken.randomElement(using: &chance) else { return }
            _ = try await RegelzaakZetten(
                dossier: wie, regelzaak: zaak.regelzaak,
                toestand: RegelzaakToestand.allCases.randomElement(using: &chance) ?? .open, versie: zaak.versie
            ).uitvoeren(middelen, proef.verzoek(proef.teamleider))
        }
    }

    /// Everybody with a running traject, and every child that waits for one, comes up on the team leader's list within the
    /// longest time, without anybody doing anything.
    private func iederInBeeld(_ proef: Proefdienst, _ waar: String) async throws {
        let vandaag = proef.vandaag
        let lopend = try await proef.store.read { db in
            try String.fetchAll(
                db, sql: "SELECT id FROM dossier WHERE (eigen_traject = 1 AND toestand = 'lopend') OR toestand = 'wacht'")
        }
        let straks = vandaag.adding(days: Self.hoogstens)
        proef.klok.zet(straks)
        let lijst = Set(try await proef.vandaag(proef.teamleider).map(\.dossier.description))
        proef.klok.zet(vandaag)
        for id in lopend { #expect(lijst.contains(id), "\(waar): \(id) staat op \(straks) op geen lijst") }
    }
}
