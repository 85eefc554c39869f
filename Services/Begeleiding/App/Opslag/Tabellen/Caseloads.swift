// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

/// One dossier in a caseload with what its weight hangs on.
struct Caseloadrij: Sendable {
    var dossier: DossierID
    var opdracht: String
    var stand: Caseload.Stand
    var eindigtOp: Datum?
    var overdracht: OverdrachtID?
    var versie: Int

    init(_ row: Row) throws {
        dossier = try row.id("id")
        opdracht = try row.tekst("opdracht")
        let eigen = try row.waar("eigen_traject")
        let gestart = try row.datumIfPresent("traject_start") ?? row.datum("gestart_op")
        stand = Caseload.Stand(
            soort: try row.tekst("toestand") == "wacht" ? .wachtend : eigen ? .traject : .meerijdend, gestartOp: gestart,
            staatStil: try row.waar("stil"), intensiteit: row["intensiteit"])
        eindigtOp = try row.datumIfPresent("eindigt_op")
        overdracht = try row.idIfPresent("overdracht")
        versie = try row.getal("versie")
    }
}

/// Reading of caseloads. A caseload is small: it is read whole, along an index of what is not done yet.
enum Caseloads {
    /// More than this in one caseload is not weighed any more.
    static let meest = 1000

    private static let select = """
        SELECT d.id, d.opdracht, d.eigen_traject, d.toestand, d.gestart_op, d.intensiteit, d.versie,
            t.gestart_op AS traject_start, t.eindigt_op,
            EXISTS (SELECT 1 FROM pauze p WHERE p.traject = t.id AND p.tot IS NULL AND p.ingetrokken_op IS NULL) AS stil,
            (SELECT o.id FROM overdracht o WHERE o.dossier = d.id AND o.toestand = 'open') AS overdracht
        FROM dossier d LEFT JOIN traject t ON t.id = d.traject
        """

    static func van(_ db: Database, begeleider: GebruikerID) throws -> [Caseloadrij] {
        try db.rijen(
            """
            \(select) WHERE d.begeleider = ? AND d.toestand <> 'afgerond' AND \(Samengevoegd.staatZelf("d.id"))
            ORDER BY d.id LIMIT ?
            """, [begeleider.description, meest], Caseloadrij.init
        )
    }

    static func van(_ db: Database, dossier: DossierID) throws -> Caseloadrij? {
        try db.rij("\(select) WHERE d.id = ? AND d.toestand <> 'afgerond'", [dossier.description], Caseloadrij.init)
    }

    /// How many people this one still looks in on after their traject.
    static func nazorg(_ db: Database, begeleider: GebruikerID) throws -> Int {
        try db.aantal(
            "SELECT COUNT(*) FROM aandachtspunt WHERE begeleider = ? AND soort = 'nazorg'", [begeleider.description])
    }

    /// The workers of a team that guide now, by id.
    static func begeleiders(_ db: Database, team: TeamID, na: String, limit: Int) throws -> [GebruikerID] {
        try db.rijen(
            "SELECT id FROM medewerker WHERE team = ? AND begeleidt = 1 AND actief = 1 AND id > ? ORDER BY id LIMIT ?",
            [team.description, na, limit]
        ).map { try $0.id("id") }
    }
}

/// Reading of the table `waarneming` and of the history in `toewijzing`.
enum Waarnemingen {
    struct Rij: Sendable {
        var id: WaarnemingID
        var begeleider: GebruikerID
        var waarnemer: GebruikerID
        var team: TeamID
        var van: Datum
        var totEnMet: Datum
        var ingetrokkenOp: Datum?
        var versie: Int

        init(_ row: Row) throws {
            id = try row.id("id")
            begeleider = try row.id("begeleider")
            waarnemer = try row.id("waarnemer")
            team = try row.id("team")
            van = try row.datum("van")
            totEnMet = try row.datum("tot_en_met")
            ingetrokkenOp = try row.datumIfPresent("ingetrokken_op")
            versie = try row.getal("versie")
        }

        var regel: Waarnemingregel {
            Waarnemingregel(
                waarneming: id, begeleider: begeleider, waarnemer: waarnemer, van: van, totEnMet: totEnMet, versie: versie)
        }
    }

    static func vind(_ db: Database, _ id: WaarnemingID) throws -> Rij? {
        try db.rij("SELECT * FROM waarneming WHERE id = ?", [id.description], Rij.init)
    }

    /// Covers of a day and later in which somebody has a part, soonest first.
    static func van(_ db: Database, _ wie: GebruikerID, vanaf dag: Datum) throws -> [Rij] {
        try db.rijen(
            """
            SELECT * FROM waarneming WHERE begeleider = ?1 AND tot_en_met >= ?2 AND ingetrokken_op IS NULL
            UNION ALL SELECT * FROM waarneming WHERE waarnemer = ?1 AND tot_en_met >= ?2 AND ingetrokken_op IS NULL
            ORDER BY van, id LIMIT 20
            """, [wie.description, dag.description], Rij.init
        )
    }

    /// Until when somebody covers for this one today; nil when nobody does.
    static func tot(_ db: Database, begeleider: GebruikerID, op dag: Datum) throws -> Datum? {
        try db.rij(
            """
            SELECT max(tot_en_met) AS tot FROM waarneming
            WHERE begeleider = ? AND tot_en_met >= ? AND van <= ? AND ingetrokken_op IS NULL
            """, [begeleider.description, dag.description, dag.description])?.datumIfPresent("tot")
    }

    /// Who had the dossier, oldest first.
    static func toewijzingen(_ db: Database, _ dossier: DossierID) throws -> [(
        begeleider: GebruikerID, van: Datum, door: GebruikerID?
    )] {
        try db.rijen("SELECT * FROM toewijzing WHERE dossier = ? ORDER BY van, rowid", [dossier.description]).map {
            (try $0.id("begeleider"), try $0.datum("van"), try $0.idIfPresent("door"))
        }
    }

    /// Covers for somebody that touch a period.
    static func voor(_ db: Database, _ begeleider: GebruikerID, van: Datum, totEnMet: Datum) throws -> [Rij] {
        try db.rijen(
            "SELECT * FROM waarneming WHERE begeleider = ? AND tot_en_met >= ? AND van <= ? ORDER BY van",
            [begeleider.description, van.description, totEnMet.description], Rij.init
        )
    }
}
