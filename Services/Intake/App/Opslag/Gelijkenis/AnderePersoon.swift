// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag

/// Pairs of which a person decided that they are two people: they are not shown to each other again.
enum AnderePersoon {
    static func van(_ db: Database, _ dossier: DossierID) throws -> Set<DossierID> {
        let select = try db.cachedStatement(
            sql: "SELECT ander FROM andere_persoon WHERE een = ?1 UNION ALL SELECT een FROM andere_persoon WHERE ander = ?1")
        return Set(try String.fetchAll(select, arguments: [dossier.description]).compactMap { DossierID($0) })
    }

    static func onthoud(_ tx: Transaction, _ een: DossierID, _ ander: DossierID) throws {
        let paar = [een, ander].sorted()
        try tx.db.cachedStatement(
            sql: "INSERT OR IGNORE INTO andere_persoon (een, ander, besloten_op, besloten_door) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [paar[0].description, paar[1].description, tx.nowText, tx.actorText])
    }
}
