// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// Which services are asked. Every filter narrows: together they are AND.
struct Kaartfilter: Sendable, Equatable {
    /// Only what was checked on this day or later: the public face. Nil: everything.
    var gecontroleerdVanaf: Datum?
    var leefgebied: Leefgebied?
    var alleenVerwijsbaar = false
    var begrip: String?
    var taxonomie: String?
    var organisatie: String?
    /// Changed at this instant or later, in the form of the store.
    var gewijzigdVanaf: String?

    /// The conditions on `voorziening v`, each beginning with AND, and their arguments.
    func sql() -> (sql: String, arguments: StatementArguments) {
        var sql = ""
        var arguments = StatementArguments()
        func en(_ voorwaarde: String, _ waarde: String) {
            sql += " AND \(voorwaarde)"
            arguments += [waarde]
        }
        if let gecontroleerdVanaf { en("v.gecontroleerd_op >= ?", gecontroleerdVanaf.description) }
        if let leefgebied {
            en(
                """
                EXISTS (SELECT 1 FROM voorziening_begrip k JOIN begrip b ON b.nr = k.begrip
                  WHERE k.nr = v.nr AND k.soort = 'leefgebied' AND b.code = ?)
                """,
                leefgebied.rawValue)
        }
        if alleenVerwijsbaar { sql += " AND v.verwijsbaar = 'ja' AND v.status = 'active'" }
        if let begrip {
            en(
                """
                EXISTS (SELECT 1 FROM voorziening_begrip k WHERE k.nr = v.nr AND k.begrip = (SELECT nr FROM begrip WHERE id = ?))
                """, begrip)
        }
        if let taxonomie {
            en(
                """
                EXISTS (SELECT 1 FROM voorziening_begrip k JOIN begrip b ON b.nr = k.begrip
                  WHERE k.nr = v.nr AND b.taxonomie_id = ?)
                """, taxonomie)
        }
        if let organisatie { en("v.organisatie_id = ?", organisatie) }
        if let gewijzigdVanaf { en("v.gewijzigd_op >= ?", gewijzigdVanaf) }
        return (sql, arguments)
    }

    /// Where the rows come from, with the words or without; ends in a condition, so that `sql()` can follow.
    static func bron(_ match: String?) -> (sql: String, arguments: StatementArguments) {
        guard let match else { return ("voorziening v WHERE 1", []) }
        return ("kaart_zoek JOIN voorziening v ON v.nr = kaart_zoek.rowid WHERE kaart_zoek MATCH ?", [match])
    }

    /// A list with words goes by name: it is paged to its end by number, and a rank would have to be made for all of it.
    static let rang = "v.naam"
}
