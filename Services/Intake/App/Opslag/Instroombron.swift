// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// The people behind a number of the inflow, as one piece of SQL: the count and the list are made from this same text, so
/// that they cannot differ. Who follows another dossier is that person and counts there, also where the second aanmelding was
/// accepted because it joined. A row has the `id`, the `dag` by which it counts, and whether it has a traject of its own.
struct Instroombron: Sendable {
    let soort: Instroomsoort
    let gemeente: String
    let vandaag: Datum
    /// From koppeling to moving in.
    let weken: Int
    let scope: Scope

    static let kolommen = ScopeColumns(
        team: "coalesce(p.team, a.team)", gemeente: "a.gemeente", uitwisselbaar: Uitwisselstop.vrij("a.dossier"))

    private var rijen: (sql: String, arguments: StatementArguments) {
        let filter = scope.sql(columns: Self.kolommen)
        let huisvesting = "coalesce(p.datum_huisvesting, a.datum_huisvesting, a.besloten_dag)"
        let (dag, toestand) =
            switch soort {
            case .gehuisvest: (huisvesting, "a.toestand = 'geaccepteerd' AND \(huisvesting) <= :vandaag")
            case .bekend: (huisvesting, "a.toestand = 'geaccepteerd' AND \(huisvesting) > :vandaag")
            case .ontvangen: ("a.ontvangen_dag", "1")
            case .pijplijn:
                // Who should have come already is expected today.
                (
                    """
                    max(:vandaag, coalesce(a.datum_huisvesting, date(a.datum_koppeling, :weken), date(a.ontvangen_dag, :weken)))
                    """, "a.toestand IN ('ontvangen', 'in-controle')"
                )
            }
        let sql = """
            SELECT a.id, p.dossiernummer, a.toestand, a.doelgroep, coalesce(p.eigen_traject, 0) AS eigen, \(dag) AS dag
            FROM aanmelding a LEFT JOIN persoon p ON p.id = a.dossier
            WHERE a.gemeente = :gemeente AND \(toestand) AND (:weken IS NOT NULL) AND (:vandaag IS NOT NULL)
                AND \(Samenvoegregister.staatZelf("a.dossier")) AND \(filter.sql)
            """
        let named: StatementArguments = [
            "gemeente": gemeente, "vandaag": vandaag.description, "weken": "+\(weken * 7) days",
        ]
        return (sql, StatementArguments(filter.arguments) + named)
    }

    /// How many by month: all, and those with a traject of their own.
    func perMaand(_ db: Database, van: Datum, tot: Datum) throws -> [Maand: (personen: Int, trajecten: Int)] {
        let bron = rijen
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH rij AS (\(bron.sql))
                    SELECT substr(dag, 1, 7) AS maand, count(*) AS personen, sum(eigen) AS trajecten FROM rij
                    WHERE dag BETWEEN :van AND :tot GROUP BY 1
                    """), arguments: bron.arguments + ["van": van.description, "tot": tot.description])
        var tellingen: [Maand: (personen: Int, trajecten: Int)] = [:]
        for row in rows {
            let maand = try Maand(parsing: row["maand"] as String)
            tellingen[maand] = (personen: row["personen"] as Int, trajecten: row["trajecten"] as Int)
        }
        return tellingen
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
                doelgroep: Doelgroep(rawValue: row["doelgroep"]))
        }
    }

    /// About how many people was decided since a day: accepted, and all.
    static func besluiten(_ db: Database, gemeente: String, sinds: Datum, _ scope: Scope) throws -> (ja: Int, alle: Int) {
        let filter = scope.sql(columns: Aanmeldingenlijst.kolommen)
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
