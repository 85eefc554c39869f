// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Testing

@Suite("Een opdracht heeft één effect", .timeLimit(.minutes(1)))
struct OpdrachtTests {
    let map: Proefmap
    let store: Store
    init() throws {
        map = try Proefmap()
        store = try proefopslag(map)
    }

    struct Antwoord: Codable, Equatable, Sendable { var nummer: Int64 }

    func boek(_ envelope: Envelope, hash: Data? = nil) async throws -> Antwoord {
        try await store.once(envelope, contentHash: hash) { transaction in
            let emitted = try transaction.emit(Bijgeschreven(subject: "s", bedrag: 5))
            return Antwoord(nummer: emitted.number)
        }
    }

    @Test("dezelfde opdracht geeft hetzelfde antwoord en één gebeurtenis, ook honderd keer tegelijk")
    func once() async throws {
        let envelope = opdracht()
        let answers = try await withThrowingTaskGroup { group in
            for _ in 0..<100 { group.addTask { try await boek(envelope) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: Antwoord(nummer: 1), count: 100))
        #expect(store.head == 1)
        #expect(try await store.answer(to: envelope.id) == Antwoord(nummer: 1))
        try await store.close()
        let again = try proefopslag(map)
        let answer = try await again.once(envelope) { _ in Antwoord(nummer: 99) }
        #expect(answer == Antwoord(nummer: 1))
    }

    @Test("een antwoord dat een kaal getal of niets is wordt ook bewaard")
    func bare() async throws {
        let (first, second) = (opdracht(), opdracht())
        #expect(try await store.once(first) { _ in 7 } == 7)
        #expect(try await store.once(first) { _ in 8 } == 7)
        #expect(try await store.once(second) { _ in String?.none } == nil)
        #expect(try await store.once(second) { _ in Optional("x") } == nil)
    }

    @Test("hetzelfde id met een andere inhoud of een ander type wordt geweigerd")
    func otherContent() async throws {
        let envelope = opdracht()
        _ = try await boek(envelope, hash: Data([1]))
        _ = try await boek(envelope, hash: Data([1]))
        await #expect(throws: Failure.self) { try await boek(envelope, hash: Data([2])) }
        var other = envelope
        other.type = "nl.wegwijs.proef.anders.v1"
        await #expect(throws: Failure.self) { try await boek(other, hash: Data([1])) }
        await #expect(throws: Failure.self) {
            try await CommandContent.$hash.withValue(Data([3])) { try await store.once(envelope) { _ in Antwoord(nummer: 1) } }
        }
        #expect(store.head == 1)
    }

    @Test("een opdracht die mislukt laat niets na en mag opnieuw")
    func failed() async throws {
        let envelope = opdracht()
        await #expect(throws: Mislukt.self) {
            try await store.once(envelope) { transaction -> Antwoord in
                try transaction.emit(Bijgeschreven(subject: "s", bedrag: 1))
                throw Mislukt()
            }
        }
        #expect(try await boek(envelope) == Antwoord(nummer: 1))
    }

    @Test("een gebeurtenis draagt waaruit zij volgt: de opdracht, het verzoek van buiten en de trace")
    func cause() async throws {
        let request = UUID()
        var envelope = opdracht(trace: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        envelope.correlationid = request
        _ = try await boek(envelope)
        let stored = try #require(try await store.outbox(after: 0, limit: 1).first)
        let event = try MessageCoding.decode(Envelope.self, from: stored.envelope)
        #expect(event.correlationid == request)
        #expect(event.causationid == envelope.id)
        #expect(event.traceparent == envelope.traceparent)
        #expect(event.source == "urn:wegwijs:intake")
        #expect(event.type == Bijgeschreven.type)
        #expect(event.subject == "s")
        #expect(event.time == proefmoment)
        #expect(event.actor == nil)
        #expect(try MessageCoding.decode(Bijgeschreven.self, from: stored.data) == Bijgeschreven(subject: "s", bedrag: 5))
        let accepted = try await store.accepted()
        #expect(accepted.map(\.requestId) == [envelope.id])
        #expect(accepted.map(\.eventId) == [event.id])
    }
}
