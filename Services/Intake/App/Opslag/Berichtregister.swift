// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// The messages that came in over the koppeling, kept for ever.
enum Berichtregister {
    /// The answer that this message got before; nil when it is new.
    /// - Throws: `Ontvangstfout.berichtHergebruikt` when the same id came with another body.
    static func eerder(_ db: Database, oin: OIN, id: UUID, hash: Data) throws -> Ontvangstbevestiging? {
        try db.first(
            "SELECT inhoud_hash, aanmelding, status, antwoord FROM bericht WHERE oin = ? AND bericht_id = ?", oin.waarde,
            Identifier<Ingekomen>(id)
        ) { rij in
            guard rij.data(0) == hash, let aanmelding = AanmeldingID(rij.text(1)) else {
                throw Ontvangstfout.berichtHergebruikt
            }
            return Ontvangstbevestiging(status: Int(rij.integer(2)), aanmelding: aanmelding, antwoord: rij.data(3) ?? Data())
        }
    }

    static func eerder(_ db: Database, _ bericht: Ingekomen) throws -> Ontvangstbevestiging? {
        try eerder(db, oin: bericht.oin, id: bericht.id, hash: bericht.hash)
    }

    static func bewaar(_ db: Database, _ bericht: Ingekomen, _ antwoord: Ontvangstbevestiging, op moment: Date) throws {
        try db.run(
            """
            INSERT INTO bericht (oin, bericht_id, bron, soort, inhoud_hash, aanmelding, status, antwoord, ontvangen_op)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, bericht.oin.waarde, Identifier<Ingekomen>(bericht.id), bericht.bron, bericht.soort, bericht.hash,
            bericht.aanmelding, antwoord.status, antwoord.antwoord, Instant.text(moment))
    }
}
