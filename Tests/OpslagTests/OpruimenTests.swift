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

    /// Everything is old enough.
    func ruimOp(_ readers: Set<ServiceName>, in store: Store? = nil, keep: Int = 0) async throws -> Pruned {
        try await (store ?? bron).prune(readers: readers, before: .distantFuture, keep: keep)
    }

    @Test("er wordt alleen opgeruimd wat elke lezer zeker heeft, en de stand zegt op wie het wacht")
    func lowest() async throws {
        for number in 1...10 { try await bron.boek("a", number) }
        let both: Set<ServiceName> = [.begeleiding, .rapportage]
        #expect(bron.pruning == nil)
        #expect(try await ruimOp(both) == Pruned(waitsFor: [.begeleiding, .rapportage]))
        meld(.begeleiding, 10)
        #expect(try await ruimOp(both) == Pruned(waitsFor: [.rapportage]))
        meld(.rapportage, 6)
        // Its store was put back: it needs five and six again.
        meld(.rapportage, 4)
        #expect(try await ruimOp(both) == Pruned(events: 4, waitsFor: [.rapportage]))
        #expect(bron.oldest == 5)
        #expect(try await bron.outbox(after: 4, limit: 100).map(\.number) == Array(5...10))
        await #expect(throws: StreamError.gap(source: .intake, expected: 3, found: 5)) {
            try await bron.outbox(after: 2, limit: 100)
        }
        meld(.rapportage, 10)
        #expect(try await ruimOp(both, keep: 5) == Pruned(events: 1))
        #expect(bron.pruning?.events == 5 && bron.pruning?.waitsFor == [])
        #expect(try await bron.readers().map(\.position.number) == [10, 10])
        try await bron.close()
        let again = try proefopslag(map, .intake, file: "bron.sqlite")
        #expect(try await again.readers().map(\.position.number) == [10, 10])
        again.readerReported(.rapportage, StreamPosition(epoch: again.epoch, number: 8))
        #expect(try await again.readers().map(\.position.number) == [10, 8])
        // Begeleiding has said nothing since the start: its store may have been put back meanwhile.
        #expect(try await ruimOp(both, in: again) == Pruned(waitsFor: both.sorted { $0.rawValue < $1.rawValue }))
        again.readerReported(.begeleiding, StreamPosition(epoch: again.epoch, number: 10))
        #expect(try await ruimOp(both, in: again) == Pruned(events: 3, waitsFor: [.rapportage]))
    }

    @Test("een melding over een andere incarnatie telt niet")
    func otherEpoch() async throws {
        for number in 1...3 { try await bron.boek("a", number) }
        bron.readerReported(.begeleiding, StreamPosition(epoch: UUID(), number: 3))
        #expect(try await ruimOp([.begeleiding]).events == 0)
    }

    @Test("wat nog niet oud genoeg is blijft, naar de klok van de dienst")
    func age() async throws {
        let klok = Proefklok(proefmoment)
        let bron = try proefopslag(map, .intake, file: "oud.sqlite", klok: klok)
        for number in 1...3 { try await bron.boek("a", number) }
        klok.verder(86_400)
        for number in 4...5 { try await bron.boek("a", number) }
        #expect(try await bron.prune(readers: [], before: proefmoment, keep: 0).events == 0)
        #expect(try await bron.prune(readers: [], before: klok.now, keep: 0).events == 3)
        #expect(bron.oldest == 4)
    }

    @Test("een beurt doet niet meer dan haar deel; de volgende gaat verder")
    func bounded() async throws {
        let steps = (0..<1_200).map { _ in ReeksStap { try $0.emit(Bijgeschreven(subject: "a", bedrag: 1)) } }
        #expect(await bron.writeEach(steps).count == 1_200)
        meld(.begeleiding, 1_200)
        func turn() async throws -> Pruned {
            try await bron.prune(readers: [.begeleiding], before: .distantFuture, keep: 0, pieces: 1)
        }
        #expect(try await turn() == Pruned(events: 500, isMore: true))
        #expect(try await turn() == Pruned(events: 500, isMore: true))
        #expect(try await turn() == Pruned(events: 200))
    }

    @Test("nummers komen nooit terug, ook niet als alles is opgeruimd en de dienst opnieuw begint")
    func neverAgain() async throws {
        for number in 1...600 { try await bron.boek("a", number) }
        meld(.begeleiding, 600)
        #expect(try await ruimOp([.begeleiding]).events == 600)
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

    @Test("een lezer vergeet oude effecten, en leest daarna niet van daarvoor: dan kwam er iets twee keer")
    func forgotten() async throws {
        let lezer = try proefopslag(map, .begeleiding, file: "lezer.sqlite")
        for number in 1...10 { try await bron.boek("a", number) }
        try await lezer.haal(bron)
        #expect(try await ruimOp([], in: lezer, keep: 4).effects == 6)
        #expect(try await lezer.effects().map(\.sequence) == [7, 8, 9, 10])
        await #expect(throws: StreamError.forgotten(source: .intake, upTo: 6)) {
            try await lezer.setPosition(of: .intake, to: StreamPosition(epoch: bron.epoch, number: 5))
        }
        try await lezer.setPosition(of: .intake, to: StreamPosition(epoch: bron.epoch, number: 6))
        #expect(try await lezer.haal(bron).skipped == 4)
        #expect(try await lezer.saldo("a") == 55)
        // The number of a row in the list of effects is never given again either.
        #expect(try await ruimOp([], in: lezer).effects == 3)
        try await bron.boek("a", 1)
        try await lezer.haal(bron)
        #expect(try await lezer.effects().map(\.number) == [10, 11])
    }

    @Test("een antwoord op een opdracht wordt onthouden zolang het mag, en de nieuwste in elk geval")
    func commands() async throws {
        let klok = Proefklok(proefmoment)
        let bron = try proefopslag(map, .intake, file: "opdracht.sqlite", klok: klok)
        let (first, second) = (opdracht(), opdracht())
        #expect(try await bron.once(first) { _ in 1 } == 1)
        klok.verder(86_400)
        #expect(try await bron.once(second) { _ in 2 } == 2)
        #expect(try await bron.prune(readers: [], before: klok.now, keep: 0).commands == 1)
        #expect(try await bron.once(second) { _ in 3 } == 2)
        #expect(try await bron.answer(to: first.id, as: Int.self) == nil)
        #expect(try await bron.prune(readers: [], before: .distantFuture, keep: 1).commands == 0)
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
