// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bezorging
import Domein
import Foundation
import Opslag
import Toegang

/// What the beheerder sees of notifications to partners that did not arrive, and does with them.
extension Verwijzingen {
    func onbezorgd(als actor: Actor) async throws -> [OnbezorgdBericht] {
        try Policy.decide(actor, .list, on: .stroom, facts: Facts()).orThrow()
        return try await store.read { try Postvak.onbezorgd($0, aantal: 100) }.map { stuk in
            OnbezorgdBericht(
                id: stuk.id, bestemming: stuk.bestemming, soort: stuk.soort, wordtHerhaald: stuk.wordtHerhaald,
                gemaaktOp: stuk.gemaaktOp, pogingen: stuk.pogingen, laatstOp: stuk.laatstOp, volgendeOp: stuk.volgendeOp,
                oorzaak: stuk.oorzaak?.rawValue, status: stuk.status, versie: stuk.versie)
        }
    }

    func opnieuwBezorgen(als actor: Actor, because envelope: Envelope) async throws -> PartnermeldingenOpnieuw.Answer {
        try Policy.decide(actor, .change, on: .stroom, facts: Facts()).orThrow()
        return try await store.once(envelope) { tx in .init(aantal: try Postvak.allesOpnieuw(tx)) }
    }
}
