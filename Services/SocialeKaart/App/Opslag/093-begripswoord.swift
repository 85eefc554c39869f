// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Words that lead to a term: other words and other languages, each with who looked at it. What changes there is put in the
/// search index afterwards, for a term may belong to every entry.
let migratie093Begripswoord = Migration("093-begripswoord") { db in
    try db.execute(
        sql: """
            -- Nothing ever wrote in it.
            DROP TABLE begripslabel;
            CREATE TABLE begripswoord (
              id TEXT PRIMARY KEY, begrip_id TEXT NOT NULL REFERENCES begrip(id) ON DELETE CASCADE, taal TEXT NOT NULL,
              soort TEXT NOT NULL CHECK (soort IN ('voorkeur', 'anders', 'verborgen')), tekst TEXT NOT NULL,
              -- Who says that somebody who speaks the language looked at it; null: a draft.
              nagekeken_door TEXT, nagekeken_op TEXT, vervallen_op TEXT,
              versie INTEGER NOT NULL, gewijzigd_op TEXT NOT NULL, gewijzigd_door TEXT NOT NULL
            ) STRICT;
            CREATE UNIQUE INDEX begripswoord_geldig ON begripswoord (begrip_id, taal, tekst) WHERE vervallen_op IS NULL;
            CREATE INDEX begrip_naam ON begrip (naam, id);

            -- Entries whose words for searching must be made anew.
            CREATE TABLE herindexering (nr INTEGER PRIMARY KEY) STRICT;
            """)
}
