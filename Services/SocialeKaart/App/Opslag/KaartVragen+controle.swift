// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

extension KaartVragen {
    /// Entries to check: what does not react first, then what was never or longest ago checked; paged by key.
    static func teControleren(_ db: Database, voor: Datum, _ page: PageRequest) throws -> ([Voorzieningsregel], volgende: String?)
    {
        var rijen: [(sleutel: String, regel: Voorzieningsregel)] = []
        // Since which day, or `stil`, and which entry.
        var na: (String, String)?
        if let sleutel = page.after {
            let delen = sleutel.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
            guard delen.count == 2, VoorzieningID(delen[1]) != nil else {
                throw Failure.invalid([
                    FieldError("page.after", code: "onleesbaar", "Deze bladzijde bestaat niet meer. Begin opnieuw.")
                ])
            }
            na = (delen[0], delen[1])
        }
        if na == nil || na?.0 == Self.stil {
            rijen = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        \(Onbeantwoord.diensten) SELECT \(regelkolommen) FROM s JOIN voorziening v ON v.id = s.id
                        WHERE v.status <> 'defunct' AND \(Onbeantwoord.reageertNiet) ORDER BY v.id LIMIT ?2
                        """), arguments: [na?.1 ?? "", page.limit + 1]
            ).map(regel).map { ("\(Self.stil)_\($0.voorziening)", $0) }
            na = nil
        }
        if rijen.count <= page.limit {
            rijen += try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT \(regelkolommen) FROM voorziening v
                        WHERE v.status <> 'defunct' AND coalesce(v.gecontroleerd_op, '') < ?
                          AND (coalesce(v.gecontroleerd_op, ''), v.id) > (?, ?) AND NOT \(Onbeantwoord.reageertNiet)
                        ORDER BY coalesce(v.gecontroleerd_op, ''), v.id LIMIT ?
                        """), arguments: [voor.description, na?.0 ?? "", na?.1 ?? "", page.limit + 1 - rijen.count]
            ).map(regel).map { ("\($0.gecontroleerdOp?.description ?? "")_\($0.voorziening)", $0) }
        }
        return (
            rijen.prefix(page.limit).map(\.regel), rijen.count > page.limit ? rijen[page.limit - 1].sleutel : nil
        )
    }

    /// Instead of a day, in the key of what does not react.
    private static let stil = "stil"

    /// How many entries do not react, counted to so many.
    static func reagerenNiet(_ db: Database, hoogstens: Int) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    \(Onbeantwoord.diensten) SELECT count(*) FROM (SELECT 1 FROM s JOIN voorziening v ON v.id = s.id
                      WHERE v.status <> 'defunct' AND \(Onbeantwoord.reageertNiet) LIMIT ?2)
                    """), arguments: ["", hoogstens]) ?? 0
    }
}
