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

    struct Kind: Sendable {
        var dossier: DossierID
        var nummer: String
        var naam: String
        var huishouden: HuishoudenID
        var geboren: OnvolledigeDatum
    }

    /// Children within the scope who were born in a year or before, or of whom the year is not known. At most five hundred.
    static func kinderen(_ db: Database, _ scope: Scope, geborenTotJaar jaar: Int) throws -> [Kind] {
        let filter = scope.sql(columns: Personenlijst.kolommen)
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.id, p.dossiernummer, p.naam, p.huishouden, p.geboortedatum FROM persoon p
                    WHERE p.eigen_traject = 0 AND (p.geboortedatum < ? OR p.geboortedatum = 'onbekend') AND \(filter.sql)
                        AND \(Samenvoegregister.staatZelf)
                    ORDER BY p.geboortedatum, p.id LIMIT 500
                    """), arguments: StatementArguments([String(jaar + 1)] + filter.arguments)
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
