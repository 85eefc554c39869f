// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// How far work is that goes through the whole store once, so that it goes on after a stop and never begins again.
enum Doorlopen {
    /// The key that was done last, empty before the first; nil when all is done.
    static func stand(_ db: Database, _ naam: String) throws -> String? {
        guard
            let rij = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT na, klaar FROM doorloop WHERE naam = ?"), arguments: [naam])
        else {
            return ""
        }
        return rij["klaar"] ? nil : rij["na"]
    }

    static func zet(_ tx: Transaction, _ naam: String, na: String, klaar: Bool) throws {
        try tx.db.cachedStatement(
            sql: """
                INSERT INTO doorloop (naam, na, klaar) VALUES (?, ?, ?)
                ON CONFLICT (naam) DO UPDATE SET na = excluded.na, klaar = excluded.klaar
                """
        ).execute(arguments: [naam, na, klaar])
    }
}
