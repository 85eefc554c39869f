// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Counting per reason without a look at the rows: SQLite does not know that `eerste` is 1 all along these indexes, so it
    /// stands in them.
    static let migratie181 = Migration("181-uitbeeld-tellen") { db in
        for wie in ["begeleider", "team"] {
            try db.execute(
                sql: """
                    DROP INDEX uitbeeld_reden_\(wie);
                    CREATE INDEX uitbeeld_reden_\(wie) ON uitbeeld_reden (\(wie), soort, op_lijst, dossier, eerste) WHERE eerste = 1;
                    """)
        }
    }
}
