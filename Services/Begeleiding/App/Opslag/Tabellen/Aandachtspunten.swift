// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag
import Toegang

/// One row of the today page with what its sentences need.
struct Aandachtspuntrij: Sendable {
    var nummer: Int64
    var dossier: DossierID
    var soort: Aandacht.Soort
    var bron: String
    var uiterlijkOp: Datum
    var contact: Contactstand
    /// Name of the step and the explanation of the day that counts, for a regelzaak.
    var regelzaak: (naam: String, waarom: String)?
    /// The appointment, where it is about one.
    var afspraak: (id: AfspraakID, soort: Contactsoort, dag: Datum, van: Kloktijd)?
    /// Explanation from the clock, for a date of the contract.
    var klok: String?
    var spreektaal: String?
    var tolkNodig: Bool
    /// The traject, for days of the contract that stand nowhere with their explanation.
    var traject: (start: Datum, einde: Datum, afgerondOp: Datum?)?
    /// For the plan: how many actions are due, and with what rule and from what day the next talk is asked.
    var acties: Int
    /// The day of housing in the old place, while a second start waits for that of the own home.
    var oudeHuisvesting: Datum?
    var opdracht: String
    var plan: (besproken: Datum?, gepland: Datum?, start: Datum)?
    /// Of a dossier that follows another one: its number.
    var uitDossiernummer: String?

    init(_ row: Row) throws {
        nummer = Int64(try row.getal("id"))
        dossier = try row.id("dossier")
        soort = try row.code("soort")
        bron = try row.tekst("bron")
        uiterlijkOp = try row.datum("uiterlijk_op")
        contact = Contactstand(
            laatsteContact: try row.datumIfPresent("laatste_contact"), noShowOp: try row.datumIfPresent("no_show_op"),
            noShowReeks: try row.getal("no_show_reeks"))
        if let naam: String = row["zaak_naam"] { regelzaak = (naam, row["zaak_waarom"] ?? "") }
        if let start = try row.datumIfPresent("traject_start") {
            traject = (start, try row.datum("traject_einde"), try row.datumIfPresent("traject_afgerond"))
        }
        if let van = (row["afspraak_van"] as String?).flatMap({ Kloktijd($0) }) {
            let id: AfspraakID = try row.id("bron")
            afspraak = (id, try row.code("afspraak_soort"), try row.datum("afspraak_dag"), van)
        }
        klok = row["klok_waarom"]
        spreektaal = row["spreektaal"]
        tolkNodig = try row.waar("tolk_nodig")
        acties = row["acties"] ?? 0
        opdracht = try row.tekst("opdracht")
        uitDossiernummer = row["uit_nummer"]
        oudeHuisvesting = try row.datumIfPresent("oude_huisvesting")
        plan = try row.datumIfPresent("plan_start").map { start in
            (try row.datumIfPresent("plan_besproken_op"), try row.datumIfPresent("plan_volgend_op"), start)
        }
    }
}

/// Reading and writing of the table `aandachtspunt`.
enum Aandachtspunten {
    /// Where the policy's facts stand in a query that calls the table `a`.
    static let kolommen = ScopeColumns(begeleider: "a.begeleider", team: "a.team", dossier: "a.dossier")

    /// Brings the points of one dossier in line with what they should be. What stays keeps its number, so that a page
    /// that is being read does not shift.
    static func zet(_ db: Database, _ dossier: DossierID, _ punten: [Aandacht.Punt]) throws {
        let bestaand = try db.rijen(
            "SELECT id, soort, bron, zichtbaar_vanaf, uiterlijk_op FROM aandachtspunt WHERE dossier = ?", [dossier.description])
        var over: [Aandacht.Punt: Int64] = [:]
        for row in bestaand {
            let punt = Aandacht.Punt(
                soort: try row.code("soort"), bron: try row.tekst("bron"), zichtbaarVanaf: try row.datum("zichtbaar_vanaf"),
                uiterlijkOp: try row.datum("uiterlijk_op"))
            over[punt] = Int64(try row.getal("id"))
        }
        let nieuw = punten.filter { over.removeValue(forKey: $0) == nil }
        // Nothing to write: the daily look at sixty thousand trajects stays a look.
        guard !nieuw.isEmpty || !over.isEmpty else { return }
        for nummer in over.values.sorted() { try db.doe("DELETE FROM aandachtspunt WHERE id = ?", [nummer]) }
        for punt in nieuw {
            try db.doe(
                """
                INSERT INTO aandachtspunt (dossier, soort, bron, zichtbaar_vanaf, uiterlijk_op, begeleider, team)
                SELECT id, ?, ?, ?, ?, begeleider, team FROM dossier WHERE id = ?
                """,
                [
                    punt.soort.rawValue, punt.bron, punt.zichtbaarVanaf.description, punt.uiterlijkOp.description,
                    dossier.description,
                ])
        }
        try db.doe(
            """
            UPDATE dossier SET eerstvolgende_termijn = (
                SELECT MIN(uiterlijk_op) FROM aandachtspunt WHERE dossier = ?1 AND soort <> 'opvolging')
            WHERE id = ?1
            """, [dossier.description])
    }

