// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// The directory. `document` is the record as HSDS has it, whole; the columns and the tables below it are what is filtered on.
let migratie001Kaart = Migration("001-kaart") { db in
    try db.execute(
        sql: """
            CREATE TABLE taxonomie (
              id TEXT PRIMARY KEY, naam TEXT NOT NULL, document TEXT NOT NULL, invoer_hash TEXT NOT NULL
            ) STRICT;

            CREATE TABLE begrip (
              id TEXT PRIMARY KEY, taxonomie_id TEXT REFERENCES taxonomie(id), code TEXT, naam TEXT NOT NULL, taal TEXT,
              document TEXT NOT NULL, invoer_hash TEXT NOT NULL
            ) STRICT;
            CREATE INDEX begrip_taxonomie ON begrip (taxonomie_id, naam, id);

            CREATE TABLE organisatie (
              id TEXT PRIMARY KEY, naam TEXT NOT NULL, alternatief TEXT,
              -- Last day of the agreement on data with this partner; null: none was recorded.
              afspraak_tot TEXT,
              document TEXT NOT NULL, invoer_hash TEXT NOT NULL,
              versie INTEGER NOT NULL, gewijzigd_op TEXT NOT NULL, gewijzigd_door TEXT NOT NULL
            ) STRICT;
            CREATE INDEX organisatie_naam ON organisatie (naam, id);

            CREATE TABLE voorziening (
              id TEXT PRIMARY KEY,
              -- The row of the search index.
              nr INTEGER NOT NULL UNIQUE,
              organisatie_id TEXT REFERENCES organisatie(id),
              naam TEXT NOT NULL, status TEXT NOT NULL, verwijsbaar TEXT NOT NULL,
              -- When, how and by whom (a user) the provider was last asked; null: never.
              gecontroleerd_op TEXT, controle_wijze TEXT, gecontroleerd_door TEXT,
              -- What this service may receive about a person: a JSON list of field names.
              toegestane_velden TEXT NOT NULL,
              document TEXT NOT NULL, invoer_hash TEXT NOT NULL,
              versie INTEGER NOT NULL, gewijzigd_op TEXT NOT NULL, gewijzigd_door TEXT NOT NULL
            ) STRICT;
            CREATE INDEX voorziening_naam ON voorziening (naam, id);
            CREATE INDEX voorziening_openbaar ON voorziening (naam, id, gecontroleerd_op) WHERE gecontroleerd_op IS NOT NULL;
            CREATE INDEX voorziening_organisatie ON voorziening (organisatie_id, id);

            CREATE TABLE gebied (
              id TEXT PRIMARY KEY, voorziening_id TEXT NOT NULL REFERENCES voorziening(id) ON DELETE CASCADE,
              naam TEXT, omschrijving TEXT
            ) STRICT;
            CREATE INDEX gebied_voorziening ON gebied (voorziening_id);

            CREATE TABLE locatie (
              id TEXT NOT NULL, hoort_bij TEXT NOT NULL, soort TEXT NOT NULL, naam TEXT, breedte REAL, lengte REAL,
              postcode TEXT, PRIMARY KEY (id, hoort_bij)
            ) STRICT;
            CREATE INDEX locatie_hoort_bij ON locatie (hoort_bij);

            -- HSDS attributes: a term, or a text such as the source.
            CREATE TABLE kenmerk (
              id TEXT PRIMARY KEY, hoort_bij TEXT NOT NULL, begrip_id TEXT REFERENCES begrip(id), soort TEXT NOT NULL,
              code TEXT, waarde TEXT
            ) STRICT;
            CREATE INDEX kenmerk_hoort_bij ON kenmerk (hoort_bij, soort);
            CREATE INDEX kenmerk_begrip ON kenmerk (begrip_id, hoort_bij) WHERE begrip_id IS NOT NULL;
            CREATE INDEX kenmerk_code ON kenmerk (soort, code, hoort_bij) WHERE code IS NOT NULL;
            """)
}
