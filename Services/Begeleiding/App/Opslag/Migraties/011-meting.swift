// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Measurements of self-reliance. Rows are only added; the newest of a moment counts.
    static let migratie011 = Migration("011-meting") { db in
        try db.execute(
            sql: """
                CREATE TABLE meting (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    traject TEXT NOT NULL REFERENCES traject (id),
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    moment TEXT NOT NULL CHECK (moment IN ('start', 'midden', 'einde')),
                    op TEXT NOT NULL,
                    -- Which scale: measurements on different scales are never compared.
                    schaal TEXT NOT NULL,
                    ladder INTEGER,
                    door TEXT,
                    vastgelegd_op TEXT NOT NULL,
                    -- 1 for the newest of its moment.
                    geldt INTEGER NOT NULL DEFAULT 1
                ) STRICT;
                CREATE INDEX meting_traject ON meting (traject, moment, id);

                CREATE TABLE meting_score (
                    meting INTEGER NOT NULL REFERENCES meting (id),
                    leefgebied TEXT NOT NULL,
                    score INTEGER,
                    reden TEXT,
                    eigen INTEGER,
                    PRIMARY KEY (meting, leefgebied),
                    CHECK ((score IS NULL) <> (reden IS NULL))
                ) STRICT, WITHOUT ROWID;

                -- An area that is not asked of this person.
                CREATE TABLE meetgebied_uit (
                    traject TEXT NOT NULL REFERENCES traject (id),
                    leefgebied TEXT NOT NULL,
                    reden TEXT NOT NULL,
                    door TEXT,
                    op TEXT NOT NULL,
                    PRIMARY KEY (traject, leefgebied)
                ) STRICT, WITHOUT ROWID;

                -- Per team and area how many moved how far; kept along with every measurement, so that the page
                -- of the distribution costs the same whatever the store holds.
                CREATE TABLE meting_verandering (
                    traject TEXT NOT NULL REFERENCES traject (id),
                    leefgebied TEXT NOT NULL,
                    team TEXT NOT NULL,
                    gemeente TEXT NOT NULL,
                    verschil INTEGER NOT NULL,
                    PRIMARY KEY (traject, leefgebied)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX meting_verandering_telling ON meting_verandering (team, leefgebied, verschil);
                """)
    }
}
