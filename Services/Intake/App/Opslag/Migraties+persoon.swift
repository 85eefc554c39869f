// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Migration {
    /// From which days the inflow counts somebody. `eerst_gehuisvest`: the day of moving into a HAR or doorstroomlocatie, kept when
    /// the day of housing becomes that of the home after it.
    static let woondagen = Migration("080-woondagen") { db in
        try db.execute(
            sql: """
                ALTER TABLE persoon ADD COLUMN datum_koppeling TEXT;
                ALTER TABLE persoon ADD COLUMN eerst_gehuisvest TEXT;
                UPDATE persoon SET datum_koppeling = a.datum_koppeling FROM aanmelding a
                    WHERE a.id = persoon.aanmelding AND a.datum_koppeling IS NOT NULL;
                """)
    }

    /// A stop on exchange holds for every dossier of a person; which of them was set, `eigen` tells.
    static let stopEnSamenvoeging = Uitwisselstop.metSamenvoeging(
        "060-stop-en-samenvoeging",
        samen: """
            -- The stops (lines of `uitwisselingsreden`) that were in force on both sides when they were merged. Null for merges of
            -- before this step: then a stop stays on both sides when the merge is undone.
            ALTER TABLE samenvoeging ADD COLUMN stops TEXT;
            WITH RECURSIVE lid (dossier, wortel) AS (
                SELECT leidend, leidend FROM samenvoeging sv WHERE sv.toestand = 'actief' AND NOT EXISTS (
                    SELECT 1 FROM samenvoeging hoger WHERE hoger.volgend = sv.leidend AND hoger.toestand = 'actief')
                UNION
                SELECT sv.volgend, lid.wortel FROM samenvoeging sv JOIN lid ON sv.leidend = lid.dossier
                WHERE sv.toestand = 'actief'
            )
            INSERT OR IGNORE INTO uitwisselingsstop (dossier, sinds, eigen)
            SELECT lid.dossier, min(us.sinds), 0 FROM lid JOIN lid ander ON ander.wortel = lid.wortel
            JOIN uitwisselingsstop us ON us.dossier = ander.dossier GROUP BY lid.dossier;
            """)

    /// Numbers of `zoekpersoon` are never given twice, so that who came after a moment is found by number; and how far work
    /// is that goes through the whole store once.
    static let zoeknummers = Migration("061-zoeknummers") { db in
        try db.execute(
            sql: """
                CREATE TABLE zoekpersoon_nieuw (
                    nr INTEGER PRIMARY KEY AUTOINCREMENT,
                    dossier TEXT NOT NULL UNIQUE,
                    geslacht INTEGER NOT NULL,
                    sleutels BLOB NOT NULL
                ) STRICT;
                INSERT INTO zoekpersoon_nieuw SELECT nr, dossier, geslacht, sleutels FROM zoekpersoon ORDER BY nr;
                DROP TABLE zoekpersoon;
                ALTER TABLE zoekpersoon_nieuw RENAME TO zoekpersoon;

                CREATE TABLE doorloop (
                    naam TEXT PRIMARY KEY,
                    -- The key that was done last; empty before the first.
                    na TEXT NOT NULL,
                    klaar INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }

    /// Why somebody is kept from the sight of housemates, and who said so: sealed with the key of the dossier.
    static let schermreden = Migration("062-schermreden") { db in
        try db.execute(sql: "ALTER TABLE huisgenotenscherm ADD COLUMN reden BLOB")
    }

    /// The whole birth date beside each search key, where the year alone stood: most who share a name were born on another day,
    /// and so need not be read.
    static let zoekdatum = Migration("063-zoekdatum") { db in
        try db.execute(
            sql: """
                ALTER TABLE zoekpersoon ADD COLUMN geboren INTEGER NOT NULL DEFAULT 0;
                -- 1978-03 becomes 19780300, onbekend 0. The keys began with the year.
                UPDATE zoekpersoon SET sleutels = substr(sleutels, 9), geboren = coalesce((
                    SELECT CAST(substr(replace(geboortedatum, '-', '') || '0000', 1, 8) AS INTEGER) FROM (
                        SELECT coalesce(p.geboortedatum, a.geboortedatum) AS geboortedatum FROM (SELECT zoekpersoon.dossier AS id) d
                        LEFT JOIN persoon p ON p.id = d.id LEFT JOIN aanmelding a ON a.dossier = d.id)), 0);

                CREATE TABLE zoeksleutel_nieuw (
                    sleutel INTEGER NOT NULL,
                    geboren INTEGER NOT NULL,
                    nr INTEGER NOT NULL,
                    PRIMARY KEY (sleutel, geboren, nr)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO zoeksleutel_nieuw
                    SELECT s.sleutel, z.geboren, s.nr FROM zoeksleutel s JOIN zoekpersoon z ON z.nr = s.nr;
                DROP TABLE zoeksleutel;
                ALTER TABLE zoeksleutel_nieuw RENAME TO zoeksleutel;
                """)
    }
}
