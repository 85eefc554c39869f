// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag

/// From reiskosten: where advances stand.
enum ReiskostenVolgen {
    static var following: Following {
        var following = Following(.reiskosten)
        following.on(VoorschotGewijzigd.self, effect: "voorschot") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO voorschot (id, dossier, gemeente, toestand, bedrag, verantwoord, datum)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET toestand = excluded.toestand, bedrag = excluded.bedrag,
                        verantwoord = excluded.verantwoord, datum = excluded.datum
                    """,
                arguments: [
                    event.voorschot.description, event.dossier.description, event.gemeente, event.toestand.rawValue,
                    event.bedrag.cents, event.verantwoord.cents, event.datum.description,
                ])
        }
        return following
    }
}
