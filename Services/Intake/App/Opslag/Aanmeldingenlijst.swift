// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Toegang

/// Lists of aanmeldingen: for workers by state, for a gemeente by time of change.
enum Aanmeldingenlijst {
    static let kolommen = ScopeColumns(team: "a.team", gemeente: "a.gemeente")

    /// A page of one state, oldest first. `na` is the last aanmelding of the page before.
    static func inToestand(
        _ db: Database, _ toestand: AanmeldingToestand, _ scope: Scope, na: AanmeldingID?, aantal: Int
    ) throws -> [Aanmeldingrij] {
        let filter = scope.sql(columns: kolommen)
        var sql = "SELECT \(Aanmeldingrij.kolommen) FROM aanmelding a WHERE a.toestand = ? AND \(filter.sql)"
        var arguments = [toestand.rawValue] + filter.arguments
        if let na {
            sql += " AND (a.ontvangen_op, a.id) > ((SELECT ontvangen_op FROM aanmelding WHERE id = ?), ?)"
            arguments += [na.description, na.description]
        }
        return try Row.fetchAll(
            db, sql: sql + " ORDER BY a.ontvangen_op, a.id LIMIT \(aantal)", arguments: StatementArguments(arguments)
        ).map(Aanmeldingrij.init)
    }

    /// Who the aanmelding may be a double of. Who is no client yet has no number.
    static func kandidaten(_ db: Database, _ aanmelding: AanmeldingID) throws -> [DossierLabel] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT d.dossier, coalesce(p.dossiernummer, 'nog geen nummer') AS nummer,
                    coalesce(p.naam, a.naam, '') AS naam
                FROM mogelijk_dubbel d
                LEFT JOIN persoon p ON p.id = d.dossier LEFT JOIN aanmelding a ON a.dossier = d.dossier
                WHERE d.aanmelding = ? ORDER BY nummer, d.dossier LIMIT 20
                """, arguments: [aanmelding.description]
        ).compactMap { row in
            DossierID(row["dossier"] as String).map {
                DossierLabel(dossier: $0, dossiernummer: row["nummer"], naam: row["naam"])
            }
        }
    }

    /// Where a page of the gemeente's list begins.
    struct Vanaf: Sendable, Equatable {
        /// Instant as the store writes it.
        var gewijzigdOp: String
        /// Empty: everything changed after that instant.
        var id: String
    }

    /// What one sender handed over for the gemeenten of its token, by time of last change.
    static func vanAfzender(
        _ db: Database, oin: String, gemeenten: Set<String>, vanaf: Vanaf?, aantal: Int
    ) throws -> [Aanmeldingrij] {
        let marks = Array(repeating: "?", count: gemeenten.count).joined(separator: ", ")
        var sql = "SELECT \(Aanmeldingrij.kolommen) FROM aanmelding a WHERE a.oin = ? AND a.gemeente IN (\(marks))"
        var arguments = [oin] + gemeenten.sorted()
        switch vanaf {
        case let from? where from.id.isEmpty:
            sql += " AND a.gewijzigd_op > ?"
            arguments.append(from.gewijzigdOp)
        case let from?:
            sql += " AND (a.gewijzigd_op, a.id) > (?, ?)"
            arguments += [from.gewijzigdOp, from.id]
        case nil: break
        }
        return try Row.fetchAll(
            db, sql: sql + " ORDER BY a.gewijzigd_op, a.id LIMIT \(aantal)", arguments: StatementArguments(arguments)
        ).map(Aanmeldingrij.init)
    }
}
