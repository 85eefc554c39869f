// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// A change under way: the database, the moment, on whose behalf, and what it tells the others. Only valid inside the body
/// it was handed to.
public struct Transaction {
    public let db: Database
    /// The moment of the change, from the store's clock.
    public let now: Date
    public let ids: any IDSource
    /// The request or event that this follows from.
    public let cause: Envelope?
    /// The service whose store this is.
    public let service: ServiceName
    /// Which transaction of the store this is: what is remembered from one change to the next may be about changes that were
    /// taken back when the number is another.
    public var number: Int { session.transaction }
    let session: Session

    init(_ session: Session, cause: Envelope?) {
        (self.session, self.cause) = (session, cause)
        (db, now, ids, service) = (session.db, session.clock.now, session.ids, session.service)
    }

    /// The day of the change in Europe/Amsterdam.
    public var today: Datum { session.day(of: now) }

    /// The moment of the change as columns hold it (`gewijzigd_op`).
    public var nowText: String { Instant.text(now) }

    /// On whose behalf, as columns hold it (`gewijzigd_door`): the id of the user, or the `source` of the service that acts.
    public var actorText: String {
        cause?.actor?.user?.description ?? cause?.source ?? service.source
    }

    /// What became of an event: for lists that name both the request and its event.
    public struct Emitted: Sendable, Equatable {
        public let id: UUID
        /// Its number in this service's stream.
        public let number: Int64
    }

    /// Writes an event into the outbox of this service, in this same transaction.
    @discardableResult
    public func emit<E: Event>(_ event: E) throws -> Emitted {
        let envelope = Envelope(
            id: ids.next(), source: service.source, type: E.type, subject: event.subject, time: now,
            correlationid: cause.map { $0.correlationid ?? $0.id }, causationid: cause?.id, traceparent: cause?.traceparent)
        return try emit(envelope, data: MessageCoding.encode(event))
    }

    /// The same for an event that is JSON already. The envelope's source must be this service.
    @discardableResult
    public func emit(_ envelope: Envelope, data: Data) throws -> Emitted {
        let json = try envelope.json()
        let insert = try session.statement(.insertOutbox)
        insert.bind(1, text: UUIDText.bytes(envelope.id))
        insert.bind(2, envelope.type)
        insert.bind(3, envelope.subject)
        insert.bind(4, Instant.text(envelope.time))
        insert.bind(5, text: json)
        insert.bind(6, text: data)
        try insert.run()
        let number = db.lastInsertedRowID
        session.events.append(OutboxEvent(number: number, envelope: json, data: data))
        return Emitted(id: envelope.id, number: number)
    }
}
