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
                try await burst(from: -warmUp, to: 0, in: store)
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

    private func write(_ number: Int, due: Int64, in store: Store) async throws {
        let event = Besteld(number, due: due)
        _ = try await store.write { try $0.emit(event) }
    }

    /// As fast as it goes, with so many callers. Gives how many were acknowledged.
    @discardableResult
    private func burst(from first: Int, to end: Int, in store: Store) async throws -> Int {
        let next = Numbers(from: first)
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<options.callers {
                group.addTask {
                    var count = 0
                    while true {
                        let number = next.take()
                        if number >= end { return count }
                        try await write(number, due: nanoseconds(), in: store)
                        count += 1
                    }
                }
            }
            return try await group.reduce(0, +)
        }
    }

    /// At a fixed pace. Each event has its moment, and is counted from there, however late it gets its turn.
    private func paced(in store: Store) async throws -> Int {
        let pacer = Pacer()
        return try await pacer.run(options, began: nanoseconds()) { number, due in
            try await write(number, due: due, in: store)
        }
    }
}

/// Hands out numbers, each once.
private final class Numbers: Sendable {
    private let next: Atomic<Int>
    init(from first: Int) { next = Atomic(first) }
    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
}
