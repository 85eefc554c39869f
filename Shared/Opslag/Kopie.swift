// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

extension Store {
    /// Makes a copy of the store as it is at one moment, while it goes on. The file must not exist yet; it is on the disk
    /// when this returns.
    public func backup(to file: URL) async throws {
        // On a reader's own queue, from one snapshot: writers go on, and the copy is never begun anew.
        try await read { try DatabaseCopy.make($0, file) }
    }

    /// Gives the own stream a new incarnation. At restore, before the service runs: a store that was put back gives
    /// numbers that others have seen before, and only the epoch tells them so.
    public func renewEpoch() async throws {
        let epoch = ids.next()
        try await writer.submit { session in
            try session.db.execute(
                sql: "UPDATE wegwijs_stroom SET epoch = ?, sinds = ?",
                arguments: [epoch.uuidString, Instant.text(session.clock.now)])
            session.pending.newEpoch = epoch
        }
    }
}

enum DatabaseCopy {
    /// Copies a database into a new file for its owner alone, on the disk when this returns.
    static func make(_ db: Database, _ file: URL) throws {
        guard !FileManager.default.fileExists(atPath: file.path) else { throw CocoaError(.fileWriteFileExists) }
        try PrivateFile.make(file)
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let copy = try DatabaseQueue(path: file.path, configuration: configuration)
        try copy.writeWithoutTransaction { copy in
            try db.backup(to: copy)
            // The copy says "WAL" in its head; as one file without a log it is easier to carry.
            try copy.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try copy.close()
        try PrivateFile.syncFolder(of: file)
    }
}
