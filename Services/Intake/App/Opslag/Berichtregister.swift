// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// The messages that came in over the koppeling, kept for ever.
enum Berichtregister {
    /// The answer that this message got before; nil when it is new.
    /// - Throws: `Ontvangstfout.berichtHergebruikt` when the same id came with another body.
    static func eerder(_ db: Database, oin: OIN, id: UUID, hash: Data) throws -> Ontvangstbevestiging? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT inhoud_hash, aanmelding, status, antwoord FROM bericht WHERE oin = ? AND bericht_id = ?"),
            arguments: [oin.waarde, id.uuidString.lowercased()])
        guard let row else { return nil }
        guard row["inhoud_hash"] == hash, let aanmelding = AanmeldingID(row["aanmelding"] as String) else {
            throw Ontvangstfout.berichtHergebruikt
        }
        return Ontvangstbevestiging(status: row["status"], aanmelding: aanmelding, antwoord: row["antwoord"])
    }

    static func eerder(_ db: Database, _ bericht: Ingekomen) throws -> Ontvangstbevestiging? {
        try eerder(db, oin: bericht.oin, id: bericht.id, hash: bericht.hash)
    }

    static func bewaar(_ db: Database, _ bericht: Ingekomen, _ antwoord: Ontvangstbevestiging, op moment: Date) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO bericht (oin, bericht_id, bron, soort, inhoud_hash, aanmelding, status, antwoord, ontvangen_op)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            bericht.oin.waarde, bericht.id.uuidString.lowercased(), bericht.bron, bericht.soort, bericht.hash,
            bericht.aanmelding.description, antwoord.status, antwoord.antwoord, Instant.text(moment),
        ])
    }
}
