// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bezorging
import Domein
import Foundation
import Opslag
import Toegang

/// What the beheerder sees of notifications that did not arrive, and does with them.
struct BerichtenBezorgen: Sendable {
    let parts: IntakeParts
    var vast = Vastebestanden()

    func lijst(_ query: OnbezorgdeBerichten, _ actor: Actor) async throws -> Page<OnbezorgdBericht> {
        try Policy.decide(actor, .list, on: .stroom, facts: Facts()).orThrow()
        return try await parts.store.read { try Postvak.bladzijde($0, query.page) }
    }

    func aantal(_ actor: Actor) async throws -> OnbezorgdAantal.Answer {
        try Policy.decide(actor, .count, on: .stroom, facts: Facts()).orThrow()
        let aantallen = try await parts.store.read { try Postvak.aantallen($0) }
        return .init(voorMens: aantallen.voorMens, wordtHerhaald: aantallen.wordtHerhaald, vasteBestanden: vast.alle)
    }

    func opnieuw(_ command: BerichtOpnieuwBezorgen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        try Policy.decide(actor, .change, on: .stroom, facts: Facts()).orThrow()
        return try await parts.store.once(envelope) { tx in
            try Postvak.opnieuw(tx, command.bericht, versie: command.versie)
            return Done()
        }
    }

    func allesOpnieuw(_ envelope: Envelope, _ actor: Actor) async throws -> AllesOpnieuwBezorgen.Answer {
        try Policy.decide(actor, .change, on: .stroom, facts: Facts()).orThrow()
        return try await parts.store.once(envelope) { tx in .init(aantal: try Postvak.allesOpnieuw(tx)) }
    }

    func geefOp(_ command: BerichtOpgeven, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        try Policy.decide(actor, .change, on: .stroom, facts: Facts()).orThrow()
        let reden = try Postvak.reden(command.reden)
        return try await parts.store.once(envelope) { tx in
            try Postvak.geefOp(tx, command.bericht, versie: command.versie, reden: reden)
            return Done()
        }
    }
}
