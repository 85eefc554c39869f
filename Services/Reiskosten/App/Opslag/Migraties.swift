// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// The store of travel money, step by step. A step that was released is never changed: the next one changes the table.
enum Migraties {
    static let alle: [Migration] = [
        dossiers, voorschotten, bewijsstukken, leeslog, Samengevoegd.migration("070-samengevoegd"),
        Uitwisselstop.migration("071-uitwisselingsstop"), Uitwisselstop.metSamenvoeging("072-stop-en-samenvoeging"),
        Waarneming.migration("130-waarneming"),
    ]

    /// What is known of a dossier from the events of others. Both sources fill their own columns, so that it does not
    /// matter which event comes first.
    private static let dossiers = Migration("001-dossier") { db in
        try db.execute(
            sql: """
                CREATE TABLE dossier (
                    id TEXT PRIMARY KEY,
                    nummer TEXT,
                    opdracht TEXT,
                    geaccepteerd_op TEXT,
                    gemeente TEXT NOT NULL,
                    team_aanmelding TEXT,
                    team_toewijzing TEXT,
                    begeleider TEXT,
                    team TEXT GENERATED ALWAYS AS (COALESCE(team_toewijzing, team_aanmelding)) VIRTUAL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX dossier_begeleider ON dossier (begeleider);
                CREATE INDEX dossier_team ON dossier (team);
                """)
    }

    private static let voorschotten = Migration("002-voorschot") { db in
        try db.execute(
            sql: """
                CREATE TABLE voorschot (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    opdracht TEXT NOT NULL,
                    maand TEXT NOT NULL,
                    vervoer TEXT NOT NULL,
                    afstand_meter INTEGER NOT NULL,
                    dagen INTEGER NOT NULL,
                    werkelijk_per_dag INTEGER,
                    bedrag INTEGER NOT NULL CHECK (bedrag > 0),
                    berekening TEXT NOT NULL,
                    toestand TEXT NOT NULL CHECK (toestand IN
                        ('aangevraagd', 'goedgekeurd', 'afgewezen', 'betaald', 'verantwoord', 'afgerekend')),
                    gevraagd_door TEXT,
                    gevraagd_op TEXT NOT NULL,
                    beslist_door TEXT,
                    beslist_op TEXT,
                    reden TEXT,
                    betaald_op TEXT,
                    verantwoord INTEGER NOT NULL DEFAULT 0 CHECK (verantwoord BETWEEN 0 AND bedrag),
                    terug_te_betalen INTEGER NOT NULL DEFAULT 0 CHECK (terug_te_betalen BETWEEN 0 AND bedrag),
                    afgerekend_op TEXT,
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT NOT NULL,
                    gewijzigd_door TEXT NOT NULL,
                    CHECK (toestand <> 'afgerekend' OR verantwoord + terug_te_betalen = bedrag)
                ) STRICT;
                CREATE INDEX voorschot_dossier ON voorschot (dossier, id);
                CREATE INDEX voorschot_toestand ON voorschot (toestand, id);
                """)
    }

    /// A file lies in sealed pieces, each sealed by itself, so that neither coming in nor going out takes more memory than
    /// one piece. It is shown only when `klaar` is 1: all pieces are there and their hash is right.
    private static let bewijsstukken = Migration("003-bewijsstuk") { db in
        try db.execute(
            sql: """
                CREATE TABLE bewijsstuk (
                    id TEXT PRIMARY KEY,
                    voorschot TEXT NOT NULL REFERENCES voorschot (id),
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    hash TEXT NOT NULL,
                    mediatype TEXT NOT NULL,
                    ontvangen INTEGER NOT NULL,
                    klaar INTEGER NOT NULL DEFAULT 0 CHECK (klaar IN (0, 1)),
                    eerder_gezien INTEGER NOT NULL DEFAULT 0 CHECK (eerder_gezien IN (0, 1)),
                    begonnen_op TEXT NOT NULL,
                    ontvangen_op TEXT,
                    ontvangen_door TEXT
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX bewijsstuk_voorschot ON bewijsstuk (voorschot, ontvangen_op);
                CREATE INDEX bewijsstuk_hash ON bewijsstuk (hash) WHERE klaar = 1;
                CREATE INDEX bewijsstuk_half ON bewijsstuk (begonnen_op) WHERE klaar = 0;

                CREATE TABLE bewijsdeel (
                    nummer INTEGER PRIMARY KEY,
                    bewijsstuk TEXT NOT NULL REFERENCES bewijsstuk (id) ON DELETE CASCADE,
                    vanaf INTEGER NOT NULL,
                    lengte INTEGER NOT NULL,
                    inhoud BLOB NOT NULL,
                    UNIQUE (bewijsstuk, vanaf)
                ) STRICT;
                """)
    }

    /// Who looked at the money of whom, and why.
    private static let leeslog = Migration("004-leeslog") { db in
        try db.execute(
            sql: """
                CREATE TABLE leeslog (
                    nummer INTEGER PRIMARY KEY,
                    dossier TEXT NOT NULL,
                    wat TEXT NOT NULL,
                    door TEXT,
                    rollen TEXT NOT NULL,
                    doel TEXT NOT NULL,
                    op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX leeslog_dossier ON leeslog (dossier, nummer);
                """)
    }
}
