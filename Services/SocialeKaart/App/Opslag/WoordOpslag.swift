// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// The other words of the terms, as people keep them and as files bring them.
struct WoordOpslag {
    let tx: Transaction

    func voegToe(
        _ id: UUID, _ begrip: String, taal: String, soort: String, tekst: String, nagekekenOp: Datum?, why: String
    ) throws {
        let id = id.uuidString.lowercased()
        try tx.db.execute(
            sql: """
                INSERT INTO begripswoord (id, begrip_id, taal, soort, tekst, nagekeken_door, nagekeken_op, versie, gewijzigd_op,
                  gewijzigd_door) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                """,
            arguments: [
                id, begrip, taal, soort, tekst, nagekekenOp == nil ? nil : tx.actorText, nagekekenOp?.description, tx.nowText,
                tx.actorText,
            ])
        try tx.created("begripswoord", id: id, why: why)
    }

    /// A word that leads to a term now.
    struct Rij {
        var id: String
        var versie: Int
        var woord: Kaartbestand.Woord
    }

    /// - Parameter begrip: nil: of every term.
    static func geldig(_ db: Database, begrip: String? = nil) throws -> [String: [Rij]] {
        let rijen = try Row.fetchAll(
            db,
            sql: """
                SELECT id, begrip_id, taal, soort, tekst, nagekeken_op, versie FROM begripswoord
                WHERE vervallen_op IS NULL\(begrip == nil ? "" : " AND begrip_id = ?") ORDER BY begrip_id, taal, tekst
                """, arguments: begrip.map { [$0] } ?? [])
        return Dictionary(grouping: rijen) { $0["begrip_id"] as String }.mapValues { rijen in
            rijen.map { rij in
                let (soort, op): (String, String?) = (rij["soort"], rij["nagekeken_op"])
                return Rij(
                    id: rij["id"], versie: rij["versie"],
                    woord: .init(
                        taal: rij["taal"], soort: Kaartbestand.Woord.Soort.allCases.first { $0.naam == soort } ?? .anders,
                        tekst: rij["tekst"], nagekekenOp: op.flatMap { Datum($0) }))
            }
        }
    }

    /// What a file would make of the words of a term: those of the file, with the later of two checks.
    static func samen(_ oud: [Kaartbestand.Woord], _ bestand: [Kaartbestand.Woord]) -> Set<Kaartbestand.Woord> {
        let bekend = Dictionary(oud.map { ([$0.taal, $0.tekst], $0.nagekekenOp) }, uniquingKeysWith: { eerste, _ in eerste })
        return Set(
            bestand.map { woord in
                var woord = woord
                woord.nagekekenOp = [bekend[[woord.taal, woord.tekst]] ?? nil, woord.nagekekenOp].compactMap(\.self).max()
                return woord
            })
    }

    /// Makes the words of a term those of a file. Returns whether anything changed.
    func neem(_ bestand: [Kaartbestand.Woord], _ begrip: String) throws -> Bool {
        let oud = try Self.geldig(tx.db, begrip: begrip)[begrip] ?? []
        let nieuw = Self.samen(oud.map(\.woord), bestand)
        guard nieuw != Set(oud.map(\.woord)) else { return false }
        var over = Dictionary(nieuw.map { ([$0.taal, $0.tekst], $0) }, uniquingKeysWith: { eerste, _ in eerste })
        for rij in oud {
            guard let woord = over.removeValue(forKey: [rij.woord.taal, rij.woord.tekst]) else {
                try tx.change("begripswoord", id: rij.id, from: rij.versie, why: "import") { db in
                    try db.execute(sql: "UPDATE begripswoord SET vervallen_op = ? WHERE id = ?", arguments: [tx.nowText, rij.id])
                }
                continue
            }
            guard woord != rij.woord else { continue }
            try tx.change("begripswoord", id: rij.id, from: rij.versie, why: "import") { db in
                try db.execute(sql: "UPDATE begripswoord SET soort = ? WHERE id = ?", arguments: [woord.soort.naam, rij.id])
                guard let op = woord.nagekekenOp, op != rij.woord.nagekekenOp else { return }
                try db.execute(
                    sql: "UPDATE begripswoord SET nagekeken_op = ?, nagekeken_door = ? WHERE id = ?",
                    arguments: [op.description, tx.actorText, rij.id])
            }
        }
        for woord in over.values.sorted(by: { ($0.taal, $0.tekst) < ($1.taal, $1.tekst) }) {
            try voegToe(
                tx.ids.next(), begrip, taal: woord.taal, soort: woord.soort.naam, tekst: woord.tekst,
                nagekekenOp: woord.nagekekenOp, why: "import")
        }
        return true
    }
}

extension Kaartbestand.Woord {
    /// As a file has it.
    func hsds(begrip: String? = nil) -> JSONWaarde {
        var velden: [String: JSONWaarde] = ["language": .tekst(taal), "type": .tekst(soort.rawValue), "text": .tekst(tekst)]
        velden["checked_date"] = (nagekekenOp?.description).map { .tekst($0) }
        velden["taxonomy_term_id"] = begrip.map { .tekst($0) }
        return .object(velden)
    }
}
