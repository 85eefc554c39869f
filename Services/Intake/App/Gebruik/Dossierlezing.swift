// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// Opens one dossier: the policy decides, the read log is written, the sealed part is opened. The one way to a person's
/// sealed gegevens for who asks from outside intake.
struct Dossierlezing: Sendable {
    let parts: IntakeParts

    struct Geopend<Erbij: Sendable>: Sendable {
        var rij: Persoonrij
        var gegevens: Aanmeldgegevens
        var erbij: Erbij
    }

    func lees(
        _ dossier: DossierID, _ actor: Actor, caller: ServiceName, wat: String, metBSN: Bool = false, because cause: Envelope
    ) async throws -> Geopend<Void> {
        try await lees(dossier, actor, caller: caller, wat: wat, metBSN: metBSN, because: cause) { _, _ in }
    }

    /// - Parameters:
    ///   - metBSN: whether the part with the BSN is opened too.
    ///   - erbij: what else is wanted of who may be opened, from the same snapshot.
    /// - Throws: `Failure.notFound` for a dossier that is not there, and for one that the actor may not know of;
    ///   `Failure.unavailable` when the keys are away.
    func lees<Erbij: Sendable>(
        _ dossier: DossierID, _ actor: Actor, caller: ServiceName, wat: String, metBSN: Bool = false, because cause: Envelope,
        erbij: @Sendable (Database, Persoonrij) throws -> Erbij
    ) async throws -> Geopend<Erbij> {
        let (rij, decision, inhoud) = try await parts.store.read { db in
            guard let rij = try Persoonregister.vind(db, dossier), let sealed = try Persoonregister.verzegeld(db, dossier) else {
                throw Failure.notFound(what: "dossier")
            }
            let decision = Policy.decide(actor, .read, on: .dossier, facts: rij.feiten)
            return (rij, decision, decision.isYes ? (sealed: sealed, erbij: try erbij(db, rij)) : nil)
        }
        let key = decision.isYes ? try await parts.kluis.key(for: dossier) : nil
        try await parts.store.write(because: cause) { tx in
            try Leeslog.schrijf(tx, dossier, actor: actor, dienst: caller, wat: wat, toegestaan: decision.isYes)
        }
        try decision.orThrow()
        guard let key, let inhoud else { throw Failure.unavailable(what: "De sleutel van dit dossier is er niet.") }
        let gegevens =
            metBSN
            ? try Verzegeling.open(inhoud.sealed, .persoon, dossier, key)
            : try Verzegeling.zonderBSN(inhoud.sealed, .persoon, dossier, key)
        return Geopend(rij: rij, gegevens: gegevens, erbij: inhoud.erbij)
    }
}

extension Persoonrij {
    /// What the policy must know of it.
    var feiten: Facts {
        Facts(
            begeleiders: begeleider.map { [$0] } ?? [], team: team, gemeente: gemeente, dossier: dossier,
            uitwisselbaar: uitwisselbaar, afgeschermd: afgeschermd)
    }
}
