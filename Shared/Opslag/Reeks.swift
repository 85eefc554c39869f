// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// One change of a series: the request or event that it follows from, and what it does.
public struct ReeksStap<Value: Sendable>: Sendable {
    let cause: Envelope?
    let body: @Sendable (Transaction) throws -> Value

    public init(because cause: Envelope? = nil, _ body: @escaping @Sendable (Transaction) throws -> Value) {
        (self.cause, self.body) = (cause, body)
    }
}

extension Store {
    /// Most changes of a series in one transaction: 256 and what tells of them. The more there are, the more entries of an index
    /// share a page that is written.
    static let seriesLimit = 260
    /// After so many it ends when anybody else waits for the writer.
    static let seriesLeast = 128

    /// Runs many changes in the order given, for who has thousands, such as the rows of a file. What one throws undoes that one
    /// and no other. They share transactions without a savepoint around each, which would cost a copy of every page that a
    /// change touches; only when one throws are those of its transaction run anew, each in a savepoint of its own. So a
    /// body may run twice and must leave nothing behind outside its transaction.
    ///
    /// Returns after the last commit has reached the disk, with the outcome of each in the same order.
    public func writeEach<Value: Sendable>(_ steps: [ReeksStap<Value>]) async -> [Result<Value, any Error>] {
        var outcomes: [Result<Value, any Error>] = []
        while outcomes.count < steps.count {
            outcomes += await run(steps.dropFirst(outcomes.count).prefix(Self.seriesLimit))
        }
        return outcomes
    }

    /// Runs the first of these, as many as may be.
    private func run<Value: Sendable>(_ steps: ArraySlice<ReeksStap<Value>>) async -> [Result<Value, any Error>] {
        let together = try? await writer.submit(alone: true) { session in
            var values: [Value] = []
            for step in steps {
                if values.count >= Self.seriesLeast, session.othersWait() { break }
                values.append(try step.body(Transaction(session, cause: step.cause)))
            }
            return values
        }
        if let together { return together.map { .success($0) } }
        var outcomes: [Result<Value, any Error>] = []
        for step in steps.prefix(Self.seriesLeast) {
            do {
                outcomes.append(.success(try await write(because: step.cause, step.body)))
            } catch {
                outcomes.append(.failure(error))
            }
        }
        return outcomes
    }
}
