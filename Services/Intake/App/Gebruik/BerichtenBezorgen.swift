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
        let na = query.page.after.flatMap { UUID(uuidString: $0) }
        let grens = query.page.grens
        let stukken = try await parts.store.read { try Postvak.onbezorgd($0, na: na, aantal: grens + 1) }
        let rows = stukken.prefix(grens).map(OnbezorgdBericht.init)
        return Page(rows: rows, next: stukken.count > grens ? rows.last.map { $0.id.uuidString.lowercased() } : nil)
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
        let reden = command.reden.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (3...200).contains(reden.unicodeScalars.count), !reden.contains(where: \.isNewline) else {
            throw Failure.invalid([
                FieldError("reden", code: "lengte", "Schrijf in één regel van 3 tot 200 tekens waarom u opgeeft.")
            ])
        }
        return try await parts.store.once(envelope) { tx in
            try Postvak.geefOp(tx, command.bericht, versie: command.versie, reden: reden)
            return Done()
        }
    }
}

extension OnbezorgdBericht {
    init(_ stuk: Poststuk) {
        self.init(
            id: stuk.id, bestemming: stuk.bestemming, soort: stuk.soort, wordtHerhaald: stuk.wordtHerhaald,
            gemaaktOp: stuk.gemaaktOp, pogingen: stuk.pogingen, laatstOp: stuk.laatstOp, volgendeOp: stuk.volgendeOp,
            oorzaak: stuk.oorzaak?.rawValue, status: stuk.status, versie: stuk.versie)
    }
}
