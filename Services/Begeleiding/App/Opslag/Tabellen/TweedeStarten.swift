// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// A second start that was made, of one person.
struct TweedeStartrij: Sendable, Equatable {
    var op: Datum
    var bord: String
    var van: TweedeStart.Woning
    /// What was written down as the day of the key of the old place.
    var sleutel: Datum?
    /// The pause that it ended.
    var pauze: PauzeID?

    init(_ row: Row) throws {
        op = try row.datum("op")
        bord = try row.tekst("bord")
        // Before this was kept: temporary housing, since a day that is not known.
        van = TweedeStart.Woning(vorm: try row.codeIfPresent("van") ?? .har, op: try row.datumIfPresent("van_op"))
        sleutel = try row.datumIfPresent("sleutel")
        pauze = try row.idIfPresent("pauze")
    }
}

/// Reading and writing of the tables `tweede_start`, `tweede_start_klok`, `tweede_start_zaak` and `tweede_start_wacht`.
enum TweedeStarten {
    enum Wat: String, Sendable { case nieuw, mee, vervallen }

    static func van(_ db: Database, _ dossier: DossierID, ingetrokken: Bool = false) throws -> TweedeStartrij? {
        try db.rij(
            """
            SELECT * FROM tweede_start WHERE dossier = ? AND ingetrokken_op IS \(ingetrokken ? "NOT NULL" : "NULL")
            ORDER BY op DESC LIMIT 1
            """, [dossier.description], TweedeStartrij.init)
    }

    static func stand(_ db: Database, _ dossier: DossierID) throws -> TweedeStart.Stand {
        if let rij = try van(db, dossier) { return .begonnen(van: rij.van, op: rij.op) }
        return try wacht(db, dossier).map { .wacht(van: $0.van) } ?? .geen
    }

    static func wacht(_ db: Database, _ dossier: DossierID) throws -> (van: TweedeStart.Woning, sinds: Datum)? {
        try db.rij("SELECT * FROM tweede_start_wacht WHERE dossier = ?", [dossier.description]) { row in
            (.init(vorm: try row.code("van"), op: try row.datumIfPresent("van_op")), try row.datum("sinds"))
        }
    }

    /// - Parameter van: nil: nothing waits any more.
    static func zetWacht(_ db: Database, _ dossier: DossierID, _ van: TweedeStart.Woning?, sinds: Datum) throws {
        try db.doe("DELETE FROM tweede_start_wacht WHERE dossier = ?", [dossier.description])
        guard let van else { return }
        try db.doe(
            "INSERT INTO tweede_start_wacht (dossier, van, van_op, sinds) VALUES (?, ?, ?, ?)",
            [dossier.description, van.vorm.rawValue, van.op.kolom(), sinds.description])
    }

    /// Once more after it was taken back: in the place of that one.
    static func bewaar(_ db: Database, _ dossier: DossierID, op: Datum, bord: Bordrij, van: TweedeStart.Woning) throws {
        try db.doe("DELETE FROM tweede_start WHERE dossier = ? AND ingetrokken_op IS NOT NULL", [dossier.description])
        try db.doe(
            "INSERT OR REPLACE INTO tweede_start (dossier, op, bord, van, van_op) VALUES (?, ?, ?, ?, ?)",
            [dossier.description, op.description, bord.id.uuidString.lowercased(), van.vorm.rawValue, van.op.kolom()])
    }

    static func onthoud(_ db: Database, _ dossier: DossierID, sleutel: Datum) throws {
        try db.doe(
            "UPDATE tweede_start SET sleutel = ? WHERE dossier = ? AND ingetrokken_op IS NULL",
            [sleutel.description, dossier.description])
    }

    /// Ends the pause that is open, on the day before; one that began later, on its own first day.
    static func sluitPauze(_ db: Database, _ dossier: DossierID, _ traject: TrajectID, op: Datum) throws {
        guard let pauze = try Klokken.openPauze(db, traject) else { return }
        try db.doe("UPDATE pauze SET tot = max(van, ?) WHERE id = ?", [op.adding(days: -1).description, pauze.id.description])
        try db.doe(
            "UPDATE tweede_start SET pauze = ? WHERE dossier = ? AND ingetrokken_op IS NULL",
            [pauze.id.description, dossier.description])
    }

    static func verschuif(_ db: Database, _ dossier: DossierID, _ rij: TweedeStartrij, naar dag: Datum) throws {
        try db.doe(
            "UPDATE OR REPLACE tweede_start SET op = ? WHERE dossier = ? AND op = ?",
            [dag.description, dossier.description, rij.op.description])
        try db.doe(
            "UPDATE pauze SET tot = max(van, ?) WHERE id = ? AND tot IS NOT NULL",
            [dag.adding(days: -1).description, rij.pauze.kolom()])
    }

    static func trekIn(_ db: Database, _ dossier: DossierID, _ rij: TweedeStartrij, op vandaag: Datum) throws {
        try db.doe(
            "UPDATE tweede_start SET ingetrokken_op = ? WHERE dossier = ? AND op = ?",
            [vandaag.description, dossier.description, rij.op.description])
        // The clock stands still again, unless somebody began another pause since.
        try db.doe(
            """
            UPDATE pauze SET tot = NULL WHERE id = ?1 AND NOT EXISTS (
                SELECT 1 FROM pauze p WHERE p.traject = pauze.traject AND p.id <> ?1 AND p.van >= pauze.van
                    AND p.ingetrokken_op IS NULL)
            """, [rij.pauze.kolom()])
    }

    static func bewaarKlok(_ db: Database, _ dossier: DossierID, _ klok: Trajectklok) throws {
        for (code, moment) in klok.momenten {
            try db.doe(
                "INSERT OR REPLACE INTO tweede_start_klok (dossier, code, datum, waarom) VALUES (?, ?, ?, ?)",
                [dossier.description, code.rawValue, moment.datum.description, moment.waarom])
        }
    }

    /// The clock of before; nil for what began before it was kept.
    static func klok(_ db: Database, _ dossier: DossierID) throws -> Trajectklok? {
        try Klokken.lees(try db.rijen("SELECT * FROM tweede_start_klok WHERE dossier = ?", [dossier.description]))
    }

    static func noteer(_ db: Database, _ dossier: DossierID, _ zaak: RegelzaakID, _ wat: Wat) throws {
        try db.doe(
            "INSERT OR REPLACE INTO tweede_start_zaak (dossier, regelzaak, wat) VALUES (?, ?, ?)",
            [dossier.description, zaak.description, wat.rawValue])
    }

    /// The steps of these people that the second start did something with, as they are now.
    static func zaken(_ db: Database, _ dossiers: [DossierID]) throws -> [(zaak: Regelzaakrij, bord: String, wat: Wat)] {
        try db.rijen(
            """
            SELECT z.*, d.doelgroep, t.wat FROM tweede_start_zaak t JOIN regelzaak z ON z.id = t.regelzaak
                JOIN dossier d ON d.id = z.drager
            WHERE t.dossier IN (\(dossiers.vraagtekens)) ORDER BY z.volgorde, z.id
            """, StatementArguments(dossiers.map(\.description))
        ).map { (try Regelzaakrij($0), try $0.tekst("bord"), try $0.code("wat")) }
    }

    /// Whose second start uses or used this board, and whether it still does.
    static func opBord(_ db: Database, _ bord: String) throws -> [(dossier: DossierID, geldt: Bool)] {
        try db.rijen("SELECT dossier, ingetrokken_op IS NULL AS geldt FROM tweede_start WHERE bord = ?", [bord])
            .map { (try $0.id("dossier"), try $0.waar("geldt")) }
    }
}
