// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

extension Transaction {
    /// Keeps the present row of a new record in the change history (who, when, why).
    public func created(_ table: String, id: String, why: String) throws { try keep(table, id: id, why: why) }

    /// The same for a record of which thousands may come in one go: who, when and why now, the row itself when it first
    /// changes. Until then it stands in its own table. What is written beside the versions meanwhile, such as who follows
    /// somebody, is in the first version too.
    public func createdInPlace(_ table: String, id: String, version: Int, why: String) throws {
        try write(table, id: id, version: Int64(version), why: why, row: [])
    }

    /// Keeps the present row in the change history, under the version that the row now has. Throws `Failure.notFound`.
    public func keep(_ table: String, id: String, why: String) throws {
        guard let (version, row) = try db.record(table, id: id) else { throw Failure.notFound(what: table) }
        try write(table, id: id, version: version, why: why, row: row)
    }

    private func write(_ table: String, id: String, version: Int64, why: String, row: [UInt8]) throws {
        try db.run(
            "INSERT INTO wegwijs_historie (tabel, id, versie, op, door, waarom, rij) VALUES (?, ?, ?, ?, ?, ?, ?)",
            table, id, version, nowText, actorText, why, SQLValue.utf8(row))
    }

    /// Writes the row of a version that stands in its own table alone, before it changes.
    private func keepInPlace(_ table: String, id: String, version: Int) throws {
        let number = try db.first(
            "SELECT volgnummer FROM wegwijs_historie WHERE tabel = ? AND id = ? AND versie = ? AND rij = ''", table, id, version
        ) { $0.integer(0) }
        // Who starts from another version than the present one is refused below.
        guard let number, let (present, row) = try db.record(table, id: id), present == version else { return }
        try db.run("UPDATE wegwijs_historie SET rij = ? WHERE volgnummer = ?", SQLValue.utf8(row), number)
    }

    /// Changes a versioned record: raises `versie` from the version the caller started from, runs the change, keeps the
    /// new row in the change history. Throws `Failure.notFound` or `Failure.conflict`. Returns the new version.
    /// The table must have `id TEXT PRIMARY KEY`, `versie INTEGER`, `gewijzigd_op TEXT`, `gewijzigd_door TEXT`.
    @discardableResult
    public func change(_ table: String, id: String, from version: Int, why: String, _ body: (Database) throws -> Void) throws
        -> Int
    {
        let name = try Database.quoted(table)
        try keepInPlace(table, id: id, version: version)
        let raise = try db.cachedStatement(
            sql: "UPDATE \(name) SET versie = versie + 1, gewijzigd_op = ?, gewijzigd_door = ? WHERE id = ? AND versie = ?")
        try raise.execute(arguments: [nowText, actorText, id, version])
        if db.changesCount == 0 {
            let select = try db.cachedStatement(sql: "SELECT versie, gewijzigd_op, gewijzigd_door FROM \(name) WHERE id = ?")
            guard let row = try Row.fetchOne(select, arguments: [id]) else { throw Failure.notFound(what: table) }
            let at: String? = row["gewijzigd_op"]
            throw Failure.conflict(
                Failure.Conflict(
                    yours: version, newest: row["versie"], changedBy: row["gewijzigd_door"],
                    changedAt: at.flatMap { Instant.date($0) }))
        }
        try body(db)
        try keep(table, id: id, why: why)
        return version + 1
    }
}

extension Database {
    /// The present row of a record as JSON, and its version; nil when there is none.
    func record(_ table: String, id: String) throws -> (version: Int64, row: [UInt8])? {
        let name = try Self.quoted(table)
        let select = try RawStatement(self, cachedStatement(sql: "SELECT * FROM \(name) WHERE id = ?"))
        try select.bind([id])
        guard try select.step() else { return nil }
        defer { select.reset() }
        let version = select.column("versie").map { select.isNull($0) ? 1 : select.integer($0) } ?? 1
        return (version, try select.json())
    }

    /// A table's name for SQL. Names come from code, never from outside; this makes sure of it.
    static func quoted(_ name: String) throws -> String {
        guard !name.isEmpty, name.utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 95 }) else {
            throw StoreError.badName
        }
        return "\"\(name)\""
    }
}
