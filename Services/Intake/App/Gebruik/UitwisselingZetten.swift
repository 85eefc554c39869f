// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang
import Zegel

/// Stops every exchange about a person, or lifts the stop. The stop holds from the commit: intake's own answers look in the
/// same table, and the other services ask before they hand anything over.
struct UitwisselingZetten: Sendable {
    let parts: IntakeParts

    func stop(_ command: UitwisselingStoppen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let (betrokkene, _) = try await lees(command.dossier)
        try Self.decide(actor, .create, betrokkene)
        let zet = try await zegel(command.dossier, command.toelichting, actor)
        return try await parts.store.once(envelope) { tx in
            guard try Uitwisselregister.magUitwisselen(tx.db, command.dossier) else { throw Failure.uitwisselingGestopt }
            try Uitwisselstop.stop(command.dossier, in: tx)
            try Uitwisselregister.schrijf(tx, id: zet.id, command.dossier, .gestopt, verzegeld: zet.verzegeld)
            try tx.emit(UitwisselingGestopt(dossier: command.dossier))
            return Done()
        }
    }

    /// - Throws: `Failure.notAllowed` also for who stopped it: somebody else must see that it is safe again.
    func hervat(_ command: UitwisselingHervatten, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let (gevonden, regels) = try await lees(command.dossier)
        var betrokkene = gevonden
        let laatste = regels.first { $0.soort == .gestopt }
        if let laatste {
            betrokkene.feiten.requestedBy = try await Stopzegel(parts: parts).open(laatste, command.dossier).door
        }
        try Self.decide(actor, .decide, betrokkene)
        let zet = try await zegel(command.dossier, command.toelichting, actor)
        return try await parts.store.once(envelope) { tx in
            // The stop that was looked at is the one that is lifted.
            let nu = try Uitwisselregister.regels(tx.db, command.dossier).first
            guard try !Uitwisselregister.magUitwisselen(tx.db, command.dossier), nu?.id == laatste?.id else {
                throw Failure.state(reason: "De uitwisseling over deze persoon is niet stopgezet, of de stop is net veranderd.")
            }
            try Uitwisselstop.hervat(command.dossier, in: tx)
            try Uitwisselregister.schrijf(tx, id: zet.id, command.dossier, .hervat, verzegeld: zet.verzegeld)
            try tx.emit(UitwisselingHervat(dossier: command.dossier))
            return Done()
        }
    }

    private func lees(
        _ dossier: DossierID
    ) async throws -> (betrokkene: Uitwisselregister.Betrokkene, regels: [Uitwisselregister.Regel]) {
        let (betrokkene, regels) = try await parts.store.read { db in
            (try Uitwisselregister.betrokkene(db, dossier), try Uitwisselregister.regels(db, dossier))
        }
        guard let betrokkene else { throw Failure.notFound(what: "dossier") }
        return (betrokkene, regels)
    }

    private static func decide(_ actor: Actor, _ action: Action, _ betrokkene: Uitwisselregister.Betrokkene) throws {
        try Policy.decide(actor, action, on: .uitwisselingsstop, facts: betrokkene.feiten).orThrow()
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
