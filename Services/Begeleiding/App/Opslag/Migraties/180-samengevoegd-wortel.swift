// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// The timeline of a person asks for all dossiers of that person.
    static let migratie180 = Migration("180-samengevoegd-wortel") { db in
        try db.execute(sql: "CREATE INDEX samengevoegd_wortel ON samengevoegd (wortel)")
    }
}
