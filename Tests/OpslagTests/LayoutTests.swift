// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@Suite("Hoe het bestand van een opslag ligt", .timeLimit(.minutes(1)))
struct LayoutTests {
    private func vraag(_ db: Database, _ pragma: String) throws -> Int? { try Int.fetchOne(db, sql: "PRAGMA \(pragma)") }

    @Test("bladzijden, wat er in het geheugen ligt en de ruimte van de schrijver zijn die van de opslag")
    func ligging() async throws {
        let map = try Proefmap()
        let layout = StoreLayout(pageSize: 8192, mappedBytes: 1 << 20, writerCache: 3_000)
        let store = try Store(
            service: .intake, file: map.file("proef.sqlite"), migrations: [proefMigration], clock: FixedClock(proefmoment),
            ids: UUIDv7Source(clock: RealClock()), layout: layout)
        let schrijver = try await store.write { tx in try vraag(tx.db, "cache_size") }
        #expect(schrijver == -3_000)
        let lezer = try await store.read { db in
            (try vraag(db, "page_size"), try vraag(db, "mmap_size"), try vraag(db, "cache_size"))
        }
        #expect(lezer == (8192, 1 << 20, -2000))
        try await store.close()
    }
}
