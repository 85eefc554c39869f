// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Places: what a service said last, and what referrals hold of it.
let migratie031Capaciteit = Migration("031-capaciteit") { db in
    try db.execute(
        sql: """
            CREATE TABLE capaciteit (
              id TEXT PRIMARY KEY REFERENCES voorziening(id) ON DELETE CASCADE,
              antwoord TEXT NOT NULL, vrij INTEGER, maximum INTEGER, gemeld_op TEXT NOT NULL, gemeld_om TEXT NOT NULL,
              versie INTEGER NOT NULL, gewijzigd_op TEXT NOT NULL, gewijzigd_door TEXT NOT NULL
            ) STRICT;
            -- One per referral that was sent while the service had published a number.
            CREATE TABLE reservering (
              verwijzing_id TEXT PRIMARY KEY REFERENCES verwijzing(id),
              voorziening_id TEXT NOT NULL, sinds TEXT NOT NULL,
              -- Null while it holds; else when, and whether the place was taken (1) or came free (0).
              tot TEXT, bezet INTEGER
            ) STRICT;
            CREATE INDEX reservering_voorziening ON reservering (voorziening_id, tot);
            """)
}
