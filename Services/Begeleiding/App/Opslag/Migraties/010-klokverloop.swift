// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// What happens to a running clock, and the contacts after the end.
    static let migratie010 = Migration("010-klokverloop") { db in
        try db.execute(
            sql: """
                -- The clock as the contract made it. `klokdatum` is this with pauses and extensions in it.
                CREATE TABLE klokbasis (
                    traject TEXT NOT NULL REFERENCES traject (id),
                    volgorde INTEGER NOT NULL,
                    code TEXT NOT NULL,
                    datum TEXT NOT NULL,
                    waarom TEXT NOT NULL,
                    PRIMARY KEY (traject, volgorde)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO klokbasis SELECT traject, volgorde, code, datum, waarom FROM klokdatum;

                CREATE TABLE pauze (
                    id TEXT PRIMARY KEY,
                    traject TEXT NOT NULL REFERENCES traject (id),
                    -- The reason as the contract had it on that day.
                    reden TEXT NOT NULL,
                    naam TEXT NOT NULL,
                    verlengt INTEGER NOT NULL,
                    van TEXT NOT NULL,
                    tot TEXT,
                    -- As long as it lasts: on this day somebody looks whether it is still right.
                    kijk_op TEXT NOT NULL,
                    -- Taken back: it was a mistake.
                    ingetrokken_op TEXT,
                    door TEXT,
                    op TEXT NOT NULL
                ) STRICT;
                CREATE INDEX pauze_traject ON pauze (traject, van);
                CREATE UNIQUE INDEX pauze_een_open ON pauze (traject) WHERE tot IS NULL AND ingetrokken_op IS NULL;

                CREATE TABLE verlenging (
                    traject TEXT NOT NULL REFERENCES traject (id),
                    volgnummer INTEGER NOT NULL,
                    maanden INTEGER NOT NULL,
                    door TEXT,
                    op TEXT NOT NULL,
                    PRIMARY KEY (traject, volgnummer)
                ) STRICT;

                -- A day after the end on which somebody looks in again.
                CREATE TABLE nazorg (
                    traject TEXT NOT NULL REFERENCES traject (id),
                    op TEXT NOT NULL,
                    gedaan_op TEXT,
                    PRIMARY KEY (traject, op)
                ) STRICT, WITHOUT ROWID;

                -- The last day for which the clocks that stand still were computed.
                CREATE TABLE klokdag (een INTEGER PRIMARY KEY CHECK (een = 1), dag TEXT NOT NULL) STRICT;
                """)
    }
}
