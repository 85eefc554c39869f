// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement of the writer's connection, used without GRDB's values in between: for the few statements of the
/// event path, which run for every event. Stays with the connection's thread.
final class RawStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    // SQLite copies what is bound: it may not outlive the call.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ db: Database, _ sql: String) throws {
        guard let connection = db.sqliteConnection else { throw StoreError.closed }
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw Self.error(code, connection) }
        (self.handle, self.connection) = (handle, connection)
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

    func bind(_ index: Int32, text bytes: some ContiguousBytes) {
        bytes.withUnsafeBytes { buffer in
            let base = buffer.bindMemory(to: CChar.self).baseAddress
            // A null pointer would bind NULL instead of an empty text.
            if let base {
                sqlite3_bind_text(handle, index, base, Int32(buffer.count), Self.transient)
            } else {
                sqlite3_bind_text(handle, index, "", 0, Self.transient)
            }
        }
    }

    func bind(_ index: Int32, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(handle, index)
            return
        }
        text.withUTF8 { bind(index, text: UnsafeRawBufferPointer($0)) }
    }

    func bind(_ index: Int32, blob bytes: Data?) {
        guard let bytes else {
            sqlite3_bind_null(handle, index)
            return
        }
        _ = bytes.withUnsafeBytes { buffer in
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

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func text(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        return String(cString: start)
    }

    func data(_ column: Int32) -> Data? {
        guard sqlite3_column_type(handle, column) != SQLITE_NULL else { return nil }
        // The address first: asking for it may convert, which changes the count.
        guard let start = sqlite3_column_blob(handle, column) else { return Data() }
        return Data(bytes: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }
}
