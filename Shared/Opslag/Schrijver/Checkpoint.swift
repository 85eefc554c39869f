// SPDX-License-Identifier: EUPL-1.2
import GRDB
import GRDBSQLite

// The write-ahead log is copied into the database after the callers were answered, when nobody waits or when it grows
// large; never by the commit itself. It is then begun anew in place: overwriting syncs faster than appending.
extension Session {
    /// From how many pages of 4 kB on the log is copied when nobody waits, and how many it may have when somebody always does.
    static let idlePages: Int32 = 1000
    static let busyPages: Int32 = 4000

    func checkpoint(isIdle: Bool, onError: (any Error) -> Void) {
        let pages = walPages.value * perPage
        // A reader on an old snapshot may keep the log from being begun anew: then only once for so many new pages.
        if pages < checkpointedPages { checkpointedPages = 0 }
        guard pages - checkpointedPages >= (isIdle ? Self.idlePages : Self.busyPages) else { return }
        checkpointedPages = pages
        let code = sqlite3_wal_checkpoint_v2(db.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        // A reader in the way is no fault, and what is not copied now is copied the next time.
        guard code != SQLITE_OK, code != SQLITE_BUSY, code != SQLITE_LOCKED else { return }
        onError(DatabaseError(resultCode: ResultCode(rawValue: code)))
    }

    /// Lets SQLite tell after each commit how many pages the log has, in place of copying it by itself.
    func countWalPages() {
        _ = sqlite3_wal_autocheckpoint(db.sqliteConnection, 0)
        sqlite3_wal_hook(
            db.sqliteConnection,
            { counter, _, _, pages in
                guard let counter else { return SQLITE_OK }
                Unmanaged<WalPages>.fromOpaque(counter).takeUnretainedValue().value = pages
                return SQLITE_OK
            }, Unmanaged.passUnretained(walPages).toOpaque())
    }

    /// Before the counter goes.
    func stopCounting() { sqlite3_wal_hook(db.sqliteConnection, nil, nil) }
}

/// How many pages the log had after the last commit. Only touched on the writer's thread.
final class WalPages {
    var value: Int32 = 0
}
