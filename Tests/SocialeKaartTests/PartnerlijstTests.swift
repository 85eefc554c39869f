// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@testable import SocialeKaartApp

/// What waits for a partner is counted over its whole list, whichever page is asked.
@Suite("De lijsten van een partner", .timeLimit(.minutes(1)))
struct PartnerlijstTests {
    private func account() throws -> Actor {
        let organisatie = try #require(OrganisatieID(Kaartopstelling.organisatieBibliotheek))
        return Actor(user: nieuw(), roles: [.partner], organisatie: organisatie, purpose: "verwijzing-behandelen")
    }

    @Test("verwijzingen: wat verstuurd of ontvangen is telt, wat loopt, klaar is of gestopt niet; op elke bladzijde hetzelfde")
    func verwijzingen() async throws {
        let o = try await Kaartopstelling()
        try await o.controleer(Kaartopstelling.bibliotheek)
        let partner = try account()
        var ids: [VerwijzingID] = []
        for _ in 0..<5 {
            let dossier: DossierID = nieuw()
            try await o.wijsToe(dossier, aan: o.begeleider)
            ids.append(try await o.concept(dossier: dossier))
            // The last one is a draft: nobody outside knows of it.
            if ids.count < 5 { try await o.verstuur(ids[ids.count - 1]) }
        }
        func geteld() async throws -> Set<Int?> {
            var (uit, na): (Set<Int?>, String?) = ([], nil)
            repeat {
                let deel = try await o.verwijzingen.partnerlijst(
                    PartnerVerwijzingen(page: .init(after: na, limit: 1)), als: partner)
                uit.insert(deel.wacht)
                na = deel.next
            } while na != nil
            return uit
        }
        #expect(try await geteld() == [4])
        func stap(_ nummer: Int, _ naar: VerwijzingToestand, _ velden: [String: String] = [:]) async throws {
            _ = try await o.verwijzingen.partnerAntwoord(
                PartnerAntwoorden(verwijzing: ids[nummer], versie: try await o.versie(ids[nummer]), naar: naar, velden: velden),
                als: partner, because: o.opdracht(als: partner))
        }
        try await stap(0, .ontvangen)
        #expect(try await geteld() == [4])
        try await stap(0, .afgewezen, ["redenAfwijzing": "geen-capaciteit"])
        try await stap(1, .geaccepteerd, ["contactpersoonPartner": "Balie", "verwachteStartdatum": "2027-02-02"])
        #expect(try await geteld() == [2])
        // The question how it goes waits too.
        try await stap(1, .gestart, ["datumEersteContact": "2027-02-01"])
        #expect(try await geteld() == [2])
        let vreemd = Actor(user: nieuw(), roles: [.partner], organisatie: nieuw(), purpose: "verwijzing-behandelen")
        #expect(try await o.verwijzingen.partnerlijst(PartnerVerwijzingen(page: .init(limit: 5)), als: vreemd).wacht == 0)
        o.klok.zet(datum("2027-04-02"))
        try await o.verwijzingen.termijnenBewaken()
        #expect(try await geteld() == [1])
    }

    @Test("vermeldingen: de jaarlijkse vraag telt over alle bladzijden")
    func vermeldingen() async throws {
        let o = try await Kaartopstelling()
        let partner = try account()
        try await o.store.write { tx in
            try tx.db.execute(
                sql: "UPDATE voorziening SET organisatie_id = ? WHERE organisatie_id IS NULL",
                arguments: [Kaartopstelling.organisatieBibliotheek])
        }
        let alle = try await o.kaart.vermeldingen(PartnerVermeldingen(page: .init(limit: 50), alleenWacht: true), als: partner)
        #expect(alle.rows.count > 1 && alle.wacht == alle.rows.count)
        for alleenWacht in [true, false] {
            let deel = try await o.kaart.vermeldingen(
                PartnerVermeldingen(page: .init(limit: 1), alleenWacht: alleenWacht), als: partner)
            #expect(deel.next != nil && deel.wacht == alle.wacht)
        }
    }
}
