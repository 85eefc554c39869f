// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// The people behind a number of the inflow, as one piece of SQL: the count and the list are made from this same text, so
/// that they cannot differ.
///
/// Housed is only who has a day of housing, in a home, a HAR or a doorstroomlocatie: all three count for the taakstelling, and who
/// moves on to a home is not housed anew. Who was accepted without that day is expected, some weeks after the koppeling (after
/// receipt where that is not known either), and never before today. Who follows another dossier is that person and counts there, also where the second aanmelding was
/// accepted because it joined. A row has the `id`, the `dag` by which it counts, and whether that day is an estimate.
struct Instroombron: Sendable {
    let soort: Instroomsoort
    let gemeente: String
    let vandaag: Datum
    /// From koppeling to moving in.
    let weken: Int
    let scope: Scope

    static let kolommen = ScopeColumns(
        team: "coalesce(p.team, a.team)", gemeente: "a.gemeente", uitwisselbaar: Uitwisselstop.vrij("a.dossier"))

    /// What is known now of a client, else what the gemeente said of who waits.
    private static let huisvesting = """
        CASE WHEN p.id IS NULL THEN a.datum_huisvesting ELSE coalesce(p.eerst_gehuisvest, p.datum_huisvesting) END
        """
    private static let geschat = """
        date(coalesce(CASE WHEN p.id IS NULL THEN a.datum_koppeling ELSE p.datum_koppeling END, a.ontvangen_dag), :weken)
        """

    private var rijen: (sql: String, arguments: StatementArguments) {
        let filter = scope.sql(columns: Self.kolommen)
        let (huisvesting, verwacht) = (Self.huisvesting, "max(:vandaag, \(Self.geschat))")
        let (dag, isGeschat, toestand) =
            switch soort {
            case .gehuisvest: (huisvesting, "0", "a.toestand = 'geaccepteerd' AND \(huisvesting) <= :vandaag")
            case .bekend:
                (
                    "coalesce(\(huisvesting), \(verwacht))", "\(huisvesting) IS NULL",
                    "a.toestand = 'geaccepteerd' AND (\(huisvesting) IS NULL OR \(huisvesting) > :vandaag)"
                )
            case .ontvangen: ("a.ontvangen_dag", "0", "1")
            case .pijplijn:
                // Who should have come already is expected today.
                (
                    "max(:vandaag, coalesce(\(huisvesting), \(Self.geschat)))",
                    "coalesce(\(huisvesting) < :vandaag, 1)", "a.toestand IN ('ontvangen', 'in-controle')"
                )
            }
        let sql = """
            SELECT a.id, p.dossiernummer, a.toestand, a.doelgroep, \(dag) AS dag, \(isGeschat) AS geschat
            FROM aanmelding a LEFT JOIN persoon p ON p.id = a.dossier
            WHERE a.gemeente = :gemeente AND \(toestand) AND (:weken IS NOT NULL) AND (:vandaag IS NOT NULL)
                AND \(Samenvoegregister.staatZelf("a.dossier")) AND \(filter.sql)
            """
        let named: StatementArguments = [
            "gemeente": gemeente, "vandaag": vandaag.description, "weken": "+\(weken * 7) days",
        ]
        return (sql, StatementArguments(filter.arguments) + named)
    }

