// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// One row per person, with what lists need; the traject with its clock; who had the dossier when.
    static let migratie001 = Migration("001-dossier-en-traject") { db in
        try db.execute(
            sql: """
                CREATE TABLE dossier (
                    id TEXT PRIMARY KEY,
                    dossiernummer TEXT NOT NULL,
                    huishouden TEXT NOT NULL,
                    gemeente TEXT NOT NULL,
                    opdracht TEXT NOT NULL,
                    doelgroep TEXT NOT NULL,
                    eigen_traject INTEGER NOT NULL,
                    -- wacht: a child without anybody to ride with yet.
                    toestand TEXT NOT NULL CHECK (toestand IN ('wacht', 'lopend', 'afgerond')),
                    -- The running or last traject; for a child the one it rides on.
                    traject TEXT,
                    meerijdend_met TEXT,
                    meerijdend_wens TEXT,
                    ontvangen_op TEXT NOT NULL,
                    geaccepteerd_op TEXT NOT NULL,
                    datum_huisvesting TEXT,
                    verblijfsvorm TEXT NOT NULL,
                    is_18 TEXT NOT NULL,
                    wordt_18_in TEXT,
                    factureerbaar INTEGER NOT NULL,
                    spreektaal TEXT,
                    tolk_nodig INTEGER NOT NULL,
                    postcode4 TEXT,
                    team TEXT NOT NULL,
                    begeleider TEXT,
                    toegewezen_op TEXT,
                    gestart_op TEXT NOT NULL,
                    -- Derived from the contact moments and the points of attention; not in the change history.
                    laatste_contact TEXT,
                    no_show_op TEXT,
                    no_show_reeks INTEGER NOT NULL DEFAULT 0,
                    stap_uit TEXT,
                    stap_van TEXT,
                    stap_op TEXT,
                    eerstvolgende_termijn TEXT,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX dossier_huishouden ON dossier (huishouden, gestart_op, id);
                CREATE INDEX dossier_meerijdend ON dossier (meerijdend_met) WHERE meerijdend_met IS NOT NULL;
                CREATE INDEX dossier_wens ON dossier (meerijdend_wens) WHERE meerijdend_wens IS NOT NULL;
                CREATE INDEX dossier_te_verdelen ON dossier (team, gestart_op, id)
                    WHERE begeleider IS NULL AND meerijdend_met IS NULL AND toestand <> 'afgerond';
                CREATE INDEX dossier_caseload ON dossier (begeleider, id) WHERE begeleider IS NOT NULL;
                CREATE INDEX dossier_team ON dossier (team, id);

                CREATE TABLE traject (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    huishouden TEXT NOT NULL,
                    opdracht TEXT NOT NULL,
                    toestand TEXT NOT NULL CHECK (toestand IN ('lopend', 'afgerond')),
                    gestart_op TEXT NOT NULL,
                    eerste_contact_uiterlijk TEXT NOT NULL,
                    tussenrapportage_op TEXT NOT NULL,
                    tussenrapportage_klaar_op TEXT,
                    eindigt_op TEXT NOT NULL,
                    afgerond_op TEXT,
                    reden TEXT,
                    -- The plan van aanpak: its version, and which one the client agreed with.
                    plan_versie INTEGER NOT NULL DEFAULT 1,
                    plan_akkoord_versie INTEGER,
                    plan_akkoord_op TEXT,
                    -- Counted along with every change of a goal; what was dropped does not count.
                    doelen_totaal INTEGER NOT NULL DEFAULT 0,
                    doelen_open INTEGER NOT NULL DEFAULT 0,
                    doelen_bereikt INTEGER NOT NULL DEFAULT 0,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX traject_dossier ON traject (dossier, gestart_op);
                -- Nobody has two trajects at the same time.
                CREATE UNIQUE INDEX traject_een_lopend ON traject (dossier) WHERE toestand = 'lopend';

                CREATE TABLE klokdatum (
                    traject TEXT NOT NULL REFERENCES traject (id),
                    volgorde INTEGER NOT NULL,
                    code TEXT NOT NULL,
                    datum TEXT NOT NULL,
                    waarom TEXT NOT NULL,
                    PRIMARY KEY (traject, volgorde)
                ) STRICT, WITHOUT ROWID;

                -- Who had the dossier, from when. Only added to; the present one also stands on the dossier itself.
                CREATE TABLE toewijzing (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    begeleider TEXT NOT NULL,
                    team TEXT NOT NULL,
                    van TEXT NOT NULL,
                    door TEXT
                ) STRICT;
                CREATE INDEX toewijzing_dossier ON toewijzing (dossier, van);

                -- Workers by id and rights, as portaal tells them: to whom a dossier may be given.
                CREATE TABLE medewerker (
                    id TEXT PRIMARY KEY,
                    begeleidt INTEGER NOT NULL,
                    team TEXT,
                    actief INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
