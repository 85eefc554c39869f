// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import Opslag
import Testing

/// Pruning under readers that come and go, over real sockets.
@Suite("Opruimen onder lezers", .timeLimit(.minutes(2)))
struct OpruimenTests {
    private func prune(_ source: Store) async throws -> Pruned {
        try await source.prune(readers: [.begeleiding], before: .distantFuture, keep: 0)
    }

    @Test(
        "er wordt opgeruimd terwijl er verteld en gelezen wordt, met een lezer die wegvalt en weerkomt: alles komt één keer aan")
    func onderLezers() async throws {
        let keten = try Keten()
        let (source, reader) = (try keten.source(), try keten.reader())
        try await running(try keten.opstelling.bus(.intake, store: source)) {
            let emitting = Task { try await keten.emit(0..<3_000, in: source) }
            let pruning = Task {
                var pruned = 0
                while !Task.isCancelled {
                    pruned += try await prune(source).events
                    try? await Task.sleep(for: .milliseconds(5))
                }
                return pruned
            }
            for part in 1...4 {
                try await running(try keten.readerBus(reader)) {
                    let isRead = try await eventually(within: .seconds(30)) { try await keten.count(reader) >= part * 500 }
                    #expect(isRead)
                }
            }
            try await emitting.value
            // Nobody reads: what was told since stays.
            let away = try await keten.count(reader)
            #expect(source.oldest <= Int64(away) + 1)
            try await running(try keten.readerBus(reader)) {
                let isDone = try await eventually(within: .seconds(30)) { try await keten.count(reader) >= 3_000 }
                #expect(isDone)
                let isGone = await eventually { source.oldest == 3_001 }
                #expect(isGone, "de lezer meldt wat hij heeft, en dan mag het weg")
            }
            pruning.cancel()
            let pruned = try await pruning.value
            #expect(pruned == 3_000)
        }
        let arrived = try await keten.arrived(reader)
        #expect(arrived.count == 3_000 && Set(arrived).count == 3_000)
    }

    @Test("een lezer die opnieuw begint krijgt alles, en zolang hij leest wordt er niets onder hem opgeruimd")
    func nieuweLezer() async throws {
        let keten = try Keten()
        let source = try keten.source()
        let intake = try keten.opstelling.bus(.intake, store: source)
        try await running(intake) {
            try await keten.emit(0..<5_000, in: source)
            let first = try keten.reader()
            try await running(try keten.readerBus(first)) {
                let isSaid = await eventually(within: .seconds(30)) {
                    await intake.status().own?.readers.first?.position == 5_000
                }
                #expect(isSaid)
            }
            try await first.close()
            try keten.putBack([:], of: .begeleiding)
            let anew = try keten.reader()
            try await running(try keten.readerBus(anew)) {
                let isHeard = await eventually {
                    guard let reader = await intake.status().own?.readers.first else { return false }
                    return reader.position < 5_000
                }
                #expect(isHeard)
                let isDone = try await eventually(within: .seconds(30)) {
                    _ = try await prune(source)
                    return try await keten.count(anew) == 5_000
                }
                #expect(isDone)
            }
        }
    }

    @Test("een lezer die te ver terug is gezet hoort dat het er niet meer is, en gokt niet")
    func teLaat() async throws {
        let keten = try Keten()
        let source = try keten.source()
        try await running(try keten.opstelling.bus(.intake, store: source)) {
            try await keten.emit(0..<100, in: source)
            let first = try keten.reader()
            try await running(try keten.readerBus(first)) {
                let isPruned = try await eventually {
                    _ = try await prune(source)
                    return source.oldest == 101
                }
                #expect(isPruned)
            }
            try await first.close()
            try keten.putBack([:], of: .begeleiding)
            let anew = try keten.reader()
            let bus = try keten.readerBus(anew)
            try await running(bus) {
                let isStopped = await eventually { await bus.status().followed.first?.state == .gestopt }
                #expect(isStopped)
                let error = await bus.status().followed.first?.error
                #expect(error?.contains("begins at 101") == true)
            }
        }
    }
}
