// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// One effect of an event of another service: what an operator or a tester compares with what was acknowledged there.
public struct AppliedEffect: Sendable, Equatable, Codable {
    /// Its place in the order of applying; the key to page by.
    public let number: Int64
    public let source: String
    /// The number in the source's stream.
    public let sequence: Int64
    public let eventId: UUID
    public let subject: String?
    public let effect: String
    public let appliedAt: Date
}

/// One event that this service told, with the request it followed from.
public struct AcceptedEvent: Sendable, Equatable, Codable {
    /// The number in the own stream; the key to page by.
    public let sequence: Int64
    /// The request from outside, or the command, that it followed from.
    public let requestId: UUID?
    public let eventId: UUID
    public let source: String
    public let subject: String?
    public let type: String
}

extension Store {
    /// The effects that were applied, in order.
    public func effects(after number: Int64 = 0, limit: Int = 100) async throws -> [AppliedEffect] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM wegwijs_effect WHERE volgnummer > ? ORDER BY volgnummer LIMIT ?",
                arguments: [number, limit]
            ).compactMap { row in
                let (id, at): (String, String) = (row["event_id"], row["op"])
                guard let eventId = UUID(uuidString: id) else { return nil }
                let source: String = row["bron"]
                return AppliedEffect(
                    number: row["volgnummer"], source: "urn:wegwijs:\(source)", sequence: row["nummer"], eventId: eventId,
                    subject: row["subject"], effect: row["effect"], appliedAt: Instant.date(at) ?? .distantPast)
            }
        }
    }

    /// The events in the outbox, in order, with the requests they followed from.
    public func accepted(after number: Int64 = 0, limit: Int = 100) async throws -> [AcceptedEvent] {
        let source = service.source
        return try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT nummer, type, envelop FROM wegwijs_outbox WHERE nummer > ? ORDER BY nummer LIMIT ?",
                arguments: [number, limit]
            ).map { row in
                let envelope = try Envelope(json: row["envelop"])
                return AcceptedEvent(
                    sequence: row["nummer"], requestId: envelope.causationid, eventId: envelope.id, source: source,
                    subject: envelope.subject, type: row["type"])
            }
        }
    }
}
