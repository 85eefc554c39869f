// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Opslag

/// What intake takes over from begeleiding: who has whom in the caseload. The policy needs it for lists and search by name.
extension Following {
    static func begeleiding() -> Following {
        var following = Following(.begeleiding)
        following.on(DossierToegewezen.self, effect: "toewijzing-overgenomen") { event, _, tx in
            try ToewijzingOvernemen.voer(event, in: tx)
        }
        following.on(ContactmomentVastgelegd.self, effect: "begeleiding-begonnen") { event, _, tx in
            try Persoonregister.begint(tx.db, event.dossier, op: event.datum)
        }
        return following
    }
}
