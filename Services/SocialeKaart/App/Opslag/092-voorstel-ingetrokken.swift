// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// A proposal can be withdrawn by who made it; and which organisations were asked whether their entry is still right.
let migratie092VoorstelIngetrokken = Migration("092-voorstel-ingetrokken") { db in
    try db.execute(
        sql: """
            CREATE TABLE voorstel_nieuw (
              id TEXT PRIMARY KEY, voorziening_id TEXT NOT NULL REFERENCES voorziening(id),
              organisatie_id TEXT NOT NULL REFERENCES organisatie(id),
              toestand TEXT NOT NULL
                CHECK (toestand IN ('concept', 'te-beoordelen', 'gepubliceerd', 'teruggestuurd', 'ingetrokken')),
              -- What the partner filled in, and the version of the entry it began from.
              inhoud TEXT NOT NULL, basis_versie INTEGER NOT NULL, toelichting TEXT,
              -- Why it was sent back.
              reden TEXT, gemaakt_op TEXT NOT NULL, beoordeeld_door TEXT, beoordeeld_op TEXT,
              versie INTEGER NOT NULL, gewijzigd_op TEXT NOT NULL, gewijzigd_door TEXT NOT NULL
            ) STRICT;
            INSERT INTO voorstel_nieuw SELECT id, voorziening_id, organisatie_id, toestand, inhoud, basis_versie, toelichting,
              reden, gemaakt_op, beoordeeld_door, beoordeeld_op, versie, gewijzigd_op, gewijzigd_door FROM voorstel;
            DROP TABLE voorstel;
            ALTER TABLE voorstel_nieuw RENAME TO voorstel;
            CREATE INDEX voorstel_organisatie ON voorstel (organisatie_id, gewijzigd_op, id);
            CREATE INDEX voorstel_werk ON voorstel (gewijzigd_op, id) WHERE toestand = 'te-beoordelen';
            -- One at a time per entry, or two proposals would undo each other.
            CREATE UNIQUE INDEX voorstel_open ON voorstel (voorziening_id)
              WHERE toestand IN ('concept', 'te-beoordelen', 'teruggestuurd');

            -- What was asked last about an entry: since which check, and how stale it was then. The same is asked once.
            CREATE TABLE controlevraag (
              voorziening_id TEXT PRIMARY KEY, gecontroleerd_op TEXT NOT NULL, versheid TEXT NOT NULL, gevraagd_op TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
}
