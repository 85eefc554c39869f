// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// The search index over services. `unicode61` with `remove_diacritics 2` makes `clientondersteuning` find
/// `cliëntondersteuning`; the prefix indexes carry the first half of Dutch compounds. FTS5's own stemmer is English.
let migratie002Zoeken = Migration("002-zoeken") { db in
    try db.execute(
        sql: """
            CREATE VIRTUAL TABLE voorziening_zoek USING fts5(
              naam, alternatief, omschrijving, begrippen, aanbieder,
              tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4'
            );
            """)
}
