// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// What a turn of pruning took away.
public struct Pruned: Sendable, Equatable {
    /// Events of the own stream.
    public var events = 0
    /// Rows of the list of applied effects.
    public var effects = 0
    /// Answers of commands.
    public var commands = 0
    /// There is more that may go; the next turn goes on.
    public var isMore = false
    /// Readers that have not read what is old enough to go.
    public var waitsFor: [ServiceName] = []

    public init(events: Int = 0, effects: Int = 0, commands: Int = 0, isMore: Bool = false, waitsFor: [ServiceName] = []) {
        (self.events, self.effects, self.commands) = (events, effects, commands)
        (self.isMore, self.waitsFor) = (isMore, waitsFor)
    }
}

extension Store {
    /// Takes away what the streams no longer need: events of long ago that every reader holds durably, and the effects and
    /// answers that were remembered against a second time. In pieces of at most 500 rows a table, so that nobody's change
    /// waits long, and a bounded number of pieces a turn. Numbers are never given again, not even when nothing is left.
    /// - Parameters:
    ///   - readers: all who read this stream: one that has not reported since the start keeps everything.
    ///   - moment: what is of this moment or later stays.
    ///   - keep: the newest of each table that stay whatever the clock says.
    @discardableResult
    public func prune(readers: Set<ServiceName>, before moment: Date, keep: Int = 1_000, pieces: Int = 20) async throws -> Pruned
    {
        var turn = Pruned()
        for _ in 0..<max(1, pieces) {
            let reported = Array(view.current.reported.values)
            let piece = try await writer.submit { session in
                try Pruning(session: session, readers: readers, before: Instant.text(moment), keep: keep).run(reported)
            }
            turn.events += piece.events
            turn.effects += piece.effects
            turn.commands += piece.commands
            (turn.isMore, turn.waitsFor) = (piece.isMore, piece.waitsFor)
            if !piece.isMore { break }
        }
        view.pruned(turn, at: clock.now)
        return turn
    }

    /// What pruning did since the start; nil before its first turn. In memory.
    public var pruning: BusStatus.Pruning? { view.current.pruning }
}

/// One piece, in one transaction.
private struct Pruning {
    static let size = 500

    let session: Session
    let readers: Set<ServiceName>
    let before: String
    let keep: Int
    var db: Database { session.db }

    func run(_ reported: [StreamReader]) throws -> Pruned {
        let known = try StreamReader.all(db)
        for reader in reported where known.first(where: { $0.name == reader.name })?.position != reader.position {
            try reader.save(db)
        }
        var piece = try pruneEvents(reported)
        piece.effects = try pruneEffects()
        piece.commands = try pruneCommands()
        piece.isMore = max(piece.events, piece.effects, piece.commands) == Self.size
        return piece
    }

    private func pruneEvents(_ reported: [StreamReader]) throws -> Pruned {
        let epoch = try String.fetchOne(db, sql: "SELECT epoch FROM wegwijs_stroom")
        // Only what was said since the start: an older word may be of before the reader's store was put back. And what a
        // reader holds of another incarnation says nothing about this one.
        let held = readers.map { name in
            (name, reported.first { $0.name == name && $0.position.epoch.uuidString == epoch }?.position.number ?? 0)
        }
        let newest = try Int64.fetchOne(db, sql: "SELECT max(nummer) FROM wegwijs_outbox") ?? 0
        let old = try oldest(
            "SELECT nummer, tijd FROM wegwijs_outbox WHERE nummer <= ? ORDER BY nummer LIMIT ?", upTo: newest - Int64(keep))
        guard let first = old.first, let last = old.last else { return Pruned() }
        let lowest = min(last, held.map(\.1).min() ?? last)
        let waitsFor = held.filter { $0.1 < last }.map(\.0).sorted { $0.rawValue < $1.rawValue }
        guard lowest >= first else { return Pruned(waitsFor: waitsFor) }
        try db.execute(sql: "DELETE FROM wegwijs_outbox WHERE nummer <= ?", arguments: [lowest])
        let count = db.changesCount
        let head = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'wegwijs_outbox'") ?? 0
        session.pending.newOldest = try Int64.fetchOne(db, sql: "SELECT min(nummer) FROM wegwijs_outbox") ?? head + 1
        return Pruned(events: count, waitsFor: waitsFor)
    }

    /// An effect is remembered against an event that comes again. One at or below the position never does, as long as the
    /// position is not put back: the highest number that was forgotten is kept, and `setPosition` goes no lower.
    private func pruneEffects() throws -> Int {
        let newest = try Int64.fetchOne(db, sql: "SELECT max(volgnummer) FROM wegwijs_effect") ?? 0
        // The newest row stays in any case: the next number is one more than the highest in the table.
        let old = try oldest(
            "SELECT volgnummer, op FROM wegwijs_effect WHERE volgnummer <= ? ORDER BY volgnummer LIMIT ?",
            upTo: newest - Int64(max(1, keep)))
        guard let last = old.last else { return 0 }
        try db.execute(
            sql: """
                UPDATE wegwijs_lezer_positie AS p SET vergeten = max(vergeten, coalesce(
                    (SELECT max(nummer) FROM wegwijs_effect WHERE volgnummer <= ? AND bron = p.bron), 0))
                """, arguments: [last])
        try db.execute(sql: "DELETE FROM wegwijs_effect WHERE volgnummer <= ?", arguments: [last])
        return db.changesCount
    }

    private func pruneCommands() throws -> Int {
        let newest = try String.fetchOne(
            db, sql: "SELECT op FROM wegwijs_opdracht ORDER BY op DESC LIMIT 1 OFFSET ?", arguments: [keep])
        guard let newest else { return 0 }
        try db.execute(
            sql: """
                DELETE FROM wegwijs_opdracht WHERE id IN
                    (SELECT id FROM wegwijs_opdracht WHERE op < ? AND op <= ? ORDER BY op LIMIT ?)
                """, arguments: [before, newest, Self.size])
        return db.changesCount
    }

    /// The numbers at the front of a table that are old enough to go.
    private func oldest(_ sql: String, upTo last: Int64) throws -> [Int64] {
        var numbers: [Int64] = []
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [last, Self.size])
        while let row = try rows.next() {
            let at: String = row[1]
            guard at < before else { break }
            numbers.append(row[0])
        }
        return numbers
    }
}
