// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// The directory in half of the room (decision 0031). The tables beside a record hold the number of its service and not its id,
/// and nothing that the document says as well; places, once in three tables, stand in one; four indexes on names and checks
/// became one; and the search index holds numbers of words where it held their letters.
let migratie091KaartKlein = Migration("091-kaart-klein") { db in
    try db.execute(
        sql: """
            ALTER TABLE begrip ADD COLUMN nr INTEGER;
            UPDATE begrip SET nr = rowid;
            CREATE UNIQUE INDEX begrip_nr ON begrip (nr);

            -- The terms of a service and of an organisation. `soort` is the `link_type`.
            CREATE TABLE voorziening_begrip (
              nr INTEGER NOT NULL, begrip INTEGER NOT NULL, soort TEXT NOT NULL, PRIMARY KEY (nr, begrip, soort)
            ) STRICT, WITHOUT ROWID;
            INSERT OR IGNORE INTO voorziening_begrip SELECT v.nr, b.nr, k.soort
              FROM kenmerk k JOIN voorziening v ON v.id = k.hoort_bij JOIN begrip b ON b.id = k.begrip_id;
            CREATE INDEX voorziening_begrip_van ON voorziening_begrip (begrip, soort);
            CREATE TABLE organisatie_begrip (
              organisatie_id TEXT NOT NULL, begrip INTEGER NOT NULL, PRIMARY KEY (organisatie_id, begrip)
            ) STRICT, WITHOUT ROWID;
            INSERT OR IGNORE INTO organisatie_begrip SELECT o.id, b.nr
              FROM kenmerk k JOIN organisatie o ON o.id = k.hoort_bij JOIN begrip b ON b.id = k.begrip_id;
            DROP TABLE kenmerk;

            CREATE TABLE plek_klein (
              nr INTEGER NOT NULL, id TEXT NOT NULL, naam TEXT, breedte REAL, lengte REAL, postcode TEXT, PRIMARY KEY (nr, id)
            ) STRICT, WITHOUT ROWID;
            INSERT OR IGNORE INTO plek_klein SELECT v.nr, p.id, l.naam, l.breedte, l.lengte, l.postcode
              FROM plek p JOIN voorziening v ON v.id = p.voorziening_id
              LEFT JOIN locatie l ON l.id = p.locatie_id AND l.hoort_bij = p.voorziening_id;
            DROP TABLE plek;
            DROP TABLE locatie;
            DROP TABLE zoekplek;
            DROP TABLE gebied;
            ALTER TABLE plek_klein RENAME TO plek;
            CREATE UNIQUE INDEX plek_id ON plek (id);

            CREATE TABLE taal_klein (nr INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (nr, code)) STRICT, WITHOUT ROWID;
            INSERT INTO taal_klein SELECT v.nr, t.code FROM voorziening_taal t JOIN voorziening v ON v.id = t.voorziening_id;
            DROP TABLE voorziening_taal;
            ALTER TABLE taal_klein RENAME TO voorziening_taal;
            CREATE INDEX voorziening_taal_code ON voorziening_taal (code);

            CREATE TABLE regel_klein (
              nr INTEGER NOT NULL, volg INTEGER NOT NULL,
              -- Null: it holds for the service wherever it is.
              plek_id TEXT, soort TEXT NOT NULL, dag INTEGER, van TEXT, tot TEXT, geldig_van TEXT, geldig_tot TEXT,
              PRIMARY KEY (nr, volg)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO regel_klein SELECT v.nr, r.rowid, r.plek_id, r.soort, r.dag, r.van, r.tot, r.geldig_van, r.geldig_tot
              FROM openingsregel r JOIN voorziening v ON v.id = r.voorziening_id;
            DROP TABLE openingsregel;
            ALTER TABLE regel_klein RENAME TO openingsregel;

            -- The number is the row, so that every index leads to it; the document, which is long, stands last.
            CREATE TABLE voorziening_klein (
              nr INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
              organisatie_id TEXT REFERENCES organisatie(id),
              naam TEXT NOT NULL, status TEXT NOT NULL, verwijsbaar TEXT NOT NULL,
              gecontroleerd_op TEXT, controle_wijze TEXT, gecontroleerd_door TEXT, toegestane_velden TEXT NOT NULL,
              minimum_leeftijd REAL, maximum_leeftijd REAL, invoer_hash TEXT NOT NULL,
              versie INTEGER NOT NULL, gewijzigd_op TEXT NOT NULL, gewijzigd_door TEXT NOT NULL, document TEXT NOT NULL
            ) STRICT;
            INSERT INTO voorziening_klein SELECT nr, id, organisatie_id, naam, status, verwijsbaar, gecontroleerd_op,
              controle_wijze, gecontroleerd_door, toegestane_velden, minimum_leeftijd, maximum_leeftijd, invoer_hash, versie,
              gewijzigd_op, gewijzigd_door, document FROM voorziening ORDER BY nr;
            DROP TABLE voorziening;
            ALTER TABLE voorziening_klein RENAME TO voorziening;
            CREATE INDEX voorziening_naam ON voorziening (naam, id, gecontroleerd_op);
            CREATE INDEX voorziening_aanbieder ON voorziening (organisatie_id, naam, id);
            CREATE INDEX voorziening_gewijzigd ON voorziening (gewijzigd_op, id);
            CREATE INDEX voorziening_werk ON voorziening (coalesce(gecontroleerd_op, ''), id) WHERE status <> 'defunct';

            -- `tekst`: what `Woordenrij` says. Made anew at start, as the numbers of the words are.
            DROP TABLE zoektekst;
            DROP TABLE zoekwoord;
            DROP TABLE zoekdrie;
            CREATE TABLE zoektekst (
              nr INTEGER PRIMARY KEY, controle TEXT, van_leeftijd REAL, tot_leeftijd REAL, naam TEXT NOT NULL, tekst BLOB NOT NULL
            ) STRICT;
            CREATE TABLE zoekwoord (nr INTEGER PRIMARY KEY, woord TEXT NOT NULL UNIQUE, aantal INTEGER NOT NULL) STRICT;
            CREATE TABLE zoekdrie (drie TEXT NOT NULL, woord INTEGER NOT NULL, PRIMARY KEY (drie, woord)) STRICT, WITHOUT ROWID;
            DELETE FROM zoekstand;
            CREATE TRIGGER zoektekst_controle AFTER UPDATE OF gecontroleerd_op ON voorziening BEGIN
              UPDATE zoektekst SET controle = new.gecontroleerd_op WHERE nr = new.nr;
            END;
            """)
}
