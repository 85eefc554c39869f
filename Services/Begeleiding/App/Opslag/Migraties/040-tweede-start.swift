// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// The move from temporary housing to the own home: which board was made for it, and who made it.
    static let migratie040 = Migration("040-tweede-start") { db in
        try db.execute(
            sql: """
                CREATE TABLE tweede_start (
                    dossier TEXT NOT NULL REFERENCES dossier (id),
                    op TEXT NOT NULL,
                    bord TEXT NOT NULL REFERENCES regeldagbord (id),
                    PRIMARY KEY (dossier, op)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX tweede_start_bord ON tweede_start (bord);
                """)
    }
}
