// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opslag
import Synchronization
import Testing

/// A fact about one dossier, numbered by the test.
struct Feit: Event {
    static let type = "nl.wegwijs.proef.feit.v1"
    var subject: String
    var volgnummer: Int
}

/// A source and a reader with real files.
final class Keten: Sendable {
    let opstelling: Opstelling
    /// Events of this subject cannot be applied while it is set.
    let giftig = Mutex<String?>(nil)
    init() throws { opstelling = try Opstelling() }

    func file(_ service: ServiceName) -> URL { opstelling.folder.appending(component: "\(service.rawValue).sqlite") }

    private func paths(_ service: ServiceName) -> [String] {
        ["", "-wal", "-shm"].map { file(service).path(percentEncoded: false) + $0 }
    }

    /// The files of a closed store: the log stays beside the database.
    func copy(of service: ServiceName) -> [String: Data] {
        Dictionary(
            uniqueKeysWithValues: paths(service).compactMap { path in
                FileManager.default.contents(atPath: path).map { (path, $0) }
            })
    }

    func putBack(_ copy: [String: Data], of service: ServiceName) throws {
        for path in paths(service) {
            try? FileManager.default.removeItem(atPath: path)
            try copy[path]?.write(to: URL(filePath: path))
        }
    }

    func source() throws -> Store {
        try Store(
            service: .intake, file: file(.intake), migrations: [], clock: opstelling.clock,
            ids: UUIDv7Source(clock: opstelling.clock))
    }

    func reader() throws -> Store {
        let tabel = Migration("001-feit") { db in
            try db.execute(
                sql: """
                    CREATE TABLE feit (id INTEGER PRIMARY KEY, subject TEXT NOT NULL, volgnummer INTEGER NOT NULL) STRICT;
                    """)
        }
        return try Store(
            service: .begeleiding, file: file(.begeleiding), migrations: [tabel], clock: opstelling.clock,
            ids: UUIDv7Source(clock: opstelling.clock))
    }

    func readerBus(
        _ store: Store, log: Logboek = Logboek(), change: (inout BusConfiguration) -> Void = { _ in }
    ) throws -> Bus {
        let bus = try opstelling.bus(.begeleiding, store: store, log: log, change: change)
        var following = Following(.intake)
        following.on(Feit.self, effect: "feit") { [self] feit, _, transaction in
            if giftig.withLock({ $0 == feit.subject }) { throw Failure.state(reason: "giftig") }
            try transaction.db.execute(
                sql: "INSERT INTO feit (subject, volgnummer) VALUES (?, ?)", arguments: [feit.subject, feit.volgnummer])
        }
        bus.install(Handlers(), following: [following])
        return bus
    }

