// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import Opslag
import Synchronization

/// The sender: as many callers as may wait at one time, each of which changes the store and is told when that is durable.
struct Sender: Sendable {
    let options: Options
    init(_ options: Options) { self.options = options }

    func run() async throws {
        let side = try Side(.intake, in: options.folder, migrations: [])
        let (bus, store) = (side.bus, side.store)
        let running = Task { try await bus.run() }
        var lines = Parentage.lines.makeAsyncIterator()
        Parentage.tell("klaar")
        while let line = await lines.next() {
            switch line {
            case "warm":
                // In few commits: what is measured counts the flushes of the whole run.
                for part in stride(from: -warmUp, to: 0, by: warmUp / 4) {
                    try await store.write { transaction in
                        for number in part..<part + warmUp / 4 { try transaction.emit(Besteld(number, due: nanoseconds())) }
                    }
                }
            case "begin":
                let (began, processor) = (nanoseconds(), processorTime())
                let acknowledged =
                    options.rate > 0 ? try await paced(in: store) : try await burst(from: 0, to: options.count, in: store)
                Parentage.tell("af \(began) \(acknowledged)")
                // The events still leave after the last caller was answered.
                guard await lines.next() == "uitslag" else { break }
                Parentage.tell("uitslag \(processorTime() - processor)")
            default: break
            }
        }
        running.cancel()
        try await running.value
    }

    /// As fast as it goes, with so many callers. Gives how many were acknowledged.
    private func burst(from first: Int, to end: Int, in store: Store) async throws -> Int {
        let next = Numbers(from: first)
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<options.callers {
                group.addTask {
                    var count = 0
                    while true {
                        let number = next.take()
                        if number >= end { return count }
                        let event = Besteld(number, due: nanoseconds())
                        _ = try await store.write { try $0.emit(event) }
                        count += 1
                    }
                }
            }
            return try await group.reduce(0, +)
        }
    }

    /// At a fixed pace. Each event has its moment, and is counted from there, however late it gets its turn.
    private func paced(in store: Store) async throws -> Int {
        let thread = PacedThread()
        defer { thread.stop() }
        let (began, gap) = (nanoseconds(), 1e9 / options.rate)
        try await Task(executorPreference: thread) { [options] in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<options.count {
                    let due = began + Int64(Double(number) * gap)
                    let event = Besteld(number, due: due)
                    if number >= options.callers { try await group.next() }
                    await thread.wait(until: due)
                    group.addTask { _ = try await store.write { try $0.emit(event) } }
                }
                try await group.waitForAll()
            }
        }.value
        return options.count
    }
}

/// Hands out numbers, each once.
private final class Numbers: Sendable {
    private let next: Atomic<Int>
    init(from first: Int) { next = Atomic(first) }
    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
}
