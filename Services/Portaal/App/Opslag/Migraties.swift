// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Portaal {
    /// The tables of portaal: users and what belongs to signing in. Only forward.
    public static let migrations: [Migration] = [
        Migration("001-gebruiker") { db in
            try db.execute(
                sql: """
                    CREATE TABLE gebruiker (
                        id TEXT NOT NULL PRIMARY KEY,
                        gebruikersnaam TEXT NOT NULL UNIQUE,
                        naam TEXT NOT NULL,
                        rollen TEXT NOT NULL,
                        team TEXT,
                        gemeente TEXT,
                        organisatie TEXT,
                        actief INTEGER NOT NULL DEFAULT 1,
                        versie INTEGER NOT NULL DEFAULT 1,
                        gewijzigd_op TEXT NOT NULL,
                        gewijzigd_door TEXT
                    ) STRICT;
                    -- Apart from the user, so that no hash or secret goes into the change history.
                    CREATE TABLE toegang (
                        gebruiker TEXT NOT NULL PRIMARY KEY REFERENCES gebruiker (id),
                        wachtwoord TEXT NOT NULL,
                        totp BLOB NOT NULL,
                        totp_stap INTEGER NOT NULL DEFAULT 0
                    ) STRICT;
                    """)
        },
        Migration("002-sessie") { db in
            // Instants are seconds of real time: sessions do not live on the clock of the field.
            try db.execute(
                sql: """
                    CREATE TABLE sessie (
                        hash BLOB NOT NULL PRIMARY KEY,
                        gebruiker TEXT NOT NULL REFERENCES gebruiker (id),
                        stap TEXT NOT NULL,
                        begonnen REAL NOT NULL,
                        gezien REAL NOT NULL
                    ) STRICT;
                    CREATE INDEX sessie_gebruiker ON sessie (gebruiker);
                    CREATE INDEX sessie_begonnen ON sessie (begonnen);
                    CREATE TABLE poging (
                        sleutel BLOB NOT NULL PRIMARY KEY,
                        aantal INTEGER NOT NULL,
                        laatste REAL NOT NULL,
                        wacht_tot REAL NOT NULL
                    ) STRICT;
                    CREATE INDEX poging_laatste ON poging (laatste);
                    """)
        },
        Migration("003-klad") { db in
            try db.execute(
                sql: """
                    CREATE TABLE klad (
                        gebruiker TEXT NOT NULL REFERENCES gebruiker (id),
                        pad TEXT NOT NULL,
                        velden BLOB NOT NULL,
                        bewaard REAL NOT NULL,
                        PRIMARY KEY (gebruiker, pad)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX klad_bewaard ON klad (bewaard);
                    """)
        },
        .concept,
        .formulierconcept,
        .agendafeed,
    ]
}
