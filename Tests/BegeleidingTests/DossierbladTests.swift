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
            try await proef.getal("SELECT COUNT(DISTINCT wat) FROM inzage WHERE wat IN ('traject', 'regeldag', 'tijdlijn')") == 3)
        #expect(blad.traject == (try await proef.overzicht(dossier)))
        let bord = try await proef.bord(dossier)
        #expect(blad.regeldag == Regeldagstand(bord.zaken))
        #expect(blad.regeldag?.totaal == bord.zaken.count && blad.regeldag?.eerst.count == 4)
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
        func zaak(_ naam: String, _ toestand: RegelzaakToestand = .open, op: String? = nil, wacht: Bool = false) throws
            -> Regeldagbord.Regelzaak
        {
            Regeldagbord.Regelzaak(
                regelzaak: SeededIDSource(seed: 4).make(), dossier: nil, code: naam, naam: naam, toestand: toestand,
                uiterlijkOp: try op.map { try dag($0) }, waarom: "", gevolg: "", meenemen: [], wachtOp: wacht ? ["iets"] : [],
                versie: 1, letOp: nil)
        }
        let stand = Regeldagstand([
            try zaak("laat"), try zaak("wacht", op: "2027-01-01", wacht: true), try zaak("b", op: "2027-02-01"),
            try zaak("a", op: "2027-02-01"), try zaak("klaar", .toegekend, op: "2027-01-01"), try zaak("nvt", .nietVanToepassing),
            try zaak("eerst", op: "2027-01-20"), try zaak("ook laat"),
        ])
        #expect((stand.totaal, stand.geregeld) == (7, 1))
        #expect(stand.eerst.map(\.naam) == ["eerst", "a", "b", "laat"])
    }
}
