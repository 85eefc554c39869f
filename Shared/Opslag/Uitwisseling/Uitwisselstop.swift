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

    /// May come before anything else about the dossier is known here.
    public static func stop(_ dossier: DossierID, in tx: Transaction) throws {
        try tx.db.execute(
            sql: "INSERT OR IGNORE INTO uitwisselingsstop (dossier, sinds) VALUES (?, ?)",
            arguments: [dossier.description, Datum(tx.now).description])
    }

    public static func hervat(_ dossier: DossierID, in tx: Transaction) throws {
        try tx.db.execute(sql: "DELETE FROM uitwisselingsstop WHERE dossier = ?", arguments: [dossier.description])
    }
}
