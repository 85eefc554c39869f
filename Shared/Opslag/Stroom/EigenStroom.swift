// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

// The own stream: what this service tells others.
extension Store {
    /// The incarnation of the own stream: made with the store, renewed at restore. In memory.
    public var epoch: UUID { view.epoch }

    /// The number of the newest durable event of the own stream; 0 when there was none. In memory.
    public var head: Int64 { view.head }

    /// The lowest number that the outbox still holds; `head + 1` when it is empty. In memory.
    public var oldest: Int64 { view.oldest }

    /// Calls the body after each commit that added events, on the writer's thread, before the callers are answered:
    /// with the newest number and the new events in order, so that they need not be read again. It must be quick.
    public func observeOutbox(_ body: @escaping @Sendable (_ newest: Int64, _ events: [OutboxEvent]) -> Void) {
        writer.observeOutbox(body)
    }

    /// The id of the event with this number; nil when it is not, or no longer, held.
    public func outboxID(at number: Int64) async throws -> UUID? {
        try await read { db in
            try String.fetchOne(db, sql: "SELECT id FROM wegwijs_outbox WHERE nummer = ?", arguments: [number])
                .flatMap(UUID.init(uuidString:))
        }
    }

    /// The events above a number, in order, at most `limit` of them.
    /// - Throws: `StreamError.gap`, with the own service as source, when events after `number` were pruned.
    public func outbox(after number: Int64, limit: Int) async throws -> [OutboxEvent] {
        let service = service
        return try await read { db in
            let select = try db.cachedStatement(
                sql: "SELECT nummer, envelop, data FROM wegwijs_outbox WHERE nummer > ? ORDER BY nummer LIMIT ?")
            let rows = try Row.fetchCursor(select, arguments: [number, limit])
            var events: [OutboxEvent] = []
            while let row = try rows.next() {
                events.append(OutboxEvent(number: row[0], envelope: row[1], data: row[2]))
            }
            if let first = events.first, first.number != number + 1 {
                throw StreamError.gap(source: service, expected: number + 1, found: first.number)
            }
            if events.isEmpty {
                // Nothing above it may also mean that all was pruned.
                let head = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'wegwijs_outbox'") ?? 0
                if number < head, limit > 0 {
                    throw StreamError.gap(source: service, expected: number + 1, found: head + 1)
                }
            }
            return events
        }
    }
}

extension StreamView {
    /// Reads what the memory must know, at start; makes the epoch of a new store.
    static func load(_ db: Database, clock: any WegwijsClock, ids: any IDSource) throws -> State {
        let epoch: UUID
        if let text = try String.fetchOne(db, sql: "SELECT epoch FROM wegwijs_stroom"), let known = UUID(uuidString: text) {
            epoch = known
        } else {
            epoch = ids.next()
            try db.execute(
                sql: "INSERT OR REPLACE INTO wegwijs_stroom (een, epoch, sinds) VALUES (1, ?, ?)",
                arguments: [epoch.uuidString, Instant.text(clock.now)])
        }
        let head = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'wegwijs_outbox'") ?? 0
        let oldest = try Int64.fetchOne(db, sql: "SELECT min(nummer) FROM wegwijs_outbox")
        var positions: [ServiceName: StreamPosition] = [:]
        var lastEvents: [ServiceName: UUID] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT bron, epoch, nummer, laatste FROM wegwijs_lezer_positie") {
            let (source, epoch): (String, String) = (row[0], row[1])
            guard let source = ServiceName(rawValue: source), let epoch = UUID(uuidString: epoch) else { continue }
            positions[source] = StreamPosition(epoch: epoch, number: row[2])
            let last: String? = row[3]
            lastEvents[source] = last.flatMap(UUID.init(uuidString:))
        }
        return State(epoch: epoch, head: head, oldest: oldest ?? head + 1, positions: positions, lastEvents: lastEvents)
    }
}
