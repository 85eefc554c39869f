// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// One numbered step forward of a store. Speaks SQL, never types of the app: it lives in another time than the code.
public struct Migration: Sendable {
    public let name: String
    public let apply: @Sendable (Database) throws -> Void
    /// - Parameter name: number and subject, such as `001-traject`.
    public init(_ name: String, _ apply: @escaping @Sendable (Database) throws -> Void) {
        (self.name, self.apply) = (name, apply)
    }
}

/// The one SQLite file of a service: WAL, foreign keys, `synchronous=FULL`, one writer that commits what waits together.
public final class Store: Sendable {
    public let service: ServiceName
    public let clock: any WegwijsClock
    public let ids: any IDSource

    /// Opens or makes the file, runs the migrations (the store's own tables first), checks the pragmas.
    public init(
        service: ServiceName, file: URL, migrations: [Migration], clock: any WegwijsClock, ids: any IDSource
    ) throws {
        (self.service, self.clock, self.ids) = (service, clock, ids)
        fatalError("wordt gebouwd")
    }

    /// Reads from a snapshot that no writer holds up.
    public func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        fatalError("wordt gebouwd")
    }

    /// Runs a change. The body gets its own savepoint in a transaction shared with at most 63 other waiting changes; this
    /// returns after the commit has reached the disk, or throws what the body threw, in which case nothing of it is kept.
    public func write<Value: Sendable>(
        because cause: Envelope? = nil, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        fatalError("wordt gebouwd")
    }

    /// Runs a command once: a second call with the same envelope id gives the first answer and no effect.
    public func once<Answer: Codable & Sendable>(
        _ envelope: Envelope, _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        fatalError("wordt gebouwd")
    }
}

/// A change under way: the database, the moment, on whose behalf, and what it tells the others.
public struct Transaction {
    public let db: Database
    /// The moment of the change, from the store's clock.
    public let now: Date
    public let ids: any IDSource
    /// The request or event that this follows from.
    public let cause: Envelope?

    /// Writes an event into the outbox of this service, in this same transaction.
    public func emit<E: Event>(_ event: E) throws { fatalError("wordt gebouwd") }

    /// Keeps the present row of a new record in the change history (who, when, why).
    public func created(_ table: String, id: String, why: String) throws { fatalError("wordt gebouwd") }

    /// Changes a versioned record: raises `versie` from the version the caller started from, runs the change, keeps the
    /// new row in the change history. Throws `Failure.notFound` or `Failure.conflict`. Returns the new version.
    /// The table must have `id TEXT PRIMARY KEY`, `versie INTEGER`, `gewijzigd_op TEXT`, `gewijzigd_door TEXT`.
    @discardableResult
    public func change(_ table: String, id: String, from version: Int, why: String, _ body: (Database) throws -> Void) throws
        -> Int
    {
        fatalError("wordt gebouwd")
    }
}
