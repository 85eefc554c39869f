// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB
import Glibc

/// Gives the write-ahead log its size once, when a store is made: SQLite then overwrites it in place from the first commit
/// on, as it does later when it begins the log anew. A sync of a file that does not grow takes about 0.6 of the time.
enum WalSpace {
    /// So many pages that the log is copied back before it would grow.
    private static let bytes = (Int(Session.copyPages) + 100) * (4096 + 24) + 32

    /// Fills up with zeros, which SQLite takes for no frames. In a write transaction, so that nobody appends meanwhile.
    /// What goes wrong costs speed and nothing else, so it is not told.
    static func reserve(_ db: Database, file: URL) throws {
        try db.inTransaction(.immediate) {
            fill(file.path + "-wal")
            return .commit
        }
    }

    private static func fill(_ path: String) {
        // SQLite holds no locks on the log itself, so closing it here gives none away.
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { Glibc.close(descriptor) }
        let zeros = [UInt8](repeating: 0, count: 1 << 18)
        var position = Int(lseek(descriptor, 0, SEEK_END))
        guard position >= 0, position < bytes else { return }
        while position < bytes {
            let count = pwrite(descriptor, zeros, min(zeros.count, bytes - position), off_t(position))
            guard count > 0 else { return }
            position += count
        }
        fdatasync(descriptor)
    }
}
