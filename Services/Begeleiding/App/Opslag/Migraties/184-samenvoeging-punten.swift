// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

extension Begeleiding {
    /// A dossier that was merged keeps what has a day of its own: computes all points of attention anew.
    static let migratie184 = Migration("184-samenvoeging-punten") { db in
        try db.execute(sql: "DELETE FROM aandachtregels")
    }
}
