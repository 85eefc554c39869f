// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Migration {
    /// Three facts for everybody who comes in, each once instead of three times: the table is its own index (decision 0035).
    static let feitrij = Migration("070-persoonsfeit") { db in
        try db.execute(
            sql: """
                CREATE TABLE persoonsfeit_nieuw (
                    id TEXT NOT NULL,
                    dossier TEXT NOT NULL REFERENCES persoon (id),
                    soort TEXT NOT NULL CHECK (soort IN ('doelgroep', 'inburgeringsplichtig', 'factureerbaar')),
                    waarde TEXT NOT NULL,
                    van TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    reden TEXT NOT NULL,
                    op TEXT NOT NULL,
                    door TEXT,
                    PRIMARY KEY (dossier, soort, van, id)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO persoonsfeit_nieuw (id, dossier, soort, waarde, van, bron, reden, op, door)
                    SELECT id, dossier, soort, waarde, van, bron, reden, op, door FROM persoonsfeit;
                DROP TABLE persoonsfeit;
                ALTER TABLE persoonsfeit_nieuw RENAME TO persoonsfeit;
                """)
    }

    /// Less to write for everybody who comes in (decision 0043): the words of a name also stand in `persoon`, in order of the
    /// alphabet, instead of in a second index; a membership lies in the order in which it is read; who has no begeleider stands in
    /// no index of them; and a person is found by an aanmelding over its dossier.
    static let minderIndexen = Migration("071-minder-indexen") { db in
        try db.execute(
            sql: """
                ALTER TABLE persoon ADD COLUMN zoekwoorden TEXT NOT NULL DEFAULT '';
                UPDATE persoon SET zoekwoorden = coalesce((
                    SELECT group_concat(woord, ' ') FROM (SELECT woord FROM zoekwoord WHERE dossier = persoon.id ORDER BY woord)
                ), '');
                -- Without a reference: for who is taken out again SQLite would look for it by dossier.
                CREATE TABLE zoekwoord_nieuw (
                    woord TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    PRIMARY KEY (woord, dossier)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO zoekwoord_nieuw (woord, dossier) SELECT woord, dossier FROM zoekwoord ORDER BY woord, dossier;
                DROP TABLE zoekwoord;
                ALTER TABLE zoekwoord_nieuw RENAME TO zoekwoord;

                DROP INDEX persoon_aanmelding;
                DROP INDEX persoon_begeleider;
                CREATE INDEX persoon_begeleider ON persoon (begeleider, sorteersleutel, id) WHERE begeleider IS NOT NULL;

                CREATE TABLE lidmaatschap_nieuw (
                    id TEXT NOT NULL,
                    dossier TEXT NOT NULL REFERENCES persoon (id),
                    huishouden TEXT NOT NULL REFERENCES huishouden (id),
                    rol TEXT NOT NULL,
                    van TEXT NOT NULL,
                    -- The first day on which it holds no longer.
                    tot TEXT,
                    reden TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    -- Taken back: it was a mistake.
                    ingetrokken_op TEXT,
                    op TEXT NOT NULL,
                    door TEXT,
                    PRIMARY KEY (dossier, van, id)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO lidmaatschap_nieuw (id, dossier, huishouden, rol, van, tot, reden, bron, ingetrokken_op, op, door)
                    SELECT id, dossier, huishouden, rol, van, tot, reden, bron, ingetrokken_op, op, door FROM lidmaatschap;
                DROP TABLE lidmaatschap;
                ALTER TABLE lidmaatschap_nieuw RENAME TO lidmaatschap;
                -- A person has at most one household at a time.
                CREATE UNIQUE INDEX lidmaatschap_een_nu ON lidmaatschap (dossier) WHERE tot IS NULL AND ingetrokken_op IS NULL;
                CREATE INDEX lidmaatschap_huishouden ON lidmaatschap (huishouden, van);
                """)
    }

    /// One order by name for who sees a gemeente or all: nearly everybody is of the same gemeente, and who is not is passed over in the
    /// index. A begeleider seeks among hundreds who lie all over the table: whose words do not fit is passed over in the index too.
    static let lijstenOpNaam = Migration("073-lijsten-op-naam") { db in
        try db.execute(
            sql: """
                DROP INDEX persoon_naam;
                DROP INDEX persoon_gemeente;
                DROP INDEX persoon_begeleider;
                CREATE INDEX persoon_naam ON persoon (sorteersleutel, id, gemeente);
                CREATE INDEX persoon_begeleider ON persoon (begeleider, sorteersleutel, id, zoekwoorden)
                    WHERE begeleider IS NOT NULL;
                """)
    }

    /// The register of messages in the order in which they came: an entry of it is long, and its id is anywhere.
    static let berichtOpVolgorde = Migration("074-bericht-op-volgorde") { db in
        try db.execute(
            sql: """
                CREATE TABLE bericht_nieuw (
                    nr INTEGER PRIMARY KEY,
                    oin TEXT NOT NULL,
                    bericht_id TEXT NOT NULL,
                    bron TEXT NOT NULL,
                    soort TEXT NOT NULL,
                    inhoud_hash BLOB NOT NULL,
                    aanmelding TEXT NOT NULL,
                    status INTEGER NOT NULL,
                    antwoord BLOB NOT NULL,
                    ontvangen_op TEXT NOT NULL,
                    UNIQUE (bericht_id, oin)
                ) STRICT;
                INSERT INTO bericht_nieuw (oin, bericht_id, bron, soort, inhoud_hash, aanmelding, status, antwoord, ontvangen_op)
                    SELECT oin, bericht_id, bron, soort, inhoud_hash, aanmelding, status, antwoord, ontvangen_op
                    FROM bericht ORDER BY ontvangen_op;
                DROP TABLE bericht;
                ALTER TABLE bericht_nieuw RENAME TO bericht;
                """)
    }
}
