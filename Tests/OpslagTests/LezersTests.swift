// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Testing

@testable import Opslag

@Suite("Lezen uit een opslag", .timeLimit(.minutes(1)))
struct LezersTests {
    let map: Proefmap
    let store: Store
    init() throws {
        map = try Proefmap()
        store = try proefopslag(map)
    }

    private func zet(_ saldo: Int) async throws {
        try await store.write { tx in
            try tx.db.execute(
                sql: "INSERT INTO rekening (id, saldo) VALUES ('een', ?) ON CONFLICT (id) DO UPDATE SET saldo = excluded.saldo",
                arguments: [saldo])
        }
    }

    @Test("wat iemand leest is van één moment, ook als er tussendoor geschreven wordt; wie daarna leest ziet het nieuwe")
    func eenMoment() async throws {
        try await zet(1)
        let (store, gezien) = (store, Notitie<[Int]>([]))
        let geschreven = DispatchSemaphore(value: 0)
        try await store.read { db in
            func lees() throws -> Int { try Int.fetchOne(db, sql: "SELECT saldo FROM rekening") ?? 0 }
            let eerst = try lees()
            Task.detached {
                try await zet(2)
                geschreven.signal()
            }
            geschreven.wait()
            let daarna = try lees()
            gezien.change { $0 = [eerst, daarna] }
        }
        #expect(gezien.value == [1, 1])
        #expect(try await store.saldo("een") == 2)
    }

    @Test("wie leest schrijft niet, en na een fout is de verbinding er weer voor een ander")
    func fout() async throws {
        try await zet(7)
        for _ in 0..<20 {
            await #expect(throws: Mislukt.self) { try await store.read { _ in throw Mislukt() } }
            await #expect(throws: DatabaseError.self) {
                try await store.read { try $0.execute(sql: "DELETE FROM rekening") }
            }
        }
        #expect(try await store.saldo("een") == 7)
    }

    @Test("niemand wacht op een verbinding, en er blijven er niet meer open dan zoveel")
    func hoogstens() async throws {
        try await zet(3)
        let (geopend, pad) = (Notitie([DatabaseQueue]()), map.file("proef.sqlite").path)
        let lezers = Readers(kept: 2) {
            let een = try DatabaseQueue(path: pad)
            geopend.change { $0.append(een) }
            return een
        }
        func saldo(_ db: Database) throws -> Int? { try Int.fetchOne(db, sql: "SELECT saldo FROM rekening") }
        // Three at one moment, one within the other.
        let drie = try lezers.read { db in
            try saldo(db) == 3 && lezers.read { try saldo($0) == 3 && lezers.read { try saldo($0) == 3 } }
        }
        #expect(drie && geopend.value.count == 3)
        for _ in 0..<10 { #expect(try lezers.read(saldo) == 3) }
        #expect(geopend.value.count == 3)
        #expect(geopend.value.count { (try? $0.unsafeRead(saldo)) == 3 } == 2)
        try lezers.read { _ in try lezers.close() }
        #expect(geopend.value.allSatisfy { (try? $0.unsafeRead(saldo)) == nil })
        #expect(throws: StoreError.closed) { try lezers.read { _ in } }
    }

    @Test("na het sluiten van de opslag leest niemand meer, en blijft er geen logboek liggen")
    func dicht() async throws {
        try await zet(1)
        _ = try await store.saldo("een")
        try await store.close()
        await #expect(throws: StoreError.closed) { try await store.saldo("een") }
        #expect(!FileManager.default.fileExists(atPath: map.file("proef.sqlite-wal").path))
    }
}