    /// The worker or the team of the dossier changed.
    static func volgDossier(_ db: Database, _ dossier: DossierID) throws {
        try db.doe(
            """
            UPDATE aandachtspunt SET (begeleider, team) = (SELECT begeleider, team FROM dossier WHERE id = ?1)
            WHERE dossier = ?1
            """, [dossier.description])
        try Uitbeelden.volgDossier(db, dossier)
    }

    /// What is visible today within the scope, most urgent first.
    /// - Parameter tot: no point with a later day can be visible yet; it ends the walk along the index.
    /// - Parameter opvolging: for which dossiers the actor may know that a signal waits.
    static func pagina(
        _ db: Database, _ bereik: Scope, opvolging: Scope, vandaag: Datum, tot: Datum, na: (datum: Datum, nummer: Int64)?,
        limit: Int
    ) throws -> [Aandachtspuntrij] {
        let (filter, geheim) = (bereik.sql(columns: kolommen), opvolging.sql(columns: kolommen))
        let grens = na == nil ? "" : "AND (a.uiterlijk_op, a.id) > (?, ?)"
        var arguments: StatementArguments = [vandaag.description]
        arguments += StatementArguments(filter.arguments + geheim.arguments)
        arguments += [vandaag.description, tot.description]
        if let na { arguments += [na.datum.description, na.nummer] }
        arguments += [limit]
        return try db.rijen(
            """
            SELECT a.id, a.dossier, a.soort, a.bron, a.uiterlijk_op, d.laatste_contact, d.no_show_op, d.no_show_reeks,
                d.spreektaal, d.tolk_nodig, d.opdracht, \(Samengevoegd.nummer("a.dossier")),
                CASE a.soort WHEN 'plan-actie' THEN \(Acties.telTot) END AS acties,
                (SELECT van_op FROM tweede_start_wacht w WHERE a.soort = 'tweede-start' AND w.dossier = a.dossier)
                    AS oude_huisvesting,
                p.gestart_op AS plan_start, p.plan_besproken_op, p.plan_volgend_op,
                z.naam AS zaak_naam, CASE a.soort WHEN 'regelzaak-controle' THEN z.controle_waarom
                    WHEN 'regelzaak-bezwaar' THEN z.bezwaar_waarom ELSE z.waarom END AS zaak_waarom,
                k.waarom AS klok_waarom, f.soort AS afspraak_soort,
                f.dag AS afspraak_dag, f.van AS afspraak_van,
                t.gestart_op AS traject_start, t.eindigt_op AS traject_einde, t.afgerond_op AS traject_afgerond
            FROM aandachtspunt a
            JOIN dossier d ON d.id = a.dossier
            LEFT JOIN regelzaak z
                ON a.soort IN ('regelzaak-termijn', 'regelzaak-controle', 'regelzaak-bezwaar') AND z.id = a.bron
            LEFT JOIN traject p ON a.soort = 'plan-bespreken' AND p.id = d.traject
            LEFT JOIN traject t ON a.soort IN ('meting', 'nazorg') AND t.id = d.traject
            LEFT JOIN afspraak f ON a.soort IN ('afspraak-vastleggen', 'tolk-regelen') AND f.id = a.bron
            LEFT JOIN klokdatum k ON k.traject = d.traject
                AND k.code = CASE a.soort WHEN 'einde-nadert' THEN 'einde' ELSE a.soort END
            WHERE \(filter.sql) AND (a.soort <> 'opvolging' OR \(geheim.sql))
                AND a.zichtbaar_vanaf <= ? AND a.uiterlijk_op <= ? \(grens)
            ORDER BY a.uiterlijk_op, a.id LIMIT ?
            """, arguments, Aandachtspuntrij.init
        )
    }

    /// More than this is not counted: a whole team's points are many, and nobody reads the number.
    static let meesteGeteld = 500

    /// How many are visible; nil when there are more than `meesteGeteld`.
    static func aantal(
        _ db: Database, _ bereik: Scope, opvolging: Scope, vandaag: Datum, tot: Datum
    ) throws -> Int? {
        let (filter, geheim) = (bereik.sql(columns: kolommen), opvolging.sql(columns: kolommen))
        let aantal = try db.aantal(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM aandachtspunt a
                WHERE \(filter.sql) AND (a.soort <> 'opvolging' OR \(geheim.sql))
                    AND a.zichtbaar_vanaf <= ? AND a.uiterlijk_op <= ?
                LIMIT \(meesteGeteld + 1))
            """,
            StatementArguments(filter.arguments + geheim.arguments) + [vandaag.description, tot.description])
        return aantal > meesteGeteld ? nil : aantal
    }
}
