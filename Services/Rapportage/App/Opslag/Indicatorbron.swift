// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag
import Toegang

/// The rows behind a figure, as one piece of SQL. The number, the count and the list are all made from this same text, so
/// that they cannot differ: whoever changes what is counted changes what is shown.
///
/// A row has a unique `sleutel` by which the list is paged, the `dossier` and its `nummer`, a `waarde` for the
/// computation, and columns to show. Bound: `:gemeente`, `:van`, `:tot`, then the filter of the policy.
struct Indicatorbron: Sendable {
    let soort: Indicatorsoort
    let gemeente: String
    let periode: Periode
    /// What the actor may see of it.
    let scope: Scope

    /// The names of the columns to show.
    var kolommen: [String] {
        switch soort {
        case .inBegeleiding: ["Begin", "Einde"]
        case .dagenTotEersteContact: ["Aanmelding", "Eerste contact", "Dagen"]
        case .noShow: ["Datum", "Soort", "Verschenen"]
        }
    }

    var rijen: String {
        switch soort {
        case .inBegeleiding:
            // On the last day of the period. Each person once, also with two trajects, and with two dossiers that were
            // merged: then by the one that stands for the person.
            """
            SELECT COALESCE(sg.wortel, d.id) AS sleutel, COALESCE(sg.wortel, d.id) AS dossier,
                COALESCE((SELECT w.nummer FROM dossier w WHERE w.id = sg.wortel), d.nummer) AS nummer, 1.0 AS waarde,
                MIN(t.gestart_op) AS een, COALESCE(MAX(e.afgerond_op), 'loopt nog') AS twee, '' AS drie
            FROM traject t JOIN dossier d ON d.id = t.dossier LEFT JOIN traject_einde e ON e.traject = t.id
                LEFT JOIN samengevoegd sg ON sg.dossier = d.id
            WHERE t.gemeente = :gemeente AND t.gestart_op <= :tot AND (e.afgerond_op IS NULL OR e.afgerond_op > :tot)
                AND (:van <= :tot) AND \(filter.sql)
            GROUP BY COALESCE(sg.wortel, d.id)
            """
        case .dagenTotEersteContact:
            """
            SELECT t.id AS sleutel, d.id AS dossier, d.nummer AS nummer,
                julianday(c.datum) - julianday(t.ontvangen_op) AS waarde, t.ontvangen_op AS een, c.datum AS twee,
                CAST(julianday(c.datum) - julianday(t.ontvangen_op) AS INTEGER) AS drie
            FROM eerste_contact c JOIN traject t ON t.id = c.traject JOIN dossier d ON d.id = t.dossier
            WHERE c.datum BETWEEN :van AND :tot AND t.gemeente = :gemeente AND \(filter.sql)
            """
        case .noShow:
            """
            SELECT c.datum || ' ' || c.id AS sleutel, d.id AS dossier, d.nummer AS nummer,
                CASE c.verschijning WHEN 'niet-verschenen' THEN 1.0 ELSE 0.0 END AS waarde, c.datum AS een, c.soort AS twee,
                CASE c.verschijning WHEN 'niet-verschenen' THEN 'nee' WHEN 'afgemeld' THEN 'afgemeld' ELSE 'ja' END AS drie
            FROM contact c JOIN traject t ON t.id = c.traject JOIN dossier d ON d.id = t.dossier
            WHERE c.datum BETWEEN :van AND :tot AND c.soort IN ('spreekuur', 'huisbezoek', 'afspraak')
                AND t.gemeente = :gemeente AND \(filter.sql)
            """
        }
    }

    private static let columns = ScopeColumns(
        begeleider: "d.begeleider", team: "d.team", gemeente: "d.gemeente", dossier: "d.id",
        uitwisselbaar: Uitwisselstop.vrij("d.id"))

    private var filter: (sql: String, arguments: [String]) { scope.sql(columns: Self.columns) }

    var bound: StatementArguments {
        StatementArguments(filter.arguments)
            + ["gemeente": gemeente, "van": periode.van.description, "tot": periode.totEnMet.description]
    }

    /// How many rows and people there are, and the number they make. Nil: there is nothing to count.
    func uitkomst(_ db: Database) throws -> Uitkomst {
        let row = try Row.fetchOne(
            db,
            sql: """
                WITH rij AS (\(rijen))
                SELECT COUNT(*) AS aantal, COUNT(DISTINCT dossier) AS personen, COALESCE(SUM(waarde), 0) AS som FROM rij
                """, arguments: bound)
        guard let row else { return Uitkomst(aantal: 0, personen: 0, waarde: nil) }
        let (aantal, personen, som): (Int, Int, Double) = (row["aantal"], row["personen"], row["som"])
        let waarde: Double? =
            switch soort.maat {
            case .aantal: Double(aantal)
            case .aandeel: Indicatorsoort.procent(som, van: aantal)
            case .mediaan: try mediaan(db)
            }
        return Uitkomst(aantal: aantal, personen: personen, waarde: waarde)
    }

    private func mediaan(_ db: Database) throws -> Double? {
        try Double.fetchOne(
            db,
            sql: """
                WITH rij AS (\(rijen))
                SELECT AVG(waarde) FROM
                    (SELECT waarde, ROW_NUMBER() OVER (ORDER BY waarde) AS plaats, COUNT(*) OVER () AS aantal FROM rij)
                WHERE plaats IN ((aantal + 1) / 2, (aantal + 2) / 2)
                """, arguments: bound)
    }

    /// A page of the rows.
    func rijen(_ db: Database, na sleutel: String, limit: Int) throws -> [Rij] {
        try Row.fetchAll(
            db,
            sql: "WITH rij AS (\(rijen)) SELECT * FROM rij WHERE sleutel > :na ORDER BY sleutel LIMIT \(limit)",
            arguments: bound + ["na": sleutel]
        ).compactMap { row in
            DossierID(row["dossier"] as String).map {
                Rij(
                    sleutel: row["sleutel"], dossier: $0, nummer: row["nummer"] ?? "", waarde: row["waarde"],
                    kolommen: zip(kolommen, ["een", "twee", "drie"]).map { naam, kolom in
                        (naam, (row[kolom] as DatabaseValue).tekst)
                    })
            }
        }
    }

    struct Uitkomst: Equatable, Sendable {
        let aantal: Int
        let personen: Int
        let waarde: Double?
    }

    struct Rij: Sendable {
        let sleutel: String
        let dossier: DossierID
        let nummer: String
        let waarde: Double
        let kolommen: [(naam: String, waarde: String)]
    }
}

extension DatabaseValue {
    /// As shown in a table of rows.
    fileprivate var tekst: String {
        switch storage {
        case .int64(let value): String(value)
        case .double(let value): String(value)
        case .string(let value): value
        case .null, .blob: ""
        }
    }
}
