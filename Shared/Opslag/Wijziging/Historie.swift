// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import GRDB

/// One version of a record: what it was, since when, by whom and why.
public struct HistoryEntry: Sendable, Equatable {
    /// Its place in the history of the whole store; the key to page by.
    public let number: Int64
    public let table: String
    public let id: String
    public let version: Int
    public let at: Date
    /// The id of a user, or the `source` of a service.
    public let by: String
    public let why: String
    /// The row as a JSON object; sealed columns as base64 of what is sealed.
    public let row: String
}

extension Store {
    /// The versions of one record, the newest first.
    /// - Parameter before: a number from a former page; nil for the first.
    public func history(of table: String, id: String, before: Int64? = nil, limit: Int = 50) async throws -> [HistoryEntry] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM wegwijs_historie WHERE tabel = ? AND id = ? AND volgnummer < ?
                    ORDER BY versie DESC, volgnummer DESC LIMIT ?
                    """, arguments: [table, id, before ?? .max, limit]
            ).map { row in
                let at: String = row["op"]
                return HistoryEntry(
                    number: row["volgnummer"], table: row["tabel"], id: row["id"], version: row["versie"],
                    at: Instant.date(at) ?? .distantPast, by: row["door"], why: row["waarom"], row: row["rij"])
            }
        }
    }
}

/// A row as JSON: numbers as numbers, texts as texts, blobs as base64, in the order of the columns.
enum RowJSON {
    static func text(_ row: Row) throws -> String {
        var out = "{"
        for (column, value) in row {
            if out.utf8.count > 1 { out += "," }
            out += try quoted(column) + ":"
            switch value.storage {
            case .null: out += "null"
            case .int64(let number): out += String(number)
            case .double(let number): out += number.isFinite ? String(number) : "null"
            case .string(let text): out += try quoted(text)
            case .blob(let data): out += "\"\(data.base64EncodedString())\""
            }
        }
        return out + "}"
    }

    private static func quoted(_ text: String) throws -> String {
        // Most is plain: names of columns, ids, codes and dates. An encoder for each costs more than the rest of the change.
        let isPlain = text.utf8.allSatisfy {
            (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "/")
        }
        if isPlain { return "\"\(text)\"" }
        return String(decoding: try MessageCoding.encode(text), as: UTF8.self)
    }
}
