// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Synchronization

/// One change of a series: the request or event that it follows from, and what it does.
public struct ReeksStap<Value: Sendable>: Sendable {
    let cause: Envelope?
    let body: @Sendable (Transaction) throws -> Value

    public init(because cause: Envelope? = nil, _ body: @escaping @Sendable (Transaction) throws -> Value) {
        (self.cause, self.body) = (cause, body)
    }
}

extension Store {
    /// Runs many changes in the order given. Each has a savepoint of its own, as in `write`: what one throws undoes that one
    /// and no other. They share commits of at most 64 with each other and with whoever else waits, and there is one wait
    /// for all of them: for who has thousands, such as the rows of a file.
    ///
    /// Returns after the last commit has reached the disk, with the outcome of each in the same order.
    public func writeEach<Value: Sendable>(_ steps: [ReeksStap<Value>]) async -> [Result<Value, any Error>] {
        guard !steps.isEmpty else { return [] }
        return await withCheckedContinuation { continuation in
            let outcome = Reeksuitkomst<Value>(count: steps.count, continuation)
            for (index, step) in steps.enumerated() {
                writer.add(
                    ReeksJob(index: index, outcome: outcome) { session in
                        try step.body(Transaction(session, cause: step.cause))
                    })
            }
        }
    }
}

/// Gathers the outcomes of a series. A lock, because a closed store refuses on the caller's thread.
private final class Reeksuitkomst<Value: Sendable>: Sendable {
    private struct State {
        var results: [Result<Value, any Error>?]
        var left: Int
    }
    private let state: Mutex<State>
    private let continuation: CheckedContinuation<[Result<Value, any Error>], Never>

    init(count: Int, _ continuation: CheckedContinuation<[Result<Value, any Error>], Never>) {
        state = Mutex(State(results: Array(repeating: nil, count: count), left: count))
        self.continuation = continuation
    }

    func set(_ index: Int, _ result: Result<Value, any Error>) {
        let all = state.withLock { state -> [Result<Value, any Error>]? in
            if state.results[index] == nil { state.left -= 1 }
            state.results[index] = result
            return state.left == 0 ? state.results.compactMap(\.self) : nil
        }
        if let all { continuation.resume(returning: all) }
    }
}

private final class ReeksJob<Value: Sendable>: Job, @unchecked Sendable {
    private let index: Int
    private let outcome: Reeksuitkomst<Value>
    private let body: @Sendable (Session) throws -> Value
    // Only touched on the writer's thread.
    private var value: Value?

    init(index: Int, outcome: Reeksuitkomst<Value>, _ body: @escaping @Sendable (Session) throws -> Value) {
        (self.index, self.outcome, self.body) = (index, outcome, body)
    }

    func run(_ session: Session) throws { value = try body(session) }
    func succeed() { outcome.set(index, value.map { .success($0) } ?? .failure(StoreError.closed)) }
    func fail(_ error: any Error) { outcome.set(index, .failure(error)) }
}
