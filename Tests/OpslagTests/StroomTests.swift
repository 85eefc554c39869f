// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@Suite("De stroom van bron naar lezer", .timeLimit(.minutes(1)))
struct StroomTests {
    let map: Proefmap
    let bron: Store
    let lezer: Store
    init() throws {
        map = try Proefmap()
        bron = try proefopslag(map, .intake, file: "bron.sqlite")
        lezer = try proefopslag(map, .begeleiding, file: "lezer.sqlite")
    }

    @Test("elke gebeurtenis heeft één effect, ook als de stroom nog eens en overlappend binnenkomt")
    func duplicates() async throws {
        for number in 1...10 { try await bron.boek("a", number) }
        let all = try await bron.outbox(after: 0, limit: 100)
        var outcome = try await lezer.apply(Array(all[..<6]), from: .intake, epoch: bron.epoch, head: 10, effects: bijschrijven)
        #expect(outcome == ApplyOutcome(position: StreamPosition(epoch: bron.epoch, number: 6), applied: 6))
        outcome = try await lezer.apply(all, from: .intake, epoch: bron.epoch, head: 10, effects: bijschrijven)
        #expect(outcome == ApplyOutcome(position: StreamPosition(epoch: bron.epoch, number: 10), applied: 4))
        outcome = try await lezer.apply(all, from: .intake, epoch: bron.epoch, head: 10, effects: bijschrijven)
        #expect(outcome.applied == 0)
        #expect(try await lezer.saldo("a") == 55)
        let effects = try await lezer.effects()
        #expect(effects.map(\.sequence) == Array(1...10))
        #expect(Set(effects.map(\.eventId)).count == 10)
        #expect(effects.allSatisfy { $0.source == "urn:wegwijs:intake" && $0.effect == "bijgeschreven" && $0.subject == "a" })
    }

    @Test("een lezer die zijn positie kwijt is en van voren af aan leest past niets twee keer toe")
    func replay() async throws {
        for number in 1...5 { try await bron.boek("a", number) }
        try await lezer.haal(bron)
        try await lezer.setPosition(of: .intake, to: StreamPosition(epoch: bron.epoch, number: 0))
        let outcome = try await lezer.haal(bron)
        #expect(outcome.skipped == 5)
        #expect(try await lezer.saldo("a") == 15)
        #expect(try await lezer.aantal("wegwijs_effect") == 5)
    }

    @Test("een bundel krijgt een transactie alleen: geen savepoint eromheen houdt vast wat zijn gebeurtenissen schreven")
    func alone() async throws {
        for number in 1...3 { try await bron.boek("a", number) }
        let events = try await bron.outbox(after: 0, limit: 10)
        let order = Notitie<[String]>([])
        let effects: EventEffects = [
            Bijgeschreven.type: EventEffect("bijgeschreven") { _, _, transaction in
                // The savepoint that jobs of one commit have: there must be none.
                let isAlone = (try? transaction.db.execute(sql: "RELEASE wegwijs")) == nil
                order.change { $0.append(isAlone ? "alleen" : "samen") }
            }
        ]
        let (lezer, epoch, head) = (lezer, bron.epoch, bron.head)
        // The writer is held until all stand in line, so that it takes them together.
        let held = DispatchSemaphore(value: 0)
        let isHeld = DispatchSemaphore(value: 0)
        async let first: Void = lezer.write { _ in
            isHeld.signal()
            held.wait()
        }
        isHeld.wait()
        async let steps = lezer.writeEach([
            ReeksStap { _ in order.change { $0.append("voor") } }, ReeksStap { _ in order.change { $0.append("voor") } },
        ])
        try await Task.sleep(for: .milliseconds(50))
        async let outcome = lezer.apply(events, from: .intake, epoch: epoch, head: head, effects: effects)
        try await Task.sleep(for: .milliseconds(50))
        async let last: Void = lezer.write { _ in order.change { $0.append("na") } }
        try await Task.sleep(for: .milliseconds(50))
        held.signal()
        try await first
        _ = await steps
        #expect(try await outcome.applied == 3)
        try await last
        #expect(order.value == ["voor", "voor", "alleen", "alleen", "alleen", "na"])
    }

