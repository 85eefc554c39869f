// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB

/// One traject: the clock's dates for lists, and the plan's version.
struct Trajectrij: Sendable, Equatable {
    var id: TrajectID
    var dossier: DossierID
    var opdracht: String
    var loopt: Bool
    var gestartOp: Datum
    var eersteContactUiterlijk: Datum
    var tussenrapportageOp: Datum
    var tussenrapportageKlaarOp: Datum?
    var eindigtOp: Datum
    var planVersie: Int
    /// In which version the plan last changed in what must be agreed on.
    var planInhoudVersie: Int
    var planAkkoordVersie: Int?
    var planAkkoordOp: Datum?
    /// The last talk about the plan, and the next one that was planned then.
    var planBesprokenOp: Datum?
    var planVolgendOp: Datum?
    /// Of a traject that ended.
    var afgerondOp: Datum?
    var reden: String?
    /// By when the overdrachtsdocument must be approved, and when it was; nil when none is asked.
    var overdrachtUiterlijkOp: Datum?
    var overdrachtKlaarOp: Datum?
    var versie: Int

    /// The day on which the client agreed with the plan as it is now; progress since then changes nothing in that.
    var akkoordOp: Datum? { (planAkkoordVersie ?? 0) >= planInhoudVersie ? planAkkoordOp : nil }

    init(_ row: Row) throws {
        id = try row.id("id")
        dossier = try row.id("dossier")
        opdracht = try row.tekst("opdracht")
        loopt = try row.tekst("toestand") == "lopend"
        gestartOp = try row.datum("gestart_op")
        eersteContactUiterlijk = try row.datum("eerste_contact_uiterlijk")
        tussenrapportageOp = try row.datum("tussenrapportage_op")
        tussenrapportageKlaarOp = try row.datumIfPresent("tussenrapportage_klaar_op")
        eindigtOp = try row.datum("eindigt_op")
        planVersie = try row.getal("plan_versie")
        planInhoudVersie = try row.getal("plan_inhoud_versie")
        planAkkoordVersie = row["plan_akkoord_versie"]
        planAkkoordOp = try row.datumIfPresent("plan_akkoord_op")
        planBesprokenOp = try row.datumIfPresent("plan_besproken_op")
        planVolgendOp = try row.datumIfPresent("plan_volgend_op")
        afgerondOp = try row.datumIfPresent("afgerond_op")
        reden = row["reden"]
        overdrachtUiterlijkOp = try row.datumIfPresent("overdracht_uiterlijk_op")
        overdrachtKlaarOp = try row.datumIfPresent("overdracht_klaar_op")
        versie = try row.getal("versie")
    }
}

/// Reading and writing of the tables `traject` and `klokdatum`.
enum Trajecten {
    static func vind(_ db: Database, _ id: TrajectID) throws -> Trajectrij? {
        try db.rij("SELECT * FROM traject WHERE id = ?", [id.description], Trajectrij.init)
    }

    static func bewaar(_ db: Database, _ id: TrajectID, dossier: Dossierrij, klok: Trajectklok) throws {
        try db.doe(
            """
            INSERT INTO traject (id, dossier, huishouden, opdracht, toestand, gestart_op, eerste_contact_uiterlijk,
                tussenrapportage_op, eindigt_op)
            VALUES (?, ?, ?, ?, 'lopend', ?, ?, ?, ?)
            """,
            [
                id.description, dossier.id.description, dossier.huishouden.description, dossier.opdracht,
                klok.start.datum.description, klok.eersteContact.datum.description, klok.tussenrapportage.datum.description,
                klok.einde.datum.description,
            ])
        for (volgorde, (code, moment)) in klok.momenten.enumerated() {
            for tabel in ["klokbasis", "klokdatum"] {
                try db.doe(
                    "INSERT INTO \(tabel) (traject, volgorde, code, datum, waarom) VALUES (?, ?, ?, ?, ?)",
                    [id.description, volgorde, code.rawValue, moment.datum.description, moment.waarom])
            }
        }
    }

    static func klok(_ db: Database, _ id: TrajectID) throws -> [(code: Trajectklok.Code, moment: Trajectklok.Moment)] {
        try db.rijen("SELECT * FROM klokdatum WHERE traject = ? ORDER BY volgorde", [id.description]) { row in
            (try row.code("code"), Trajectklok.Moment(datum: try row.datum("datum"), waarom: try row.tekst("waarom")))
        }
    }

    /// Counts the goals of the plan anew; a plan has a handful.
    static func telDoelen(_ db: Database, _ id: TrajectID) throws {
        try db.doe(
            """
            UPDATE traject SET (doelen_totaal, doelen_open, doelen_bereikt) = (
                SELECT COALESCE(SUM(toestand <> 'vervallen'), 0), COALESCE(SUM(toestand IN ('open', 'bezig')), 0),
                    COALESCE(SUM(toestand = 'bereikt'), 0)
                FROM doel WHERE doel.traject = ?1)
            WHERE id = ?1
            """, [id.description])
    }
}
