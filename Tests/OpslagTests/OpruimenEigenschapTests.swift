// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Testing

/// Random rows of telling, reading at different speeds, crashes, stores that are put back, and pruning. Whatever the row:
/// every reader that catches up has the effect of every event once, in order.
@Suite("Opruimen en niets verliezen", .timeLimit(.minutes(5)))
struct OpruimenEigenschapTests {
    static let readers: [ServiceName] = [.begeleiding, .rapportage]
    static let days = 3.0

    /// A source, its readers, and what a test knows of them.
    final class Loop {
        let map: Proefmap
        let klok = Proefklok(proefmoment)
        var bron: Store
        var lezers: [ServiceName: Store] = [:]
        var told = 0
        var pruned = 0
        /// The last copy of each reader's file, and how far it had read.
        var copies: [ServiceName: (file: URL, position: Int64)] = [:]
        var copyCount = 0

        init() throws {
            map = try Proefmap()
            bron = try proefopslag(map, .intake, file: "bron.sqlite", klok: klok)
            for name in readers { lezers[name] = try open(name) }
        }

        func open(_ name: ServiceName) throws -> Store { try proefopslag(map, name, file: "\(name).sqlite", klok: klok) }

        func tell(_ count: Int) async throws {
            for _ in 0..<count {
                told += 1
                try await bron.boek("a", told)
            }
        }

        /// Reads at most so many events, and says what is held durably, as the bus does with each question.
        func read(_ name: ServiceName, _ limit: Int) async throws {
            let lezer = try #require(lezers[name])
            let position = lezer.position(of: .intake)?.number ?? 0
            let events = try await bron.outbox(after: position, limit: limit)
            try await lezer.apply(events, from: .intake, epoch: bron.epoch, head: bron.head, effects: bijschrijven)
            report(name, lezer)
        }

        private func report(_ name: ServiceName, _ lezer: Store) {
            let number = lezer.position(of: .intake)?.number ?? 0
            bron.readerReported(name, StreamPosition(epoch: bron.epoch, number: number))
        }

        func prune() async throws {
            let before = klok.now.addingTimeInterval(-86_400 * days)
            pruned += try await bron.prune(readers: Set(readers), before: before, keep: 2).events
            for lezer in lezers.values { try await lezer.prune(readers: [], before: before, keep: 2) }
        }

        func restartSource() async throws {
            try await bron.close()
            bron = try proefopslag(map, .intake, file: "bron.sqlite", klok: klok)
        }

        func restart(_ name: ServiceName) async throws {
            try await lezers[name]?.close()
            lezers[name] = try open(name)
        }

        func copy(_ name: ServiceName) async throws {
            copyCount += 1
            let file = map.file("kopie-\(copyCount).sqlite")
            try await lezers[name]?.backup(to: file)
            copies[name] = (file, lezers[name]?.position(of: .intake)?.number ?? 0)
        }

        /// Puts the last copy back, if what it lacks is still held: otherwise the bus says so and stops.
        func putBack(_ name: ServiceName) async throws {
            guard let copy = copies[name], copy.position + 1 >= bron.oldest else { return }
            try await lezers[name]?.close()
            for end in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(at: map.file("\(name).sqlite\(end)"))
            }
            try FileManager.default.copyItem(at: copy.file, to: map.file("\(name).sqlite"))
            let lezer = try open(name)
            lezers[name] = lezer
            report(name, lezer)
        }

        func hold() async throws {
            let number = lezers.values.map { $0.position(of: .intake)?.number ?? 0 }.min() ?? 0
            #expect(bron.oldest <= number + 1, "opgeruimd wat een lezer nog niet had")
            #expect(bron.head == Int64(told))
        }

        func end() async throws {
            try await restartSource()
            for name in readers {
                while (lezers[name]?.position(of: .intake)?.number ?? 0) < bron.head { try await read(name, 50) }
                #expect(try await lezers[name]?.saldo("a") == told * (told + 1) / 2)
            }
        }
    }

    @Test("niets weg en niets dubbel", arguments: 1...30)
    func random(seed: Int) async throws {
        var chance = Kans(seed)
        let loop = try Loop()
        for _ in 0..<60 {
            let name = chance.below(4) == 0 ? Self.readers[0] : Self.readers[1]
            switch chance.below(12) {
            case 0...2: try await loop.tell(1 + chance.below(6))
            case 3...5: try await loop.read(name, 1 + chance.below(12))
            case 6, 7: try await loop.prune()
            case 8: loop.klok.verder(Double(chance.below(100_000)))
            case 9: try await loop.restartSource()
            case 10: try await loop.restart(name)
            default: if chance.below(2) == 0 { try await loop.copy(name) } else { try await loop.putBack(name) }
            }
            try await loop.hold()
        }
        try await loop.end()
        for name in Self.readers { try await loop.read(name, 1) }
        loop.klok.verder(86_400 * 10)
        try await loop.prune()
        #expect(loop.pruned == max(0, loop.told - 2), "wat iedereen heeft gaat ook echt weg")
    }
}

/// Chance that a seed repeats.
private struct Kans {
    private var state: UInt64
    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }
    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
