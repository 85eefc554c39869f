// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// Opens one dossier: the policy decides, the read log is written, the sealed part is opened. The one way to a person's
/// sealed gegevens for who asks from outside intake.
struct Dossierlezing: Sendable {
    let parts: IntakeParts

    struct Geopend: Sendable {
        var rij: Persoonrij
        var gegevens: Aanmeldgegevens
    }

    /// - Throws: `Failure.notFound` for a dossier that is not there, and for one that the actor may not know of;
    ///   `Failure.unavailable` when the keys are away.
    func lees(
        _ dossier: DossierID, _ actor: Actor, caller: ServiceName, wat: String, because cause: Envelope
    ) async throws -> Geopend {
        let found = try await parts.store.read { db in
            (try Persoonregister.vind(db, dossier), try Persoonregister.verzegeld(db, dossier))
        }
        guard let rij = found.0, let sealed = found.1 else { throw Failure.notFound(what: "dossier") }
        let decision = Policy.decide(actor, .read, on: .dossier, facts: rij.feiten)
        let key = decision.isYes ? try await parts.kluis.key(for: dossier) : nil
        try await parts.store.write(because: cause) { tx in
            try Leeslog.schrijf(tx, dossier, actor: actor, dienst: caller, wat: wat, toegestaan: decision.isYes)
        }
        try decision.orThrow()
        guard let key else { throw Failure.unavailable(what: "De sleutel van dit dossier is er niet.") }
        return Geopend(rij: rij, gegevens: try Verzegeling.open(sealed, .persoon, dossier, key))
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
