// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// The standing list: why somebody must be looked at, from which day, and what was seen.
    static let migratie131 = Migration("131-uitbeeld") { db in
        try db.execute(
            sql: """
                -- One row per dossier. `vanaf` is the first day of its reasons: from then it is on the list. `begeleider` and
                -- `team` are copied from the dossier, so that a page is one walk along an index.
                CREATE TABLE uitbeeld (
                    id TEXT PRIMARY KEY REFERENCES dossier (id),
                    vanaf TEXT,
                    begeleider TEXT,
                    team TEXT NOT NULL,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX uitbeeld_begeleider ON uitbeeld (begeleider, vanaf, id);
                CREATE INDEX uitbeeld_team ON uitbeeld (team, vanaf, id);

                CREATE TABLE uitbeeld_reden (
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    soort TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    -- From when it is a reason by itself, and from when it is on the list: later when it was seen.
                    vanaf TEXT NOT NULL,
                    op_lijst TEXT NOT NULL,
                    uiterlijk_op TEXT NOT NULL,
                    -- 1 for the first of its kind in the dossier: what is counted and filtered by.
                    eerste INTEGER NOT NULL,
                    begeleider TEXT,
                    team TEXT NOT NULL,
                    PRIMARY KEY (dossier, soort, bron)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX uitbeeld_reden_begeleider ON uitbeeld_reden (begeleider, soort, op_lijst, dossier) WHERE eerste = 1;
                CREATE INDEX uitbeeld_reden_team ON uitbeeld_reden (team, soort, op_lijst, dossier) WHERE eerste = 1;

                -- Somebody looked: all right until a day. Rows are only added.
                CREATE TABLE uitbeeld_gezien (
                    id TEXT PRIMARY KEY,
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    reden TEXT NOT NULL,
                    naam TEXT NOT NULL,
                    kijk_op TEXT NOT NULL,
                    op TEXT NOT NULL,
                    door TEXT
                ) STRICT;
                CREATE INDEX uitbeeld_gezien_dossier ON uitbeeld_gezien (dossier, op DESC);
                CREATE TABLE uitbeeld_gezien_punt (
                    gezien TEXT NOT NULL REFERENCES uitbeeld_gezien (id),
                    soort TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    vanaf TEXT NOT NULL,
                    uiterlijk_op TEXT NOT NULL,
                    PRIMARY KEY (gezien, soort, bron)
                ) STRICT, WITHOUT ROWID;

                -- The last day of the residence document, as the begeleider saw it. The number stays on the document.
                CREATE TABLE verblijfsdocument (
                    id TEXT PRIMARY KEY REFERENCES dossier (id),
                    geldig_tot TEXT,
                    versie INTEGER NOT NULL DEFAULT 1,
                    gewijzigd_op TEXT,
                    gewijzigd_door TEXT
                ) STRICT;
                """)
    }
}
