// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// One-time links: the hash of what is in the link and a keyed hash of the code, never either itself.
let migratie032Antwoordlink = Migration("032-antwoordlink") { db in
    try db.execute(
        sql: """
            CREATE TABLE antwoordlink (
              nr INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL UNIQUE,
              verwijzing_id TEXT NOT NULL REFERENCES verwijzing(id),
              gemaakt_op TEXT NOT NULL, gemaakt_door TEXT NOT NULL, verloopt_op TEXT NOT NULL,
              ingetrokken_op TEXT, beantwoord_op TEXT, code TEXT, mislukt INTEGER NOT NULL DEFAULT 0
            ) STRICT;
            CREATE UNIQUE INDEX antwoordlink_open ON antwoordlink (verwijzing_id) WHERE ingetrokken_op IS NULL;
            """)
}
