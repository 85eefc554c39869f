// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Who read the Meldcode compartment of a dossier in an emergency. Written also when there was no file, so that a row says
    /// nothing about that. Reason and words are sealed, as is what was found of it.
    static let migratie183 = Migration("183-noodinzage") { db in
        try db.execute(
            sql: """
                CREATE TABLE noodinzage (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    -- Whose aandachtsfunctionaris looks at it.
                    team TEXT NOT NULL,
                    gebruiker TEXT NOT NULL,
                    inhoud_zegel BLOB NOT NULL,
                    op TEXT NOT NULL,
                    tot TEXT NOT NULL,
                    beoordeeld_op TEXT,
                    beoordeeld_door TEXT,
                    oordeel_zegel BLOB,
                    versie INTEGER NOT NULL DEFAULT 1,
                    CHECK ((beoordeeld_op IS NULL) = (oordeel_zegel IS NULL))
                ) STRICT;
                CREATE INDEX noodinzage_team ON noodinzage (team, op DESC, id DESC);
                CREATE INDEX noodinzage_open ON noodinzage (team, op DESC, id DESC) WHERE beoordeeld_op IS NULL;
                CREATE INDEX noodinzage_dossier ON noodinzage (dossier, tot);

                -- The read log of a file knows two more kinds.
                CREATE TABLE meldcode_inzage_nieuw (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    zaak TEXT NOT NULL REFERENCES meldcodezaak (id),
                    wat TEXT NOT NULL CHECK (wat IN ('gelezen', 'geschreven', 'geweigerd', 'nood', 'nood-gelezen')),
                    gebruiker TEXT,
                    op TEXT NOT NULL
                ) STRICT;
                INSERT INTO meldcode_inzage_nieuw SELECT id, zaak, wat, gebruiker, op FROM meldcode_inzage;
                DROP TABLE meldcode_inzage;
                ALTER TABLE meldcode_inzage_nieuw RENAME TO meldcode_inzage;
                CREATE INDEX meldcode_inzage_zaak ON meldcode_inzage (zaak, id DESC);
                """)
    }
}
