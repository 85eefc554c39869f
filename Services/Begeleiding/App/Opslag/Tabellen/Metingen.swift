// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Toegang

/// Reading and writing of the tables of measurements.
enum Metingen {
    /// The measurements of a traject that count, in order of time.
    static func van(_ db: Database, _ traject: TrajectID) throws -> [Metingoverzicht.Meting] {
        try db.rijen(
            """
            SELECT m.*, (SELECT COUNT(*) FROM meting x WHERE x.traject = m.traject AND x.moment = m.moment) AS aantal
            FROM meting m WHERE m.traject = ? AND m.geldt = 1 ORDER BY m.op, m.id
            """, [traject.description]
        ).map { row in
            Metingoverzicht.Meting(
                moment: try row.code("moment"), op: try row.datum("op"), scores: try scores(db, try row.getal("id")),
                ladder: row["ladder"], door: try row.idIfPresent("door"), aantal: try row.getal("aantal"))
        }
    }

    /// - Throws: `Failure.conflict` with who measured meanwhile, when this moment was written down another number of times.
    static func eisVersie(_ db: Database, _ traject: TrajectID, _ moment: Meetmoment, _ versie: Int) throws {
        let rijen = try db.rijen(
            "SELECT door, vastgelegd_op FROM meting WHERE traject = ? AND moment = ? ORDER BY id DESC",
            [traject.description, moment.rawValue])
        guard rijen.count != versie else { return }
        throw Failure.conflict(
            .init(
                yours: versie, newest: rijen.count, changedBy: rijen.first?["door"],
                changedAt: (rijen.first?["vastgelegd_op"] as String?).flatMap { Instant.date($0) }))
    }

    private static func scores(_ db: Database, _ meting: Int) throws -> [Metingoverzicht.Score] {
        try db.rijen("SELECT * FROM meting_score WHERE meting = ?", [meting]).map { row in
            Metingoverzicht.Score(
                leefgebied: try row.code("leefgebied"), score: row["score"], reden: row["reden"], eigen: row["eigen"])
        }
    }

    static func bewaar(
        _ db: Database, traject: TrajectID, dossier: DossierID, moment: Meetmoment, op dag: Datum, schaal: Datum, ladder: Int?,
        scores: [Metingoverzicht.Score], door: GebruikerID?, nu: String
    ) throws {
        try db.doe(
            "UPDATE meting SET geldt = 0 WHERE traject = ? AND moment = ? AND geldt = 1",
            [traject.description, moment.rawValue])
        try db.doe(
            """
            INSERT INTO meting (traject, dossier, moment, op, schaal, ladder, door, vastgelegd_op) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                traject.description, dossier.description, moment.rawValue, dag.description, schaal.description, ladder,
                door.kolom(), nu,
            ])
        let meting = db.lastInsertedRowID
        for score in scores {
            try db.doe(
                "INSERT INTO meting_score (meting, leefgebied, score, reden, eigen) VALUES (?, ?, ?, ?, ?)",
                [meting, score.leefgebied.rawValue, score.score, score.reden, score.eigen])
        }
    }

    static func uit(_ db: Database, _ traject: TrajectID) throws -> [Leefgebied: String] {
        var uit: [Leefgebied: String] = [:]
        for row in try db.rijen("SELECT * FROM meetgebied_uit WHERE traject = ?", [traject.description]) {
            uit[try row.code("leefgebied")] = try row.tekst("reden")
        }
        return uit
    }

    /// Which moments of a traject have a measurement.
    static func gedaan(_ db: Database, _ traject: TrajectID) throws -> Set<Meetmoment> {
        Set(
            try db.rijen("SELECT DISTINCT moment FROM meting WHERE traject = ?", [traject.description])
                .map { try $0.code("moment") })
    }

    /// Brings the row of the distribution in line: from the measurement at the start to the last one on the same scale.
    static func telVerandering(_ db: Database, _ rij: Dossierrij, _ traject: TrajectID) throws {
        try db.doe("DELETE FROM meting_verandering WHERE traject = ?", [traject.description])
        try db.doe(
            """
            INSERT INTO meting_verandering (traject, leefgebied, team, gemeente, verschil)
            SELECT ?1, s.leefgebied, ?2, ?3, l.score - s.score
            FROM meting a JOIN meting_score s ON s.meting = a.id AND s.score IS NOT NULL
            JOIN meting b ON b.traject = a.traject AND b.geldt = 1 AND b.schaal = a.schaal AND b.id = (
                SELECT c.id FROM meting c WHERE c.traject = a.traject AND c.geldt = 1 AND c.moment <> 'start'
                ORDER BY c.moment = 'einde' DESC LIMIT 1)
            JOIN meting_score l ON l.meting = b.id AND l.leefgebied = s.leefgebied AND l.score IS NOT NULL
            WHERE a.traject = ?1 AND a.moment = 'start' AND a.geldt = 1
            """, [traject.description, rij.team.description, rij.gemeente])
    }

    /// Per area how many went down, stayed or went up, within the scope.
    static func verdeling(
        _ db: Database, _ bereik: Scope
    ) throws -> [(leefgebied: Leefgebied, achteruit: Int, gelijk: Int, vooruit: Int)] {
        let filter = bereik.sql(columns: ScopeColumns(team: "v.team", gemeente: "v.gemeente"))
        return try db.rijen(
            """
            SELECT v.leefgebied, SUM(v.verschil < 0) AS achteruit, SUM(v.verschil = 0) AS gelijk, SUM(v.verschil > 0) AS vooruit
            FROM meting_verandering v WHERE \(filter.sql) GROUP BY v.leefgebied
            """, StatementArguments(filter.arguments)
        ).map { row in
            (
                try row.code("leefgebied"), try row.getal("achteruit"), try row.getal("gelijk"), try row.getal("vooruit")
            )
        }
    }
}
