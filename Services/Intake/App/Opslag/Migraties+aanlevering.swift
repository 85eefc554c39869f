// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Migration {
    /// Files with aanmeldingen: the file itself in sealed pieces, what became of each row, and which version of a row came
    /// last. `sleutel` is the id under which the key of the file lies; it is destroyed with the content.
    static let aanlevering = Migration("030-aanlevering") { db in
        try db.execute(
            sql: """
                CREATE TABLE aanlevering (
                    id TEXT PRIMARY KEY,
                    bestandsnaam TEXT NOT NULL,
                    gemeente TEXT NOT NULL,
                    opdracht TEXT NOT NULL,
                    team TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    sleutel TEXT NOT NULL,
                    toestand TEXT NOT NULL,
                    hash TEXT,
                    grootte INTEGER NOT NULL,
                    rijen_opgegeven INTEGER,
                    huishoudens INTEGER,
                    byte INTEGER NOT NULL,
                    regel INTEGER NOT NULL,
                    rij INTEGER NOT NULL,
                    reden_code TEXT,
                    reden TEXT,
                    resultaat_geschreven INTEGER NOT NULL,
                    inhoud_weg INTEGER NOT NULL,
                    begonnen_op TEXT NOT NULL,
                    klaar_op TEXT,
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT NOT NULL,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE INDEX aanlevering_toestand ON aanlevering (toestand, begonnen_op);
                CREATE INDEX aanlevering_team ON aanlevering (team, begonnen_op, id);
                CREATE INDEX aanlevering_gemeente ON aanlevering (gemeente, begonnen_op, id);

                CREATE TABLE aanleverdeel (
                    aanlevering TEXT NOT NULL REFERENCES aanlevering (id),
                    vanaf INTEGER NOT NULL,
                    lengte INTEGER NOT NULL,
                    verzegeld BLOB NOT NULL,
                    PRIMARY KEY (aanlevering, vanaf)
                ) STRICT;

                CREATE TABLE aanleverrij (
                    aanlevering TEXT NOT NULL REFERENCES aanlevering (id),
                    rij INTEGER NOT NULL,
                    regel INTEGER NOT NULL,
                    proef INTEGER NOT NULL,
                    referentie TEXT,
                    status TEXT NOT NULL,
                    code TEXT,
                    fouten TEXT,
                    aanmelding TEXT,
                    PRIMARY KEY (aanlevering, rij)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE aanleverreferentie (
                    gemeente TEXT NOT NULL,
                    referentie TEXT NOT NULL,
                    versie INTEGER NOT NULL,
                    PRIMARY KEY (gemeente, referentie)
                ) STRICT, WITHOUT ROWID;
                """)
    }
    /// A refused file that comes again is a new attempt, one that could not be moved is not. All that were here are moved.
    static let aanleveringVerplaatst = Migration("097-aanlevering-verplaatst") { db in
        try db.execute(sql: "ALTER TABLE aanlevering ADD COLUMN verplaatst INTEGER NOT NULL DEFAULT 1")
    }
}
