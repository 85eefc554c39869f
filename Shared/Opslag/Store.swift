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
///
/// ```swift
/// let store = try Store(service: .intake, file: file, migrations: IntakeMigrations.all, clock: clock, ids: ids)
/// let version = try await store.write(because: request.envelope) { transaction in
///     try transaction.db.execute(sql: "INSERT INTO …")
///     try transaction.emit(AanmeldingGeaccepteerd(…))
/// }
/// ```
public final class Store: Sendable {
    public let service: ServiceName
    public let clock: any WegwijsClock
    public let ids: any IDSource
    let pool: DatabasePool
    private let readers: Readers
    let writer: Writer
    let view: StreamView

    /// Opens or makes the file, runs the migrations (the store's own tables first), checks the pragmas. Blocks: at start.
    /// - Parameters:
    ///   - watch: hears every statement; for tests.
    /// - Throws: `StoreError`, or GRDB's `DatabaseError` when a migration fails.
    public init(
        service: ServiceName, file: URL, migrations: [Migration], clock: any WegwijsClock, ids: any IDSource,
        watch: QueryWatch? = nil, layout: StoreLayout = StoreLayout()
    ) throws {
        (self.service, self.clock, self.ids) = (service, clock, ids)
        (pool, readers) = try StoreFile.open(
            file, label: service.rawValue, migrations: OwnTables.migrations + migrations, watch: watch, layout: layout)
        let state = try pool.writeWithoutTransaction { try StreamView.load($0, clock: clock, ids: ids) }
        view = StreamView(state)
        writer = try Writer(pool: pool, view: view, label: "schrijver \(service.rawValue)") { [view] db in
            let known = view.current
            return try Session(
                db, service: service, clock: clock, ids: ids, positions: known.positions, lastEvents: known.lastEvents)
        }
    }

    deinit { writer.stop() }

    /// Serves the changes that wait, ends the writer's thread and closes the file. Changes after this are refused.
    public func close() async throws {
        await writer.close()
        let (pool, readers) = (pool, readers)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            // Closing waits for readers, so not on a thread of the cooperative pool.
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        try readers.close()
                        try pool.close()
                    })
            }
        }
    }

    /// Reads from a snapshot that no writer holds up. On the caller's own thread: what a page asks takes less than handing it to
    /// another thread and waking up again. Who reads for long does it in parts.
    public func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws -> Value {
        try Task.checkCancellation()
        return try look(body)
    }

    private func look<Value>(_ body: (Database) throws -> Value) throws -> Value { try readers.read(body) }

    /// Runs a change. The body gets its own savepoint in a transaction shared with at most 63 other waiting changes; this
    /// returns after the commit has reached the disk, or throws what the body threw, in which case nothing of it is kept.
    /// - Throws: what the body throws; `Failure.unavailable` when the disk is full or broken: then nothing was kept.
    @discardableResult
    public func write<Value: Sendable>(
        because cause: Envelope? = nil, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await writer.submit { session in
            try body(Transaction(session, cause: cause))
        }
    }

    /// Whether the store can take changes, as last seen.
    public var health: StoreHealth { writer.health }

    /// Whether the store can take changes. When the disk was full it tries a small change, so that a service comes back by
    /// itself when there is space again.
    public func isReady() async -> Bool {
        switch health {
        case .healthy: return true
        case .broken: return false
        case .full:
            let written: Void? = try? await write { transaction in
                try transaction.db.execute(
                    sql: "INSERT OR REPLACE INTO wegwijs_proef (een, op) VALUES (1, ?)",
                    arguments: [Instant.text(transaction.now)])
            }
            return written != nil
        }
    }

    /// Calls the body once, on the writer's thread, when a sync or another I/O operation has failed. A later sync that
    /// succeeds would prove nothing, so the process must end and let the log be recovered.
    public func observeBreak(_ body: @escaping @Sendable () -> Void) { writer.observeBreak(body) }
}
