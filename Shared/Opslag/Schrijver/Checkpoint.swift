// SPDX-License-Identifier: EUPL-1.2
import GRDB
import GRDBSQLite

// The write-ahead log is copied into the database beside the writer (`LogCopier`); never by the commit itself. The writer copies
// only the little that came meanwhile, after its callers were answered: then the whole log is in the database, and the next
// commit begins it anew in place. Overwriting syncs faster than appending.
extension Session {
    /// From how many new pages of 4 kB on the log is copied.
    static let copyPages: Int32 = 1000
    /// So few the writer copies itself.
    static let restPages: Int32 = 256
    /// From here on it copies all that there is: somebody who never pauses would let the log grow for ever.
    static let mostPages: Int32 = 16_000

    func checkpoint(_ copier: LogCopier) throws {
        let pages = walPages.value * perPage
        // The log was begun anew.
        if pages < copiedPages { copiedPages = 0 }
        guard !copier.isUnderway else { return }
        let rest = pages - copiedPages
        let isFull = pages >= Self.mostPages && rest >= Self.copyPages
        if try copier.hasEnded() && rest <= Self.restPages || isFull {
            copiedPages = pages
            if let error = LogCopier.copy(db) { throw error }
        } else if rest >= Self.copyPages {
            copiedPages = pages
            copier.begin()
        }
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
