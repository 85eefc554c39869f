// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// Opening hours stand once, with the place they are of, for the search and for the open face alike. The lines are made anew
/// from the documents at start, as the search index is.
let migratie096UrenPerPlek = Migration("096-uren-per-plek") { db in
    try db.execute(
        sql: """
            DROP TABLE zoekuren;
            -- Of the building and not of the service in it.
            ALTER TABLE openingsregel ADD COLUMN van_gebouw INTEGER NOT NULL DEFAULT 0;
            -- The how-manieth such day of the month, -1 is the last; without a day: the day of the month.
            ALTER TABLE openingsregel ADD COLUMN nummer INTEGER;
            """)
}
