// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag
import Toegang

/// Lists of people by name, filtered by the policy inside the query, paged by key.
enum Personenlijst {
    /// Where the store keeps what the policy asks: for lists and search.
    static let kolommen = ScopeColumns(
        begeleider: "p.begeleider", team: "p.team", gemeente: "p.gemeente", dossier: "p.id",
        uitwisselbaar: Uitwisselstop.vrij("p.id"))

    /// The same for names only: who guides one member of a household sees what the others are called.
    static let labelkolommen = ScopeColumns(
        begeleider: """
            EXISTS (SELECT 1 FROM persoon h WHERE h.huishouden = p.huishouden AND h.begeleider = ?
                AND (h.id = p.id OR \(Huisgenotenscherm.open("p.id"))))
            """,
        // The plus keeps SQLite from walking along all of a team where fifty dossiers are asked by their id.
        team: "+p.team", gemeente: "+p.gemeente", dossier: "p.id", uitwisselbaar: Uitwisselstop.vrij("p.id"))

    static func labels(_ db: Database, _ dossiers: [DossierID], _ scope: Scope) throws -> [DossierLabel] {
        let filter = scope.sql(columns: labelkolommen)
        let marks = Array(repeating: "?", count: dossiers.count).joined(separator: ", ")
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT p.id, p.dossiernummer, p.naam FROM persoon p WHERE p.id IN (\(marks)) AND \(filter.sql)"),
            arguments: StatementArguments(dossiers.map(\.description) + filter.arguments))
        return try Array(
            rows.compactMap { row in
                DossierID(row[0] as String).map { DossierLabel(dossier: $0, dossiernummer: row[1], naam: row[2]) }
            })
    }

    /// A page of people by name. `na` is the dossier that the page before ended with: an id, so that no name comes to stand
    /// in a URL.
    static func zoek(_ db: Database, _ tekst: String, _ scope: Scope, na: DossierID?, aantal: Int) throws -> [Persoonrij] {
        var begin: (sleutel: String, dossier: DossierID)?
        if let na {
            let key = try String.fetchOne(
                db.cachedStatement(sql: "SELECT sorteersleutel FROM persoon WHERE id = ?"), arguments: [na.description])
            guard let key else { return [] }
            begin = (key, na)
        }
        let vraag = vraagtekst(tekst, scope, na: begin, aantal: aantal)
        // Each row is read where the statement stands: a copied row compares the name of a column with every other.
        let rijen = try Row.fetchCursor(
            db.cachedStatement(sql: vraag.sql), arguments: StatementArguments(vraag.arguments))
        return try Array(rijen.map { try Persoonrij($0) })
    }

    /// The statement of a page, by itself so that a test can see along which index it runs.
    static func vraagtekst(
        _ tekst: String, _ scope: Scope, na: (sleutel: String, dossier: DossierID)? = nil, aantal: Int
    ) -> (sql: String, arguments: [String]) {
        let vraag = vraag(tekst, scope)
        var (conditions, arguments) = (vraag.conditions, vraag.arguments)
        if let na {
            conditions.append("(p.sorteersleutel, p.id) > (?, ?)")
            arguments += [na.sleutel, na.dossier.description]
        }
        let sql = """
            SELECT DISTINCT \(Persoonrij.kolommen), p.sorteersleutel FROM \(vraag.from)
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY p.sorteersleutel, p.id LIMIT \(aantal)
            """
        return (sql, arguments)
    }

    /// How many there are, where that is cheap: within somebody's own caseload.
    static func aantal(_ db: Database, _ scope: Scope) throws -> Int? {
        guard isKlein(scope) else { return nil }
        let filter = scope.sql(columns: kolommen)
        return try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM persoon p WHERE \(filter.sql) AND \(Samenvoegregister.staatZelf)"),
            arguments: StatementArguments(filter.arguments))
    }

    /// The tables and conditions of a search.
    ///
    /// A caseload is small: it is read whole and each word looked up. A wide scope starts at the longest word, which few
    /// share; CROSS JOIN keeps SQLite from turning that order round. One letter is shared by so many that reading along
    /// the names fills a page sooner.
    ///
    /// Who follows is in no list, but has a name by which people know the person: whoever is found by it stands there as the one
    /// that it follows.
    private static func vraag(_ tekst: String, _ scope: Scope) -> (from: String, conditions: [String], arguments: [String]) {
        let filter = scope.sql(columns: kolommen)
        if let begin = Dossiernummer.begin(in: tekst.trimmingPrefix(while: \.isWhitespace).description) {
            return (
                "persoon p", ["p.dossiernummer >= ? AND p.dossiernummer < ?", filter.sql],
                [begin, grens(begin)] + filter.arguments
            )
        }
        var words = Zoektekst.woorden(tekst).sorted { $0.count > $1.count }.prefix(6).map { String($0.prefix(40)) }
        var (from, conditions, arguments) = ("persoon p", [String](), [String]())
        if (words.first?.count ?? 0) > 1, !isKlein(scope) {
            let first = words.removeFirst()
            let gevonden = Aanwas.woorden.beide("dossier", waar: "woord >= ? AND woord < ?")
            let begin = [first, grens(first), first, grens(first)]
            let rest = Array(words)
            from = """
                (SELECT dossier, 0 AS volgt FROM (\(gevonden)) UNION ALL
                    SELECT \(Samenvoegregister.wortel(van: "g.dossier")), 1 FROM (\(gevonden)) g
                    CROSS JOIN samenvoeging v ON v.volgend = g.dossier AND v.toestand = 'actief'
                    LEFT JOIN persoon q ON q.id = v.volgend WHERE \(alle(rest, in: volgernaam))
                ) z CROSS JOIN persoon p ON p.id = z.dossier
                """
            conditions.append("(z.volgt OR \(alle(rest, in: "p.zoekwoorden")))")
            arguments += begin + begin + rest.map { " " + $0 } + rest.map { " " + $0 }
        } else if !words.isEmpty {
            conditions.append(
                """
                (\(alle(words, in: "p.zoekwoorden")) OR EXISTS (
                    SELECT 1 FROM samenvoeging WHERE leidend = p.id AND toestand = 'actief'
                ) AND EXISTS (
                    WITH RECURSIVE onder (dossier) AS (
                        SELECT p.id UNION SELECT sv.volgend FROM onder JOIN samenvoeging sv ON sv.leidend = onder.dossier
                        WHERE sv.toestand = 'actief'
                    ) SELECT 1 FROM onder JOIN samenvoeging v ON v.volgend = onder.dossier AND v.toestand = 'actief'
                    LEFT JOIN persoon q ON q.id = v.volgend WHERE \(alle(words, in: volgernaam))))
                """)
            arguments += words.map { " " + $0 } + words.map { " " + $0 }
        }
        return (from, conditions + [filter.sql, Samenvoegregister.staatZelf], arguments + filter.arguments)
    }

    /// The words of who follows: of its own dossier, or those that the merge keeps of an aanmelding that joined.
    private static let volgernaam = "coalesce(q.zoekwoorden, v.zoekwoorden)"

    /// That each of these words begins one of the name.
    private static func alle(_ words: some Collection<String>, in kolom: String) -> String {
        words.isEmpty ? "1" : words.map { _ in "instr(' ' || \(kolom), ?) > 0" }.joined(separator: " AND ")
    }

    /// The first text after all that begin with this one.
    private static func grens(_ begin: String) -> String { begin + "\u{10FFFF}" }

    /// Whether a scope holds the people of one user or one person only.
    private static func isKlein(_ scope: Scope) -> Bool {
        guard case .any(let grounds) = scope else { return scope == .none }
        return grounds.allSatisfy { $0.fact == .begeleider || $0.fact == .dossier }
    }
}
