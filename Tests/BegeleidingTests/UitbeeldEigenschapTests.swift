// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing

@testable import BegeleidingApp

/// No sequence of acts makes a running traject invisible: every running traject, and every child that waits for one, is on the
/// standing list or has a day on which it comes back; and on that day it is there. Nobody leaves without an act.
@Suite("Uit beeld: niemand verdwijnt", .timeLimit(.minutes(10)))
struct UitbeeldEigenschapTests {
    @Test("geen rij van handelingen maakt een lopend traject onzichtbaar", arguments: 1...25)
    func handelingen(zaad: Int) async throws {
        var chance = SeededChance(seed: UInt64(zaad) &* 7919)
        let proef = try Proefdienst(op: "2027-01-18", seed: UInt64(zaad))
        let ouder = try await proef.lopendTraject()
        let partner = try proef.persoon(huishouden: ouder.huishouden, nummer: 2)
        let kind = try proef.persoon(.kind, huishouden: ouder.huishouden, met: ouder.dossier, nummer: 3)
        let alleen = try proef.persoon(.kind, nummer: 4)
        for event in [partner, kind, alleen] { try await proef.ontvang(event) }
        let iedereen = [ouder, partner, kind, alleen].map(\.dossier)
        for stap in 0..<40 {
            let wie = iedereen[Int.random(in: 0..<iedereen.count, using: &chance)]
            try await gaVerder(proef, dagen: Int.random(in: 0...12, using: &chance), "zaad \(zaad), stap \(stap)")
            do {
                try await doe(Int.random(in: 0...12, using: &chance), wie, proef, &chance)
            } catch is Failure {
                // What the rules refuse changes nothing; the look below still holds.
            }
            try await controleer(proef, "zaad \(zaad), stap \(stap)")
        }
    }

    /// Days go by without an act: whoever was on the list stays on it.
    private func gaVerder(_ proef: Proefdienst, dagen: Int, _ waar: String) async throws {
        let eerst = Set(try await proef.uitBeeld().map(\.dossier))
        proef.klok.zet(proef.vandaag.adding(days: dagen))
        let dan = Set(try await proef.uitBeeld().map(\.dossier))
        #expect(eerst.isSubset(of: dan), "\(waar): iemand ging van de lijst zonder handeling")
    }

