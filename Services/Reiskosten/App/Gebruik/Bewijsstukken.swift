// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Opslag
import Toegang

/// What can be done with evidence: taking it in by pieces, giving it out by pieces.
struct Bewijsstukken: Sendable {
    let store: Store
    let keys: any DossierKeys
    let instellingen: Instellingen
    let leeslog: Leeslog
}

extension Bewijsstukken {
    /// The advance of a piece of evidence, when the actor may do this with its evidence.
    func voorschot(_ id: VoorschotID, _ actor: Actor, to action: Action) async throws -> VoorschotRij {
        let found = try await store.read { db in try VoorschotRij.find(db, id) }
        guard let rij = found, Policy.decide(actor, .read, on: .bewijsstuk, facts: rij.dossier.facts()).isYes else {
            throw Failure.notFound(what: "voorschot")
        }
        try Policy.decide(actor, action, on: .bewijsstuk, facts: rij.dossier.facts()).orThrow()
        return rij
    }
}
