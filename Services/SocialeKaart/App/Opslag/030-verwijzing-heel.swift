// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// What a whole referral needs: its place in the order of changes, who it takes the place of, the clocks within a day, and
/// agreement, release from secrecy, tasks and white list, each in a table of its own.
let migratie030VerwijzingHeel = Migration("030-verwijzing-heel") { db in
    try db.execute(
        sql: """
            ALTER TABLE verwijzing ADD COLUMN vervangt TEXT REFERENCES verwijzing(id);
            ALTER TABLE verwijzing ADD COLUMN escalatie_om TEXT;
            -- The oldest question how it goes that was not answered.
            ALTER TABLE verwijzing ADD COLUMN statusvraag_op TEXT;
            -- Its place among all changes of this store: what partners page by.
            ALTER TABLE verwijzing ADD COLUMN wijziging INTEGER NOT NULL DEFAULT 0;
            UPDATE verwijzing SET wijziging = (
              SELECT count(*) FROM verwijzing y WHERE (y.gewijzigd_op, y.id) <= (verwijzing.gewijzigd_op, verwijzing.id));
            CREATE INDEX verwijzing_wijziging ON verwijzing (organisatie_id, wijziging) WHERE verstuurd_op IS NOT NULL;
            CREATE INDEX verwijzing_laatste ON verwijzing (wijziging);
            CREATE INDEX verwijzing_vervangt ON verwijzing (vervangt) WHERE vervangt IS NOT NULL;
            CREATE INDEX verwijzing_verstuurd ON verwijzing (verstuurd_op) WHERE verstuurd_op IS NOT NULL;

            -- Reachability and explanation, sealed with the key of the dossier; goes with the package.
            ALTER TABLE deelpakket ADD COLUMN stap2_vrij BLOB;

            CREATE TABLE verwijzing_instemming (
              verwijzing_id TEXT PRIMARY KEY REFERENCES verwijzing(id),
              door TEXT NOT NULL, op TEXT NOT NULL, hoe TEXT NOT NULL, taal TEXT, met_tolk INTEGER NOT NULL,
              vastgelegd_door TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
            ) STRICT;

            CREATE TABLE verwijzing_ontheffing (
              verwijzing_id TEXT PRIMARY KEY REFERENCES verwijzing(id),
              soort TEXT NOT NULL, vastgelegd_door TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
            ) STRICT;

            CREATE TABLE verwijzing_taak (
              nr INTEGER PRIMARY KEY AUTOINCREMENT, verwijzing_id TEXT NOT NULL REFERENCES verwijzing(id),
              soort TEXT NOT NULL, sinds TEXT NOT NULL, af_op TEXT, af_door TEXT
            ) STRICT;
            CREATE UNIQUE INDEX verwijzing_taak_open ON verwijzing_taak (verwijzing_id, soort) WHERE af_op IS NULL;

            CREATE TABLE veldenlijst (
              id TEXT PRIMARY KEY REFERENCES voorziening(id) ON DELETE CASCADE,
              velden TEXT NOT NULL, redenen TEXT NOT NULL, grondslag TEXT,
              versie INTEGER NOT NULL, gewijzigd_op TEXT NOT NULL, gewijzigd_door TEXT NOT NULL
            ) STRICT;
            """)
}
