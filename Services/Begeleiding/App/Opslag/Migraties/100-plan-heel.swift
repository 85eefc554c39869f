// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Actions, every version of a plan, what the client said of it and when it was discussed.
    ///
    /// `doelversie` and `actieversie` hold a row for each change, under the version of the plan that the change made. A plan
    /// in version n is, of each goal and action, the newest row up to n. Own words stand in them sealed, as in the table
    /// itself: keeping a version needs no key, and a destroyed key destroys all of them.
    static let migratie100 = Migration("100-plan-heel") { db in
        try db.execute(
            sql: """
                ALTER TABLE doel ADD COLUMN zin_code TEXT;
                ALTER TABLE doel ADD COLUMN woorden_zegel BLOB;
                -- Code of why it was let go or reached in part, in the list of the contract.
                ALTER TABLE doel ADD COLUMN reden TEXT;

                -- Version in which what must be agreed on last changed; progress does not count.
                ALTER TABLE traject ADD COLUMN plan_inhoud_versie INTEGER NOT NULL DEFAULT 1;
                ALTER TABLE traject ADD COLUMN plan_besproken_op TEXT;
                ALTER TABLE traject ADD COLUMN plan_volgend_op TEXT;
                UPDATE traject SET plan_inhoud_versie = plan_versie, plan_besproken_op = plan_akkoord_op;

                CREATE TABLE actie (
                    id TEXT PRIMARY KEY,
                    traject TEXT NOT NULL REFERENCES traject (id),
                    doel TEXT NOT NULL REFERENCES doel (id),
                    -- Of the goal: whose key seals the words, on whose line of the today page it comes.
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    volgorde INTEGER NOT NULL,
                    -- A suggestion of the library, or own words; those are sealed.
                    zin TEXT,
                    zin_code TEXT,
                    tekst_zegel BLOB,
                    wie TEXT NOT NULL CHECK (wie IN ('client', 'begeleider', 'partner')),
                    verwijzing TEXT,
                    uiterlijk_op TEXT,
                    toestand TEXT NOT NULL CHECK (toestand IN ('open', 'gedaan', 'vervallen')),
                    gedaan_op TEXT,
                    gedaan_door TEXT,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT,
                    CHECK ((zin IS NULL) <> (tekst_zegel IS NULL)),
                    CHECK ((toestand = 'gedaan') = (gedaan_op IS NOT NULL))
                ) STRICT;
                CREATE INDEX actie_traject ON actie (traject, volgorde);
                CREATE INDEX actie_doel ON actie (doel, volgorde);
                CREATE INDEX actie_open ON actie (dossier, uiterlijk_op, doel) WHERE toestand = 'open' AND uiterlijk_op IS NOT NULL;

                CREATE TABLE doelversie (
                    plan_versie INTEGER NOT NULL,
                    id TEXT NOT NULL,
                    traject TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    volgorde INTEGER NOT NULL,
                    leefgebied TEXT NOT NULL,
                    zin TEXT,
                    zin_code TEXT,
                    tekst_zegel BLOB,
                    woorden_zegel BLOB,
                    toestand TEXT NOT NULL,
                    reden TEXT,
                    streefdatum TEXT,
                    bereikt_op TEXT,
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT,
                    PRIMARY KEY (traject, plan_versie, id)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE actieversie (
                    plan_versie INTEGER NOT NULL,
                    id TEXT NOT NULL,
                    traject TEXT NOT NULL,
                    doel TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    volgorde INTEGER NOT NULL,
                    zin TEXT,
                    zin_code TEXT,
                    tekst_zegel BLOB,
                    wie TEXT NOT NULL,
                    verwijzing TEXT,
                    uiterlijk_op TEXT,
                    toestand TEXT NOT NULL,
                    gedaan_op TEXT,
                    gedaan_door TEXT,
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT,
                    PRIMARY KEY (traject, plan_versie, id)
                ) STRICT, WITHOUT ROWID;

                -- Why there is this version: codes, never words of a person.
                CREATE TABLE planstap (
                    traject TEXT NOT NULL REFERENCES traject (id),
                    versie INTEGER NOT NULL,
                    code TEXT NOT NULL,
                    leefgebied TEXT,
                    vraagt_akkoord INTEGER NOT NULL,
                    door TEXT,
                    op TEXT NOT NULL,
                    PRIMARY KEY (traject, versie)
                ) STRICT, WITHOUT ROWID;

                -- What the client said. Rows are only added; who said it and the remark are sealed.
                CREATE TABLE planbesluit (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    traject TEXT NOT NULL REFERENCES traject (id),
                    versie INTEGER NOT NULL,
                    keus TEXT NOT NULL CHECK (keus IN ('akkoord', 'geweigerd')),
                    op TEXT NOT NULL,
                    wie TEXT NOT NULL,
                    taal TEXT,
                    tolk TEXT NOT NULL,
                    woorden_zegel BLOB,
                    -- The name of the place the words are sealed for.
                    zegelplaats TEXT NOT NULL,
                    door TEXT,
                    vastgelegd_op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX planbesluit_traject ON planbesluit (traject, id DESC);
                CREATE INDEX planbesluit_versie ON planbesluit (traject, versie, keus, op);

                CREATE TABLE plangesprek (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    traject TEXT NOT NULL REFERENCES traject (id),
                    versie INTEGER NOT NULL,
                    op TEXT NOT NULL,
                    volgend_op TEXT,
                    opmerking_zegel BLOB,
                    zegelplaats TEXT NOT NULL,
                    door TEXT,
                    vastgelegd_op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX plangesprek_traject ON plangesprek (traject, op DESC, id DESC);

                -- Plans that run already: their present version is the first that is known whole.
                INSERT INTO planstap (traject, versie, code, vraagt_akkoord, op)
                    SELECT id, plan_versie, 'overgenomen', 1, coalesce(gewijzigd_op, gestart_op || 'T00:00:00.000Z') FROM traject;
                INSERT INTO doelversie (plan_versie, id, traject, dossier, volgorde, leefgebied, zin, tekst_zegel, toestand,
                        streefdatum, bereikt_op, versie, gewijzigd_op, gewijzigd_door)
                    SELECT t.plan_versie, d.id, d.traject, d.dossier, d.volgorde, d.leefgebied, d.zin, d.tekst_zegel, d.toestand,
                        d.streefdatum, d.bereikt_op, d.versie, d.gewijzigd_op, d.gewijzigd_door
                    FROM doel d JOIN traject t ON t.id = d.traject;
                INSERT INTO planbesluit (traject, versie, keus, op, wie, tolk, zegelplaats, door, vastgelegd_op)
                    SELECT traject, versie, 'akkoord', akkoord_op, 'client', 'geen', '', door, akkoord_op || 'T00:00:00.000Z'
                    FROM planversie;
                """)
    }
}
