// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import BegeleidingApp

@Suite("Het blad van een dossier", .timeLimit(.minutes(1)))
struct DossierbladTests {
    private func blad(_ proef: Proefdienst, _ dossier: DossierID, door actor: Actor? = nil) async throws
        -> DossierbladOpvragen.Answer
    {
        try await DossierbladOpvragen(dossier: dossier, page: PageRequest(limit: 15))
            .tonen(proef.middelen, proef.verzoek(actor ?? proef.fatima))
    }

    @Test("elk deel is wat het is als het alleen gevraagd wordt, met zijn eigen regel in het leeslog")
    func delen() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        try await proef.contact(dossier, op: "2027-01-18", notitie: "Rustig", stap: "Bellen", stapOp: "2027-01-20")
        let blad = try await blad(proef, dossier)
        #expect(
            try await proef.store.read { db in
                try db.rijen("SELECT wat FROM inzage ORDER BY id", []).map { try $0.tekst("wat") }
            } == ["traject", "regeldag", "tijdlijn"])
        #expect(blad.traject == (try await proef.overzicht(dossier)))
        let bord = try await proef.bord(dossier)
        let eerst = Regeldagbord.opVolgorde(bord.zaken.filter { $0.toestand == .open && $0.wachtOp.isEmpty }).prefix(4)
        #expect(
            blad.regeldag
                == Regeldagstand(
                    totaal: bord.zaken.count, geregeld: 0,
                    eerst: eerst.map { .init(naam: $0.naam, uiterlijkOp: $0.uiterlijkOp, waarom: $0.waarom) }))
        #expect(eerst.count == 4 && eerst.allSatisfy { !$0.waarom.isEmpty })
        let tijdlijn = try await TijdlijnOpvragen(dossier: dossier, page: PageRequest(limit: 15))
            .tonen(proef.middelen, proef.verzoek(proef.fatima))
        #expect(blad.tijdlijn?.rows == tijdlijn.rows && !tijdlijn.rows.isEmpty)
        #expect(blad.afspraken == [] && blad.veiligheid != nil)
    }

    @Test("een klantmanager ziet van het blad alleen de klok en de tijdlijn; wie niets mag zien krijgt geen blad")
    func rechten() async throws {
        let proef = try Proefdienst()
        let dossier = try await proef.lopendTraject().dossier
        func klantmanager(_ gemeente: String) -> Actor {
            Actor(user: proef.ids.make(), roles: [.klantmanager], gemeente: gemeente, purpose: "controle")
        }
        let blad = try await blad(proef, dossier, door: klantmanager("0034"))
        #expect(blad.traject != nil && blad.tijdlijn != nil)
        #expect(blad.regeldag == nil && blad.afspraken == nil && blad.veiligheid == nil)
        for actor in [klantmanager("0363"), proef.karel] {
            await #expect(throws: Failure.self) { try await self.blad(proef, dossier, door: actor) }
        }
    }

    @Test("van het bord staat vooraan wat open is en nergens op wacht, het dringendste eerst, en niet meer dan vier")
    func stand() throws {
        let ids = SeededIDSource(seed: 4)
        let ik: DossierID = ids.make()
        func stap(_ naam: String, _ toestand: RegelzaakToestand = .open, op: String? = nil) throws -> Bordstap {
            Bordstap(
                id: ids.make(), drager: ik, vanHuishouden: false, doelgroep: .statushouder18plus, code: naam, naam: naam,
                toestand: toestand, uiterlijkOp: try op.map { try dag($0) })
        }
        let stappen = [
            try stap("laat"), try stap("wacht", op: "2027-01-01"), try stap("b", op: "2027-02-01"),
            try stap("a", op: "2027-02-01"), try stap("klaar", .toegekend, op: "2027-01-01"), try stap("nvt", .nietVanToepassing),
            try stap("eerst", op: "2027-01-20"), try stap("ook laat"),
        ]
        let sjabloon = Regeldagsjabloon(
            versie: try dag("2027-01-01"),
            stappen: [
                Regelstap(
                    code: "wacht", naam: "wacht", leefgebied: .rechten, niveau: .persoon, anker: .huisvesting,
                    termijn: Termijn(1, .week, bron: "proef"), na: ["klaar", "ook laat"])
            ])
        let wacht = Bordwacht(sjabloon, stappen)
        #expect(wacht.wachtOp(stappen[1]) == ["ook laat"] && wacht.wachtOp(stappen[0]) == [])
        #expect(wacht.eerst(stappen, hoogstens: 4).map(\.naam) == ["eerst", "a", "b", "laat"])
    }
}
