// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Opslag

@Suite("De ene schrijver", .timeLimit(.minutes(1)))
struct SchrijverTests {
    let map: Proefmap
    let store: Store
    init() throws {
        map = try Proefmap()
        store = try proefopslag(map)
    }

    @Test("de schrijver legt vast met FULL, in WAL, met vreemde sleutels aan, in een bestand voor de eigenaar alleen")
    func pragmas() async throws {
        let found = try await store.write { transaction in
            try ["synchronous", "journal_mode", "foreign_keys", "wal_autocheckpoint"].map {
                try String.fetchOne(transaction.db, sql: "PRAGMA \($0)") ?? ""
            }
        }
        #expect(found == ["2", "wal", "1", "0"])
        for name in ["proef.sqlite", "proef.sqlite-wal"] {
            let rights = try FileManager.default.attributesOfItem(atPath: map.file(name).path)[.posixPermissions] as? Int
            #expect(rights == 0o600)
        }
    }

    @Test("een opdracht die ook langs GRDB ging krijgt wat nu gegeven is, niet wat er nog stond of niets")
    func gedeeldeOpdracht() async throws {
        let sql = "INSERT INTO rekening (id, naam) VALUES (?, ?)"
        let namen = try await store.write { transaction in
            let db = transaction.db
            try db.cachedStatement(sql: sql).execute(arguments: ["1", "een"])
            try db.run(sql, "2", "twee")
            try db.cachedStatement(sql: sql).execute(arguments: ["3", "drie"])
            try db.run(sql, "4", String?.none)
            return try Row.fetchAll(db, sql: "SELECT id, naam FROM rekening ORDER BY id").map {
                "\($0["id"] as String) \($0["naam"] as String? ?? "-")"
            }
        }
        #expect(namen == ["1 een", "2 twee", "3 drie", "4 -"])
    }

