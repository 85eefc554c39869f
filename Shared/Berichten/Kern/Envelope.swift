// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What stands around every message, on the bus and in the stores, with the attribute names of CloudEvents 1.0.
/// The data itself travels beside it as JSON bytes, so that who only passes it on never decodes it.
public struct Envelope: Codable, Sendable, Equatable {
    /// UUID version 7. For a command it is the idempotency key.
    public var id: UUID
    /// `urn:wegwijs:<service>`.
    public var source: String
    public var type: String
    /// The dossier; for what is not about a person, the thing itself.
    public var subject: String?
    public var time: Date
    /// The request from outside that all this follows from.
    public var correlationid: UUID?
    /// The message that directly caused this one.
    public var causationid: UUID?
    /// W3C trace context.
    public var traceparent: String?
    /// Requests only: on whose behalf.
    public var actor: Actor?
    /// Requests only: after this instant (real time) nobody waits for the answer any more.
    public var deadline: Date?

    public init(
        id: UUID, source: String, type: String, subject: String? = nil, time: Date, correlationid: UUID? = nil,
        causationid: UUID? = nil, traceparent: String? = nil, actor: Actor? = nil, deadline: Date? = nil
    ) {
        (self.id, self.source, self.type, self.subject, self.time) = (id, source, type, subject, time)
        (self.correlationid, self.causationid, self.traceparent) = (correlationid, causationid, traceparent)
        (self.actor, self.deadline) = (actor, deadline)
    }
}

/// The one way in which messages become JSON and back: ISO 8601 instants with milliseconds, sorted keys, so that the
/// same value always gives the same bytes. A reader ignores fields it does not know.
public enum MessageCoding {
    public static func encode(_ value: some Encodable) throws -> Data { try JSONWriter.write(value) }

    public static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from data: Data) throws -> Value {
        if let value = JSONReader.read(type, from: data) { return value }
        return try decoder.decode(type, from: data)
    }

    /// What `encode` must write the same as.
    static let reference: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(Instant.text(date))
        }
        return encoder
    }()

    // Made once: its settings never change, and it may be used from every thread.
    static let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            if let date = Instant.date(text) { return date }
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO 8601 instant")
        }
        return decoder
    }()
}
