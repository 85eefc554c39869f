// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing
import Toegang

@testable import SocialeKaartApp

@Suite("Meldingen aan partners die niet aankwamen", .timeLimit(.minutes(1)))
struct PartnermeldingenTests {
    /// That many notifications that wait for a human, as after the answer that the address is gone.
    private func wachten(_ o: Kaartopstelling, _ aantal: Int) async throws {
        _ = try await o.verstuurd()
        try await o.store.write { tx in
            try tx.db.execute(sql: "UPDATE bezorging SET toestand = 'mens', oorzaak = 'weg', status = 410, pogingen = 1")
            for _ in 1..<aantal {
                try tx.db.execute(
                    sql: """
                        INSERT INTO bezorging (id, bestemming, soort, onderwerp, dossier, inhoud, toestand, gemaakt_op,
                            volgende_op, pogingen, oorzaak, status, versie, gewijzigd_op, gewijzigd_door)
                        SELECT ?, bestemming, soort, onderwerp, dossier, inhoud, toestand, gemaakt_op, volgende_op, pogingen,
                            oorzaak, status, versie, gewijzigd_op, gewijzigd_door FROM bezorging LIMIT 1
                        """, arguments: [UUID().uuidString.lowercased()])
            }
        }
    }

    @Test("ook na honderd is elke melding te zien en telt zij mee; de lijst en de telling zijn van de beheerder")
    func bladeren() async throws {
        let o = try await Kaartopstelling()
        try await wachten(o, 130)
        var (gezien, na): ([UUID], String?) = ([], nil)
        repeat {
            let page = try await o.verwijzingen.onbezorgd(PageRequest(after: na, limit: 50), als: Kaartopstelling.beheer)
            gezien += page.rows.map(\.id)
            na = page.next
        } while na != nil
        #expect(gezien.count == 130 && Set(gezien).count == 130)
        #expect(
            try await o.verwijzingen.aantalOnbezorgd(als: Kaartopstelling.beheer) == .init(voorMens: 130, wordtHerhaald: 0))
        await #expect(throws: Failure.self) { try await o.verwijzingen.onbezorgd(PageRequest(), als: o.teamleider) }
        await #expect(throws: Failure.self) { try await o.verwijzingen.aantalOnbezorgd(als: o.teamleider) }
    }

    @Test("een melding is alleen opnieuw te bezorgen of op te geven, met een reden; daarna wacht zij niet meer op een mens")
    func eenVoorEen() async throws {
        let (o, beheer) = (try await Kaartopstelling(), Kaartopstelling.beheer)
        try await wachten(o, 3)
        let rijen = try await o.verwijzingen.onbezorgd(PageRequest(), als: beheer).rows
        #expect(rijen.map(\.oorzaak) == ["weg", "weg", "weg"] && rijen.map(\.status) == [410, 410, 410])
        func geefOp(_ reden: String, als actor: Actor = beheer) async throws {
            _ = try await o.verwijzingen.geefOp(
                PartnermeldingOpgeven(bericht: rijen[0].id, versie: rijen[0].versie, reden: reden), als: actor,
                because: o.opdracht(als: actor))
        }
        for reden in ["", "x", "een\ntwee"] {
            await #expect {
                try await geefOp(reden)
            } throws: {
                if case Failure.invalid(let fouten)? = $0 as? Failure { fouten.map(\.field) == ["reden"] } else { false }
            }
        }
        await #expect(throws: Failure.self) { try await geefOp("bestaat niet meer", als: o.teamleider) }
        try await geefOp("bestaat niet meer")
        _ = try await o.verwijzingen.opnieuwBezorgen(
            PartnermeldingOpnieuw(bericht: rijen[1].id, versie: rijen[1].versie), als: beheer, because: o.opdracht(als: beheer))
        #expect(try await o.verwijzingen.aantalOnbezorgd(als: beheer) == .init(voorMens: 1, wordtHerhaald: 1))
        // Somebody was first.
        await #expect(throws: Failure.self) {
            _ = try await o.verwijzingen.opnieuwBezorgen(
                PartnermeldingOpnieuw(bericht: rijen[0].id, versie: rijen[0].versie), als: beheer,
                because: o.opdracht(als: beheer))
        }
    }
}
