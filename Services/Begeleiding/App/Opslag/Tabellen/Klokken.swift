// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB

/// One time that the clock stood still.
struct Pauzerij: Sendable, Equatable {
    var id: PauzeID
    var pauze: Klokverloop.Pauze
    var kijkOp: Datum

    init(_ row: Row) throws {
        id = try row.id("id")
        kijkOp = try row.datum("kijk_op")
        pauze = Klokverloop.Pauze(
            reden: Trajectregels.Pauzereden(
                code: try row.tekst("reden"), naam: try row.tekst("naam"), verlengt: try row.waar("verlengt")),
            van: try row.datum("van"), tot: try row.datumIfPresent("tot"))
    }
}

/// Reading and writing of the tables `klokbasis`, `klokdatum`, `pauze`, `verlenging` and `nazorg`.
enum Klokken {
    static func pauzes(_ db: Database, _ traject: TrajectID) throws -> [Pauzerij] {
        try db.rijen(
            "SELECT * FROM pauze WHERE traject = ? AND ingetrokken_op IS NULL ORDER BY van", [traject.description], Pauzerij.init
        )
    }

    static func openPauze(_ db: Database, _ traject: TrajectID) throws -> Pauzerij? {
        try db.rij(
            "SELECT * FROM pauze WHERE traject = ? AND tot IS NULL AND ingetrokken_op IS NULL", [traject.description],
            Pauzerij.init
        )
    }

    static func verlengingen(_ db: Database, _ traject: TrajectID) throws -> [(op: Datum, maanden: Int, door: GebruikerID?)] {
        try db.rijen("SELECT * FROM verlenging WHERE traject = ? ORDER BY volgnummer", [traject.description]).map {
            (try $0.datum("op"), try $0.getal("maanden"), try $0.idIfPresent("door"))
        }
    }

    static func verloop(_ db: Database, _ traject: TrajectID) throws -> Klokverloop {
        Klokverloop(
            pauzes: try pauzes(db, traject).map(\.pauze), verlengingen: try verlengingen(db, traject).count)
    }

    /// The clock as the contract made it; nil when a date is missing.
    static func basis(_ db: Database, _ traject: TrajectID) throws -> Trajectklok? {
        try lees(try db.rijen("SELECT * FROM klokbasis WHERE traject = ?", [traject.description]))
    }

    /// A clock out of a row per moment.
    static func lees(_ rijen: [Row]) throws -> Trajectklok? {
        var momenten: [Trajectklok.Code: Trajectklok.Moment] = [:]
        for row in rijen {
            momenten[try row.code("code")] = Trajectklok.Moment(datum: try row.datum("datum"), waarom: try row.tekst("waarom"))
        }
        guard let start = momenten[.start], let contact = momenten[.eersteContact], let einde = momenten[.einde],
            let tussen = momenten[.tussenrapportage], let overdracht = momenten[.overdracht]
        else { return nil }
        return Trajectklok(start: start, eersteContact: contact, tussenrapportage: tussen, einde: einde, overdracht: overdracht)
    }

    /// Another clock of the contract in the place of the first: a second start, or a day of housing that became known.
    static func zetBasis(_ db: Database, _ traject: TrajectID, _ klok: Trajectklok) throws {
        for (code, moment) in klok.momenten {
            try db.doe(
                "UPDATE klokbasis SET datum = ?, waarom = ? WHERE traject = ? AND code = ?",
                [moment.datum.description, moment.waarom, traject.description, code.rawValue])
        }
        try db.doe(
            "UPDATE traject SET gestart_op = ? WHERE id = ?", [klok.start.datum.description, traject.description])
    }

    /// Puts the clock as it is now in place of the one that was.
    static func zet(_ db: Database, _ traject: TrajectID, _ klok: Trajectklok) throws {
        for (code, moment) in klok.momenten {
            // Only what moved is written: a clock that stands still moves three of its days.
            try db.doe(
                """
                UPDATE klokdatum SET datum = ?1, waarom = ?2
                WHERE traject = ?3 AND code = ?4 AND (datum <> ?1 OR waarom <> ?2)
                """, [moment.datum.description, moment.waarom, traject.description, code.rawValue])
        }
        try db.doe(
            """
            UPDATE traject SET tussenrapportage_op = ?1, eindigt_op = ?2
            WHERE id = ?3 AND (tussenrapportage_op <> ?1 OR eindigt_op <> ?2)
            """, [klok.tussenrapportage.datum.description, klok.einde.datum.description, traject.description])
    }

    static func planNazorg(_ db: Database, _ traject: TrajectID, _ dagen: [Datum]) throws {
        for dag in dagen {
            try db.doe("INSERT OR IGNORE INTO nazorg (traject, op) VALUES (?, ?)", [traject.description, dag.description])
        }
    }

    static func openNazorg(_ db: Database, _ traject: TrajectID) throws -> [Datum] {
        try db.rijen("SELECT op FROM nazorg WHERE traject = ? AND gedaan_op IS NULL ORDER BY op", [traject.description])
            .map { try $0.datum("op") }
    }

    /// Each contact after the end answers one planned day, the first one the first; one that comes early answers it too.
    /// Computed anew from the contacts that hold, so that a contact that is taken away answers nothing any more.
    static func werkNazorgBij(_ db: Database, _ traject: Trajectrij) throws {
        guard let einde = traject.afgerondOp else { return }
        try db.doe(
            """
            WITH dag AS (SELECT op, row_number() OVER (ORDER BY op) AS nummer FROM nazorg WHERE traject = ?1),
                contact AS (
                    SELECT datum, row_number() OVER (ORDER BY datum, orde) AS nummer FROM contactmoment_geldig
                    WHERE dossier = ?2 AND traject = ?1 AND datum > ?3)
            UPDATE nazorg SET gedaan_op = (
                SELECT contact.datum FROM dag JOIN contact USING (nummer) WHERE dag.op = nazorg.op)
            WHERE traject = ?1
            """, [traject.id.description, traject.dossier.description, einde.description])
    }

    /// The traject goes on: what was planned for after its end is no plan any more.
    static func wisNazorg(_ db: Database, _ traject: TrajectID) throws {
        try db.doe("DELETE FROM nazorg WHERE traject = ?", [traject.description])
    }

    /// Running trajects whose last day moves on because the clock stands still, in order, after one. A pause that does not
    /// make the traject longer moves nothing.
    static func stilstaand(_ db: Database, na: String, limit: Int) throws -> [TrajectID] {
        try db.rijen(
            """
            SELECT p.traject AS id FROM pauze p JOIN traject t ON t.id = p.traject AND t.toestand = 'lopend'
            WHERE p.tot IS NULL AND p.ingetrokken_op IS NULL AND p.verlengt = 1 AND p.traject > ? ORDER BY p.traject LIMIT ?
            """, [na, limit]
        ).map { try $0.id("id") }
    }
}
