// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// Since when a child that rides along is known to be 18, or perhaps; and all points of attention anew, since it is one.
    static let migratie186 = Migration("186-achttien") { db in
        try db.execute(
            sql: """
                ALTER TABLE dossier ADD COLUMN achttien_sinds TEXT;
                DELETE FROM aandachtregels;
                """)
    }
}
