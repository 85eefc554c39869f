// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag
import Toegang

/// Which children were told to be 18, and who is next.
enum Achttienregister {
    struct Kandidaat: Sendable {
        var dossier: DossierID
        var geboren: OnvolledigeDatum
        /// What was told before.
        var gemeld: Feit?
    }

    /// Children without a traject of their own who can be 18 by their year of birth and were not told for certain. Who follows
    /// another dossier is told there; taken back, at the next look.
    static func kandidaten(_ db: Database, op dag: Datum, na: String, aantal: Int) throws -> [Kandidaat] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.id, p.geboortedatum, a.zeker FROM persoon p LEFT JOIN achttien a ON a.dossier = p.id
                    WHERE p.eigen_traject = 0 AND p.geboortedatum < ? AND p.id > ? AND coalesce(a.zeker, '') <> 'ja'
                        AND \(Samenvoegregister.staatZelf)
                    ORDER BY p.id LIMIT ?
                    """), arguments: [String(dag.year - 17), na, aantal]
        ).compactMap { row in
            guard let dossier = DossierID(row["id"] as String) else { return nil }
            return Kandidaat(
                dossier: dossier, geboren: OnvolledigeDatum(row["geboortedatum"] as String) ?? .onbekend,
                gemeld: (row["zeker"] as String?).flatMap(Feit.init))
        }
    }

    static func zet(_ tx: Transaction, _ dossier: DossierID, _ zeker: Feit, _ maand: Maand) throws {
        try tx.db.cachedStatement(
            sql: "INSERT OR REPLACE INTO achttien (dossier, zeker, maand, gemeld_op) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [dossier.description, zeker.rawValue, maand.waarde, tx.nowText])
    }

    static func vergeet(_ db: Database, _ dossier: DossierID) throws {
        try db.cachedStatement(sql: "DELETE FROM achttien WHERE dossier = ?").execute(arguments: [dossier.description])
    }

    struct Kind: Sendable {
        var dossier: DossierID
        var nummer: String
        var naam: String
        var huishouden: HuishoudenID
        var geboren: OnvolledigeDatum
    }

    /// Children within the scope who were or may be born in a month or before, or of whom that is not known; who was born first
    /// comes first.
    static func kinderen(
        _ db: Database, _ scope: Scope, geborenTotEnMet maand: Maand, na: DossierID?, aantal: Int
    ) throws -> [Kind] {
        let filter = scope.sql(columns: Personenlijst.kolommen)
        var arguments = StatementArguments([maand.laatsteDag.description] + filter.arguments)
        if let na { arguments += [na.description] }
        arguments += [aantal]
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.id, p.dossiernummer, p.naam, p.huishouden, p.geboortedatum FROM persoon p
                    WHERE p.eigen_traject = 0 AND (p.geboortedatum <= ? OR p.geboortedatum = 'onbekend') AND \(filter.sql)
                        AND \(Samenvoegregister.staatZelf)
                        \(na == nil ? "" : "AND (p.geboortedatum, p.id) > (SELECT v.geboortedatum, v.id FROM persoon v WHERE v.id = ?)")
                    ORDER BY p.geboortedatum, p.id LIMIT ?
                    """),
            arguments: arguments
        ).compactMap { row in
            guard let dossier = DossierID(row["id"] as String), let huis = HuishoudenID(row["huishouden"] as String) else {
                return nil
            }
            return Kind(
                dossier: dossier, nummer: row["dossiernummer"], naam: row["naam"], huishouden: huis,
                geboren: OnvolledigeDatum(row["geboortedatum"] as String) ?? .onbekend)
        }
    }
}
