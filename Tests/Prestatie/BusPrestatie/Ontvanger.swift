// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import GRDB
import Opslag
import Synchronization

/// The receiver: applies each event with an effect that counts, and notes when its commit was done.
struct Receiver: Sendable {
    let options: Options
    init(_ options: Options) { self.options = options }

    /// Only touched on the writer's thread, and read when all is done.
    private struct Log: Sendable {
        /// The moments at which the events were due, in the order in which they were applied; warming up left out.
        var due: [Int64] = []
        var warm = 0
        var committed: [Int64] = []
    }

    static let migrations = [
        Migration("001-effect") { db in
            try db.execute(
                sql: """
                    CREATE TABLE effect (
                        id INTEGER PRIMARY KEY, volgnummer INTEGER NOT NULL, subject TEXT NOT NULL, bedrag INTEGER NOT NULL,
                        toelichting TEXT NOT NULL
                    ) STRICT;
                    """)
        }
    ]

    func run() async throws {
        let side = try Side(.begeleiding, in: options.folder, migrations: Self.migrations)
        let bus = side.bus
        let log = Mutex(Log())
        log.withLock { $0.due.reserveCapacity(options.count) }
        var following = Following(.intake)
        following.on(Besteld.self, effect: "besteld") { event, _, transaction in
            let insert = try transaction.db.cachedStatement(
                sql: "INSERT INTO effect (volgnummer, subject, bedrag, toelichting) VALUES (?, ?, ?, ?)")
            try insert.execute(arguments: [event.volgnummer, event.subject, event.bedrag, event.toelichting])
            log.withLock { log in
                if event.volgnummer < 0 { log.warm += 1 } else { log.due.append(event.moment) }
            }
        }
        bus.install(Handlers(), following: [following])
        bus.observeApplied { _, _ in
            let now = nanoseconds()
            log.withLock { log in
                while log.committed.count < log.due.count { log.committed.append(now) }
            }
        }
        let running = Task { try await bus.run() }
        var lines = Parentage.lines.makeAsyncIterator()
        Parentage.tell("klaar")
        var processor = processorTime()
        while let line = await lines.next() {
            switch line {
            case "begin": processor = processorTime()
            case "stand": Parentage.tell("stand \(log.withLock { "\($0.warm) \($0.committed.count)" })")
            case "uitslag":
                let (due, committed) = log.withLock { ($0.due, $0.committed) }
                let waits = zip(due, committed).map { $1 - $0 }.sorted()
                func percentile(_ part: Double) -> Double {
                    guard !waits.isEmpty else { return 0 }
                    let index = min(waits.count - 1, Int((part * Double(waits.count)).rounded(.up)) - 1)
                    return Double(waits[max(0, index)]) / 1e6
                }
                Parentage.tell(
                    "uitslag \(committed.last ?? 0) \(percentile(0.5)) \(percentile(0.99)) \(processorTime() - processor)")
            default: break
            }
        }
        running.cancel()
        try await running.value
    }
}
