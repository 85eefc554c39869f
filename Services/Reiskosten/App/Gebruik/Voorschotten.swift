// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opdrachten
import Opslag
import Toegang

/// What can be done with advances: one use case in each file beside this one.
struct Voorschotten: Sendable {
    let store: Store
    /// The contracts with their rules.
    let boek: Opdrachtenboek
    let leeslog: Leeslog
}

extension Voorschotten {
    /// The advance, when the actor may do this with it. Who may not even read it hears that it is not there.
    static func find(
        _ tx: Transaction, _ voorschot: VoorschotID, _ actor: Actor, to action: Action
    ) throws -> VoorschotRij {
        guard let rij = try VoorschotRij.find(tx.db, voorschot),
            Policy.decide(actor, .read, on: .voorschot, facts: rij.dossier.facts()).isYes
        else { throw Failure.notFound(what: "voorschot") }
        try Policy.decide(actor, action, on: .voorschot, facts: rij.dossier.facts(gevraagdDoor: rij.gevraagdDoor)).orThrow()
        return rij
    }

    /// Takes a step from the table of `Voorschotstap`, sets the columns that belong to it and tells the others.
    /// - Parameters:
    ///   - set: what follows `SET`, with its arguments in order.
    static func take(
        _ stap: Voorschotstap, _ tx: Transaction, _ rij: VoorschotRij, from versie: Int, set: String,
        _ arguments: StatementArguments
    ) throws {
        guard let naar = stap.van(rij.toestand) else { throw Failure.state(reason: stap.nietMogelijk(in: rij.toestand)) }
        let id = rij.voorschot.description
        try tx.change("voorschot", id: id, from: versie, why: stap.rawValue) { db in
            try db.execute(
                sql: "UPDATE voorschot SET toestand = ?, \(set) WHERE id = ?",
                arguments: [naar.rawValue] + arguments + [id])
        }
        if let nieuw = try VoorschotRij.find(tx.db, rij.voorschot) { try tell(tx, nieuw) }
    }

    static func tell(_ tx: Transaction, _ rij: VoorschotRij) throws {
        try tx.emit(
            VoorschotGewijzigd(
                voorschot: rij.voorschot, dossier: rij.dossier.dossier, gemeente: rij.dossier.gemeente, toestand: rij.toestand,
                bedrag: rij.bedrag, verantwoord: rij.verantwoord, datum: tx.today))
    }
}
