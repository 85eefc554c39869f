// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// One-time links in the store.
struct AntwoordlinkOpslag {
    let tx: Transaction

    /// The link with this hash; nil when there is none.
    static func een(_ db: Database, hash: String) throws -> Antwoordlink? {
        try Row.fetchOne(db, sql: "SELECT * FROM antwoordlink WHERE hash = ?", arguments: [hash]).flatMap(lees)
    }

    /// The one link of a referral that was not revoked, as the worker sees it; nil when none opens.
    static func regel(_ db: Database, _ id: VerwijzingID, _ vandaag: Datum) throws -> Antwoordlinkregel? {
        guard
            let rij = try Row.fetchOne(
                db, sql: "SELECT * FROM antwoordlink WHERE verwijzing_id = ? AND ingetrokken_op IS NULL",
                arguments: [id.description]), let link = lees(rij), link.opent(vandaag),
            let gemaakt = Instant.date(rij["gemaakt_op"] as String)
        else { return nil }
        return Antwoordlinkregel(
            gemaaktOp: gemaakt, verlooptOp: link.verlooptOp, isBeantwoord: link.isBeantwoord, heeftCode: link.heeftCode,
            isOpSlot: link.misluktePogingen >= Antwoordlink.pogingen)
    }

    func maak(_ id: VerwijzingID, hash: String, verlooptOp: Datum) throws {
        try trekIn(id)
        try tx.db.execute(
            sql: """
                INSERT INTO antwoordlink (hash, verwijzing_id, gemaakt_op, gemaakt_door, verloopt_op) VALUES (?, ?, ?, ?, ?)
                """, arguments: [hash, id.description, tx.nowText, tx.actorText, verlooptOp.description])
    }

    func trekIn(_ id: VerwijzingID) throws {
        try tx.db.execute(
            sql: "UPDATE antwoordlink SET ingetrokken_op = ? WHERE verwijzing_id = ? AND ingetrokken_op IS NULL",
            arguments: [tx.nowText, id.description])
    }

    /// Sets the code of the link that opens; false when there is none.
    func zetCode(_ id: VerwijzingID, _ hash: String) throws -> Bool {
        try tx.db.execute(
            sql: """
                UPDATE antwoordlink SET code = ?, mislukt = 0
                WHERE verwijzing_id = ? AND ingetrokken_op IS NULL AND verloopt_op >= ?
                """, arguments: [hash, id.description, tx.today.description])
        return tx.db.changesCount == 1
    }

    func beantwoord(hash: String) throws {
        try tx.db.execute(
            sql: "UPDATE antwoordlink SET beantwoord_op = ? WHERE hash = ? AND beantwoord_op IS NULL",
            arguments: [tx.nowText, hash])
    }

    /// Whether the code is right; a wrong one is counted.
    func probeer(hash: String, code: String) throws -> Bool {
        let bekend = try String.fetchOne(tx.db, sql: "SELECT code FROM antwoordlink WHERE hash = ?", arguments: [hash])
        // Keyed hashes: comparing them plainly tells nothing about the code.
        if let bekend, bekend == code { return true }
        try tx.db.execute(sql: "UPDATE antwoordlink SET mislukt = mislukt + 1 WHERE hash = ?", arguments: [hash])
        return false
    }

    private static func lees(_ rij: Row) -> Antwoordlink? {
        guard let verwijzing = VerwijzingID(rij["verwijzing_id"] as String), let tot = Datum(rij["verloopt_op"] as String)
        else { return nil }
        return Antwoordlink(
            verwijzing: verwijzing, verlooptOp: tot, isIngetrokken: (rij["ingetrokken_op"] as String?) != nil,
            isBeantwoord: (rij["beantwoord_op"] as String?) != nil, heeftCode: (rij["code"] as String?) != nil,
            misluktePogingen: rij["mislukt"])
    }
}
