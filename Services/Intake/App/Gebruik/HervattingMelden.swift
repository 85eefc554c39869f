// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag

/// The exchange about somebody goes on. What lapsed meanwhile is not sent again; the gemeente hears, or finds when it polls, that
/// there is something to ask.
enum HervattingMelden {
    /// Of these dossiers only those about which may be spoken now.
    static func voer(_ dossiers: Set<DossierID>, _ melden: GemeenteMelden?, in tx: Transaction) throws {
        for dossier in dossiers.sorted() where try Uitwisselregister.magUitwisselen(tx.db, dossier) {
            try Gemeentenieuws.over(dossier, in: tx)
            let rij = try Row.fetchOne(
                tx.db.cachedStatement(sql: "SELECT id, gemeente FROM aanmelding WHERE dossier = ?"),
                arguments: [dossier.description])
            guard let rij, let aanmelding = AanmeldingID(rij["id"] as String) else { continue }
            try melden?(.toestand, over: aanmelding, gemeente: rij["gemeente"], dossier: dossier, tx)
        }
    }
}
