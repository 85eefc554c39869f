// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@Suite("Opruimen en kopiëren", .timeLimit(.minutes(1)))
struct OpruimenTests {
    let map: Proefmap
    let bron: Store
    init() throws {
        map = try Proefmap()
        bron = try proefopslag(map, .intake, file: "bron.sqlite")
    }

    func meld(_ reader: ServiceName, _ number: Int64) {
        bron.readerReported(reader, StreamPosition(epoch: bron.epoch, number: number))
    }

    @Test("er wordt alleen opgeruimd wat elke lezer zeker heeft")
    func lowest() async throws {
        for number in 1...10 { try await bron.boek("a", number) }
        #expect(try await bron.prune(followers: [.begeleiding, .rapportage], keep: 0) == 0)
        meld(.begeleiding, 8)
        #expect(try await bron.prune(followers: [.begeleiding, .rapportage], keep: 0) == 0)
        meld(.rapportage, 4)
        meld(.rapportage, 3)
        #expect(try await bron.prune(followers: [.begeleiding, .rapportage], keep: 0) == 4)
        #expect(bron.oldest == 5)
        #expect(try await bron.outbox(after: 4, limit: 100).map(\.number) == Array(5...10))
        await #expect(throws: StreamError.gap(source: .intake, expected: 3, found: 5)) {
            try await bron.outbox(after: 2, limit: 100)
        }
        meld(.rapportage, 10)
        #expect(try await bron.prune(followers: [.begeleiding, .rapportage], keep: 5) == 1)
        #expect(try await bron.readers().map(\.position.number) == [8, 10])
        try await bron.close()
        let again = try proefopslag(map, .intake, file: "bron.sqlite")
        #expect(try await again.readers().map(\.position.number) == [8, 10])
        again.readerReported(.rapportage, StreamPosition(epoch: again.epoch, number: 11))
        #expect(try await again.readers().map(\.position.number) == [8, 11])
    }

    @Test("een melding over een andere incarnatie telt niet")
    func otherEpoch() async throws {
        for number in 1...3 { try await bron.boek("a", number) }
        bron.readerReported(.begeleiding, StreamPosition(epoch: UUID(), number: 3))
        #expect(try await bron.prune(followers: [.begeleiding], keep: 0) == 0)
    }

    @Test("nummers komen nooit terug, ook niet als alles is opgeruimd en de dienst opnieuw begint")
    func neverAgain() async throws {
        for number in 1...600 { try await bron.boek("a", number) }
        meld(.begeleiding, 600)
        #expect(try await bron.prune(followers: [.begeleiding], keep: 0) == 600)
        #expect(bron.oldest == 601)
        #expect(try await bron.aantal("wegwijs_outbox") == 0)
        await #expect(throws: StreamError.gap(source: .intake, expected: 600, found: 601)) {
            try await bron.outbox(after: 599, limit: 10)
        }
        #expect(try await bron.outbox(after: 600, limit: 10) == [])
        try await bron.close()
        let again = try proefopslag(map, .intake, file: "bron.sqlite")
        #expect(again.head == 600)
        #expect(again.oldest == 601)
        try await again.boek("a", 1)
        #expect(try await again.outbox(after: 600, limit: 10).map(\.number) == [601])
    }

    @Test("een kopie onder schrijven is heel en van één moment")
    func backup() async throws {
        let copy = map.file("kopie.sqlite")
        try await withThrowingTaskGroup { group in
            group.addTask { [bron] in for number in 1...300 { try await bron.boek("a", number) } }
            group.addTask { [bron] in
                while bron.head < 20 { await Task.yield() }
                try await bron.backup(to: copy)
            }
            try await group.waitForAll()
        }
        let rights = try FileManager.default.attributesOfItem(atPath: copy.path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(!FileManager.default.fileExists(atPath: copy.path + "-wal"))
        await #expect(throws: (any Error).self) { try await bron.backup(to: copy) }
        let restored = try proefopslag(map, .intake, file: "kopie.sqlite")
        #expect(restored.epoch == bron.epoch)
        #expect(restored.head >= 20)
        #expect(try await restored.outbox(after: 0, limit: 1000).map(\.number) == Array(1...restored.head))
        let check = try await restored.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        #expect(check == "ok")
    }
}
