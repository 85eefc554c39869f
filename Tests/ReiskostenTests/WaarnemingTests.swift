// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import Opslag
import Testing

@testable import ReiskostenApp

@Suite("Waarnemen in de reiskosten", .timeLimit(.minutes(1)))
struct WaarnemingTests {
    @Test("wie waarneemt vraagt aan en ziet de voorschotten van de collega, van de eerste tot en met de laatste dag")
    func duur() async throws {
        let o = try Opstelling()
        let (weg, collega) = (medewerker(.begeleider), medewerker(.begeleider))
        let dossier = try await o.dossier(van: weg)
        _ = try await o.voorschotten.aanvragen(aanvraag(dossier), verzoek(VoorschotAanvragen.self, door: weg))
        let vandaag = Opstelling.dag
        try await o.komtBinnen(
            WaarnemingGewijzigd(
                waarneming: WaarnemingID(UUID()), begeleider: try #require(weg.user), waarnemer: try #require(collega.user),
                team: team, van: vandaag.adding(days: 1), totEnMet: vandaag.adding(days: 7)), van: .begeleiding)
        for (dagen, mag) in [(0, false), (1, true), (7, true), (8, false)] {
            o.klok.zet(vandaag.adding(days: dagen))
            let verzoek = try await verzoek(VoorschottenLijst.self, door: collega).metWaarneming(o.store)
            let lijst = try await o.voorschotten.lijst(VoorschottenLijst(page: PageRequest()), verzoek)
            #expect(lijst.rows.count == (mag ? 1 : 0), "dag \(dagen)")
        }
    }
}
