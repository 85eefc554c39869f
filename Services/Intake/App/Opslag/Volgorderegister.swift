// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB

/// The newest version of each aanmelding that was taken over.
enum Volgorderegister {
    static func bekend(_ db: Database, _ aanmelding: AanmeldingID) throws -> Volgorde {
        let rij = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT nummer, tijd FROM aanmelding_volgorde WHERE aanmelding = ?"),
            arguments: [aanmelding.description])
        return Volgorde(nummer: rij?["nummer"], tijd: (rij?["tijd"] as String?).flatMap { Instant.date($0) })
    }

    static func zet(_ db: Database, _ aanmelding: AanmeldingID, _ volgorde: Volgorde) throws {
        guard volgorde != Volgorde() else { return }
        try db.cachedStatement(
            sql: """
                INSERT INTO aanmelding_volgorde (aanmelding, nummer, tijd) VALUES (?, ?, ?)
                ON CONFLICT (aanmelding) DO UPDATE SET nummer = excluded.nummer, tijd = excluded.tijd
                """
        ).execute(arguments: [aanmelding.description, volgorde.nummer, volgorde.tijd.map { Instant.text($0) }])
    }

    /// Whether a message is older than what was taken over; if not, it is the newest from now on.
    static func isVerouderd(_ db: Database, _ bericht: Ingekomen) throws -> Bool {
        let bekend = try bekend(db, bericht.aanmelding)
        if bericht.volgorde.isOuder(dan: bekend) { return true }
        try zet(db, bericht.aanmelding, bericht.volgorde.samen(met: bekend))
        return false
    }
}
