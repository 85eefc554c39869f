// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Referrals. What is shared stands apart (`deelpakket`), outside the change history, so that emptying it empties it.
let migratie003Verwijzing = Migration("003-verwijzing") { db in
    try db.execute(
        sql: """
            CREATE TABLE verwijzing (
              id TEXT PRIMARY KEY, dossier TEXT NOT NULL, voorziening_id TEXT NOT NULL REFERENCES voorziening(id),
              organisatie_id TEXT REFERENCES organisatie(id), leefgebied TEXT NOT NULL,
              toestand TEXT NOT NULL, vorige_toestand TEXT,
              gemaakt_door TEXT NOT NULL, gemaakt_op TEXT NOT NULL,
              verstuurd_op TEXT, grondslag TEXT, instemming TEXT, instemming_op TEXT, urgentie TEXT,
              -- What the partner said: a JSON object of codes, dates and the partner's own contact person.
              antwoord TEXT NOT NULL DEFAULT '{}', reden TEXT, verlengingen INTEGER NOT NULL DEFAULT 0,
              herinnering_op TEXT, escalatie_op TEXT, uiterlijk_op TEXT, herinnerd_op TEXT, geescaleerd_op TEXT,
              einde_op TEXT,
              -- The last day on which the partner may see the package after the end; null: not any more.
              toegang_tot TEXT,
              versie INTEGER NOT NULL, gewijzigd_op TEXT NOT NULL, gewijzigd_door TEXT NOT NULL
            ) STRICT;
            CREATE INDEX verwijzing_dossier ON verwijzing (dossier, gewijzigd_op);
            CREATE INDEX verwijzing_partner ON verwijzing (organisatie_id, gewijzigd_op, id) WHERE verstuurd_op IS NOT NULL;
            CREATE UNIQUE INDEX verwijzing_open ON verwijzing (dossier, voorziening_id)
              WHERE toestand IN ('concept', 'verstuurd', 'ontvangen', 'wachtlijst', 'geaccepteerd', 'gestart');
            CREATE INDEX verwijzing_klok ON verwijzing (uiterlijk_op) WHERE uiterlijk_op IS NOT NULL;
            CREATE INDEX verwijzing_herinnering ON verwijzing (herinnering_op)
              WHERE herinnering_op IS NOT NULL AND herinnerd_op IS NULL;
            CREATE INDEX verwijzing_escalatie ON verwijzing (escalatie_op)
              WHERE escalatie_op IS NOT NULL AND geescaleerd_op IS NULL;

            CREATE TABLE deelpakket (
              verwijzing_id TEXT PRIMARY KEY REFERENCES verwijzing(id),
              -- The step-1 package as it left, and its hash.
              stap1 TEXT NOT NULL, hash TEXT NOT NULL,
              -- The field names that may follow after acceptance; the values are asked from intake each time.
              stap2 TEXT NOT NULL
            ) STRICT;

            CREATE TABLE verwijzing_stap (
              nr INTEGER PRIMARY KEY AUTOINCREMENT, verwijzing_id TEXT NOT NULL REFERENCES verwijzing(id),
              van TEXT, naar TEXT NOT NULL, rol TEXT NOT NULL, door TEXT NOT NULL, reden TEXT,
              -- Explanation of a correction, sealed with the key of the dossier.
              toelichting BLOB,
              versie INTEGER NOT NULL, op TEXT NOT NULL
            ) STRICT;
            CREATE INDEX verwijzing_stap_van ON verwijzing_stap (verwijzing_id, nr);

            -- Who at a partner received facts about a person, which fields, when.
            CREATE TABLE inzage (
              nr INTEGER PRIMARY KEY AUTOINCREMENT, verwijzing_id TEXT NOT NULL REFERENCES verwijzing(id),
              organisatie_id TEXT NOT NULL, door TEXT NOT NULL, velden TEXT NOT NULL, op TEXT NOT NULL
            ) STRICT;
            CREATE INDEX inzage_verwijzing ON inzage (verwijzing_id, nr);
            """)
}
