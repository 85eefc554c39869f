// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag

/// From the sociale kaart: where referrals stand.
enum SocialeKaartVolgen {
    static var following: Following {
        var following = Following(.socialeKaart)
        following.on(VerwijzingGewijzigd.self, effect: "verwijzing") { event, _, tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO verwijzing (id, dossier, voorziening, leefgebied, toestand, reden, datum)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET toestand = excluded.toestand, reden = excluded.reden, datum = excluded.datum
                    """,
                arguments: [
                    event.verwijzing.description, event.dossier.description, event.voorziening.description,
                    event.leefgebied.rawValue, event.naar.rawValue, event.reden, event.datum.description,
                ])
        }
        return following
    }
}
