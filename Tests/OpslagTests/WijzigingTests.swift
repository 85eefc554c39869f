// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@Suite("Versies en geschiedenis", .timeLimit(.minutes(1)))
struct WijzigingTests {
    let map: Proefmap
    let store: Store
    let anna: GebruikerID
    init() throws {
        map = try Proefmap()
        store = try proefopslag(map)
        anna = store.ids.make()
    }

    func maak() async throws {
        try await store.write(because: opdracht(door: anna)) { transaction in
            try transaction.db.execute(
                sql: "INSERT INTO rekening (id, saldo, zegel, gewijzigd_op, gewijzigd_door) VALUES ('a', 1, ?, ?, ?)",
                arguments: [Data([1, 2, 255]), transaction.nowText, transaction.actorText])
            try transaction.created("rekening", id: "a", why: "nieuw")
        }
    }

    func zet(_ saldo: Int, from version: Int, door user: GebruikerID? = nil) async throws -> Int {
        try await store.write(because: opdracht(door: user)) { transaction in
            try transaction.change("rekening", id: "a", from: version, why: "correctie \"met\" reden") { db in
                try db.execute(sql: "UPDATE rekening SET saldo = ? WHERE id = 'a'", arguments: [saldo])
            }
        }
    }

    @Test("een wijziging verhoogt de versie en bewaart elke stand met wie, wanneer en waarom")
    func history() async throws {
        try await maak()
        #expect(try await zet(2, from: 1, door: anna) == 2)
        #expect(try await zet(3, from: 2) == 3)
        let entries = try await store.history(of: "rekening", id: "a")
        #expect(entries.map(\.version) == [3, 2, 1])
        #expect(entries.map(\.by) == ["urn:wegwijs:portaal", anna.description, anna.description])
        #expect(entries.map(\.why) == ["correctie \"met\" reden", "correctie \"met\" reden", "nieuw"])
        #expect(entries.allSatisfy { $0.at == proefmoment })
        let row = try #require(
            try JSONSerialization.jsonObject(with: Data(entries[1].row.utf8)) as? [String: Any])
        #expect(row["saldo"] as? Int == 2)
        #expect(row["versie"] as? Int == 2)
        #expect(row["zegel"] as? String == "AQL/")
        #expect(row["naam"] is NSNull)
        #expect(row["gewijzigd_door"] as? String == anna.description)
        #expect(try await store.history(of: "rekening", id: "a", before: entries[0].number, limit: 1).map(\.version) == [2])
    }

    @Test("een record dat niemand bij zijn begin bewaarde, heeft dezelfde geschiedenis: voor en na de eerste wijziging")
    func unkept() async throws {
        try await maak()
        let full = try #require(try await store.history(of: "rekening", id: "a").first)
        try await store.write { try $0.db.execute(sql: "DELETE FROM wegwijs_historie") }
        func first() async throws -> HistoryEntry? { try await store.history(of: "rekening", id: "a").last }
        let before = try #require(try await first())
        #expect(before.row == full.row && before.by == full.by && before.at == full.at && before.version == 1)
        // Who started from another version changes nothing of it.
        await #expect(throws: Failure.self) { try await zet(9, from: 4) }
        #expect(try await store.aantal("wegwijs_historie") == 0)
        _ = try await zet(2, from: 1)
        _ = try await zet(3, from: 2)
        let entries = try await store.history(of: "rekening", id: "a")
        #expect(entries.map(\.version) == [3, 2, 1])
        #expect(entries.last?.row == full.row && entries.last?.by == full.by)
        #expect(entries.allSatisfy { $0.row.contains("\"saldo\":\($0.version),") })
        #expect(try await store.history(of: "rekening", id: "nergens") == [])
    }

    @Test("wie van een oude versie uitgaat verliest met de nieuwste versie, door wie en wanneer, en verandert niets")
    func conflict() async throws {
        try await maak()
        _ = try await zet(2, from: 1, door: anna)
        await #expect(
            throws: Failure.conflict(.init(yours: 1, newest: 2, changedBy: anna.description, changedAt: proefmoment))
        ) { try await zet(9, from: 1) }
        #expect(try await store.saldo("a") == 2)
        #expect(try await store.aantal("wegwijs_historie") == 2)
    }

    @Test("van twee die tegelijk van dezelfde versie uitgaan slaagt er één")
    func race() async throws {
        try await maak()
        let wins = await withTaskGroup { group in
            for saldo in 0..<20 { group.addTask { (try? await zet(saldo, from: 1)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
    }

    @Test("een record dat er niet is en een vreemde tabelnaam worden geweigerd")
    func absent() async throws {
        await #expect(throws: Failure.notFound(what: "rekening")) { try await zet(1, from: 1) }
        await #expect(throws: StoreError.badName) {
            try await store.write { try $0.created("rekening\"; DROP TABLE rekening; --", id: "a", why: "") }
        }
        #expect(try await store.aantal("rekening") == 0)
    }
}
