// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes
import Synchronization

/// Cancels requests that take too long: 503, with the advice to try again.
///
/// One look now and then at all that run. A timer for each request wakes a thread to be set and another to be taken away, which
/// costs a page more than finding out who asks for it.
final class TimeLimit: Sendable {
    private let limit: Duration
    private let state = Mutex(State())

    private struct State {
        var running: [Int: Running] = [:]
        var number = 0
        var isLooking = false
    }

    private struct Running {
        let deadline: ContinuousClock.Instant
        let cancel: @Sendable () -> Void
        var isOver = false
    }

    init(_ limit: Duration) { self.limit = limit }

    /// How many run.
    var inProgress: Int { state.withLock { $0.running.count } }

    /// - Throws: what the work throws, or `Refusal` when it was cancelled for taking too long.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = Task { try await work() }
        let number = begin { task.cancel() }
        let result = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            task.cancel()
        }
        guard end(number) else { return try result.get() }
        throw Refusal(.serviceUnavailable, "Het duurde te lang.", headers: [.retryAfter: "10"])
    }

    private func begin(_ cancel: @escaping @Sendable () -> Void) -> Int {
        let (number, look) = state.withLock { state in
            state.number += 1
            state.running[state.number] = Running(deadline: .now + limit, cancel: cancel)
            defer { state.isLooking = true }
            return (state.number, !state.isLooking)
        }
        if look { Task { await self.look() } }
        return number
    }

    /// Whether it was cancelled for taking too long.
    private func end(_ number: Int) -> Bool { state.withLock { $0.running.removeValue(forKey: number)?.isOver ?? false } }

    /// For as long as something runs.
    private func look() async {
        while true {
            // Nobody counts on the hundredth of a second.
            try? await Task.sleep(for: min(limit / 10, .seconds(1)))
            let (late, isDone) = state.withLock { state in
                let now = ContinuousClock.now
                let late = state.running.filter { $0.value.deadline <= now && !$0.value.isOver }
                for number in late.keys { state.running[number]?.isOver = true }
                if state.running.isEmpty { state.isLooking = false }
                return (late.values.map(\.cancel), state.running.isEmpty)
            }
            for cancel in late { cancel() }
            if isDone { return }
        }
    }
}
