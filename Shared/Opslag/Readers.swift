// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Synchronization

/// The connections that read. Beside GRDB's own pool, which for each read passes two queues, looks whether the schema changed (a
/// snapshot of its own) and has SQLite read the text of BEGIN and COMMIT anew: together more than what a page asks.
///
/// Nobody waits for a connection: there are as many as threads that read at one moment. The schema changes only before the first
/// read, when the file is opened.
final class Readers: Sendable {
    private let open: @Sendable () throws -> DatabaseQueue
    private let kept: Int
    private let state = Mutex(State())

    private struct State {
        var idle: [DatabaseQueue] = []
        var isClosed = false
    }

    /// - Parameters:
    ///   - kept: so many stay open while nobody reads.
    ///   - open: opens one more.
    init(kept: Int, open: @escaping @Sendable () throws -> DatabaseQueue) { (self.kept, self.open) = (kept, open) }

    /// Runs the body on a snapshot, on the caller's own thread.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let (known, isClosed) = state.withLock { ($0.idle.popLast(), $0.isClosed) }
        guard !isClosed else { throw StoreError.closed }
        let reader = try known ?? open()
        defer { giveBack(reader) }
        return try reader.unsafeRead { db in
            try db.run("BEGIN")
            defer { try? db.run("COMMIT") }
            return try body(db)
        }
    }

    private func giveBack(_ reader: DatabaseQueue) {
        let isOver = state.withLock { state in
            guard !state.isClosed, state.idle.count < kept else { return true }
            state.idle.append(reader)
            return false
        }
        if isOver { try? reader.close() }
    }

    /// Who reads now ends first and closes after itself; who comes later is refused.
    func close() throws {
        let idle = state.withLock { state in
            state.isClosed = true
            defer { state.idle = [] }
            return state.idle
        }
        for reader in idle { try reader.close() }
    }
}
