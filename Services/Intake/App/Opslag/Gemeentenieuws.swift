// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag

/// When a gemeente last got something new to ask about an aanmelding: the aanmelding itself changed, or what stands beside it
/// did (the traject, a stop that was lifted). The list that a gemeente polls goes by this moment, for a notification may be lost.
enum Gemeentenieuws {
    /// The moment of `aanmelding a`, in the words of its index. An aanmelding that changes keeps it right without a statement more.
    static let moment = "max(a.gewijzigd_op, coalesce(a.nieuws_op, ''))"

    /// Something beside the aanmelding of this dossier changed.
    static func over(_ dossier: DossierID, in tx: Transaction) throws {
        try tx.db.cachedStatement(sql: "UPDATE aanmelding SET nieuws_op = ? WHERE dossier = ?").execute(
            arguments: [tx.nowText, dossier.description])
    }
}

extension Migration {
    static let gemeentenieuws = Migration("090-gemeentenieuws") { db in
        try db.execute(
            sql: """
                ALTER TABLE aanmelding ADD COLUMN nieuws_op TEXT;
                DROP INDEX aanmelding_afzender;
                CREATE INDEX aanmelding_afzender ON aanmelding (oin, max(gewijzigd_op, coalesce(nieuws_op, '')), id);
                """)
    }
}
