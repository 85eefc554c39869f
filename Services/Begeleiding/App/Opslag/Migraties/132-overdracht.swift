// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Weights, transfers to a colleague, what happens at the end of a contract, and the document at the end of a traject.
    static let migratie132 = Migration("132-overdracht") { db in
        try db.execute(
            sql: """
                ALTER TABLE dossier ADD COLUMN intensiteit TEXT;
                -- The caseload of today: who is done is not read.
                CREATE INDEX dossier_werklast ON dossier (begeleider, id) WHERE toestand <> 'afgerond';
                CREATE INDEX medewerker_team ON medewerker (team, id) WHERE begeleidt = 1 AND actief = 1;

                ALTER TABLE traject ADD COLUMN overdracht_uiterlijk_op TEXT;
                ALTER TABLE traject ADD COLUMN overdracht_klaar_op TEXT;
                CREATE INDEX traject_contract ON traject (opdracht, eindigt_op, id) WHERE toestand = 'lopend';

                CREATE TABLE overdracht (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    -- Who has it until it is accepted; nil when nobody had it.
                    van TEXT,
                    aan TEXT NOT NULL,
                    team TEXT NOT NULL,
                    notitie_zegel BLOB,
                    driegesprek_op TEXT,
                    gevraagd_op TEXT NOT NULL,
                    gevraagd_door TEXT,
                    uiterlijk_op TEXT NOT NULL,
                    toestand TEXT NOT NULL CHECK (toestand IN ('open', 'geaccepteerd', 'geweigerd', 'ingetrokken')),
                    reden TEXT,
                    reden_naam TEXT,
                    beslist_op TEXT,
                    beslist_door TEXT,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE UNIQUE INDEX overdracht_een_open ON overdracht (dossier) WHERE toestand = 'open';
                CREATE INDEX overdracht_dossier ON overdracht (dossier, gevraagd_op);
                CREATE INDEX overdracht_van ON overdracht (van, uiterlijk_op, id) WHERE toestand = 'open';
                CREATE INDEX overdracht_aan ON overdracht (aan, uiterlijk_op, id) WHERE toestand = 'open';
                CREATE INDEX overdracht_team ON overdracht (team, uiterlijk_op, id) WHERE toestand = 'open';

                CREATE TABLE contracteinde (
                    id TEXT PRIMARY KEY REFERENCES traject (id),
                    keuze TEXT NOT NULL CHECK (keuze IN ('afronden', 'overdragen', 'deels')),
                    onderdelen TEXT NOT NULL,
                    driegesprek_op TEXT,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                """)
    }
}
