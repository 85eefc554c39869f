// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Opslag

/// Begeleiding gave a dossier to a begeleider: lists and search by name follow it.
enum ToewijzingOvernemen {
    static func voer(_ event: DossierToegewezen, in tx: Transaction) throws {
        let isKnown = try Persoonregister.wijsToe(tx.db, event.dossier, begeleider: event.begeleider, team: event.team)
        // Begeleiding knows dossiers from us alone: one that is not here is a fault to look at, not to pass over.
        try Persoonregister.begint(tx.db, event.dossier, op: tx.today)
        guard isKnown else { throw Failure.notFound(what: "dossier") }
    }
}
