// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bezorging
import Domein
import Foundation
import Opslag
import Toegang

/// What the beheerder sees of notifications to partners that did not arrive, and does with them.
extension Verwijzingen {
    func onbezorgd(_ page: PageRequest, als actor: Actor) async throws -> Page<OnbezorgdBericht> {
        try Policy.decide(actor, .list, on: .stroom, facts: Facts()).orThrow()
        return try await store.read { try Postvak.bladzijde($0, page) }
    }

    func aantalOnbezorgd(als actor: Actor) async throws -> PartnermeldingenAantal.Answer {
        try Policy.decide(actor, .count, on: .stroom, facts: Facts()).orThrow()
        let aantallen = try await store.read { try Postvak.aantallen($0) }
        return .init(voorMens: aantallen.voorMens, wordtHerhaald: aantallen.wordtHerhaald)
    }

    func opnieuwBezorgen(_ command: PartnermeldingOpnieuw, als actor: Actor, because envelope: Envelope) async throws -> Done {
        try Policy.decide(actor, .change, on: .stroom, facts: Facts()).orThrow()
        return try await store.once(envelope) { tx in
            try Postvak.opnieuw(tx, command.bericht, versie: command.versie)
            return Done()
        }
    }

    func opnieuwBezorgen(als actor: Actor, because envelope: Envelope) async throws -> PartnermeldingenOpnieuw.Answer {
        try Policy.decide(actor, .change, on: .stroom, facts: Facts()).orThrow()
        return try await store.once(envelope) { tx in .init(aantal: try Postvak.allesOpnieuw(tx)) }
    }

    func geefOp(_ command: PartnermeldingOpgeven, als actor: Actor, because envelope: Envelope) async throws -> Done {
        try Policy.decide(actor, .change, on: .stroom, facts: Facts()).orThrow()
        let reden = try Postvak.reden(command.reden)
        return try await store.once(envelope) { tx in
            try Postvak.geefOp(tx, command.bericht, versie: command.versie, reden: reden)
            return Done()
        }
    }
}