    @Test("een gat, een andere incarnatie en een bron die achterloopt worden gemeld en er verandert niets")
    func errors() async throws {
        for number in 1...4 { try await bron.boek("a", number) }
        let all = try await bron.outbox(after: 0, limit: 100)
        let epoch = bron.epoch
        await #expect(throws: StreamError.gap(source: .intake, expected: 2, found: 3)) {
            try await lezer.apply([all[0], all[2]], from: .intake, epoch: epoch, head: 4, effects: bijschrijven)
        }
        #expect(lezer.position(of: .intake) == nil)
        #expect(try await lezer.saldo("a") == 0)
        try await lezer.haal(bron)
        let other = UUID()
        await #expect(throws: StreamError.epochChanged(source: .intake, known: epoch, found: other)) {
            try await lezer.apply([], from: .intake, epoch: other, head: 9, effects: bijschrijven)
        }
        await #expect(throws: StreamError.readerAhead(source: .intake, position: 4, head: 3)) {
            try await lezer.apply([], from: .intake, epoch: epoch, head: 3, effects: bijschrijven)
        }
        #expect(throws: StreamError.readerAhead(source: .intake, position: 4, head: 2)) {
            try lezer.check(.intake, epoch: epoch, head: 2)
        }
        try lezer.check(.intake, epoch: epoch, head: 4)
        #expect(lezer.position(of: .intake) == StreamPosition(epoch: epoch, number: 4))
    }

    @Test("positie en effect gaan samen: na heropenen staat de lezer waar zijn effecten zijn")
    func together() async throws {
        for number in 1...3 { try await bron.boek("a", number) }
        try await lezer.haal(bron)
        try await lezer.close()
        let again = try proefopslag(map, .begeleiding, file: "lezer.sqlite")
        #expect(again.position(of: .intake) == StreamPosition(epoch: bron.epoch, number: 3))
        #expect(try await again.saldo("a") == 6)
        try await again.haal(bron)
        #expect(try await again.saldo("a") == 6)
    }

    @Test("een type zonder effect wordt overgeslagen en de positie gaat door")
    func unknown() async throws {
        try await bron.boek("a", 1)
        let outcome = try await lezer.haal(bron, [:])
        #expect(outcome.skipped == 1)
        #expect(outcome.position.number == 1)
        #expect(try await lezer.aantal("wegwijs_effect") == 0)
    }

    @Test("een gebeurtenis van een effect draagt de gebeurtenis als oorzaak, en gaat met een mislukt effect verloren")
    func chain() async throws {
        try await bron.boek("a", 1)
        try await bron.boek("a", -1)
        let doorgeven: EventEffects = [
            Bijgeschreven.type: EventEffect("doorgegeven") { data, _, transaction in
                let event = try MessageCoding.decode(Bijgeschreven.self, from: data)
                try transaction.emit(event)
                if event.bedrag < 0 { throw Mislukt() }
            }
        ]
        try await lezer.haal(bron, doorgeven)
        let told = try await lezer.outbox(after: 0, limit: 10)
        #expect(told.count == 1)
        #expect(lezer.head == 1)
        let source = try await bron.outbox(after: 0, limit: 1)
        let cause = try Envelope(json: source[0].envelope)
        #expect(try Envelope(json: told[0].envelope).causationid == cause.id)
    }

    @Test("een nieuwe incarnatie na herstel is voor de lezer zichtbaar en blijft na heropenen")
    func renewed() async throws {
        try await bron.boek("a", 1)
        try await lezer.haal(bron)
        let old = bron.epoch
        try await bron.renewEpoch()
        #expect(bron.epoch != old)
        await #expect(throws: StreamError.epochChanged(source: .intake, known: old, found: bron.epoch)) {
            try await lezer.haal(bron)
        }
        let renewed = bron.epoch
        try await bron.close()
        #expect(try proefopslag(map, .intake, file: "bron.sqlite").epoch == renewed)
    }
}
