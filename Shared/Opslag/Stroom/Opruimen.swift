// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// What a reader of the own stream holds durably, as it said itself.
public struct StreamReader: Sendable, Equatable {
    public let name: ServiceName
    public let position: StreamPosition
    public let reportedAt: Date
}

extension Store {
    /// Notes what a reader of the own stream says it holds durably, for pruning. In memory, so cheap to call for every
    /// batch; it is kept when the outbox is pruned. A lower number than known is ignored unless the epoch is another.
    public func readerReported(_ reader: ServiceName, _ position: StreamPosition) {
        view.report(StreamReader(name: reader, position: position, reportedAt: clock.now))
    }

    /// What every reader last reported, by name; from before the start only what was kept at a pruning.
    public func readers() async throws -> [StreamReader] {
        let kept = try await read { try StreamReader.all($0) }
        let reported = view.current.reported
        return (kept.filter { reported[$0.name] == nil } + reported.values).sorted { $0.name.rawValue < $1.name.rawValue }
    }

    /// Deletes what every reader holds durably. Numbers are never given again, not even when nothing is left.
    /// - Parameters:
    ///   - followers: all who follow this stream: one that never reported holds nothing, and keeps everything.
    ///   - keep: the newest events that stay whatever the readers have, for the list of accepted events.
    /// - Returns: how many were deleted.
    @discardableResult
    public func prune(followers: Set<ServiceName>, keep: Int = 50_000) async throws -> Int {
        let reported = view.current.reported
        let limit = try await writer.submit { session -> Int64 in
            for reader in reported.values {
                try session.db.execute(
                    sql: """
                        INSERT INTO wegwijs_lezer (naam, epoch, nummer, op) VALUES (?, ?, ?, ?)
                        ON CONFLICT (naam) DO UPDATE SET epoch = excluded.epoch, nummer = excluded.nummer, op = excluded.op
                        """,
                    arguments: [
                        reader.name.rawValue, reader.position.epoch.uuidString, reader.position.number,
                        Instant.text(reader.reportedAt),
                    ])
            }
            let text = try String.fetchOne(session.db, sql: "SELECT epoch FROM wegwijs_stroom")
            let known = try StreamReader.all(session.db)
            let head = try Int64.fetchOne(session.db, sql: "SELECT max(nummer) FROM wegwijs_outbox") ?? 0
            var lowest = head - Int64(max(0, keep))
            for name in followers.union(known.map(\.name)) {
                // What a reader holds of another incarnation says nothing about this one.
                let position = known.first { $0.name == name && $0.position.epoch.uuidString == text }?.position.number
                lowest = min(lowest, position ?? 0)
            }
            return lowest
        }
        var deleted = 0
        while true {
            // In pieces, so that nobody's change waits long.
            let count = try await writer.submit { session -> Int in
                try session.db.execute(
                    sql: """
                        DELETE FROM wegwijs_outbox WHERE nummer IN
                            (SELECT nummer FROM wegwijs_outbox WHERE nummer <= ? ORDER BY nummer LIMIT 500)
                        """, arguments: [limit])
                let count = session.db.changesCount
                guard count > 0 else { return 0 }
                let head =
                    try Int64.fetchOne(session.db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'wegwijs_outbox'") ?? 0
                session.pending.newOldest =
                    try Int64.fetchOne(session.db, sql: "SELECT min(nummer) FROM wegwijs_outbox") ?? head + 1
                return count
            }
            deleted += count
            if count < 500 { return deleted }
        }
    }
}

extension StreamReader {
    static func all(_ db: Database) throws -> [StreamReader] {
        try Row.fetchAll(db, sql: "SELECT naam, epoch, nummer, op FROM wegwijs_lezer ORDER BY naam").compactMap { row in
            let (name, epoch, at): (String, String, String) = (row[0], row[1], row[3])
            guard let name = ServiceName(rawValue: name), let epoch = UUID(uuidString: epoch) else { return nil }
            return StreamReader(
                name: name, position: StreamPosition(epoch: epoch, number: row[2]), reportedAt: Instant.date(at) ?? .distantPast)
        }
    }
}
