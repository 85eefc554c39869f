// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

/// What the gemeente may know of a traject, from the events of begeleiding and rapportage. They come in any order, so each
/// writes its own columns.
struct Trajectstand: Sendable, Equatable {
    var gestartOp: Datum?
    var tussenrapportageOp: Datum?
    var eindigtOp: Datum?
    var rapportOp: Datum?
    var afgerondOp: Datum?
    var overdrachtOp: Datum?
    var nietVerschenenOp: Datum?
    var nietVerschenen: Int
}

enum Trajectstanden {
    static func vind(_ db: Database, _ dossier: DossierID) throws -> Trajectstand? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM trajectstand WHERE dossier = ?"), arguments: [dossier.description]
        ).map { row in
            func datum(_ kolom: String) -> Datum? { (row[kolom] as String?).flatMap { Datum($0) } }
            return Trajectstand(
                gestartOp: datum("gestart_op"), tussenrapportageOp: datum("tussenrapportage_op"), eindigtOp: datum("eindigt_op"),
                rapportOp: datum("rapport_op"), afgerondOp: datum("afgerond_op"), overdrachtOp: datum("overdracht_op"),
                nietVerschenenOp: datum("niet_verschenen_op"),
                nietVerschenen: row["niet_verschenen"])
        }
    }

    /// A second traject of the same person begins with a clean sheet.
    static func gestart(_ tx: Transaction, _ event: TrajectGestart) throws {
        let db = tx.db
        try db.cachedStatement(
            sql: """
                DELETE FROM trajectstand WHERE dossier = ?1 AND traject <> ?2
                """
        ).execute(arguments: [event.dossier.description, event.traject.description])
        try db.cachedStatement(
            sql: "DELETE FROM gemiste_afspraak WHERE dossier = ? AND traject <> ?"
        ).execute(arguments: [event.dossier.description, event.traject.description])
        try db.cachedStatement(
            sql: """
                INSERT INTO trajectstand (dossier, traject, gestart_op, tussenrapportage_op, eindigt_op, niet_verschenen)
                VALUES (?, ?, ?, ?, ?, 0)
                ON CONFLICT (dossier) DO UPDATE SET gestart_op = excluded.gestart_op,
                    tussenrapportage_op = excluded.tussenrapportage_op, eindigt_op = excluded.eindigt_op
                """
        ).execute(arguments: [
            event.dossier.description, event.traject.description, event.gestartOp.description,
            event.tussenrapportageOp.description, event.eindigtOp.description,
        ])
        try Gemeentenieuws.over(event.dossier, in: tx)
    }

    /// The column of one fact. Names come from here, never from outside.
    enum Feit: String {
        case rapport = "rapport_op"
        case afgerond = "afgerond_op"
        case overdracht = "overdracht_op"
    }

    static func zet(_ tx: Transaction, _ dossier: DossierID, _ traject: TrajectID, _ feit: Feit, _ dag: Datum) throws {
        try tx.db.cachedStatement(
            sql: """
                INSERT INTO trajectstand (dossier, traject, \(feit.rawValue), niet_verschenen) VALUES (?, ?, ?, 0)
                ON CONFLICT (dossier) DO UPDATE SET \(feit.rawValue) = excluded.\(feit.rawValue)
                    WHERE traject = excluded.traject
                """
        ).execute(arguments: [dossier.description, traject.description, dag.description])
        try Gemeentenieuws.over(dossier, in: tx)
    }

    static func nietVerschenen(_ tx: Transaction, _ event: ContactmomentVastgelegd) throws {
        let db = tx.db
        try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO gemiste_afspraak (contactmoment, dossier, traject, datum) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [
            event.contactmoment.description, event.dossier.description, event.traject.description, event.datum.description,
        ])
        try db.cachedStatement(
            sql: """
                INSERT INTO trajectstand (dossier, traject, niet_verschenen_op, niet_verschenen) VALUES (?, ?, ?, 1)
                ON CONFLICT (dossier) DO UPDATE SET niet_verschenen = niet_verschenen + 1,
                    niet_verschenen_op = max(coalesce(niet_verschenen_op, ''), excluded.niet_verschenen_op)
                    WHERE traject = excluded.traject
                """
        ).execute(arguments: [event.dossier.description, event.traject.description, event.datum.description])
        try Gemeentenieuws.over(event.dossier, in: tx)
    }

    /// A no-show that was told does not hold. Was it the last one, then the one before it is the last now.
    static func tochVerschenen(_ tx: Transaction, _ event: ContactmomentIngetrokken) throws {
        let db = tx.db
        try db.cachedStatement(
            sql: "DELETE FROM gemiste_afspraak WHERE contactmoment = ?"
        ).execute(arguments: [event.contactmoment.description])
        // Of a no-show from before they were kept one by one only the count is known: then no day is better than a wrong one.
        try db.cachedStatement(
            sql: """
                UPDATE trajectstand SET niet_verschenen = max(0, niet_verschenen - 1),
                    niet_verschenen_op = CASE WHEN niet_verschenen <= 1 THEN NULL
                        WHEN niet_verschenen_op <> ?3 THEN niet_verschenen_op
                        ELSE (SELECT MAX(datum) FROM gemiste_afspraak WHERE dossier = ?1 AND traject = ?2) END
                WHERE dossier = ?1 AND traject = ?2
                """
        ).execute(arguments: [event.dossier.description, event.traject.description, event.datum.description])
        try Gemeentenieuws.over(event.dossier, in: tx)
    }
}

extension Migration {
    /// The no-shows that hold, one by one: when the last is taken back, the day of the one before must be known.
    static let gemisteAfspraak = Migration("170-gemiste-afspraak") { db in
        try db.execute(
            sql: """
                CREATE TABLE gemiste_afspraak (
                    contactmoment TEXT NOT NULL PRIMARY KEY,
                    dossier TEXT NOT NULL,
                    traject TEXT NOT NULL,
                    datum TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                -- The newest overdrachtsdocument that is final.
                ALTER TABLE trajectstand ADD COLUMN overdracht_op TEXT;
                CREATE INDEX gemiste_afspraak_dossier ON gemiste_afspraak (dossier, traject, datum);
                """)
    }
}
