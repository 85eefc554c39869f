// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Migration {
    /// By what people are found who may be one person, without names: blind values of eight bytes, with the year of birth.
    /// What follows a candidate is kept sealed with the key of the aanmelding's own dossier.
    static let gelijkenis = Migration("020-gelijkenis") { db in
        try db.execute(
            sql: """
                CREATE TABLE zoekpersoon (
                    nr INTEGER PRIMARY KEY,
                    dossier TEXT NOT NULL UNIQUE,
                    geslacht INTEGER NOT NULL,
                    sleutels BLOB NOT NULL
                ) STRICT;

                CREATE TABLE zoeksleutel (
                    sleutel INTEGER NOT NULL,
                    jaar INTEGER NOT NULL,
                    nr INTEGER NOT NULL,
                    PRIMARY KEY (sleutel, jaar, nr)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE dubbelkandidaat (
                    aanmelding TEXT NOT NULL REFERENCES aanmelding (id),
                    dossier TEXT NOT NULL,
                    punten INTEGER NOT NULL,
                    sterkte TEXT NOT NULL,
                    redenen BLOB,
                    PRIMARY KEY (aanmelding, dossier)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO dubbelkandidaat (aanmelding, dossier, punten, sterkte)
                    SELECT aanmelding, dossier, 60, CASE WHEN max(soort IN ('bsn', 'vnummer')) THEN 'nummer' ELSE 'mogelijk' END
                    FROM mogelijk_dubbel GROUP BY aanmelding, dossier;

                CREATE TABLE andere_persoon (
                    een TEXT NOT NULL,
                    ander TEXT NOT NULL,
                    besloten_op TEXT NOT NULL,
                    besloten_door TEXT NOT NULL,
                    PRIMARY KEY (een, ander)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX andere_persoon_ander ON andere_persoon (ander);
                """)
    }

    /// Who is the same person as whom, as people decided it. Nothing is moved: taking the row out of force gives back what
    /// was. `volgend` follows `leidend`; an aanmelding that joined somebody is a follower without a row in `persoon`.
    static let samenvoeging = Migration("021-samenvoeging") { db in
        try db.execute(
            sql: """
                CREATE TABLE samenvoeging (
                    id TEXT PRIMARY KEY,
                    volgend TEXT NOT NULL,
                    leidend TEXT NOT NULL,
                    aanmelding TEXT REFERENCES aanmelding (id),
                    toestand TEXT NOT NULL,
                    reden TEXT NOT NULL,
                    redenen_voor TEXT NOT NULL,
                    samengevoegd_op TEXT NOT NULL,
                    samengevoegd_door TEXT NOT NULL,
                    ongedaan_op TEXT,
                    ongedaan_door TEXT,
                    versie INTEGER NOT NULL,
                    gewijzigd_op TEXT NOT NULL,
                    gewijzigd_door TEXT
                ) STRICT;
                CREATE UNIQUE INDEX samenvoeging_volgend ON samenvoeging (volgend) WHERE toestand = 'actief';
                CREATE INDEX samenvoeging_leidend ON samenvoeging (leidend);
                CREATE INDEX samenvoeging_alle ON samenvoeging (volgend);
                """)
    }
}
