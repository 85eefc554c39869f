// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension Migration {
    /// About whom the exchange is stopped: the fact that every query for outsiders looks in.
    static let uitwisselingsstop = Uitwisselstop.migration("050-uitwisselingsstop")

    /// Who stopped or lifted it and why, sealed with the key of the dossier. Outside the change history and without a column
    /// for who: nothing of it can be read without the key.
    static let uitwisselingsreden = Migration("051-uitwisselingsreden") { db in
        try db.execute(
            sql: """
                CREATE TABLE uitwisselingsreden (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL,
                    soort TEXT NOT NULL CHECK (soort IN ('gestopt', 'hervat')),
                    op TEXT NOT NULL,
                    verzegeld BLOB NOT NULL
                ) STRICT;
                CREATE INDEX uitwisselingsreden_dossier ON uitwisselingsreden (dossier, op, id);
                """)
    }
}

/// The stops on exchange: the fact, and apart from it the sealed reasons.
enum Uitwisselregister {
    /// Whether anything about this person may leave. The one question before a message goes out.
    static func magUitwisselen(_ db: Database, _ dossier: DossierID) throws -> Bool {
        try Uitwisselstop.isVrij(db, dossier)
    }

    /// Of these dossiers those about which a stop was set (and does not only hold through a merge), with the id of its line.
    static func lopend(_ db: Database, in groep: Set<DossierID>) throws -> [DossierID: String] {
        let select = try db.cachedStatement(
            sql: "SELECT id FROM uitwisselingsreden WHERE dossier = ? AND soort = 'gestopt' ORDER BY op DESC, rowid DESC LIMIT 1")
        var lopend: [DossierID: String] = [:]
        for dossier in try Uitwisselstop.gezet(db, in: groep) {
            lopend[dossier] = try String.fetchOne(select, arguments: [dossier.description]) ?? "onbekend"
        }
        return lopend
    }

    /// Since when the exchange is stopped; nil when it is not.
    static func gestoptSinds(_ db: Database, _ dossier: DossierID) throws -> Datum? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT sinds FROM uitwisselingsstop WHERE dossier = ?"), arguments: [dossier.description]
        ).flatMap { Datum($0) }
    }

    /// Which of these are stopped, in the order given.
    /// - Parameter metHuishouden: also who shares a household with somebody who is.
    static func gestopt(_ db: Database, _ dossiers: [DossierID], metHuishouden: Bool) throws -> [DossierID] {
        let statement = try db.cachedStatement(
            sql: metHuishouden
                ? """
                SELECT EXISTS (SELECT 1 FROM uitwisselingsstop WHERE dossier = ?1) OR EXISTS (
                    SELECT 1 FROM persoon p JOIN persoon h ON h.huishouden = p.huishouden
                    JOIN uitwisselingsstop s ON s.dossier = h.id WHERE p.id = ?1)
                """ : "SELECT EXISTS (SELECT 1 FROM uitwisselingsstop WHERE dossier = ?1)")
        return try dossiers.filter { try Bool.fetchOne(statement, arguments: [$0.description]) ?? false }
    }

    /// Whose exchange is asked about, with what the policy must know: a person, or somebody who still waits.
    struct Betrokkene: Sendable {
        var nummer: String
        var feiten: Facts
    }

    static func betrokkene(_ db: Database, _ dossier: DossierID) throws -> Betrokkene? {
        if let rij = try Persoonregister.vind(db, dossier) {
            return Betrokkene(nummer: rij.dossiernummer, feiten: rij.feiten)
        }
        return try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(Aanmeldingrij.kolommen) FROM aanmelding a WHERE a.dossier = ?"),
            arguments: [dossier.description]
        ).map(Aanmeldingrij.init).map { rij in
            var feiten = rij.feiten
            feiten.dossier = dossier
            return Betrokkene(nummer: "nog geen nummer", feiten: feiten)
        }
    }

    /// One sealed line.
    struct Regel: Sendable {
        var id: String
        var soort: Uitwisselstap
        var op: Datum
        var verzegeld: Data
    }

    static func schrijf(_ tx: Transaction, id: String, _ dossier: DossierID, _ soort: Uitwisselstap, verzegeld: Data) throws {
        try tx.db.cachedStatement(
            sql: "INSERT INTO uitwisselingsreden (id, dossier, soort, op, verzegeld) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [id, dossier.description, soort.rawValue, tx.nowText, verzegeld])
    }

    /// The newest first; more than a hundred are cut off.
    static func regels(_ db: Database, _ dossier: DossierID) throws -> [Regel] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM uitwisselingsreden WHERE dossier = ? ORDER BY op DESC, rowid DESC LIMIT 100"),
            arguments: [dossier.description]
        ).map { row in
            guard let soort = Uitwisselstap(rawValue: row["soort"]), let op = Instant.date(row["op"] as String) else {
                throw Opslagfout.onleesbareRij("uitwisselingsreden")
            }
            return Regel(id: row["id"], soort: soort, op: Datum(op), verzegeld: row["verzegeld"])
        }
    }

    /// A page of stops, the longest first, within the policy. `na` is the dossier that the page before ended with.
    static func lijst(_ db: Database, _ scope: Scope, na: DossierID?, aantal: Int) throws -> [UitwisselingsstoppenLijst.Rij] {
        let filter = scope.sql(
            columns: ScopeColumns(
                begeleider: "p.begeleider", team: "coalesce(p.team, a.team)", gemeente: "coalesce(p.gemeente, a.gemeente)",
                dossier: "s.dossier", uitwisselbaar: "0"))
        var (sql, arguments) = (filter.sql, filter.arguments)
        if let na {
            sql += " AND (s.sinds, s.dossier) > ((SELECT sinds FROM uitwisselingsstop WHERE dossier = ?), ?)"
            arguments += [na.description, na.description]
        }
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT s.dossier, s.sinds, coalesce(p.dossiernummer, 'nog geen nummer') AS nummer FROM uitwisselingsstop s
                    LEFT JOIN persoon p ON p.id = s.dossier LEFT JOIN aanmelding a ON a.dossier = s.dossier
                    WHERE s.eigen = 1 AND \(sql) ORDER BY s.sinds, s.dossier LIMIT \(aantal)
                    """), arguments: StatementArguments(arguments)
        ).compactMap { row in
            guard let dossier = DossierID(row["dossier"] as String), let sinds = Datum(row["sinds"] as String) else { return nil }
            return UitwisselingsstoppenLijst.Rij(dossier: dossier, dossiernummer: row["nummer"], sinds: sinds)
        }
    }
}
