// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Synchronization
import Zegel

/// The key of every dossier, in a small file of its own, apart from the data and its backups: destroying a key destroys what
/// was sealed with it in every backup of the data.
///
/// The keys lie wrapped with a master key from another file (mode 0600), so that a copy of this file alone opens nothing.
/// SQLite overwrites what is deleted (`secure_delete`); the master key covers what a disk may keep all the same.
public final class DossierKeyStore: Sendable {
    private let queue: DatabaseQueue
    private let master: SealKey
    private let clock: any WegwijsClock
    private let held = Mutex(Held())

    /// Keys that were read lately: a page opens one dossier again and again.
    private struct Held {
        var keys: [String: SealKey] = [:]
        /// How often a key was destroyed: one that was read before that is not kept after it.
        var destroyed = 0
        static let most = 2_000
    }

    /// Opens or makes the key file, and the master key when there is none. Blocks: at start.
    /// - Throws: `StoreError.masterKey` when others may read the master key or it is not 32 bytes long.
    public init(file: URL, masterKeyFile: URL, clock: any WegwijsClock) throws {
        self.clock = clock
        let hadKeys = FileManager.default.fileExists(atPath: file.path)
        master = try Self.masterKey(masterKeyFile, mayMake: !hadKeys)
        try PrivateFile.make(file)
        var configuration = Configuration()
        configuration.label = "sleutels"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            // Not WAL: there, a deleted key would stay in the log until it is overwritten by chance.
            try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON")
        }
        queue = try DatabaseQueue(path: file.path, configuration: configuration)
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001-dossiersleutel") { db in
            try db.execute(
                sql: """
                    CREATE TABLE dossiersleutel (
                        dossier TEXT PRIMARY KEY,
                        sleutel BLOB,
                        gemaakt_op TEXT NOT NULL,
                        vernietigd_op TEXT,
                        CHECK ((sleutel IS NULL) = (vernietigd_op IS NOT NULL))
                    ) STRICT
                    """)
        }
        try migrator.migrate(queue)
    }

    /// The key of a dossier; made when it has none yet, and on the disk before it is given.
    /// - Throws: `Failure.notFound` when the key was destroyed: what it sealed is gone for good.
    public func key(for dossier: DossierID) async throws -> SealKey {
        let (id, master, now) = (dossier.description, master, Instant.text(clock.now))
        let (key, destroyed) = held.withLock { ($0.keys[id], $0.destroyed) }
        if let key { return key }
        let known = try await queue.read { try Self.read($0, id, master) }
        if let known {
            held.withLock { held in
                guard held.destroyed == destroyed else { return }
                if held.keys.count >= Held.most { held.keys.removeAll(keepingCapacity: true) }
                held.keys[id] = known
            }
            return known
        }
        return try await queue.write { db in
            // Somebody else may have made it since.
            if let made = try Self.read(db, id, master) { return made }
            let key = try SealKey.random()
            let wrapped = try Seal.seal(key.exported, with: master, context: Self.context(id))
            try db.execute(
                sql: "INSERT INTO dossiersleutel (dossier, sleutel, gemaakt_op) VALUES (?, ?, ?)", arguments: [id, wrapped, now])
            return key
        }
    }

    /// New keys for dossiers that have none yet, in one go: one sync for all of them, for who needs one per message that
    /// comes in. On the disk before they are given.
    /// - Throws: when one of the dossiers has a key already; then none was made.
    public func make(for dossiers: [DossierID]) async throws -> [SealKey] {
        let (master, now) = (master, Instant.text(clock.now))
        return try await queue.write { db in
            try dossiers.map { dossier in
                let (id, key) = (dossier.description, try SealKey.random())
                let wrapped = try Seal.seal(key.exported, with: master, context: Self.context(id))
                try db.run("INSERT INTO dossiersleutel (dossier, sleutel, gemaakt_op) VALUES (?, ?, ?)", id, wrapped, now)
                return key
            }
        }
    }

    /// Destroys the key of a dossier, for good. Destroying it again changes nothing; a dossier without a key gets none later.
    public func destroy(_ dossier: DossierID) async throws {
        let (id, now) = (dossier.description, Instant.text(clock.now))
        // After the file, also when that fails: a key that was read meanwhile is not kept.
        defer {
            held.withLock { held in
                held.keys[id] = nil
                held.destroyed += 1
            }
        }
        try await queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO dossiersleutel (dossier, sleutel, gemaakt_op, vernietigd_op) VALUES (?, NULL, ?, ?)
                    ON CONFLICT (dossier) DO UPDATE SET sleutel = NULL, vernietigd_op = excluded.vernietigd_op
                    WHERE vernietigd_op IS NULL
                    """, arguments: [id, now, now])
        }
    }

    /// Whether the key of a dossier was destroyed.
    public func isDestroyed(_ dossier: DossierID) async throws -> Bool {
        try await queue.read { db in
            try Bool.fetchOne(
                db, sql: "SELECT vernietigd_op IS NOT NULL FROM dossiersleutel WHERE dossier = ?",
                arguments: [dossier.description])
                ?? false
        }
    }

    /// Makes a copy of the key file. A destroyed key lives on in it: keep copies for days, not for years. The master key is
    /// not in it.
    public func backup(to file: URL) async throws {
        try await queue.read { try DatabaseCopy.make($0, file) }
    }

    private static func read(_ db: Database, _ id: String, _ master: SealKey) throws -> SealKey? {
        let row = try Row.fetchOne(db, sql: "SELECT sleutel FROM dossiersleutel WHERE dossier = ?", arguments: [id])
        guard let row else { return nil }
        guard let wrapped: Data = row[0] else { throw Failure.notFound(what: "sleutel") }
        return try SealKey(Seal.open(wrapped, with: master, context: context(id)))
    }

    // The dossier is part of what is authenticated: a key moved to another row does not open.
    private static func context(_ id: String) -> String { "dossiersleutel:\(id)" }

    /// Never makes a new master key beside keys that an older one has wrapped.
    private static func masterKey(_ file: URL, mayMake: Bool) throws -> SealKey {
        if !FileManager.default.fileExists(atPath: file.path) {
            guard mayMake else { throw StoreError.masterKey(reason: "ontbreekt naast bestaande sleutels") }
            let key = try SealKey.random()
            try PrivateFile.make(file, content: key.exported)
            return key
        }
        guard try PrivateFile.foreignRights(file) == 0 else {
            throw StoreError.masterKey(reason: "leesbaar voor anderen; maak de rechten 0600")
        }
        // `wegwijs sleutels` writes secrets as base64 text, this store raw bytes: both are read.
        let raw = try Data(contentsOf: file)
        let bytes = raw.count == SealKey.length ? raw : Data(base64Encoded: raw, options: .ignoreUnknownCharacters) ?? raw
        guard bytes.count == SealKey.length else { throw StoreError.masterKey(reason: "heeft geen 32 bytes") }
        return try SealKey(bytes)
    }
}
