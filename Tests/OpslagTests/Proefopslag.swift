// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization

/// A folder of its own for one test, gone when the test lets go of it.
final class Proefmap: Sendable {
    let url: URL
    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "wegwijs-opslag-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(at: url) }
    func file(_ name: String) -> URL { url.appending(path: name) }
}

let proefmoment = Instant.date("2027-01-01T09:00:00.000Z") ?? .distantPast

/// A real store in a real file, with one table of its own.
func proefopslag(
    _ map: Proefmap, _ service: ServiceName = .intake, file: String = "proef.sqlite",
    klok: any WegwijsClock = FixedClock(proefmoment)
) throws -> Store {
    try Store(
        service: service, file: map.file(file), migrations: [proefMigration], clock: klok,
        ids: UUIDv7Source(clock: RealClock()))
}

let proefMigration = Migration("001-rekening") { db in
    try db.execute(
        sql: """
            CREATE TABLE rekening (
                id TEXT PRIMARY KEY, saldo INTEGER NOT NULL DEFAULT 0, zegel BLOB, naam TEXT UNIQUE,
                versie INTEGER NOT NULL DEFAULT 1, gewijzigd_op TEXT NOT NULL DEFAULT '', gewijzigd_door TEXT NOT NULL DEFAULT ''
            ) STRICT
            """)
}

/// An event whose effect is not idempotent by nature: an amount that is added.
struct Bijgeschreven: Event, Equatable {
    static let type = "nl.wegwijs.proef.bijgeschreven.v1"
    var subject: String
    var bedrag: Int
}

struct Mislukt: Error {}

/// What several tasks of a test note together.
final class Notitie<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>
    init(_ value: Value) { mutex = Mutex(value) }
    var value: Value { mutex.withLock { $0 } }
    func change(_ body: (inout Value) -> Void) { mutex.withLock { body(&$0) } }
}

extension Store {
    func boek(_ subject: String, _ bedrag: Int) async throws {
        try await write { try $0.emit(Bijgeschreven(subject: subject, bedrag: bedrag)) }
    }

    func saldo(_ id: String) async throws -> Int {
        try await read { try Int.fetchOne($0, sql: "SELECT saldo FROM rekening WHERE id = ?", arguments: [id]) ?? 0 }
    }

    func aantal(_ table: String) async throws -> Int {
        try await read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }

    /// Applies everything of another store's stream that this one lacks.
    @discardableResult
    func haal(_ source: Store, _ effects: EventEffects = bijschrijven) async throws -> ApplyOutcome {
        let events = try await source.outbox(after: position(of: source.service)?.number ?? 0, limit: 1000)
        return try await apply(events, from: source.service, epoch: source.epoch, head: source.head, effects: effects)
    }
}

/// Adds the amount; refuses a negative one.
let bijschrijven: EventEffects = [
    Bijgeschreven.type: EventEffect("bijgeschreven") { data, _, transaction in
        let event = try MessageCoding.decode(Bijgeschreven.self, from: data)
        try transaction.db.execute(
            sql: "INSERT INTO rekening (id, saldo) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET saldo = saldo + excluded.saldo",
            arguments: [event.subject, event.bedrag])
        guard event.bedrag >= 0 else { throw Failure.state(reason: "bedrag is negatief") }
    }
]

/// The same, and a negative amount is fine: the handler after it was mended.
let allesBijschrijven: EventEffects = [
    Bijgeschreven.type: EventEffect("bijgeschreven") { data, _, transaction in
        let event = try MessageCoding.decode(Bijgeschreven.self, from: data)
        try transaction.db.execute(
            sql: "INSERT INTO rekening (id, saldo) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET saldo = saldo + excluded.saldo",
            arguments: [event.subject, event.bedrag])
    }
]

func opdracht(_ id: UUID = UUID(), door user: GebruikerID? = nil, trace: String? = nil) -> Envelope {
    Envelope(
        id: id, source: ServiceName.portaal.source, type: "nl.wegwijs.proef.boek.v1", time: proefmoment, traceparent: trace,
        actor: Actor(user: user, roles: [.begeleider], purpose: "begeleiding"))
}
