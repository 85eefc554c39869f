// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// One appointment.
struct Afspraakrij: Sendable {
    var regel: Afspraakregel
    var onderwerpZegel: Data?
    var reden: Afzegreden?
    var contactmoment: ContactmomentID?

    init(_ row: Row) throws {
        func moment(_ kolom: String) throws -> Date {
            guard let date = Instant.date(try row.tekst(kolom)) else { throw OnleesbareKolom(kolom: kolom) }
            return date
        }
        func tijd(_ kolom: String) throws -> Kloktijd {
            guard let tijd = Kloktijd(try row.tekst(kolom)) else { throw OnleesbareKolom(kolom: kolom) }
            return tijd
        }
        regel = Afspraakregel(
            afspraak: try row.id("id"), dossier: try row.id("dossier"), medewerker: try row.id("medewerker"),
            soort: try row.code("soort"), plaats: try row.code("plaats"), dag: try row.datum("dag"), van: try tijd("van"),
            tot: try tijd("tot"), begint: try moment("begint"), eindigt: try moment("eindigt"),
            tolkNodig: try row.waar("tolk_nodig"), tolkGeregeld: try row.waar("tolk_geregeld"),
            toestand: try row.code("toestand"), dubbel: try row.waar("dubbel"), versie: try row.getal("versie"),
            gewijzigdOp: try moment("gezet_op"), uitDossiernummer: row["uit_nummer"])
        onderwerpZegel = row["onderwerp_zegel"]
        reden = try (row["reden"] as String?).map { _ in try row.code("reden") }
        contactmoment = try row.idIfPresent("contactmoment")
    }
}

/// Reading and writing of the tables `afspraak` and `afspraak_aanwezig`.
enum Afspraken {
    /// What every query over the table `a` reads; `dubbel` walks along the agenda of one worker on one day.
    private static let kolommen = """
        a.*, COALESCE(a.gewijzigd_op, a.gemaakt_op) AS gezet_op,
        (a.toestand = 'gepland' AND EXISTS (
            SELECT 1 FROM afspraak b WHERE b.medewerker = a.medewerker AND b.dag = a.dag AND b.toestand <> 'afgezegd'
                AND b.toestand = 'gepland' AND b.id <> a.id AND b.begint < a.eindigt AND a.begint < b.eindigt)) AS dubbel,
        \(Samengevoegd.nummer("a.dossier"))
        """

    static func bewaar(
        _ db: Database, _ id: AfspraakID, dossier: Dossierrij, medewerker: GebruikerID, _ gegevens: Afspraakgegevens,
        onderwerpZegel: Data?, op: String
    ) throws {
        let (begint, eindigt) = try momenten(gegevens)
        try db.doe(
            """
            INSERT INTO afspraak (id, dossier, medewerker, team, soort, plaats, dag, van, tot, begint, eindigt, tolk_nodig,
                tolk_geregeld, onderwerp_zegel, toestand, gemaakt_op)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'gepland', ?)
            """,
            [
                id.description, dossier.id.description, medewerker.description, dossier.team.description,
                gegevens.soort.rawValue, gegevens.plaats.rawValue, gegevens.dag.description, gegevens.van.description,
                gegevens.tot.description, begint, eindigt, gegevens.tolkNodig, gegevens.tolkGeregeld, onderwerpZegel, op,
            ])
        try zetAanwezigen(db, id, gegevens.aanwezigen)
    }

    /// Inside `tx.change`.
    static func wijzig(_ db: Database, _ id: AfspraakID, _ gegevens: Afspraakgegevens, onderwerpZegel: Data?) throws {
        let (begint, eindigt) = try momenten(gegevens)
        try db.doe(
            """
            UPDATE afspraak SET soort = ?, plaats = ?, dag = ?, van = ?, tot = ?, begint = ?, eindigt = ?, tolk_nodig = ?,
                tolk_geregeld = ?, onderwerp_zegel = ?
            WHERE id = ?
            """,
            [
                gegevens.soort.rawValue, gegevens.plaats.rawValue, gegevens.dag.description, gegevens.van.description,
                gegevens.tot.description, begint, eindigt, gegevens.tolkNodig, gegevens.tolkGeregeld, onderwerpZegel,
                id.description,
            ])
        try zetAanwezigen(db, id, gegevens.aanwezigen)
    }

    private static func momenten(_ gegevens: Afspraakgegevens) throws -> (String, String) {
        guard let (begint, eindigt) = Afspraakregels.momenten(gegevens.dag, gegevens.van, gegevens.tot) else {
            throw Failure.invalid([FieldError("van", code: "bestaat-niet", "Deze tijd bestaat niet op deze dag.")])
        }
        return (Instant.text(begint), Instant.text(eindigt))
    }

