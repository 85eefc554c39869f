// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB

/// About whom nothing may leave, as a service holds it from intake's events (decision 0013): a table that the queries for
/// outsiders look in. Holding it makes lists right in their query; that nothing slips through in the moment between, the
/// service makes sure of by asking intake as well (`Uitwisselpoort`).
public enum Uitwisselstop {
    /// Makes the table. Each service names the step in its own list of migrations.
    public static func migration(_ name: String) -> Migration {
        Migration(name) { db in
            try db.execute(
                sql: "CREATE TABLE uitwisselingsstop (dossier TEXT PRIMARY KEY, sinds TEXT NOT NULL) STRICT, WITHOUT ROWID")
        }
    }

    /// A stop on one dossier holds for every dossier of the same person: `eigen` tells the stops that were set (1) from those
    /// that hold through a merge (0). Each service names the step; `samen` spreads what is there already.
    public static func metSamenvoeging(_ name: String, samen: String = Samengevoegd.verspreiding) -> Migration {
        Migration(name) { db in
            try db.execute(sql: "ALTER TABLE uitwisselingsstop ADD COLUMN eigen INTEGER NOT NULL DEFAULT 1;\n" + samen)
        }
    }

    /// A condition that is true for who may be spoken of to the outside.
    /// - Parameter kolom: fixed text of the program, such as `p.id`.
    public static func vrij(_ kolom: String) -> String {
        "NOT EXISTS (SELECT 1 FROM uitwisselingsstop us WHERE us.dossier = \(kolom))"
    }

    public static func isVrij(_ db: Database, _ dossier: DossierID) throws -> Bool {
        try
            !(Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM uitwisselingsstop WHERE dossier = ?)"),
                arguments: [dossier.description]) ?? false)
    }

    /// May come before anything else about the dossier is known here. `verspreid` makes it hold for the person.
    public static func stop(_ dossier: DossierID, in tx: Transaction) throws {
        try tx.db.execute(
            sql: """
                INSERT INTO uitwisselingsstop (dossier, sinds, eigen) VALUES (?, ?, 1)
                ON CONFLICT (dossier) DO UPDATE SET eigen = 1, sinds = excluded.sinds WHERE eigen = 0
                """, arguments: [dossier.description, tx.today.description])
    }

    public static func hervat(_ dossier: DossierID, in tx: Transaction) throws {
        try tx.db.execute(sql: "DELETE FROM uitwisselingsstop WHERE dossier = ?", arguments: [dossier.description])
    }

    /// Lets the stops of one person hold for every dossier of that person, and no longer than they do: after a stop, a
    /// lifting, a merge, and for both halves after a merge was undone.
    /// - Parameter groep: all dossiers that are one person now; never more than a few.
    public static func verspreid(over groep: Set<DossierID>, in tx: Transaction) throws {
        let gezet = try gezet(tx.db, in: groep)
        let eerste = try gezet.compactMap { dossier in
            try String.fetchOne(
                tx.db.cachedStatement(sql: "SELECT sinds FROM uitwisselingsstop WHERE dossier = ?"),
                arguments: [dossier.description])
        }.min()
        for dossier in groep.subtracting(gezet).sorted() {
            if let eerste {
                try tx.db.execute(
                    sql: """
                        INSERT INTO uitwisselingsstop (dossier, sinds, eigen) VALUES (?, ?, 0)
                        ON CONFLICT (dossier) DO UPDATE SET sinds = excluded.sinds
                        """, arguments: [dossier.description, eerste])
            } else {
                try hervat(dossier, in: tx)
            }
        }
    }

    /// The dossiers of these about which the stop itself was set.
    public static func gezet(_ db: Database, in groep: Set<DossierID>) throws -> Set<DossierID> {
        let select = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM uitwisselingsstop WHERE dossier = ? AND eigen = 1)")
        return try groep.filter { try Bool.fetchOne(select, arguments: [$0.description]) ?? false }
    }
}
