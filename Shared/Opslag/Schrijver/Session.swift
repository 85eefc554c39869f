// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// What the writer's thread holds: the connection, its prepared statements, and what the transaction under way has done
/// that must be told after its commit or forgotten with it. Never leaves that thread.
final class Session {
    let db: Database
    let service: ServiceName
    let clock: any WegwijsClock
    let ids: any IDSource
    /// What is undone together when a savepoint is rolled back.
    struct Pending {
        /// How far each source was applied.
        var positions: [ServiceName: StreamPosition]
        /// The id of the event at each position.
        var lastEvents: [ServiceName: UUID]
        /// Subjects with events set aside, by source; nil for a source that must be read anew.
        var held: [ServiceName: Set<String>] = [:]
        /// The own stream's incarnation, when this transaction renewed it.
        var newEpoch: UUID?
        /// The lowest number left in the outbox, when this transaction pruned.
        var newOldest: Int64?
    }
    var pending: Pending
    /// Events emitted in this transaction. Apart from the rest, since it grows with every job and is cut back by count.
    var events: [OutboxEvent] = []
    private var statements: [RawStatement?] = Array(repeating: nil, count: SQL.allCases.count)
    let walPages = WalPages()
    /// How many pages the log had when copying it last began.
    var copiedPages: Int32 = 0
    /// How many times 4 kB a page is.
    let perPage: Int32
    /// Which transaction this is, counted from the start.
    private(set) var transaction = 0
    /// Whether anybody waits for the writer beside who has it now.
    var othersWait: () -> Bool = { false }
    private var dayOfHour: (hour: Int, day: Datum)?
    private let commitStatement: Statement
    private let beginStatement: Statement

    init(
        _ db: Database, service: ServiceName, clock: any WegwijsClock, ids: any IDSource,
        positions: [ServiceName: StreamPosition],
        lastEvents: [ServiceName: UUID]
    ) throws {
        (self.db, self.service, self.clock, self.ids) = (db, service, clock, ids)
        pending = Pending(positions: positions, lastEvents: lastEvents)
        perPage = max(1, (try Int32.fetchOne(db, sql: "PRAGMA page_size") ?? 4096) / 4096)
        // Through GRDB, which must know of transactions; savepoints it need not know of.
        beginStatement = try db.makeStatement(sql: "BEGIN IMMEDIATE")
        commitStatement = try db.makeStatement(sql: "COMMIT")
        countWalPages()
    }

    deinit { stopCounting() }

    func statement(_ sql: SQL) throws -> RawStatement {
        if let made = statements[sql.rawValue] { return made }
        let made = try RawStatement(db, db.makeStatement(sql: sql.text))
        statements[sql.rawValue] = made
        return made
    }

    /// Forgets what was done in memory since a moment.
    func restore(_ before: Pending, eventCount: Int) {
        pending = before
        pending.held = [:]
        events.removeLast(max(0, events.count - eventCount))
    }

    /// The day in Europe/Amsterdam, asked by every change: a day there begins on a whole hour.
    func day(of moment: Date) -> Datum {
        let hour = Int((moment.timeIntervalSinceReferenceDate / 3600).rounded(.down))
        if let dayOfHour, dayOfHour.hour == hour { return dayOfHour.day }
        let day = Datum(moment)
        dayOfHour = (hour, day)
        return day
    }

    var isInTransaction: Bool { db.isInsideTransaction }
    func begin() throws {
        transaction += 1
        try beginStatement.execute()
    }
    func commit() throws { try commitStatement.execute() }
    func rollback() throws { if isInTransaction { try db.rollback() } }
    func savepoint() throws { try statement(.savepoint).run() }
    func release() throws { try statement(.release).run() }
    func rollbackToSavepoint() throws {
        try statement(.rollbackTo).run()
        try statement(.release).run()
    }
}

/// The statements of the event path.
enum SQL: Int, CaseIterable {
    case savepoint, release, rollbackTo
    case savepointEvent, releaseEvent, rollbackToEvent
    case insertOutbox, insertEffect, movePosition, setAside, readHeld

    var text: String {
        switch self {
        case .savepoint: "SAVEPOINT wegwijs"
        case .release: "RELEASE wegwijs"
        case .rollbackTo: "ROLLBACK TO wegwijs"
        case .savepointEvent: "SAVEPOINT wegwijs_event"
        case .releaseEvent: "RELEASE wegwijs_event"
        case .rollbackToEvent: "ROLLBACK TO wegwijs_event"
        case .insertOutbox:
            "INSERT INTO wegwijs_outbox (id, type, subject, tijd, envelop, data) VALUES (?, ?, ?, ?, ?, ?)"
        case .insertEffect:
            """
            INSERT INTO wegwijs_effect (bron, nummer, event_id, subject, effect, op) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (event_id) DO NOTHING
            """
        case .movePosition:
            """
            INSERT INTO wegwijs_lezer_positie (bron, epoch, nummer, laatste) VALUES (?, ?, ?, ?)
            ON CONFLICT (bron) DO UPDATE SET epoch = excluded.epoch, nummer = excluded.nummer, laatste = excluded.laatste
            """
        case .setAside:
            """
            INSERT INTO wegwijs_terzijde (bron, epoch, nummer, subject, type, envelop, data, fout, pogingen, sinds)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        case .readHeld:
            "SELECT DISTINCT subject FROM wegwijs_terzijde WHERE bron = ? AND subject IS NOT NULL"
        }
    }
}
