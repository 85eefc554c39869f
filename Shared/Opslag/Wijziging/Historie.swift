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
            let kept = try Row.fetchAll(
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
            // A first version that nothing followed yet may stand in its own table alone.
            guard kept.isEmpty, before == nil, let record = try db.record(table, id: id) else { return kept }
            return [
                HistoryEntry(
                    number: 0, table: table, id: id, version: Int(record.version),
                    at: record.changedAt.flatMap { Instant.date($0) } ?? .distantPast, by: record.changedBy ?? service.source,
                    why: StoredRecord.first, row: String(decoding: record.row, as: UTF8.self))
            ]
        }
    }
}
