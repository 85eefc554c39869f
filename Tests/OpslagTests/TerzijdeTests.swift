// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@Suite("Terzijde gelegd", .timeLimit(.minutes(1)))
struct TerzijdeTests {
    let map: Proefmap
    let bron: Store
    let lezer: Store
    init() throws {
        map = try Proefmap()
        bron = try proefopslag(map, .intake, file: "bron.sqlite")
        lezer = try proefopslag(map, .begeleiding, file: "lezer.sqlite")
    }

    @Test("wat niet kan houdt alleen zijn eigen onderwerp tegen, en opnieuw proberen gaat op volgorde")
    func poison() async throws {
        for (subject, bedrag) in [("a", 1), ("b", 10), ("a", -5), ("b", 20), ("a", 2)] { try await bron.boek(subject, bedrag) }
        let outcome = try await lezer.haal(bron)
        #expect(outcome == ApplyOutcome(position: StreamPosition(epoch: bron.epoch, number: 5), applied: 3, setAside: 2))
        #expect(try await lezer.saldo("a") == 1)
        #expect(try await lezer.saldo("b") == 30)
        var aside = try await lezer.setAside(from: .intake)
        #expect(aside.map(\.number) == [3, 5])
        #expect(aside[0].error == "toestand laat dit niet toe")
        #expect(aside[1].error.contains("wacht"))

        // Later events of the subject wait as well, also after the process came back.
        try await lezer.close()
        let again = try proefopslag(map, .begeleiding, file: "lezer.sqlite")
        try await bron.boek("a", 4)
        try await bron.boek("b", 1)
        #expect(try await again.haal(bron).setAside == 1)
        #expect(try await again.saldo("a") == 1)
        #expect(try await again.saldo("b") == 31)
        #expect(try await again.setAsideCounts() == [.intake: 3])

        #expect(try await again.retry(from: .intake, effects: bijschrijven) == RetryOutcome(applied: 0, remaining: 3))
        aside = try await again.setAside(from: .intake)
        #expect(aside.map(\.attempts) == [2, 1, 1])
        #expect(try await again.saldo("a") == 1)

        #expect(try await again.retry(from: .intake, subject: "a", effects: allesBijschrijven) == RetryOutcome(applied: 3))
        #expect(try await again.saldo("a") == 2)
        #expect(try await again.setAsideCounts() == [:])
        #expect(try await again.effects().filter { $0.subject == "a" }.map(\.sequence) == [1, 3, 5, 6])
        try await bron.boek("a", 8)
        #expect(try await again.haal(bron).applied == 1)
        #expect(try await again.saldo("a") == 10)
    }

    @Test("een onleesbare gebeurtenis en een met een vreemde bron gaan terzijde en de rest gaat door")
    func unreadable() async throws {
        try await bron.boek("a", 1)
        try await bron.boek("a", 2)
        try await bron.boek("b", 3)
        var events = try await bron.outbox(after: 0, limit: 10)
        var foreign = try Envelope(json: events[1].envelope)
        foreign.source = ServiceName.portaal.source
        foreign.subject = "c"
        events[0] = ReceivedEvent(number: 1, envelope: Data("{\"geen\":".utf8), data: events[0].data)
        events[1] = ReceivedEvent(number: 2, envelope: try foreign.json(), data: events[1].data)
        let outcome = try await lezer.apply(events, from: .intake, epoch: bron.epoch, head: 3, effects: bijschrijven)
        #expect(outcome.setAside == 2)
        #expect(outcome.applied == 1)
        #expect(try await lezer.saldo("b") == 3)
    }

    @Test("data die niet past gaat terzijde met een fout zonder waarden erin")
    func undecodable() async throws {
        try await bron.boek("a", 1)
        let event = try await bron.outbox(after: 0, limit: 1)[0]
        let bad = ReceivedEvent(number: 1, envelope: event.envelope, data: Data(#"{"bedrag":"geheim","subject":"a"}"#.utf8))
        try await lezer.apply([bad], from: .intake, epoch: bron.epoch, head: 1, effects: bijschrijven)
        let aside = try await lezer.setAside(from: .intake)
        #expect(aside[0].error == "JSON ander type bij 'bedrag'")
    }

    @Test("een volle schijf legt niets terzijde: de hele greep komt later opnieuw")
    func full() async throws {
        for number in 1...50 { try await bron.boek("onderwerp \(number)", number) }
        try await lezer.write { transaction in
            let pages = try Int.fetchOne(transaction.db, sql: "PRAGMA page_count") ?? 0
            try transaction.db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        await #expect(throws: Failure.unavailable(what: "opslag")) { try await lezer.haal(bron) }
        #expect(lezer.position(of: .intake) == nil)
        try await lezer.write { try $0.db.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(try await lezer.haal(bron).applied == 50)
        #expect(try await lezer.setAsideCounts() == [:])
    }
}
