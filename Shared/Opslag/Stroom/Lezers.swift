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
    /// batch; for the list of readers it is kept at the next pruning. The last word counts, also a lower one: the reader's store was put back.
    public func readerReported(_ reader: ServiceName, _ position: StreamPosition) {
        view.report(StreamReader(name: reader, position: position, reportedAt: clock.now))
    }

    /// What every reader last reported, by name; from before the start only what was kept at a pruning.
    public func readers() async throws -> [StreamReader] {
        let kept = try await read { try StreamReader.all($0) }
        let reported = view.current.reported
        return (kept.filter { reported[$0.name] == nil } + reported.values).sorted { $0.name.rawValue < $1.name.rawValue }
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

    func save(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO wegwijs_lezer (naam, epoch, nummer, op) VALUES (?, ?, ?, ?)
                ON CONFLICT (naam) DO UPDATE SET epoch = excluded.epoch, nummer = excluded.nummer, op = excluded.op
                """,
            arguments: [name.rawValue, position.epoch.uuidString, position.number, Instant.text(reportedAt)])
    }
}
