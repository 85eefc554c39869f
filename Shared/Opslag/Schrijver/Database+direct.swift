// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// What can be given to a statement as it is.
public protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

public enum SQLValue: Sendable {
    case null
    case integer(Int64)
    case double(Double)
    case text(String)
    case blob(Data)
    /// A text that is bytes already.
    case utf8([UInt8])
}

// Statements without GRDB's values in between, for what runs for every person that comes in. Elsewhere GRDB reads better.
extension Database {
    /// Runs a statement that gives no rows.
    public func run(_ sql: String, _ values: any SQLBindable...) throws {
        try run(sql, list: values)
    }

    /// The same for values that are a list already.
    public func run(_ sql: String, list values: [any SQLBindable]) throws {
        let statement = try RawStatement(self, cachedStatement(sql: sql))
        try statement.bind(values)
        try statement.run()
    }

    /// Adds rows that differ in their first column, as one statement; what is there already stays. Only for a table without
    /// references: then nothing can fail halfway, for which SQLite would first copy each page.
    public func insert(into table: String, each: [any SQLBindable], _ values: any SQLBindable...) throws {
        guard !each.isEmpty else { return }
        let shared = (1...values.count).map { ", ?\($0)" }.joined()
        let rows = (1...each.count).map { "(?\($0 + values.count)\(shared))" }.joined(separator: ", ")
        let statement = try RawStatement(self, cachedStatement(sql: "INSERT OR IGNORE INTO \(table) VALUES \(rows)"))
        try statement.bind(values + each)
        try statement.run()
    }

    /// The same for values as GRDB takes them.
    public func run(_ sql: String, values: [(any DatabaseValueConvertible)?]) throws {
        let statement = try RawStatement(self, cachedStatement(sql: sql))
        try statement.bind(values.map { $0?.databaseValue ?? .null })
        try statement.run()
    }

    /// Hands over each row. The body must not run the same statement.
    public func each(_ sql: String, _ values: any SQLBindable..., row: (RawStatement) throws -> Void) throws {
        let statement = try RawStatement(self, cachedStatement(sql: sql))
        try statement.bind(values)
        defer { statement.reset() }
        while try statement.step() { try row(statement) }
    }

    /// A statement to ask many times with other numbers, looked up once.
    public func prepared(_ sql: String) throws -> RawStatement { try RawStatement(self, cachedStatement(sql: sql)) }

    /// The first row, or nil when there is none.
    public func first<Value>(_ sql: String, _ values: any SQLBindable..., row: (RawStatement) throws -> Value) throws -> Value? {
        let statement = try RawStatement(self, cachedStatement(sql: sql))
        try statement.bind(values)
        defer { statement.reset() }
        return try statement.step() ? row(statement) : nil
    }

    /// Whether there is a row.
    public func has(_ sql: String, _ values: any SQLBindable...) throws -> Bool {
        let statement = try RawStatement(self, cachedStatement(sql: sql))
        try statement.bind(values)
        defer { statement.reset() }
        return try statement.step()
    }
}

extension String: SQLBindable { public var sqlValue: SQLValue { .text(self) } }
extension Data: SQLBindable { public var sqlValue: SQLValue { .blob(self) } }
extension Int64: SQLBindable { public var sqlValue: SQLValue { .integer(self) } }
extension Int: SQLBindable { public var sqlValue: SQLValue { .integer(Int64(self)) } }
extension Bool: SQLBindable { public var sqlValue: SQLValue { .integer(self ? 1 : 0) } }
extension DatabaseValue: SQLBindable {
    public var sqlValue: SQLValue {
        switch storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .double(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob(data)
        }
    }
}
extension SQLValue: SQLBindable { public var sqlValue: SQLValue { self } }
extension Optional: SQLBindable where Wrapped: SQLBindable { public var sqlValue: SQLValue { self?.sqlValue ?? .null } }
extension Identifier: SQLBindable { public var sqlValue: SQLValue { .text(description) } }
extension Datum: SQLBindable { public var sqlValue: SQLValue { .text(description) } }
