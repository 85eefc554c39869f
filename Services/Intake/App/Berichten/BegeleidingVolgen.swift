// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Opslag

/// What intake takes over from begeleiding: who has whom in the caseload. The policy needs it for lists and search by name.
extension Following {
    static func begeleiding() -> Following {
        var following = Following(.begeleiding)
        following.on(DossierToegewezen.self, effect: "toewijzing-overgenomen") { event, _, tx in
            let isKnown = try Persoonregister.wijsToe(tx.db, event.dossier, begeleider: event.begeleider, team: event.team)
            // Begeleiding knows dossiers from us alone: one that is not here is a fault to look at, not to pass over.
            guard isKnown else { throw Failure.notFound(what: "dossier") }
        }
        return following
    }
}
