// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Synchronization

/// The connections that read. Beside GRDB's own pool, which for each read passes two queues, looks whether the schema changed (a
/// snapshot of its own) and has SQLite read the text of BEGIN and COMMIT anew: together more than what a page asks.
///
/// The schema changes only before the first read, when the file is opened.
final class Readers: Sendable {
    private let open: @Sendable () throws -> DatabaseQueue
    private let most: Int
    private let state = Mutex(State())
    /// Counts what may be taken: who finds none waits here.
    private let free: DispatchSemaphore

    private struct State {
        var idle: [DatabaseQueue] = []
        var isClosed = false
    }

    /// - Parameter open: opens one more; called at most so often.
    init(most: Int, open: @escaping @Sendable () throws -> DatabaseQueue) {
        (self.most, self.open) = (most, open)
        free = DispatchSemaphore(value: most)
    }

    /// Runs the body on a snapshot, on the caller's own thread.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        free.wait()
        defer { free.signal() }
        let (known, isClosed) = state.withLock { ($0.idle.popLast(), $0.isClosed) }
        guard !isClosed else { throw StoreError.closed }
        let reader = try known ?? open()
        defer { state.withLock { $0.idle.append(reader) } }
        return try reader.unsafeRead { db in
            try db.run("BEGIN")
            defer { try? db.run("COMMIT") }
            return try body(db)
        }
    }

    /// Waits for who reads; who comes later is refused.
    func close() throws {
        for _ in 0..<most { free.wait() }
        defer { for _ in 0..<most { free.signal() } }
        let idle = state.withLock { state in
            state.isClosed = true
            defer { state.idle = [] }
            return state.idle
        }
        for reader in idle { try reader.close() }
    }
}
