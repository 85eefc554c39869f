// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Proposals of partners, uploads that wait for a yes, and imports that run.
let migratie011Kaartbeheer = Migration("011-kaartbeheer") { db in
    try db.execute(
        sql: """
            CREATE TABLE voorstel (
              id TEXT PRIMARY KEY, voorziening_id TEXT NOT NULL REFERENCES voorziening(id),
              organisatie_id TEXT NOT NULL REFERENCES organisatie(id),
              toestand TEXT NOT NULL CHECK (toestand IN ('concept', 'te-beoordelen', 'gepubliceerd', 'teruggestuurd')),
              -- What the partner filled in, and the version of the entry it began from.
              inhoud TEXT NOT NULL, basis_versie INTEGER NOT NULL, toelichting TEXT,
              -- Why it was sent back.
              reden TEXT, gemaakt_op TEXT NOT NULL, beoordeeld_door TEXT, beoordeeld_op TEXT,
              versie INTEGER NOT NULL, gewijzigd_op TEXT NOT NULL, gewijzigd_door TEXT NOT NULL
            ) STRICT;
            CREATE INDEX voorstel_organisatie ON voorstel (organisatie_id, gewijzigd_op, id);
            CREATE INDEX voorstel_werk ON voorstel (gewijzigd_op, id) WHERE toestand = 'te-beoordelen';
            -- One at a time per entry, or two proposals would undo each other.
            CREATE UNIQUE INDEX voorstel_open ON voorstel (voorziening_id)
              WHERE toestand IN ('concept', 'te-beoordelen', 'teruggestuurd');

            CREATE TABLE kaartbestand_deel (
              invoer TEXT NOT NULL, naam TEXT NOT NULL, vanaf INTEGER NOT NULL, inhoud BLOB NOT NULL, door TEXT NOT NULL,
              op TEXT NOT NULL, PRIMARY KEY (invoer, naam, vanaf)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX kaartbestand_deel_op ON kaartbestand_deel (op);

            CREATE TABLE kaartimport (
              id TEXT PRIMARY KEY, toestand TEXT NOT NULL CHECK (toestand IN ('bezig', 'klaar', 'geweigerd', 'afgebroken')),
              proef INTEGER NOT NULL, gedaan INTEGER NOT NULL, totaal INTEGER NOT NULL,
              begonnen_op TEXT NOT NULL, klaar_op TEXT,
              -- The result, or the errors, as JSON.
              uitkomst TEXT
            ) STRICT;
            """)
}