    /// How many by month, and of how many the day is an estimate.
    func perMaand(_ db: Database, van: Datum, tot: Datum) throws -> [Maand: (personen: Int, geschat: Int)] {
        let bron = rijen
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH rij AS (\(bron.sql))
                    SELECT substr(dag, 1, 7) AS maand, count(*) AS personen, sum(geschat) AS geschat FROM rij
                    WHERE dag BETWEEN :van AND :tot GROUP BY 1
                    """), arguments: bron.arguments + ["van": van.description, "tot": tot.description])
        var tellingen: [Maand: (personen: Int, geschat: Int)] = [:]
        for row in rows {
            let maand = try Maand(parsing: row["maand"] as String)
            tellingen[maand] = (personen: row["personen"] as Int, geschat: row["geschat"] as Int)
        }
        return tellingen
    }

    /// Trajects of their own that began or will begin, by month: on the day of housing, of acceptance while that is not known, as
    /// the clock of the contract has it.
    static func starts(
        _ db: Database, gemeente: String, van: Datum, tot: Datum, _ scope: Scope
    ) throws -> [Maand: Double] {
        let filter = scope.sql(columns: kolommen)
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH rij AS (
                        SELECT coalesce(\(huisvesting), a.besloten_dag) AS dag
                        FROM aanmelding a JOIN persoon p ON p.id = a.dossier
                        WHERE a.gemeente = :gemeente AND a.toestand = 'geaccepteerd' AND p.eigen_traject = 1
                            AND \(Samenvoegregister.staatZelf("a.dossier")) AND \(filter.sql))
                    SELECT substr(dag, 1, 7) AS maand, count(*) AS aantal FROM rij WHERE dag BETWEEN :van AND :tot GROUP BY 1
                    """),
            arguments: StatementArguments(filter.arguments)
                + ["gemeente": gemeente, "van": van.description, "tot": tot.description])
        var starts: [Maand: Double] = [:]
        for row in rows { starts[try Maand(parsing: row["maand"] as String)] = Double(row["aantal"] as Int) }
        return starts
    }

    /// How SQLite goes about it, for the test that it uses an index.
    func plan(_ db: Database) throws -> [String] {
        let bron = rijen
        return try Row.fetchAll(db.cachedStatement(sql: "EXPLAIN QUERY PLAN \(bron.sql)"), arguments: bron.arguments).map {
            $0["detail"]
        }
    }

    func aantal(_ db: Database, _ half: Halfjaar) throws -> Int {
        let bron = rijen
        return try Int.fetchOne(
            db.cachedStatement(sql: "WITH rij AS (\(bron.sql)) SELECT count(*) FROM rij WHERE dag BETWEEN :van AND :tot"),
            arguments: bron.arguments + ["van": half.eersteDag.description, "tot": half.laatsteDag.description]) ?? 0
    }

    /// A page in order of day. `na` is the aanmelding that the page before ended with.
    func rijen(_ db: Database, _ half: Halfjaar, na: AanmeldingID?, aantal: Int) throws -> [InstroomRijen.Rij] {
        let bron = rijen
        let grens =
            na == nil ? "" : "AND (dag, id) > (SELECT dag, id FROM rij WHERE id = :na)"
        var arguments = bron.arguments + ["van": half.eersteDag.description, "tot": half.laatsteDag.description]
        if let na { arguments += ["na": na.description] }
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH rij AS (\(bron.sql)) SELECT * FROM rij WHERE dag BETWEEN :van AND :tot \(grens)
                    ORDER BY dag, id LIMIT \(aantal)
                    """), arguments: arguments
        ).compactMap { row in
            guard let id = AanmeldingID(row["id"] as String), let dag = Datum(row["dag"] as String),
                let toestand = AanmeldingToestand(rawValue: row["toestand"])
            else { return nil }
            return .init(
                aanmelding: id, dossiernummer: row["dossiernummer"], dag: dag, toestand: toestand,
                doelgroep: Doelgroep(rawValue: row["doelgroep"]), isGeschat: row["geschat"] ? true : nil)
        }
    }

    /// About how many people was decided since a day: accepted, and all.
    static func besluiten(_ db: Database, gemeente: String, sinds: Datum, _ scope: Scope) throws -> (ja: Int, alle: Int) {
        let filter = scope.sql(
            columns: ScopeColumns(team: "a.team", gemeente: "a.gemeente", uitwisselbaar: Uitwisselstop.vrij("a.dossier")))
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) AS alle, coalesce(sum(a.toestand = 'geaccepteerd'), 0) AS ja FROM aanmelding a
                    WHERE a.gemeente = ? AND a.toestand IN ('geaccepteerd', 'afgewezen') AND a.besloten_dag >= ?
                        AND \(Samenvoegregister.staatZelf("a.dossier")) AND \(filter.sql)
                    """), arguments: StatementArguments([gemeente, sinds.description] + filter.arguments))
        guard let row else { return (0, 0) }
        return (row["ja"] as Int, row["alle"] as Int)
    }
}
