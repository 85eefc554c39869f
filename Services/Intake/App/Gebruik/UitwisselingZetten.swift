// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang
import Zegel

/// Stops every exchange about a person, or lifts the stop. The stop holds from the commit: intake's own answers look in the
/// same table, and the other services ask before they hand anything over. It holds for every dossier of the person.
struct UitwisselingZetten: Sendable {
    let parts: IntakeParts

    func stop(_ command: UitwisselingStoppen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let dossier = command.dossier
        let gevonden = try await parts.store.read { try Uitwisselregister.betrokkene($0, dossier) }
        guard let betrokkene = gevonden else { throw Failure.notFound(what: "dossier") }
        try Policy.decide(actor, .create, on: .uitwisselingsstop, facts: betrokkene.feiten).orThrow()
        let zet = try await zegel(dossier, command.toelichting, actor)
        return try await parts.store.once(envelope) { tx in
            guard try Uitwisselregister.magUitwisselen(tx.db, dossier) else { throw Failure.uitwisselingGestopt }
            try Uitwisselstop.stop(dossier, in: tx)
            try Uitwisselstop.verspreid(over: Samenvoegregister.groep(tx.db, dossier), in: tx)
            try Uitwisselregister.schrijf(tx, id: zet.id, dossier, .gestopt, verzegeld: zet.verzegeld)
            try tx.emit(UitwisselingGestopt(dossier: dossier))
            return Done()
        }
    }

    /// Lifts the stop on a person: on this dossier and on those that were merged with it. Who lifts must be allowed to on each.
    /// - Throws: `Failure.notAllowed` also for who stopped it: somebody else must see that it is safe again.
    func hervat(_ command: UitwisselingHervatten, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let stops = try await lopend(command.dossier)
        if stops.isEmpty {
            // Whether this may be known at all, before that there is nothing to lift.
            let gevonden = try await parts.store.read { try Uitwisselregister.betrokkene($0, command.dossier) }
            guard let gevonden else { throw Failure.notFound(what: "dossier") }
            guard Policy.scope(actor, .decide, on: .uitwisselingsstop).admits(gevonden.feiten) else {
                throw Failure.notAllowed(reason: "U hebt geen toegang tot deze stop op uitwisseling.")
            }
        }
        for stop in stops { try Self.eisHervatten(actor, stop.betrokkene.feiten) }
        var zetten: [(stop: Lopend, id: String, verzegeld: Data)] = []
        for stop in stops {
            let zet = try await zegel(stop.dossier, command.toelichting, actor)
            zetten.append((stop, zet.id, zet.verzegeld))
        }
        let alle = zetten
        return try await parts.store.once(envelope) { tx in
            let groep = try Samenvoegregister.groep(tx.db, command.dossier)
            // The stops that were looked at are the ones that are lifted.
            guard !alle.isEmpty,
                try Uitwisselregister.lopend(tx.db, in: groep)
                    == Dictionary(alle.map { ($0.stop.dossier, $0.stop.regel) }, uniquingKeysWith: { eerste, _ in eerste })
            else {
                throw Failure.state(reason: "De uitwisseling over deze persoon is niet stopgezet, of de stop is net veranderd.")
            }
            for zet in alle {
                try Uitwisselstop.hervat(zet.stop.dossier, in: tx)
                try Uitwisselregister.schrijf(tx, id: zet.id, zet.stop.dossier, .hervat, verzegeld: zet.verzegeld)
                try tx.emit(UitwisselingHervat(dossier: zet.stop.dossier))
            }
            try Uitwisselstop.verspreid(over: groep, in: tx)
            try HervattingMelden.voer(groep, parts.melden, in: tx)
            return Done()
        }
    }

    /// A stop that is in force on one dossier of the person.
    private struct Lopend: Sendable {
        var dossier: DossierID
        /// The id of its sealed line.
        var regel: String
        var betrokkene: Uitwisselregister.Betrokkene
    }

    private func lopend(_ dossier: DossierID) async throws -> [Lopend] {
        let gelezen = try await parts.store.read { db in
            try Uitwisselregister.lopend(db, in: Samenvoegregister.groep(db, dossier)).sorted { $0.key < $1.key }.map {
                dossier, regel in
                (
                    dossier, regel, try Uitwisselregister.betrokkene(db, dossier),
                    try Uitwisselregister.regels(db, dossier).first { $0.id == regel }
                )
            }
        }
        var stops: [Lopend] = []
        for (dossier, regel, betrokkene, gezet) in gelezen {
            guard var betrokkene else { continue }
            if let gezet {
                betrokkene.feiten.requestedBy = try await Stopzegel(parts: parts).open(gezet, dossier).door
            }
            stops.append(Lopend(dossier: dossier, regel: regel, betrokkene: betrokkene))
        }
        return stops
    }

    private static func eisHervatten(_ actor: Actor, _ feiten: Facts) throws {
        try Policy.decide(actor, .decide, on: .uitwisselingsstop, facts: feiten).orThrow()
    }

    private func zegel(_ dossier: DossierID, _ toelichting: String, _ actor: Actor) async throws -> (id: String, verzegeld: Data)
    {
        if let (code, zin) = Uitwisselreden.fout(toelichting) {
            throw Failure.invalid([FieldError("toelichting", code: code, zin)])
        }
        guard let door = actor.user else { throw Failure.notAllowed(reason: "Alleen wie is aangemeld kan dit doen.") }
        return try await Stopzegel(parts: parts).sluit(
            Uitwisselreden(door: door, toelichting: toelichting.trimmingCharacters(in: .whitespacesAndNewlines)), dossier)
    }
}

/// The sealing of one reason: bound to its own line, so that no reason can be moved under another stop.
struct Stopzegel: Sendable {
    let parts: IntakeParts

    func sluit(_ reden: Uitwisselreden, _ dossier: DossierID) async throws -> (id: String, verzegeld: Data) {
        let id = parts.store.ids.next().uuidString.lowercased()
        let key = try await parts.kluis.key(for: dossier)
        return (id, try Seal.seal(MessageCoding.encode(reden), with: key, context: Self.context(id, dossier)))
    }

    func open(_ regel: Uitwisselregister.Regel, _ dossier: DossierID) async throws -> Uitwisselreden {
        let key = try await parts.kluis.key(for: dossier)
        return try MessageCoding.decode(from: try Seal.open(regel.verzegeld, with: key, context: Self.context(regel.id, dossier)))
    }

    private static func context(_ id: String, _ dossier: DossierID) -> String { "uitwisselingsreden:\(id):\(dossier)" }
}
