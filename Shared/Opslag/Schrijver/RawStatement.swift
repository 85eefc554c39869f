// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement used without GRDB's values in between, which cost as much as the statement itself: for what runs for
/// every event and for every person that comes in. Stays with the connection's thread.
public struct RawStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    /// Owns the handle.
    private let statement: Statement
    // SQLite copies what is bound: it may not outlive the call.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ db: Database, _ statement: Statement) throws {
        guard let connection = db.sqliteConnection else { throw StoreError.closed }
        (handle, self.connection, self.statement) = (statement.sqliteStatement, connection, statement)
        // GRDB leaves a statement where it ended, and SQLite refuses to bind there: it would run with the values of before.
        sqlite3_reset(handle)
    }

    func bind(_ values: [any SQLBindable]) throws {
        guard Int(sqlite3_bind_parameter_count(handle)) == values.count else {
            throw DatabaseError(resultCode: .SQLITE_RANGE, message: "\(values.count) values", sql: statement.sql)
        }
        for (index, value) in zip(Int32(1)..., values) {
            let code =
                switch value.sqlValue {
                case .null: sqlite3_bind_null(handle, index)
                case .integer(let number): bind(index, number)
                case .double(let number): sqlite3_bind_double(handle, index, number)
                case .text(let text): bind(index, text)
                case .blob(let data): bind(index, blob: data)
                case .utf8(let bytes): bind(index, text: bytes)
                }
            guard code == SQLITE_OK else { throw Self.error(code, connection) }
        }
    }

    // Each gives SQLite's code.
    @discardableResult
    func bind(_ index: Int32, _ value: Int64) -> Int32 { sqlite3_bind_int64(handle, index, value) }

    @discardableResult
    func bind(_ index: Int32, text bytes: some ContiguousBytes) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            let base = buffer.bindMemory(to: CChar.self).baseAddress
            // A null pointer would bind NULL instead of an empty text.
            return if let base {
                sqlite3_bind_text(handle, index, base, Int32(buffer.count), Self.transient)
            } else {
                sqlite3_bind_text(handle, index, "", 0, Self.transient)
            }
        }
    }

    @discardableResult
    func bind(_ index: Int32, _ text: String?) -> Int32 {
        guard var text else { return sqlite3_bind_null(handle, index) }
        return text.withUTF8 { bind(index, text: UnsafeRawBufferPointer($0)) }
    }

    @discardableResult
    func bind(_ index: Int32, blob bytes: Data?) -> Int32 {
        guard let bytes else { return sqlite3_bind_null(handle, index) }
        return bytes.withUnsafeBytes { buffer in
            if let base = buffer.baseAddress {
                sqlite3_bind_blob(handle, index, base, Int32(buffer.count), Self.transient)
            } else {
                sqlite3_bind_zeroblob(handle, index, 0)
            }
        }
    }

    /// Runs a statement that gives no rows, and makes it ready for the next time.
    func run() throws {
        let code = sqlite3_step(handle)
        let failure = code == SQLITE_DONE || code == SQLITE_ROW ? nil : Self.error(code, connection)
        sqlite3_reset(handle)
        if let failure { throw failure }
    }

    /// The next row, or false at the end (then it is ready for the next time).
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        let failure = code == SQLITE_DONE ? nil : Self.error(code, connection)
        sqlite3_reset(handle)
        if let failure { throw failure }
        return false
    }

    /// Asks with these numbers, in their order, and hands over each row. The body must not run the same statement.
    public func each(_ values: Int64..., row: (RawStatement) throws -> Void) throws {
        for (index, value) in zip(Int32(1)..., values) {
            let code = bind(index, value)
            guard code == SQLITE_OK else { throw Self.error(code, connection) }
        }
        defer { reset() }
        while try step() { try row(self) }
    }

    /// Makes it ready for the next time before its last row.
    func reset() { sqlite3_reset(handle) }

    public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    public func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    public func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    /// Empty for NULL: ask `isNull` where that differs.
    public func text(_ column: Int32) -> String { withBytes(column) { String(decoding: $0, as: UTF8.self) } }

    public func data(_ column: Int32) -> Data? {
        guard sqlite3_column_type(handle, column) != SQLITE_NULL else { return nil }
        // The address first: asking for it may convert, which changes the count.
        guard let start = sqlite3_column_blob(handle, column) else { return Data() }
        return Data(bytes: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    /// The bytes of a blob or text where they lie, until the next step.
    public func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let start = sqlite3_column_blob(handle, column)
        return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))))
    }

    /// The row as a JSON object: numbers as numbers, texts as texts, blobs as base64, in the order of the columns.
    func json() throws -> [UInt8] {
        var out: [UInt8] = [UInt8(ascii: "{")]
        out.reserveCapacity(4096)
        for column in 0..<sqlite3_column_count(handle) {
            if column > 0 { out.append(UInt8(ascii: ",")) }
            JSONText.append(
                UnsafeRawBufferPointer(start: sqlite3_column_name(handle, column), count: nameLength(column)), to: &out)
            out.append(UInt8(ascii: ":"))
            switch sqlite3_column_type(handle, column) {
            case SQLITE_INTEGER: out.append(contentsOf: String(integer(column)).utf8)
            case SQLITE_FLOAT:
                let number = sqlite3_column_double(handle, column)
                out.append(contentsOf: (number.isFinite ? String(number) : "null").utf8)
            case SQLITE_TEXT: withBytes(column) { JSONText.append($0, to: &out) }
            case SQLITE_BLOB:
                out.append(UInt8(ascii: "\""))
                out.append(contentsOf: (data(column) ?? Data()).base64EncodedData())
                out.append(UInt8(ascii: "\""))
            default: out.append(contentsOf: "null".utf8)
            }
        }
        out.append(UInt8(ascii: "}"))
        return out
    }

    private func nameLength(_ column: Int32) -> Int { sqlite3_column_name(handle, column).map { strlen($0) } ?? 0 }

    /// The column of this name; nil when there is none.
    func column(_ name: StaticString) -> Int32? {
        (0..<sqlite3_column_count(handle)).first { column in
            sqlite3_column_name(handle, column).map { strcmp($0, name.utf8Start) == 0 } ?? false
        }
    }

    private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }
}
