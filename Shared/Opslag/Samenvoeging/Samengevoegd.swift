// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB

/// Which dossiers follow another because they are the same person, as a service holds it from intake's events (decision
/// 0009). Nothing else of a dossier changes: taking the row away gives back what was.
public enum Samengevoegd {
    /// Makes the table. Each service names the step in its own list of migrations. `wortel` is who stands for the person in
    /// the end; `leidend` is the one that it was merged into.
    public static func migration(_ name: String) -> Migration {
        Migration(name) { db in
            try db.execute(
                sql: """
                    CREATE TABLE samengevoegd (
                        dossier TEXT PRIMARY KEY,
                        leidend TEXT NOT NULL,
                        wortel TEXT NOT NULL,
                        samenvoeging TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID
                    """)
        }
    }

    /// A condition that is true for who stands for themselves.
    ///
    /// In this form SQLite opens the table once for a query; with a subquery on each row it does so each time.
    /// - Parameter kolom: fixed text of the program, such as `d.id`; of a column that is never NULL.
    public static func staatZelf(_ kolom: String) -> String { "\(kolom) NOT IN (SELECT dossier FROM samengevoegd)" }

    /// Who stands for this dossier; nil when it stands for itself.
    public static func wortel(_ db: Database, van dossier: DossierID) throws -> DossierID? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT wortel FROM samengevoegd WHERE dossier = ?"), arguments: [dossier.description]
        ).flatMap { DossierID($0) }
    }

    /// All dossiers of the person whom this one belongs to, itself included.
    public static func groep(_ db: Database, van dossier: DossierID) throws -> Set<DossierID> {
        let wortel = try wortel(db, van: dossier) ?? dossier
        let volgers = try String.fetchAll(
            db.cachedStatement(sql: "SELECT dossier FROM samengevoegd WHERE wortel = ?"), arguments: [wortel.description])
        return Set([dossier, wortel] + volgers.compactMap { DossierID($0) })
    }

    /// Lets the stops on exchange that are in a store hold for the persons that were merged before (`Uitwisselstop`).
    public static let verspreiding = """
        INSERT OR IGNORE INTO uitwisselingsstop (dossier, sinds, eigen)
        SELECT lid.dossier, min(us.sinds), 0
        FROM (SELECT dossier, wortel FROM samengevoegd UNION SELECT wortel, wortel FROM samengevoegd) lid
        JOIN (SELECT dossier, wortel FROM samengevoegd UNION SELECT wortel, wortel FROM samengevoegd) ander
            ON ander.wortel = lid.wortel
        JOIN uitwisselingsstop us ON us.dossier = ander.dossier
        GROUP BY lid.dossier
        """

    /// May come before anything else about either dossier is known here.
    public static func voeg(
        _ dossier: DossierID, bij leidend: DossierID, samenvoeging: SamenvoegingID, in tx: Transaction
    ) throws {
        try tx.db.execute(
            sql: "INSERT OR REPLACE INTO samengevoegd (dossier, leidend, wortel, samenvoeging) VALUES (?, ?, ?, ?)",
            arguments: [dossier.description, leidend.description, leidend.description, samenvoeging.description])
        try herleid(tx.db)
    }

    public static func maakOngedaan(_ dossier: DossierID, samenvoeging: SamenvoegingID, in tx: Transaction) throws {
        try tx.db.execute(
            sql: "DELETE FROM samengevoegd WHERE dossier = ? AND samenvoeging = ?",
            arguments: [dossier.description, samenvoeging.description])
        try herleid(tx.db)
    }

    /// Finds for each who stands for it in the end. The table is small: a merge is rare.
    private static func herleid(_ db: Database) throws {
        let rijen = try Row.fetchAll(db, sql: "SELECT dossier, leidend FROM samengevoegd")
        let leidend = Dictionary(rijen.map { ($0["dossier"] as String, $0["leidend"] as String) }) { first, _ in first }
        for (dossier, eerste) in leidend {
            var wortel = eerste
            // Intake merges roots only, so there is no ring; the limit keeps a damaged store from hanging.
            for _ in 0..<100 { if let volgende = leidend[wortel] { wortel = volgende } else { break } }
            try db.execute(
                sql: "UPDATE samengevoegd SET wortel = ? WHERE dossier = ? AND wortel <> ?", arguments: [wortel, dossier, wortel])
        }
    }
}
