// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// An event that could not be applied, or that waits behind one of its subject that could not.
public struct SetAsideEvent: Sendable, Equatable {
    public let source: ServiceName
    public let number: Int64
    public let subject: String?
    public let type: String?
    /// What went wrong, without anything about a person.
    public let error: String
    public let attempts: Int
    public let since: Date
}

/// What became of a retry.
public struct RetryOutcome: Sendable, Equatable {
    public var applied = 0
    /// Events that still cannot be applied, with those that wait behind them.
    public var remaining = 0
    public init(applied: Int = 0, remaining: Int = 0) { (self.applied, self.remaining) = (applied, remaining) }
}

extension Store {
    /// The events that were set aside, in order of their source and number.
    public func setAside(
        from source: ServiceName, after number: Int64 = 0, limit: Int = 100
    ) async throws -> [SetAsideEvent] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT nummer, subject, type, fout, pogingen, sinds FROM wegwijs_terzijde
                    WHERE bron = ? AND nummer > ? ORDER BY nummer LIMIT ?
                    """, arguments: [source.rawValue, number, limit]
            ).map { row in
                let since: String = row["sinds"]
                return SetAsideEvent(
                    source: source, number: row["nummer"], subject: row["subject"], type: row["type"], error: row["fout"],
                    attempts: row["pogingen"], since: Instant.date(since) ?? .distantPast)
            }
        }
    }

    /// How many events of each source are set aside; sources without any are left out.
    public func setAsideCounts() async throws -> [ServiceName: Int] {
        try await read { db in
            var counts: [ServiceName: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT bron, count(*) FROM wegwijs_terzijde GROUP BY bron") {
                let name: String = row[0]
                if let source = ServiceName(rawValue: name) { counts[source] = row[1] }
            }
            return counts
        }
    }

    /// Tries the events that were set aside again, in order; one that fails again keeps the later ones of its subject back.
    /// - Parameter subject: only this one; nil for all of the source.
    public func retry(
        from source: ServiceName, subject: String? = nil, effects: EventEffects, limit: Int = 1000
    ) async throws -> RetryOutcome {
        try await writer.submit { session in
            let rows = try Row.fetchAll(
                session.db,
                sql: """
                    SELECT epoch, nummer, subject, envelop, data FROM wegwijs_terzijde
                    WHERE bron = :bron AND (:subject IS NULL OR subject = :subject) ORDER BY rowid LIMIT :limit
                    """, arguments: ["bron": source.rawValue, "subject": subject, "limit": limit])
            var outcome = RetryOutcome()
            var stuck: Set<String> = []
            for row in rows {
                let (number, epoch, subject): (Int64, String, String?) = (row["nummer"], row["epoch"], row["subject"])
                if let subject, stuck.contains(subject) {
                    outcome.remaining += 1
                    continue
                }
                let event = ReceivedEvent(number: number, envelope: row["envelop"], data: row["data"])
                let key: StatementArguments = [source.rawValue, epoch, number]
                do {
                    let envelope = try Envelope(json: event.envelope)
                    guard envelope.source == source.source, let known = UUID(uuidString: epoch) else {
                        throw Failure.state(reason: "bron in de envelop klopt niet")
                    }
                    _ = try Application(session, source: source, epoch: known, effects: effects).run(event, envelope)
                    try session.db.execute(
                        sql: "DELETE FROM wegwijs_terzijde WHERE bron = ? AND epoch = ? AND nummer = ?", arguments: key)
                    outcome.applied += 1
                } catch {
                    if Trouble.isOfTheMoment(error) || !session.isInTransaction { throw error }
                    try session.db.execute(
                        sql: """
                            UPDATE wegwijs_terzijde SET pogingen = pogingen + 1, fout = ?
                            WHERE bron = ? AND epoch = ? AND nummer = ?
                            """, arguments: [SafeText.of(error)] + key)
                    outcome.remaining += 1
                    if let subject { stuck.insert(subject) }
                }
            }
            session.pending.held[source] = nil
            return outcome
        }
    }
}
