// SPDX-License-Identifier: EUPL-1.2
import Dienst
import GRDB
import Logging
import Opslag

/// Makes the search words anew of entries whose terms got other words, a hundred at a time, so that nothing waits long.
struct Herindexeren: KijktSteeds {
    let store: Store
    let logger: Logger
    var tussenpoos: Duration = .seconds(2)

    static let wat = "search words"

    func kijk() async throws {
        while try await store.read({ try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM herindexering)") ?? false }) {
            try await store.write { tx in
                let nummers = try Int64.fetchAll(tx.db, sql: "SELECT nr FROM herindexering ORDER BY nr LIMIT 100")
                guard let laatste = nummers.last else { return }
                let ids = try String.fetchAll(
                    tx.db,
                    sql: "SELECT v.id FROM herindexering h JOIN voorziening v ON v.nr = h.nr WHERE h.nr <= ?",
                    arguments: [laatste])
                try Zoekindex.werkBij(tx.db, ids)
                try tx.db.execute(sql: "DELETE FROM herindexering WHERE nr <= ?", arguments: [laatste])
            }
        }
    }
}
