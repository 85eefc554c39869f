// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// What the directory is asked by besides words and terms: ages, languages, places, opening hours. All of it is read from
/// the document; a store of before gets it from there too.
let migratie010KaartHeel = Migration("010-kaart-heel") { db in
    try db.execute(
        sql: """
            ALTER TABLE voorziening ADD COLUMN minimum_leeftijd REAL;
            ALTER TABLE voorziening ADD COLUMN maximum_leeftijd REAL;
            CREATE INDEX voorziening_gewijzigd ON voorziening (gewijzigd_op, id);
            CREATE INDEX voorziening_controle ON voorziening (gecontroleerd_op, naam, id);
            UPDATE voorziening SET minimum_leeftijd = document ->> '$.minimum_age', maximum_leeftijd = document ->> '$.maximum_age'
              WHERE json_type(document, '$.minimum_age') IS NOT NULL OR json_type(document, '$.maximum_age') IS NOT NULL;

            -- A service at one of its places. The place itself is in `locatie`, under the same `hoort_bij`.
            CREATE TABLE plek (
              id TEXT PRIMARY KEY, voorziening_id TEXT NOT NULL REFERENCES voorziening(id) ON DELETE CASCADE, locatie_id TEXT
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX plek_voorziening ON plek (voorziening_id, id);
            INSERT OR IGNORE INTO plek (id, voorziening_id, locatie_id)
              SELECT p.value ->> '$.id', v.id, p.value ->> '$.location.id'
              FROM voorziening v, json_each(v.document, '$.service_at_locations') p WHERE p.value ->> '$.id' IS NOT NULL;

            CREATE TABLE voorziening_taal (
              code TEXT NOT NULL, voorziening_id TEXT NOT NULL REFERENCES voorziening(id) ON DELETE CASCADE,
              PRIMARY KEY (code, voorziening_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX voorziening_taal_van ON voorziening_taal (voorziening_id);
            INSERT OR IGNORE INTO voorziening_taal (code, voorziening_id)
              SELECT lower(t.value ->> '$.code'), v.id FROM voorziening v, json_each(v.document, '$.languages') t
              WHERE t.value ->> '$.code' IS NOT NULL;

            -- One line per day of a rule, local times HH:mm. `soort`: week, maand, uitzondering (then no day).
            CREATE TABLE openingsregel (
              voorziening_id TEXT NOT NULL REFERENCES voorziening(id) ON DELETE CASCADE,
              -- Null: it holds for the service wherever it is.
              plek_id TEXT, soort TEXT NOT NULL, dag INTEGER, van TEXT, tot TEXT, geldig_van TEXT, geldig_tot TEXT
            ) STRICT;
            CREATE INDEX openingsregel_van ON openingsregel (voorziening_id, dag, van, tot);
            INSERT INTO openingsregel (voorziening_id, soort, dag, van, tot, geldig_van, geldig_tot)
              SELECT v.id, 'week', d.dag, substr(r.value ->> '$.opens_at', 1, 5), substr(r.value ->> '$.closes_at', 1, 5),
                r.value ->> '$.valid_from', r.value ->> '$.valid_to'
              FROM voorziening v, json_each(v.document, '$.schedules') r
              JOIN (SELECT 1 AS dag, 'MO' AS code UNION ALL VALUES (2, 'TU'), (3, 'WE'), (4, 'TH'), (5, 'FR'), (6, 'SA'), (7, 'SU')) d
                ON instr(r.value ->> '$.byday', d.code) > 0
              WHERE r.value ->> '$.freq' = 'WEEKLY';

            -- Other words for a term: its name in another language, another word, a word that is only searched with.
            CREATE TABLE begripslabel (
              begrip_id TEXT NOT NULL REFERENCES begrip(id) ON DELETE CASCADE, taal TEXT NOT NULL,
              soort TEXT NOT NULL CHECK (soort IN ('voorkeur', 'anders', 'verborgen')), tekst TEXT NOT NULL,
              -- Who speaks the language and looked at it; null: a draft.
              nagekeken_door TEXT, nagekeken_op TEXT,
              PRIMARY KEY (begrip_id, taal, soort, tekst)
            ) STRICT, WITHOUT ROWID;
            """)
}
