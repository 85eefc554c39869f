// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// How far a warm transfer at the end of a contract is.
    static let migratie094 = Migration("094-warme-overdracht") { db in
        try db.execute(
            sql: """
                ALTER TABLE contracteinde ADD COLUMN instemming_op TEXT;
                ALTER TABLE contracteinde ADD COLUMN geweest_op TEXT;
                ALTER TABLE contracteinde ADD COLUMN overgedragen_op TEXT;
                """)
    }
}
