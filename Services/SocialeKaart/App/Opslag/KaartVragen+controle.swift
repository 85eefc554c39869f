// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

extension KaartVragen {
    /// Entries to check, what was never or longest ago checked first; paged by key.
    static func teControleren(_ db: Database, voor: Datum, _ page: PageRequest) throws -> ([Voorzieningsregel], volgende: String?)
    {
        var (na, arguments): (String, StatementArguments) = ("", [voor.description])
        if let sleutel = page.after {
            let delen = sleutel.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard delen.count == 2, let id = VoorzieningID(delen[1]) else {
                throw Failure.invalid([
                    FieldError("page.after", code: "onleesbaar", "Deze bladzijde bestaat niet meer. Begin opnieuw.")
                ])
            }
            na = "AND (coalesce(v.gecontroleerd_op, ''), v.id) > (?, ?)"
            arguments += [delen[0], id.description]
        }
        let rijen = try Row.fetchAll(
            db,
            sql: """
                SELECT v.id, v.naam, v.verwijsbaar, v.gecontroleerd_op, v.document ->> '$.description' AS omschrijving,
                  (SELECT o.naam FROM organisatie o WHERE o.id = v.organisatie_id) AS organisatie
                FROM voorziening v
                WHERE v.status <> 'defunct' AND coalesce(v.gecontroleerd_op, '') < ? \(na)
                ORDER BY coalesce(v.gecontroleerd_op, ''), v.id LIMIT ?
                """, arguments: arguments + [page.limit + 1])
        let regels = try rijen.prefix(page.limit).map { rij -> Voorzieningsregel in
            let (id, op): (String, String?) = (rij["id"], rij["gecontroleerd_op"])
            guard let voorziening = VoorzieningID(id) else { throw Failure.fault(reference: "voorziening-id") }
            return Voorzieningsregel(
                voorziening: voorziening, naam: rij["naam"], organisatie: rij["organisatie"],
                omschrijving: rij["omschrijving"] ?? "", leefgebieden: [], verwijsbaar: rij["verwijsbaar"],
                gecontroleerdOp: op.flatMap { Datum($0) })
        }
        let laatste = rijen.count > page.limit ? regels.last : nil
        return (regels, laatste.map { "\($0.gecontroleerdOp?.description ?? "")_\($0.voorziening)" })
    }
}