    /// Emits events one by one, as fast as eight callers can.
    func emit(_ numbers: Range<Int>, in store: Store, subject: @escaping @Sendable (Int) -> String = { _ in "d-1" }) async throws
    {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for part in stride(from: numbers.lowerBound, to: numbers.upperBound, by: max(1, numbers.count / 8)) {
                group.addTask {
                    for number in part..<min(part + max(1, numbers.count / 8), numbers.upperBound) {
                        _ = try await store.write { try $0.emit(Feit(subject: subject(number), volgnummer: number)) }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    func count(_ store: Store) async throws -> Int {
        try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM feit") ?? 0 }
    }

    /// The order of arrival must be the order of the source.
    func arrived(_ store: Store) async throws -> [Int] {
        try await store.read { try Int.fetchAll($0, sql: "SELECT volgnummer FROM feit ORDER BY id") }
    }

    func emitted(_ store: Store) async throws -> [Int] {
        var numbers: [Int] = []
        while true {
            let events = try await store.outbox(after: Int64(numbers.count), limit: 1_000)
            if events.isEmpty { return numbers }
            for event in events { numbers.append(try MessageCoding.decode(Feit.self, from: event.data).volgnummer) }
        }
    }
}

@Suite("Stromen", .timeLimit(.minutes(1)))
struct StroomTests {
    @Test("vijfduizend gebeurtenissen komen in volgorde en precies eenmaal aan, met een lezer die halverwege stopt en start")
    func precies() async throws {
        let keten = try Keten()
        let (source, reader) = (try keten.source(), try keten.reader())
        let intake = try keten.opstelling.bus(.intake, store: source)
        try await running(intake) {
            let emitting = Task { try await keten.emit(0..<5_000, in: source) }
            try await running(try keten.readerBus(reader)) {
                let isHalfway = try await eventually(within: .seconds(30)) { try await keten.count(reader) > 1_500 }
                #expect(isHalfway)
            }
            let halfway = try await keten.count(reader)
            try await emitting.value
            #expect(halfway < 5_000)
            // Everything of the second half is older than the memory of the source holds, or just not.
            try await running(try keten.readerBus(reader)) {
                let isDone = try await eventually(within: .seconds(30)) { try await keten.count(reader) >= 5_000 }
                #expect(isDone)
            }
        }
        let arrived = try await keten.arrived(reader)
        #expect(arrived.count == 5_000 && Set(arrived).count == 5_000)
        #expect(arrived == (try await keten.emitted(source)))
    }

    @Test("een bron die opnieuw start gaat verder waar zij was, ook met een lezer die blijft draaien")
    func bronOpnieuw() async throws {
        let keten = try Keten()
        let reader = try keten.reader()
        try await running(try keten.readerBus(reader)) {
            for ronde in 0..<4 {
                let source = try keten.source()
                try await running(try keten.opstelling.bus(.intake, store: source)) {
                    try await keten.emit(ronde * 200..<(ronde + 1) * 200, in: source)
                    // Twice it stops before everything has left.
                    if ronde % 2 == 1 {
                        let isThere = try await eventually { try await keten.count(reader) == (ronde + 1) * 200 }
                        #expect(isThere)
                    }
                }
                try await source.close()
            }
        }
        let arrived = try await keten.arrived(reader)
        #expect(arrived.sorted() == Array(0..<800))
    }

    @Test("een gebeurtenis komt ook na stilte meteen aan, en de stand klopt aan beide kanten")
    func stand() async throws {
        let keten = try Keten()
        let (source, reader) = (try keten.source(), try keten.reader())
        let (intake, begeleiding) = (try keten.opstelling.bus(.intake, store: source), try keten.readerBus(reader))
        try await running(intake, begeleiding) {
            try await keten.emit(0..<3, in: source)
            let isFirst = try await eventually { try await keten.count(reader) == 3 }
            #expect(isFirst)
            try await Task.sleep(for: .milliseconds(1_300))
            let start = ContinuousClock.now
            try await keten.emit(3..<4, in: source)
            let isLast = try await eventually { try await keten.count(reader) == 4 }
            #expect(isLast && ContinuousClock.now - start < .seconds(5))

            let isTold = await eventually { await intake.status().own?.readers.first?.lag == 0 }
            #expect(isTold)
            let own = try #require(await intake.status().own)
            #expect(own.head == 4 && own.epoch == source.epoch)
            #expect(own.readers == [.init(service: .begeleiding, position: 4, lag: 0, isPresent: true)])
            let followed = try #require(await begeleiding.status().followed.first)
            #expect(followed.position == 4 && followed.lag == 0 && followed.state == .bij && followed.epoch == source.epoch)
            #expect(followed.error == nil && followed.setAside == 0)
        }
    }

    @Test("de beheerder ziet de stand over de bus, een dienst niet")
    func opAfstand() async throws {
        let keten = try Keten()
        let source = try keten.source()
        let (intake, wegwijs) = (
            try keten.opstelling.bus(.intake, store: source), try keten.opstelling.bus(.wegwijs) { $0.own = nil }
        )
        let begeleiding = try keten.opstelling.bus(.begeleiding)
        try await running(intake, begeleiding) {
            try await keten.emit(0..<2, in: source)
            // The operator's command asks without running a bus.
            let status = try await wegwijs.ask(StreamStatus(), of: .intake, as: iemand)
            #expect(status.service == .intake && status.own?.head == 2)
            await #expect(throws: Failure.self) { try await begeleiding.ask(StreamStatus(), of: .intake, as: iemand) }
        }
    }

    @Test("een andere incarnatie van de bron wordt geweigerd en gezegd, tot een mens haar aanvaardt")
    func incarnatie() async throws {
        let keten = try Keten()
        let reader = try keten.reader()
        let log = Logboek()
        let begeleiding = try keten.readerBus(reader, log: log)
        let wegwijs = try keten.opstelling.bus(.wegwijs) { $0.own = nil }
        try await running(begeleiding) {
            let first = try keten.source()
            try await running(try keten.opstelling.bus(.intake, store: first)) {
                try await keten.emit(0..<5, in: first)
                let isThere = try await eventually { try await keten.count(reader) == 5 }
                #expect(isThere)
            }
            try await first.close()
            try keten.putBack([:], of: .intake)
            // Made anew, with more events than the reader has seen.
            let second = try keten.source()
            try await keten.emit(100..<120, in: second)
            try await running(try keten.opstelling.bus(.intake, store: second)) {
                let isStopped = await eventually { await begeleiding.status().followed.first?.state == .gestopt }
                #expect(isStopped)
                try await Task.sleep(for: .milliseconds(300))
                let count = try await keten.count(reader)
                #expect(count == 5)
                #expect(log.lines(with: "stream stopped").count == 1)
                #expect(await begeleiding.status().followed.first?.error?.contains("epochChanged") == true)

                // As `wegwijs hervat` asks it.
                _ = try await wegwijs.ask(
                    AcceptStream(source: .intake, epoch: second.epoch, number: 0), of: .begeleiding, as: iemand)
                let isRead = try await eventually { try await keten.count(reader) == 25 }
                #expect(isRead)
                #expect(await begeleiding.status().followed.first?.state == .bij)
            }
        }
    }

    @Test("een bron die minder heeft dan de lezer wordt geweigerd, en gaat niet stil verder als zij bijkomt")
    func lezerVooruit() async throws {
        let keten = try Keten()
        let reader = try keten.reader()
        let begeleiding = try keten.readerBus(reader)
        let first = try keten.source()
        try await keten.emit(0..<3, in: first)
        try await first.close()
        let copy = keten.copy(of: .intake)
        try await running(begeleiding) {
            let later = try keten.source()
            try await running(try keten.opstelling.bus(.intake, store: later)) {
                try await keten.emit(3..<10, in: later)
                let isThere = try await eventually { try await keten.count(reader) == 10 }
                #expect(isThere)
            }
            try await later.close()
            try keten.putBack(copy, of: .intake)
            let older = try keten.source()
            try await running(try keten.opstelling.bus(.intake, store: older)) {
                let isStopped = await eventually { await begeleiding.status().followed.first?.state == .gestopt }
                #expect(isStopped)
                let error = try #require(await begeleiding.status().followed.first?.error)
                #expect(error.contains("readerAhead"))
                try await keten.emit(200..<220, in: older)
                try await Task.sleep(for: .milliseconds(300))
                let count = try await keten.count(reader)
                #expect(count == 10)
            }
        }
    }

    @Test("een bron die teruggezet is en de lezer intussen heeft ingehaald, wordt herkend aan haar laatste gebeurtenis")
    func andereGeschiedenis() async throws {
        let keten = try Keten()
        let reader = try keten.reader()
        let first = try keten.source()
        try await keten.emit(0..<3, in: first)
        try await first.close()
        let copy = keten.copy(of: .intake)
        let later = try keten.source()
        try await running(try keten.opstelling.bus(.intake, store: later), try keten.readerBus(reader)) {
            try await keten.emit(3..<10, in: later)
            let isThere = try await eventually { try await keten.count(reader) == 10 }
            #expect(isThere)
        }
        try await later.close()
        try keten.putBack(copy, of: .intake)
        // Nobody saw it with fewer events than the reader has, and its epoch is the same.
        let older = try keten.source()
        try await keten.emit(200..<230, in: older)
        let begeleiding = try keten.readerBus(reader)
        try await running(try keten.opstelling.bus(.intake, store: older), begeleiding) {
            let isStopped = await eventually { await begeleiding.status().followed.first?.state == .gestopt }
            #expect(isStopped)
            let error = try #require(await begeleiding.status().followed.first?.error)
            #expect(error == "the source has another event 10: its store was put back")
            let count = try await keten.count(reader)
            #expect(count == 10)
        }
    }

    @Test(
        "een lijn die breekt of dood is wordt opnieuw gelegd, en niets gaat verloren of komt dubbel",
        arguments: ["breekt", "dood"])
    func lijn(kwaal: String) async throws {
        let keten = try Keten()
        let (source, reader) = (try keten.source(), try keten.reader())
        let ports = (router: KaleVerbinding.freePort(), bell: KaleVerbinding.freePort())
        let relays = (router: try Doorgeefluik(to: ports.router), bell: try Doorgeefluik(to: ports.bell))
        defer {
            relays.router.stop()
            relays.bell.stop()
        }
        let intake = try keten.opstelling.bus(.intake, store: source) {
            $0.own = PeerAddress(router: "tcp://127.0.0.1:\(ports.router)", bell: "tcp://127.0.0.1:\(ports.bell)")
        }
        let begeleiding = try keten.readerBus(reader) {
            $0.peers[.intake] = PeerAddress(
                router: "tcp://127.0.0.1:\(relays.router.port)", bell: "tcp://127.0.0.1:\(relays.bell.port)")
        }
        try await running(intake, begeleiding) {
            let emitting = Task {
                for number in 0..<400 {
                    try await keten.emit(number..<number + 1, in: source)
                    try await Task.sleep(for: .milliseconds(kwaal == "dood" ? 20 : 5))
                }
            }
            for _ in 0..<(kwaal == "dood" ? 1 : 6) {
                try await Task.sleep(for: .milliseconds(250))
                for relay in [relays.router, relays.bell] { if kwaal == "dood" { relay.freeze() } else { relay.cut() } }
            }
            try await emitting.value
            let isDone = try await eventually(within: .seconds(20)) { try await keten.count(reader) == 400 }
            #expect(isDone)
        }
        let arrived = try await keten.arrived(reader)
        #expect(arrived == Array(0..<400))
    }

    @Test("een gebeurtenis die niet toegepast kan worden gaat terzijde en houdt alleen haar eigen onderwerp op")
    func terzijde() async throws {
        let keten = try Keten()
        let (source, reader) = (try keten.source(), try keten.reader())
        let (intake, begeleiding) = (try keten.opstelling.bus(.intake, store: source), try keten.readerBus(reader))
        let wegwijs = try keten.opstelling.bus(.wegwijs) { $0.own = nil }
        keten.giftig.withLock { $0 = "d-2" }
        try await running(intake, begeleiding) {
            for number in 0..<30 {
                _ = try await source.write { try $0.emit(Feit(subject: "d-\(number % 3)", volgnummer: number)) }
            }
            let isPast = await eventually { await begeleiding.status().followed.first?.position == 30 }
            #expect(isPast)
            let count = try await keten.count(reader)
            #expect(count == 20)
            let followed = try #require(await begeleiding.status().followed.first)
            #expect(followed.position == 30 && followed.setAside == 10 && followed.state == .bij)
            let list = try await wegwijs.ask(SetAsideList(source: .intake), of: .begeleiding, as: iemand)
            #expect(list.items.map(\.number) == stride(from: 3, through: 30, by: 3).map { Int64($0) })

            // Still poisonous: nothing moves.
            let still = try await begeleiding.retrySetAside(source: .intake)
            #expect(still.applied == 0 && still.remaining == 10)
            keten.giftig.withLock { $0 = nil }
            let retried = try await wegwijs.ask(RetrySetAside(source: .intake, subject: "d-2"), of: .begeleiding, as: iemand)
            #expect(retried == .init(applied: 10, remaining: 0))
            #expect(await begeleiding.status().followed.first?.setAside == 0)
        }
        let arrived = try await keten.arrived(reader)
        #expect(arrived.filter { $0 % 3 == 2 } == Array(stride(from: 2, to: 30, by: 3)))
        #expect(arrived.count == 30)
    }

    @Test("een lezer die later komt begint bij nummer een")
    func nieuweLezer() async throws {
        let keten = try Keten()
        let (source, reader) = (try keten.source(), try keten.reader())
        try await keten.emit(0..<700, in: source)
        try await running(try keten.opstelling.bus(.intake, store: source), try keten.readerBus(reader)) {
            let isDone = try await eventually { try await keten.count(reader) == 700 }
            #expect(isDone)
        }
        #expect(try await keten.arrived(reader) == (try await keten.emitted(source)))
    }
}
