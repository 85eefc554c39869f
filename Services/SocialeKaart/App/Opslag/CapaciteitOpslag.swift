// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag

/// Places and what referrals hold of them.
struct CapaciteitOpslag {
    let tx: Transaction

    static func lees(_ db: Database, _ voorziening: VoorzieningID) throws -> Capaciteit? {
        guard
            let rij = try Row.fetchOne(
                db,
                sql: """
                    SELECT c.*,
                      (SELECT count(*) FROM reservering r WHERE r.voorziening_id = c.id AND r.tot IS NULL) AS gereserveerd,
                      (SELECT count(*) FROM reservering r WHERE r.voorziening_id = c.id AND r.bezet = 1 AND r.tot > c.gemeld_om)
                        AS bezet_sindsdien
                    FROM capaciteit c WHERE c.id = ?
                    """, arguments: [voorziening.description]),
            let antwoord = Capaciteit.Antwoord(rawValue: rij["antwoord"]), let gemeldOp = Datum(rij["gemeld_op"] as String)
        else { return nil }
        return Capaciteit(
            antwoord: antwoord, vrij: rij["vrij"], maximum: rij["maximum"], gemeldOp: gemeldOp,
            gereserveerd: rij["gereserveerd"], bezetSindsdien: rij["bezet_sindsdien"])
    }

    /// Writes what the service says now; from this moment the places that were taken before count no more.
    func meld(_ voorziening: VoorzieningID, antwoord: String, vrij: Int?, maximum: Int?) throws {
        let id = voorziening.description
        try tx.db.execute(
            sql: """
                INSERT INTO capaciteit
                  (id, antwoord, vrij, maximum, gemeld_op, gemeld_om, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)
                ON CONFLICT (id) DO UPDATE SET antwoord = excluded.antwoord, vrij = excluded.vrij, maximum = excluded.maximum,
                  gemeld_op = excluded.gemeld_op, gemeld_om = excluded.gemeld_om, versie = versie + 1,
                  gewijzigd_op = excluded.gewijzigd_op, gewijzigd_door = excluded.gewijzigd_door
                """,
            arguments: [
                id, antwoord, vrij, maximum, tx.today.description, tx.nowText, tx.nowText, tx.actorText,
            ])
        try tx.keep("capaciteit", id: id, why: "capaciteit gemeld")
    }

    /// Holds a place on sending, lets it go on refusal, withdrawal, waiting list and expiry, and takes it on acceptance.
    func volg(_ rij: Verwijzingsrij, naar toestand: VerwijzingToestand) throws {
        switch toestand {
        case .verstuurd:
            let over = try Self.lees(tx.db, rij.voorziening)?.over(tx.today)
            guard let over, over > 0 else { return }
            try tx.db.execute(
                sql: "INSERT OR REPLACE INTO reservering (verwijzing_id, voorziening_id, sinds) VALUES (?, ?, ?)",
                arguments: [rij.id.description, rij.voorziening.description, tx.nowText])
        case .geaccepteerd:
            try tx.db.execute(
                sql: "UPDATE reservering SET tot = ?, bezet = 1 WHERE verwijzing_id = ?",
                arguments: [tx.nowText, rij.id.description])
        case .wachtlijst, .afgewezen, .ingetrokken, .verlopen:
            // A place that was taken comes back too, when the partner or the person stops before the contact began.
            try tx.db.execute(
                sql: """
                    UPDATE reservering SET tot = coalesce(tot, ?), bezet = 0
                    WHERE verwijzing_id = ? AND (tot IS NULL OR ? <> 'wachtlijst')
                    """, arguments: [tx.nowText, rij.id.description, toestand.rawValue])
        case .concept, .ontvangen, .gestart, .afgerond: break
        }
    }
}
