// SPDX-License-Identifier: EUPL-1.2
import GRDB

/// The store's own tables, made before those of the service. Their names begin with `wegwijs_`, so that a service's own
/// tables never meet them.
enum OwnTables {
    static let migrations: [Migration] = [
        Migration("wegwijs-001-eigen-tabellen") { db in
            try db.execute(
                sql: """
                    -- AUTOINCREMENT: a number is never given twice, not even when the table was pruned to empty.
                    CREATE TABLE wegwijs_outbox (
                        nummer INTEGER PRIMARY KEY AUTOINCREMENT,
                        id TEXT NOT NULL UNIQUE,
                        type TEXT NOT NULL,
                        subject TEXT,
                        tijd TEXT NOT NULL,
                        envelop TEXT NOT NULL,
                        data TEXT NOT NULL
                    ) STRICT;

                    -- One row: which incarnation of the stream this is.
                    CREATE TABLE wegwijs_stroom (
                        een INTEGER PRIMARY KEY CHECK (een = 1),
                        epoch TEXT NOT NULL,
                        sinds TEXT NOT NULL
                    ) STRICT;

                    CREATE TABLE wegwijs_lezer_positie (
                        bron TEXT PRIMARY KEY,
                        epoch TEXT NOT NULL,
                        nummer INTEGER NOT NULL
                    ) STRICT, WITHOUT ROWID;

                    CREATE TABLE wegwijs_terzijde (
                        bron TEXT NOT NULL,
                        epoch TEXT NOT NULL,
                        nummer INTEGER NOT NULL,
                        subject TEXT,
                        type TEXT,
                        envelop BLOB NOT NULL,
                        data BLOB NOT NULL,
                        fout TEXT NOT NULL,
                        pogingen INTEGER NOT NULL,
                        sinds TEXT NOT NULL,
                        PRIMARY KEY (bron, epoch, nummer)
                    ) STRICT;
                    CREATE INDEX wegwijs_terzijde_subject ON wegwijs_terzijde (bron, subject);

                    -- The event id is unique, so that an event that comes again after its source was put back has no
                    -- second effect.
                    CREATE TABLE wegwijs_effect (
                        volgnummer INTEGER PRIMARY KEY,
                        bron TEXT NOT NULL,
                        nummer INTEGER NOT NULL,
                        event_id TEXT NOT NULL UNIQUE,
                        subject TEXT,
                        effect TEXT NOT NULL,
                        op TEXT NOT NULL
                    ) STRICT;

                    CREATE TABLE wegwijs_opdracht (
                        id TEXT PRIMARY KEY,
                        type TEXT NOT NULL,
                        inhoud BLOB,
                        antwoord TEXT NOT NULL,
                        op TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID;

                    CREATE TABLE wegwijs_historie (
                        volgnummer INTEGER PRIMARY KEY,
                        tabel TEXT NOT NULL,
                        id TEXT NOT NULL,
                        versie INTEGER NOT NULL,
                        op TEXT NOT NULL,
                        door TEXT NOT NULL,
                        waarom TEXT NOT NULL,
                        rij TEXT NOT NULL,
                        UNIQUE (tabel, id, versie)
                    ) STRICT;

                    -- What each reader of this stream said that it holds durably.
                    CREATE TABLE wegwijs_lezer (
                        naam TEXT PRIMARY KEY,
                        epoch TEXT NOT NULL,
                        nummer INTEGER NOT NULL,
                        op TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID;

                    -- Written to find out whether a full disk has space again.
                    CREATE TABLE wegwijs_proef (een INTEGER PRIMARY KEY CHECK (een = 1), op TEXT NOT NULL) STRICT;
                    """)
        },
        Migration("wegwijs-002-laatste-gebeurtenis") { db in
            // The id of the event at the position: tells whether a source still has the history that was read.
            try db.execute(sql: "ALTER TABLE wegwijs_lezer_positie ADD COLUMN laatste TEXT")
        },
        Migration("wegwijs-003-opruimen") { db in
            try db.execute(
                sql: """
                    CREATE INDEX wegwijs_opdracht_op ON wegwijs_opdracht (op);
                    -- The highest number of the source whose effect is no longer remembered.
                    ALTER TABLE wegwijs_lezer_positie ADD COLUMN vergeten INTEGER NOT NULL DEFAULT 0;
                    """)
        },
    ]
}
