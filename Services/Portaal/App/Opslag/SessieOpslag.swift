// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB
import Opslag
import Web

/// Sessions in portaal's store. Expired ones stay for two days, so that what somebody typed into a page that stood open
/// overnight still finds its owner; then they are swept out when somebody signs in.
struct SessieOpslag: SessionStore {
    let store: Store

    func insert(_ record: SessionRecord) async throws {
        try await store.write { tx in
            try tx.db.execute(
                sql: "DELETE FROM sessie WHERE begonnen < ?",
                arguments: [record.begunAt.addingTimeInterval(-2 * 86_400).timeIntervalSince1970])
            try tx.db.execute(
                sql: "INSERT INTO sessie (hash, gebruiker, stap, begonnen, gezien) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    record.hash, record.subject, record.stage.rawValue, record.begunAt.timeIntervalSince1970,
                    record.seenAt.timeIntervalSince1970,
                ])
        }
    }

    func find(hash: Data) async throws -> SessionRecord? {
        // For every request: read where it lies.
        try await store.read { db in
            try db.first("SELECT gebruiker, stap, begonnen, gezien FROM sessie WHERE hash = ?", hash) { row in
                SessionRecord.Stage(rawValue: row.text(1)).map { stage in
                    SessionRecord(
                        hash: hash, subject: row.text(0), stage: stage, begunAt: Date(timeIntervalSince1970: row.double(2)),
                        seenAt: Date(timeIntervalSince1970: row.double(3)))
                }
            } ?? nil
        }
    }

    func touch(hash: Data, at instant: Date) async throws {
        try await store.write { tx in
            try tx.db.execute(
                sql: "UPDATE sessie SET gezien = ? WHERE hash = ?", arguments: [instant.timeIntervalSince1970, hash])
        }
    }

    func remove(hash: Data) async throws {
        try await store.write { tx in try tx.db.execute(sql: "DELETE FROM sessie WHERE hash = ?", arguments: [hash]) }
    }

    func removeAll(subject: String) async throws {
        try await store.write { tx in try tx.db.execute(sql: "DELETE FROM sessie WHERE gebruiker = ?", arguments: [subject]) }
    }
}
