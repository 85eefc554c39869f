// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB

/// How a store's file is opened: the settings that its promises rest on, in one place.
enum StoreFile {
    static let readers = 3

    static func open(
        _ file: URL, label: String, migrations: [Migration], watch: QueryWatch? = nil, layout: StoreLayout = StoreLayout()
    ) throws -> (writer: DatabasePool, readers: Readers) {
        // Readable for its owner alone; SQLite gives the log and its index the same rights.
        if !FileManager.default.fileExists(atPath: file.path) {
            try PrivateFile.make(file)
        }
        try setPageSize(file, layout.pageSize)
        var configuration = Configuration()
        configuration.label = "opslag.\(label)"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA cache_size = -\(layout.readerCache); PRAGMA temp_store = MEMORY;
                    PRAGMA mmap_size = \(layout.mappedBytes)
                    """)
            watch?.listen(to: db)
        }
        let pool = try DatabasePool(path: file.path, configuration: configuration)
        try pool.writeWithoutTransaction { db in
            // GRDB sets NORMAL when it turns on WAL. FULL: what was answered survives a power cut.
            // More pages for the one connection that writes: search keys go all over their index.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -\(layout.writerCache)")
            try expect(db, "synchronous", "2")
            try expect(db, "journal_mode", "wal")
            try expect(db, "foreign_keys", "1")
        }
        try migrate(pool, migrations, file: file)
        try pool.writeWithoutTransaction { try WalSpace.reserve($0, file: file) }
        // What looked at the migrations; from here on `Readers` reads.
        pool.invalidateReadOnlyConnections()
        configuration.readonly = true
        configuration.label = "opslag.\(label).lezer"
        let (path, reading) = (file.path, configuration)
        return (pool, Readers(kept: readers) { try DatabaseQueue(path: path, configuration: reading) })
    }

    /// Writes the file with pages of this size; as one transaction, so that it is whole whatever happens. It cannot be done
    /// while there is a log, so the log goes first and comes back when the file is opened.
    private static func setPageSize(_ file: URL, _ bytes: Int) throws {
        // In the head of a file; opening it to ask would close its log at every start.
        let head = try FileHandle(forReadingFrom: file).read(upToCount: 18) ?? Data()
        guard bytes != (head.count < 18 ? StoreLayout().pageSize : Int(head[16]) << 8 | Int(head[17])) else { return }
        let queue = try DatabaseQueue(path: file.path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = \(bytes); VACUUM")
            try expect(db, "page_size", "\(bytes)")
        }
        try queue.close()
    }

    private static func expect(_ db: Database, _ name: String, _ value: String) throws {
        let found = try String.fetchOne(db, sql: "PRAGMA \(name)") ?? ""
        guard found == value else { throw StoreError.pragma(name: name, found: found) }
    }

    private static func migrate(_ pool: DatabasePool, _ migrations: [Migration], file: URL) throws {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name, migrate: migration.apply)
        }
        let isNewer = try pool.read { [migrator] in try migrator.hasBeenSuperseded($0) }
        guard !isNewer else { throw StoreError.newerStore(file: file.lastPathComponent) }
        try migrator.migrate(pool)
    }
}