    private static func zetAanwezigen(_ db: Database, _ id: AfspraakID, _ dossiers: [DossierID]) throws {
        try db.doe("DELETE FROM afspraak_aanwezig WHERE afspraak = ?", [id.description])
        for dossier in Set(dossiers).sorted() {
            try db.doe(
                "INSERT INTO afspraak_aanwezig (afspraak, dossier) VALUES (?, ?)", [id.description, dossier.description])
        }
    }

    static func aanwezigen(_ db: Database, _ id: AfspraakID) throws -> [DossierID] {
        try db.rijen("SELECT dossier FROM afspraak_aanwezig WHERE afspraak = ? ORDER BY dossier", [id.description])
            .map { try $0.id("dossier") }
    }

    static func vind(_ db: Database, _ id: AfspraakID, van dossier: DossierID) throws -> Afspraakrij? {
        try db.rij(
            "SELECT \(kolommen) FROM afspraak a WHERE a.id = ? AND a.dossier = ?", [id.description, dossier.description],
            Afspraakrij.init
        )
    }

    /// Those of a worker, or of a team, in order of time; what was called off is left out. One walk along an index.
    static func agenda(
        _ db: Database, _ bereik: Scope, wiens: Wiens, van: Datum, totEnMet: Datum, na: (dag: Datum, van: String, id: String)?,
        limit: Int
    ) throws -> [Afspraakrij] {
        let filter = bereik.sql(columns: Dossiers.kolommen)
        let (kolom, waarde) =
            switch wiens {
            case .medewerker(let id): ("a.medewerker", id.description)
            case .team(let id): ("a.team", id.description)
            }
        var arguments: StatementArguments = [waarde, van.description, totEnMet.description]
        if let na { arguments += [na.dag.description, na.van, na.id] }
        arguments += StatementArguments(filter.arguments) + [limit]
        return try db.rijen(
            """
            SELECT \(kolommen) FROM afspraak a CROSS JOIN dossier d ON d.id = a.dossier
            WHERE \(kolom) = ? AND a.toestand <> 'afgezegd' AND a.dag BETWEEN ? AND ?
                \(na == nil ? "" : "AND (a.dag, a.van, a.id) > (?, ?, ?)")
                AND \(filter.sql)
            ORDER BY a.dag, a.van, a.id LIMIT ?
            """, arguments, Afspraakrij.init
        )
    }

    enum Wiens: Sendable { case medewerker(GebruikerID), team(TeamID) }

    /// What is planned with one person, from this day on or up to it.
    static func open(_ db: Database, _ dossier: DossierID, vanaf: Datum? = nil, tot: Datum? = nil, limit: Int = 10) throws
        -> [Afspraakrij]
    {
        try db.rijen(
            """
            SELECT \(kolommen) FROM afspraak a WHERE a.dossier = ?1 AND a.toestand = 'gepland'
                AND (?2 IS NULL OR a.dag >= ?2) AND (?3 IS NULL OR a.dag <= ?3)
            ORDER BY a.dag, a.van, a.id LIMIT ?4
            """, [dossier.description, vanaf.kolom(), tot.kolom(), limit], Afspraakrij.init
        )
    }

    /// For the points of attention.
    static func open(_ db: Database, drager dossier: DossierID) throws -> [Afspraakregels.Open] {
        try db.rijen(
            """
            SELECT id, dag, tolk_nodig AND NOT tolk_geregeld AS zonder_tolk FROM afspraak
            WHERE dossier = ? AND toestand = 'gepland' ORDER BY dag, van, id
            """, [dossier.description]
        ).map { Afspraakregels.Open(id: try $0.id("id"), dag: try $0.datum("dag"), zonderTolk: try $0.waar("zonder_tolk")) }
    }

    /// How many other appointments of its worker fall in the same time.
    static func dubbel(_ db: Database, _ id: AfspraakID) throws -> Int {
        try db.aantal(
            """
            SELECT COUNT(*) FROM afspraak a JOIN afspraak b ON b.medewerker = a.medewerker AND b.dag = a.dag
                AND b.toestand <> 'afgezegd' AND b.toestand = 'gepland' AND b.id <> a.id AND b.begint < a.eindigt
                AND a.begint < b.eindigt
            WHERE a.id = ?
            """, [id.description])
    }

    /// The dossier went to another begeleider: what is planned with the person goes along. What somebody else of the team
    /// has planned stays with that one.
    static func volgDossier(_ db: Database, _ dossier: DossierID, was: GebruikerID?) throws {
        try db.doe(
            """
            UPDATE afspraak SET team = (SELECT team FROM dossier WHERE id = ?1),
                medewerker = CASE WHEN medewerker = ?2
                    THEN COALESCE((SELECT begeleider FROM dossier WHERE id = ?1), medewerker) ELSE medewerker END
            WHERE dossier = ?1 AND toestand = 'gepland'
            """, [dossier.description, was.kolom()])
    }
}