    private func doe(
        _ handeling: Int, _ wie: DossierID, _ proef: Proefdienst, _ chance: inout SeededChance
    ) async throws {
        let (vandaag, middelen, leider) = (proef.vandaag, proef.middelen, proef.teamleider)
        let begeleider = Bool.random(using: &chance) ? proef.fatima : proef.karel
        func klok() async throws -> Klokstand { try await KlokOpvragen(dossier: wie).tonen(middelen, proef.verzoek(leider)) }
        switch handeling {
        case 0, 1:
            let stap = Bool.random(using: &chance)
            try await proef.contact(
                wie, op: vandaag.adding(days: -Int.random(in: 0...20, using: &chance)).description,
                Contactsoort.allCases.randomElement(using: &chance) ?? .telefoon,
                Verschijning.allCases.randomElement(using: &chance) ?? .aanwezig, stap: stap ? "Bellen" : "",
                stapOp: stap ? vandaag.adding(days: Int.random(in: 0...60, using: &chance)).description : nil, door: leider)
        case 2:
            _ = try await TrajectPauzeren(dossier: wie, reden: "op-verzoek", van: vandaag, versie: try await klok().versie)
                .uitvoeren(middelen, proef.verzoek(leider))
        case 3:
            let nu = try await klok()
            guard let pauze = nu.pauzes.last else { return }
            _ = try await PauzeBijwerken(
                dossier: wie, pauze: pauze.pauze,
                besluit: PauzeBijwerken.Besluit.allCases.randomElement(using: &chance) ?? .nogNodig, tot: vandaag,
                versie: nu.versie
            ).uitvoeren(middelen, proef.verzoek(leider))
        case 4:
            guard Int.random(in: 0...2, using: &chance) == 0 else { return }
            let (nu, overzicht) = (try await klok(), try await proef.overzicht(wie, door: leider))
            let redenen = ["doelen-behaald", "op-verzoek", "verhuisd", "overleden"]
            _ = try await TrajectAfsluiten(
                dossier: wie, reden: redenen.randomElement(using: &chance) ?? "verhuisd", op: vandaag,
                doelen: overzicht.doelen.map { .init(doel: $0.doel, toestand: .bereikt) }, versie: nu.versie
            ).uitvoeren(middelen, proef.verzoek(leider))
        case 5:
            _ = try await TrajectHeropenen(dossier: wie, versie: try await klok().versie)
                .uitvoeren(middelen, proef.verzoek(leider))
        case 6: try await proef.wijsToe(wie, aan: begeleider)
        case 7:
            let zaken = try await proef.bord(wie, door: leider).zaken
            guard let zaak = zaken.randomElement(using: &chance) else { return }
            _ = try await RegelzaakZetten(
                dossier: wie, regelzaak: zaak.regelzaak,
                toestand: RegelzaakToestand.allCases.randomElement(using: &chance) ?? .open, versie: zaak.versie
            ).uitvoeren(middelen, proef.verzoek(leider))
        case 8, 9:
            try await proef.gezien(
                wie, tot: vandaag.adding(days: Int.random(in: 0...30, using: &chance)).description, door: leider)
        case 10:
            let versie = try await proef.beeld(wie).documentVersie
            let tot = Bool.random(using: &chance) ? vandaag.adding(days: Int.random(in: -30...500, using: &chance)) : nil
            _ = try await VerblijfsdocumentVastleggen(dossier: wie, geldigTot: tot, versie: versie)
                .uitvoeren(middelen, proef.verzoek(leider))
        case 11:
            guard let aan = begeleider.user else { return }
            _ = try await OverdrachtenStarten(dossiers: [wie], aan: aan).uitvoeren(middelen, proef.verzoek(leider))
        default:
            let open = try await OverdrachtenOpvragen(page: PageRequest()).tonen(middelen, proef.verzoek(leider)).rows
            guard let een = open.randomElement(using: &chance) else { return }
            let ontvanger = een.aan == proef.fatima.user ? proef.fatima : proef.karel
            let besluit = OverdrachtBeslissen.Besluit.allCases.randomElement(using: &chance) ?? .intrekken
            _ = try await OverdrachtBeslissen(overdracht: een.overdracht, besluit: besluit, reden: "te-vol", versie: een.versie)
                .uitvoeren(middelen, proef.verzoek(besluit == .intrekken ? leider : ontvanger))
        }
    }

    private func controleer(_ proef: Proefdienst, _ waar: String) async throws {
        let vandaag = proef.vandaag
        let lopend = try await proef.store.read { db in
            try String.fetchAll(
                db, sql: "SELECT id FROM dossier WHERE (eigen_traject = 1 AND toestand = 'lopend') OR toestand = 'wacht'")
        }
        let lijst = Set(try await proef.uitBeeld(limit: 3).map(\.dossier))
        for tekst in lopend {
            let id = try #require(DossierID(tekst))
            let beeld = try await proef.beeld(id)
            #expect(beeld.nu.isEmpty == !lijst.contains(id), "\(waar): lijst en dossier zijn het niet eens")
            guard beeld.nu.isEmpty else { continue }
            // Not on the list: then there is a day with a reason, and on that day it is there.
            let straks = try #require(beeld.straks.first, "\(waar): \(id) is onzichtbaar")
            #expect(straks.sinds > vandaag && vandaag.days(until: straks.sinds) <= 400, "\(waar): \(straks.sinds)")
            proef.klok.zet(straks.sinds)
            #expect(try await proef.uitBeeld().contains { $0.dossier == id }, "\(waar): \(id) kwam niet terug")
            proef.klok.zet(vandaag)
        }
    }
}
