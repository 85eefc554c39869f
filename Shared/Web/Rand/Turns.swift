// SPDX-License-Identifier: EUPL-1.2
import Synchronization

/// Lets a few requests be worked on at a time, who came first first; the others wait their turn. Requests that all begin at once
/// share the processors and are all late; one after the other each is as early as it can be.
///
/// A turn is for work, not for waiting: who has it for longer than `lease` goes on, and the next begins beside it. So a service
/// that is away holds up its own pages and no others.
final class Turns: Sendable {
    private let most: Int
    private let lease: Duration
    private let state = Mutex(State())

    private struct State {
        /// When each turn that counts began, by its number.
        var begun: [Int: ContinuousClock.Instant] = [:]
        var number = 0
        var waiting: [CheckedContinuation<Int, Never>] = []
        var isLooking = false

        mutating func begin() -> Int {
            number += 1
            begun[number] = .now
            return number
        }

        /// Those whose turn it is now, with the numbers of their turns.
        mutating func next(most: Int) -> [(CheckedContinuation<Int, Never>, Int)] {
            let free = min(waiting.count, most - begun.count)
            guard free > 0 else { return [] }
            defer { waiting.removeFirst(free) }
            return waiting.prefix(free).map { ($0, begin()) }
        }
    }

    init(most: Int, lease: Duration = .milliseconds(100)) { (self.most, self.lease) = (most, lease) }

    func take<Value>(_ body: () async throws -> Value) async rethrows -> Value {
        let turn = await wait()
        defer { end(turn) }
        return try await body()
    }

    /// How many hold a turn that counts, and how many wait for one.
    var inProgress: Int { state.withLock { $0.begun.count } }
    var inLine: Int { state.withLock { $0.waiting.count } }

    private func wait() async -> Int {
        await withCheckedContinuation { continuation in
            let (next, look) = state.withLock { state in
                state.waiting.append(continuation)
                let next = state.next(most: most)
                let look = !state.waiting.isEmpty && !state.isLooking
                if look { state.isLooking = true }
                return (next, look)
            }
            for (waiting, turn) in next { waiting.resume(returning: turn) }
            if look { Task { await self.look() } }
        }
    }

    private func end(_ turn: Int) {
        let next = state.withLock { state in
            state.begun[turn] = nil
            return state.next(most: most)
        }
        for (waiting, turn) in next { waiting.resume(returning: turn) }
    }

    /// Takes away turns that last too long, for as long as somebody waits.
    private func look() async {
        while true {
            try? await Task.sleep(for: lease / 4)
            let (next, isOver) = state.withLock { state in
                let now = ContinuousClock.now
                state.begun = state.begun.filter { $0.value + lease > now }
                let next = state.next(most: most)
                if state.waiting.isEmpty { state.isLooking = false }
                return (next, state.waiting.isEmpty)
            }
            for (waiting, turn) in next { waiting.resume(returning: turn) }
            if isOver { return }
        }
    }
}