    @Test("een mislukte wijziging tussen 63 andere laat die met rust en houdt zelf niets over")
    func savepoints() async throws {
        try await withThrowingTaskGroup { group in
            for number in 0..<64 {
                group.addTask { [store] in
                    do {
                        try await store.write { transaction in
                            try transaction.emit(Bijgeschreven(subject: "s", bedrag: number))
                            try transaction.db.execute(sql: "INSERT INTO rekening (id) VALUES (?)", arguments: ["\(number)"])
                            if number % 8 == 3 { throw Mislukt() }
                        }
                        #expect(number % 8 != 3)
                    } catch is Mislukt {
                        #expect(number % 8 == 3)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.aantal("rekening") == 56)
        let numbers = try await store.outbox(after: 0, limit: 100).map(\.number)
        #expect(numbers == Array(1...56))
        #expect(store.head == 56)
    }

    @Test("wie op de stroom let krijgt elke vastgelegde gebeurtenis eenmaal, op volgorde en voor de aanroeper antwoord heeft")
    func observer() async throws {
        let seen = Notitie<[OutboxEvent]>([])
        store.observeOutbox { newest, events in
            seen.change { $0 += events }
            if events.last?.number != newest { Issue.record("nieuwste klopt niet") }
        }
        try await withThrowingTaskGroup { group in
            for number in 1...200 {
                group.addTask { [store] in
                    let emitted = try await store.write { try $0.emit(Bijgeschreven(subject: "s", bedrag: number)) }
                    #expect(seen.value.contains { $0.number == emitted.number })
                }
            }
            try await group.waitForAll()
        }
        #expect(seen.value == (try await store.outbox(after: 0, limit: 1000)))
    }

    @Test("de 64 wijzigingen die samen wachten gaan in veel minder vastleggingen dan 64")
    func groupCommit() async throws {
        let commits = Notitie(0)
        store.observeOutbox { _, _ in commits.change { $0 += 1 } }
        try await withThrowingTaskGroup { group in
            for number in 0..<640 {
                group.addTask { [store] in try await store.boek("s", number) }
            }
            try await group.waitForAll()
        }
        #expect(store.head == 640)
        #expect(commits.value < 320)
    }

    @Test("bij een volle schijf slaagt niemand, en als er weer plaats is gaat het vanzelf verder")
    func full() async throws {
        let pages = try await store.write { transaction in
            let pages = try Int.fetchOne(transaction.db, sql: "PRAGMA page_count") ?? 0
            try transaction.db.execute(sql: "PRAGMA max_page_count = \(pages + 8)")
            return pages
        }
        #expect(pages > 0)
        let accepted = Notitie(0)
        let refused = Notitie(0)
        await withTaskGroup { group in
            for number in 0..<200 {
                group.addTask { [store] in
                    do {
                        try await store.write { transaction in
                            try transaction.emit(Bijgeschreven(subject: String(repeating: "x", count: 1000), bedrag: number))
                        }
                        accepted.change { $0 += 1 }
                    } catch {
                        #expect(error as? Failure == .unavailable(what: "opslag"))
                        refused.change { $0 += 1 }
                    }
                }
            }
        }
        #expect(refused.value > 0)
        #expect(accepted.value + refused.value == 200)
        // Small ones may still fit where a batch did not: fill up what is left.
        while (try? await store.boek(String(repeating: "x", count: 1000), 1)) != nil { accepted.change { $0 += 1 } }
        #expect(store.health == .full)
        #expect(await store.isReady() == (store.health == .healthy))
        #expect(try await store.aantal("wegwijs_outbox") == accepted.value)
        #expect(store.head == Int64(accepted.value))

        try await store.write { try $0.db.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(await store.isReady())
        try await store.boek("s", 1)
        #expect(store.health == .healthy)
        #expect(store.head == Int64(accepted.value + 1))
    }

    @Test("na een mislukte schrijfbewerking van de schijf neemt de opslag niets meer aan en meldt dat eenmaal")
    func broken() async throws {
        let reports = Notitie(0)
        store.observeBreak { reports.change { $0 += 1 } }
        try await store.boek("s", 1)
        for code in [ResultCode.SQLITE_IOERR_FSYNC, .SQLITE_IOERR_WRITE] {
            await #expect(throws: Failure.unavailable(what: "opslag")) {
                try await store.write { transaction in
                    try transaction.emit(Bijgeschreven(subject: "s", bedrag: 2))
                    throw DatabaseError(resultCode: code)
                }
            }
        }
        await #expect(throws: Failure.unavailable(what: "opslag")) { try await store.boek("s", 3) }
        #expect(store.health == .broken)
        #expect(await !store.isReady())
        #expect(reports.value == 1)
        #expect(store.head == 1)
        #expect(try await store.outbox(after: 0, limit: 10).count == 1)
    }

    @Test("reeksen die samen wachten terwijl de opslag stuk gaat horen dat allemaal")
    func brokenSeries() async throws {
        await withTaskGroup { group in
            group.addTask { [store] in
                _ = try? await store.write { _ in
                    // On the writer's own thread: the series come to wait behind it.
                    Thread.sleep(forTimeInterval: 0.3)
                    throw DatabaseError(resultCode: .SQLITE_IOERR_FSYNC)
                }
            }
            for number in 0..<4 {
                group.addTask { [store] in
                    try? await Task.sleep(for: .milliseconds(100))
                    let outcomes = await store.writeEach([
                        ReeksStap { tx in try tx.emit(Bijgeschreven(subject: "s", bedrag: number)).number }
                    ])
                    #expect(outcomes.count == 1 && (try? outcomes[0].get()) == nil)
                }
            }
        }
        #expect(store.health == .broken && store.head == 0)
    }

    @Test("na het sluiten wordt een wijziging geweigerd en wat beloofd was staat er")
    func close() async throws {
        try await store.boek("s", 1)
        try await store.close()
        await #expect(throws: StoreError.closed) { try await store.boek("s", 2) }
        let again = try proefopslag(map)
        #expect(again.head == 1)
        #expect(again.epoch == store.epoch)
    }

    @Test("een opslag van een nieuwere versie wordt geweigerd")
    func newer() async throws {
        try await store.close()
        let newer = try Store(
            service: .intake, file: map.file("proef.sqlite"),
            migrations: [proefMigration, Migration("002-later") { try $0.execute(sql: "CREATE TABLE later (id TEXT) STRICT") }],
            clock: FixedClock(proefmoment), ids: UUIDv7Source(clock: RealClock()))
        try await newer.close()
        #expect(throws: StoreError.newerStore(file: "proef.sqlite")) { try proefopslag(map) }
    }

    @Test("van een reeks valt alleen weg wat zelf gooit, en niets gebeurt twee keer")
    func series() async throws {
        let opslag = try proefopslag(map, .intake, file: "reeks.sqlite")
        let outcomes = await opslag.writeEach(
            (1...300).map { number in
                ReeksStap { tx in
                    if number % 100 == 50 { throw Failure.state(reason: "nee") }
                    return try tx.emit(Bijgeschreven(subject: "a", bedrag: number)).number
                }
            })
        #expect(outcomes.compactMap { try? $0.get() } == Array(1...297))
        #expect(outcomes.indices.filter { (try? outcomes[$0].get()) == nil } == [49, 149, 249])
        #expect(opslag.head == 297)
        #expect(try await opslag.outbox(after: 0, limit: 1_000).count == 297)
    }

    @Test("een lange reeks gaat voor niemand in één keer door, en blijft in volgorde")
    func seriesGivesWay() async throws {
        let opslag = try proefopslag(map, .intake, file: "voorrang.sqlite")
        let ander = Mutex<Task<Int64, any Error>?>(nil)
        let outcomes = await opslag.writeEach(
            (1...600).map { number in
                ReeksStap { tx in
                    if number == 1 {
                        // Comes to wait while the series has the writer.
                        ander.withLock {
                            $0 = Task { try await opslag.write { try $0.emit(Bijgeschreven(subject: "b", bedrag: 1)).number } }
                        }
                        Thread.sleep(forTimeInterval: 0.3)
                    }
                    return try tx.emit(Bijgeschreven(subject: "a", bedrag: number)).number
                }
            })
        let nummer = try await ander.withLock { $0 }?.value
        #expect(nummer == Int64(Store.seriesLeast + 1))
        #expect(outcomes.compactMap { try? $0.get() } == (1...601).filter { $0 != nummer })
    }
}
