// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// One action, as it is or as it was in a version of the plan.
struct Actierij: Sendable, Equatable {
    var id: ActieID
    var traject: TrajectID
    var doel: DoelID
    var dossier: DossierID
    var volgorde: Int
    var zin: String?
    var zinCode: String?
    var tekstZegel: Data?
    var wie: Actiehouder
    var verwijzing: VerwijzingID?
    var uiterlijkOp: Datum?
    var toestand: ActieToestand
    var gedaanOp: Datum?
    var gedaanDoor: Actiehouder?
    var versie: Int
    var gewijzigdOp: Date?
    var gewijzigdDoor: GebruikerID?

    init(_ row: Row) throws {
        id = try row.id("id")
        traject = try row.id("traject")
        doel = try row.id("doel")
        dossier = try row.id("dossier")
        volgorde = try row.getal("volgorde")
        (zin, zinCode, tekstZegel) = (row["zin"], row["zin_code"], row["tekst_zegel"])
        wie = try row.code("wie")
        verwijzing = try row.idIfPresent("verwijzing")
        uiterlijkOp = try row.datumIfPresent("uiterlijk_op")
        toestand = try row.code("toestand")
        gedaanOp = try row.datumIfPresent("gedaan_op")
        let door: String? = row["gedaan_door"]
        gedaanDoor = door.flatMap { Actiehouder(rawValue: $0) }
        versie = try row.getal("versie")
        (gewijzigdOp, gewijzigdDoor) = row.gewijzigd
    }
}

/// Reading and writing of the table `actie`.
enum Acties {
    static func vind(_ db: Database, _ id: ActieID) throws -> Actierij? {
        try db.rij("SELECT * FROM actie WHERE id = ?", [id.description], Actierij.init)
    }

    static func van(_ db: Database, traject: TrajectID) throws -> [Actierij] {
        try db.rijen("SELECT * FROM actie WHERE traject = ? ORDER BY volgorde", [traject.description], Actierij.init)
    }

    static func van(_ db: Database, doel: DoelID) throws -> [Actierij] {
        try db.rijen("SELECT * FROM actie WHERE doel = ? ORDER BY volgorde", [doel.description], Actierij.init)
    }

    static func bewaar(
        _ db: Database, _ id: ActieID, doel: Doelrij, woorden: Doelen.Woorden, wie: Actiehouder, verwijzing: VerwijzingID?,
        uiterlijkOp: Datum?
    ) throws {
        try db.doe(
            """
            INSERT INTO actie (id, traject, doel, dossier, volgorde, zin, zin_code, tekst_zegel, wie, verwijzing, uiterlijk_op,
                toestand)
            VALUES (?1, ?2, ?3, ?4, (SELECT COALESCE(MAX(volgorde), 0) + 1 FROM actie WHERE traject = ?2), ?5, ?6, ?7, ?8, ?9,
                ?10, 'open')
            """,
            [
                id.description, doel.traject.description, doel.id.description, doel.dossier.description, woorden.zin,
                woorden.code, woorden.zegel, wie.rawValue, verwijzing.kolom(), uiterlijkOp.kolom(),
            ])
    }

    /// The first day on which an action of this person is due; nil when nothing with a day is still to be done.
    static func eersteDag(_ db: Database, dossier: DossierID, traject: TrajectID) throws -> Datum? {
        try db.rij(
            """
            SELECT a.uiterlijk_op FROM actie a JOIN doel g ON g.id = a.doel AND g.toestand IN ('open', 'bezig')
            WHERE a.dossier = ? AND a.toestand = 'open' AND a.uiterlijk_op IS NOT NULL AND a.traject = ?
            ORDER BY a.uiterlijk_op LIMIT 1
            """, [dossier.description, traject.description]
        ).map { try $0.datum("uiterlijk_op") }
    }

    /// How many actions of a person are due up to a day, inside a query that calls the dossier `d`.
    static let telTot = """
        (SELECT COUNT(*) FROM actie x JOIN doel g ON g.id = x.doel AND g.toestand IN ('open', 'bezig')
        WHERE x.dossier = d.id AND x.toestand = 'open' AND x.uiterlijk_op IS NOT NULL AND x.uiterlijk_op <= ?
            AND x.traject = d.traject)
        """
}
