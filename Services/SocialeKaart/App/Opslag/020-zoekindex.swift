// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// The search index anew: our own words (folded, stemmed, compounds taken apart) in two indexes without content of their own,
/// one of names and one of everything (`ascii` parts them at our spaces and leaves every other sign alone). Filters are words as well, so that the index itself narrows. No positions: the order is
/// made from the text of the best candidates.
let migratie020Zoekindex = Migration("020-zoekindex") { db in
    try db.execute(
        sql: """
            DROP TABLE voorziening_zoek;

            -- One row for each service, `nr` as in `voorziening`. The text has a line for the words of the name, their other
            -- forms, the other name, terms, description, provider, and the filters.
            CREATE TABLE zoektekst (
              nr INTEGER PRIMARY KEY, controle TEXT, van_leeftijd REAL, tot_leeftijd REAL, tekst TEXT NOT NULL
            ) STRICT;
            CREATE VIRTUAL TABLE kaart_naam USING fts5(woorden, content = '', columnsize = 0, detail = none,
              tokenize = "ascii");
            CREATE VIRTUAL TABLE kaart_zoek USING fts5(woorden, content = '', columnsize = 0, detail = none,
              tokenize = "ascii");

            -- Every word of the records and how many hold it; and its pieces of three letters, for typing errors.
            CREATE TABLE zoekwoord (woord TEXT PRIMARY KEY, aantal INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            CREATE TABLE zoekdrie (drie TEXT NOT NULL, woord TEXT NOT NULL, PRIMARY KEY (drie, woord)) STRICT, WITHOUT ROWID;

            CREATE TABLE zoekplek (
              nr INTEGER NOT NULL, breedte REAL NOT NULL, lengte REAL NOT NULL, naam TEXT, postcode TEXT
            ) STRICT;
            CREATE INDEX zoekplek_nr ON zoekplek (nr);

            -- Weekly and monthly opening hours: day 1 is Monday; week 1 to 5 of the month, -1 the last, null every week; minutes
            -- after midnight; first and last day on which the rule holds.
            CREATE TABLE zoekuren (
              nr INTEGER NOT NULL, dag INTEGER NOT NULL, week INTEGER, van INTEGER NOT NULL, tot INTEGER NOT NULL,
              geldig_van TEXT, geldig_tot TEXT
            ) STRICT;
            CREATE INDEX zoekuren_nr ON zoekuren (nr);

            -- By which version of the rules the index was made: another version makes it anew at start.
            CREATE TABLE zoekstand (een INTEGER PRIMARY KEY CHECK (een = 1), versie INTEGER NOT NULL) STRICT;

            CREATE TRIGGER zoektekst_controle AFTER UPDATE OF gecontroleerd_op ON voorziening BEGIN
              UPDATE zoektekst SET controle = new.gecontroleerd_op WHERE nr = new.nr;
            END;
            """)
}
