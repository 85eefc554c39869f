// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// The search entries of who came lately, in a small table beside the large one (decision 0044).
///
/// An entry goes wherever its key belongs. In a large table that is another page for each entry, and every page that changed is
/// written whole; in a small one the entries of a batch share its pages. Now and then an eighth of the small table, a stretch of
/// keys that lie together, moves to the large one. Who looks, looks in both; who takes away, takes from both.
enum Aanwas: CaseIterable {
    case sleutels, woorden

    /// So many people come between two stretches: a whole round is eight times this.
    static let perStap: Int64 = 512
    private static let delen = 8

    var tabel: String {
        switch self {
        case .sleutels: "zoeksleutel"
        case .woorden: "zoekwoord"
        }
    }

    private var sleutel: String {
        switch self {
        case .sleutels: "sleutel"
        case .woorden: "woord"
        }
    }

    var kolommen: String {
        switch self {
        case .sleutels: "sleutel, geboren, nr"
        case .woorden: "woord, dossier"
        }
    }

    /// Where new entries go, with their columns.
    var nieuw: String { "\(tabel)_nieuw (\(kolommen))" }

    /// The entries of both that meet a condition, the large table first.
    func beide(_ kolommen: String, waar voorwaarde: String) -> String {
        "SELECT \(kolommen) FROM \(tabel) WHERE \(voorwaarde) UNION ALL SELECT \(kolommen) FROM \(tabel)_nieuw WHERE \(voorwaarde)"
    }

    func wis(_ db: Database, waar voorwaarde: String, _ waarden: any SQLBindable...) throws {
        for tabel in [tabel, "\(tabel)_nieuw"] { try db.run("DELETE FROM \(tabel) WHERE \(voorwaarde)", list: waarden) }
    }

    /// After the person with this number came: moves a stretch when it is time for one.
    static func naKomst(_ db: Database, van nr: Int64) throws {
        guard nr % perStap == 0 else { return }
        for soort in allCases { try soort.verplaats(db, deel: Int(nr / perStap) % delen) }
    }

    /// Moves one of eight stretches of about the same size.
    func verplaats(_ db: Database, deel: Int) throws {
        let aantal = Int(try db.first("SELECT count(*) FROM \(tabel)_nieuw") { $0.integer(0) } ?? 0)
        func grens(_ deel: Int) throws -> DatabaseValue? {
            try DatabaseValue.fetchOne(
                db.cachedStatement(sql: "SELECT \(sleutel) FROM \(tabel)_nieuw ORDER BY \(sleutel) LIMIT 1 OFFSET ?"),
                arguments: [aantal * deel / Self.delen])
        }
        guard let van = try grens(deel) else { return }
        // The last stretch has no end.
        let tot = deel + 1 < Self.delen ? try grens(deel + 1) : nil
        let stuk = tot == nil ? "\(sleutel) >= ?" : "\(sleutel) >= ? AND \(sleutel) < ?"
        let grenzen = [van, tot].compactMap(\.self)
        try db.run(
            "INSERT OR IGNORE INTO \(tabel) (\(kolommen)) SELECT \(kolommen) FROM \(tabel)_nieuw WHERE \(stuk)", list: grenzen)
        try db.run("DELETE FROM \(tabel)_nieuw WHERE \(stuk)", list: grenzen)
    }
}

extension Migration {
    static let aanwas = Migration("072-aanwas") { db in
        try db.execute(
            sql: """
                CREATE TABLE zoeksleutel_nieuw (
                    sleutel INTEGER NOT NULL,
                    geboren INTEGER NOT NULL,
                    nr INTEGER NOT NULL,
                    PRIMARY KEY (sleutel, geboren, nr)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE zoekwoord_nieuw (
                    woord TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    PRIMARY KEY (woord, dossier)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
