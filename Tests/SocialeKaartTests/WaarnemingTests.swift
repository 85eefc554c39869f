// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import Opslag
import Testing

@testable import SocialeKaartApp

@Suite("Waarnemen bij verwijzingen", .timeLimit(.minutes(1)))
struct WaarnemingTests {
    @Test("wie waarneemt verwijst en volgt voor de collega, op de dagen dat het duurt")
    func duur() async throws {
        let kaart = try await Kaartopstelling()
        let collega = Actor(user: nieuw(), roles: [.begeleider], team: kaart.team, purpose: "begeleiding")
        let (weg, erbij) = (try #require(kaart.begeleider.user), try #require(collega.user))
        let event = WaarnemingGewijzigd(
            waarneming: nieuw(), begeleider: weg, waarnemer: erbij, team: kaart.team, van: datum("2027-02-02"),
            totEnMet: datum("2027-02-09"))
        try await kaart.store.write { tx in try Waarneming.volg(event, in: tx) }
        let id = try await kaart.concept()
        for (op, mag) in [("2027-02-01", false), ("2027-02-02", true), ("2027-02-09", true), ("2027-02-10", false)] {
            kaart.klok.zet(datum(op))
            let verzoek = Request(envelope: kaart.opdracht(als: collega), caller: .portaal)
            let actor = try await verzoek.metWaarneming(kaart.store).actor
            let gezien = try? await kaart.verwijzingen.rij(id, actor, .read)
            #expect((gezien != nil) == mag, "\(op)")
            if mag { #expect(Verwijzingen.rollen(actor, try #require(gezien)).contains(.casemanager)) }
        }
    }
}
