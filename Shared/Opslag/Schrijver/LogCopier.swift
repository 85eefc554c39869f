// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Copies the write-ahead log into the database beside the writer, on a thread and over a connection of its own, so that who waits
/// for a commit does not wait for that as well.
final class LogCopier: Sendable {
    private enum Pass {
        case none, underway
        case done((any Error)?)
    }
    private let pass = Mutex(Pass.none)
    private let bell = WaitingRoom<Bool>()
    private let ended = WaitingRoom<Bool>()

    /// Opens its connection. Blocks: at start.
    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.label = "logboek"
        configuration.prepareDatabase { db in
            // FULL: the log is on the disk before it is copied, and the database before the log is begun anew.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -100")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let thread = Thread { [self] in
            Thread.current.name = "logboek"
            while bell.take(upTo: 1) != nil {
                let error = queue.writeWithoutTransaction { Self.copy($0) }
                pass.withLock { $0 = .done(error) }
            }
            try? queue.close()
            ended.close()
        }
        thread.stackSize = 1 << 18
        thread.start()
    }

    /// Begins a pass, unless one is under way.
    func begin() {
        guard !isUnderway else { return }
        pass.withLock { $0 = .underway }
        if !bell.add(true) { pass.withLock { $0 = .none } }
    }

    var isUnderway: Bool { pass.withLock { if case .underway = $0 { true } else { false } } }

    /// True once for each pass that ended. Throws what it met.
    func hasEnded() throws -> Bool {
        let ended = pass.withLock { pass in
            guard case .done = pass else { return Pass.none }
            defer { pass = .none }
            return pass
        }
        guard case .done(let error) = ended else { return false }
        if let error { throw error }
        return true
    }

    /// Returns when the connection is closed.
    func close() {
        bell.close()
        _ = ended.take(upTo: 1)
    }

    /// Copies what no reader of an older state needs; gives what went wrong.
    static func copy(_ db: Database) -> (any Error)? {
        let code = sqlite3_wal_checkpoint_v2(db.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        // A reader in the way is no fault, and what is not copied now is copied the next time.
        guard code != SQLITE_OK, code != SQLITE_BUSY, code != SQLITE_LOCKED else { return nil }
        return DatabaseError(resultCode: ResultCode(rawValue: code))
    }
}
