// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// A second start can be corrected: what it changed is kept, so that it can be changed back.
    static let migratie185 = Migration("185-tweede-start-terug") { db in
        try db.execute(
            sql: """
                -- Where the person lived and since when, the day of the key and the pause that ended. NULL: begun before this was
                -- kept, or there was none.
                ALTER TABLE tweede_start ADD COLUMN van TEXT;
                ALTER TABLE tweede_start ADD COLUMN van_op TEXT;
                ALTER TABLE tweede_start ADD COLUMN sleutel TEXT;
                ALTER TABLE tweede_start ADD COLUMN pauze TEXT;
                ALTER TABLE tweede_start ADD COLUMN ingetrokken_op TEXT;

                -- The clock as the contract made it, before the second start.
                CREATE TABLE tweede_start_klok (
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    code TEXT NOT NULL,
                    datum TEXT NOT NULL,
                    waarom TEXT NOT NULL,
                    PRIMARY KEY (dossier, code)
                ) STRICT, WITHOUT ROWID;

                -- What became of the steps: `nieuw` on the new board, `mee` from the old one, `vervallen` on the old one.
                CREATE TABLE tweede_start_zaak (
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    regelzaak TEXT NOT NULL,
                    wat TEXT NOT NULL,
                    PRIMARY KEY (dossier, regelzaak)
                ) STRICT, WITHOUT ROWID;

                -- Lives in the own home, but the day of housing is still that of the old place.
                CREATE TABLE tweede_start_wacht (
                    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
                    van TEXT NOT NULL,
                    van_op TEXT,
                    sinds TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;

                -- Made for a second start that was none: nobody uses it.
                ALTER TABLE regeldagbord ADD COLUMN ingetrokken_op TEXT;
                """)
    }
}
