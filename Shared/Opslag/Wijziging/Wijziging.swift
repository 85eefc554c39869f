// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

extension Transaction {
    /// Keeps the present row of a new record in the change history (who, when, why). A record of which thousands may come in one
    /// go can do without: until it changes its first version stands in its own table, with who and when.
    public func created(_ table: String, id: String, why: String) throws { try keep(table, id: id, why: why) }

    /// Keeps the present row in the change history, under the version that the row now has. Throws `Failure.notFound`.
    public func keep(_ table: String, id: String, why: String) throws {
        guard let record = try db.record(table, id: id) else { throw Failure.notFound(what: table) }
        try write(table, id: id, record, at: nowText, by: actorText, why: why)
    }

    /// Keeps a version that the history does not know yet, before it changes. What was written beside the versions since it came,
    /// such as who follows somebody, is in it too.
    private func keepUnknown(_ table: String, id: String, version: Int) throws {
        let isKept = try db.has("SELECT 1 FROM wegwijs_historie WHERE tabel = ? AND id = ? AND versie = ?", table, id, version)
        // Who starts from another version than the present one is refused after this.
        guard !isKept, let record = try db.record(table, id: id), record.version == version else { return }
        try write(
            table, id: id, record, at: record.changedAt ?? nowText, by: record.changedBy ?? service.source,
            why: StoredRecord.first)
    }

    private func write(_ table: String, id: String, _ record: StoredRecord, at: String, by: String, why: String) throws {
        try db.run(
            "INSERT INTO wegwijs_historie (tabel, id, versie, op, door, waarom, rij) VALUES (?, ?, ?, ?, ?, ?, ?)",
            table, id, record.version, at, by, why, SQLValue.utf8(record.row))
    }

    /// Changes a versioned record: raises `versie` from the version the caller started from, runs the change, keeps the
    /// new row in the change history. Throws `Failure.notFound` or `Failure.conflict`. Returns the new version.
    /// The table must have `id TEXT PRIMARY KEY`, `versie INTEGER`, `gewijzigd_op TEXT`, `gewijzigd_door TEXT`.
    @discardableResult
    public func change(_ table: String, id: String, from version: Int, why: String, _ body: (Database) throws -> Void) throws
        -> Int
    {
        let name = try Database.quoted(table)
        try keepUnknown(table, id: id, version: version)
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

/// A record as it stands in its table now.
struct StoredRecord {
    /// Why a version came that nobody gave a reason for.
    static let first = "eerste stand"

    let version: Int64
    /// As columns hold it; nil where the table has no such column.
    let changedAt: String?
    let changedBy: String?
    /// The row as a JSON object.
    let row: [UInt8]
}

extension Database {
    /// Nil when there is no such record.
    func record(_ table: String, id: String) throws -> StoredRecord? {
        let name = try Self.quoted(table)
        let select = try RawStatement(self, cachedStatement(sql: "SELECT * FROM \(name) WHERE id = ?"))
        try select.bind([id])
        guard try select.step() else { return nil }
        defer { select.reset() }
        func text(_ column: StaticString) -> String? {
            select.column(column).flatMap { select.isNull($0) ? nil : select.text($0) }
        }
        return StoredRecord(
            version: select.column("versie").map { select.isNull($0) ? 1 : select.integer($0) } ?? 1,
            changedAt: text("gewijzigd_op"), changedBy: text("gewijzigd_door"), row: try select.json())
    }

    /// A table's name for SQL. Names come from code, never from outside; this makes sure of it.
    static func quoted(_ name: String) throws -> String {
        guard !name.isEmpty, name.utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 95 }) else {
            throw StoreError.badName
        }
        return "\"\(name)\""
    }
}
