// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Synchronization

/// One change that waits for the writer. `run` and then one of the other two are called once each, on the writer's thread;
/// a job that never ran is only told that it failed.
protocol Job: AnyObject, Sendable {
    /// Keeps savepoints of its own, many in a row, and so gets a transaction for itself. In a savepoint around them SQLite keeps
    /// all that they changed until the last is done, and walks along it at the end of every statement: quadratic.
    var isLarge: Bool { get }
    func run(_ session: Session) throws
    /// The change is on the disk.
    func succeed()
    /// Nothing of the change was kept.
    func fail(_ error: any Error)
}

extension Job {
    var isLarge: Bool { false }
}

/// A job with a caller that waits for its value.
final class ValueJob<Value: Sendable>: Job, @unchecked Sendable {
    private let body: @Sendable (Session) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    // Only touched on the writer's thread.
    private var value: Value?

    init(_ continuation: CheckedContinuation<Value, any Error>, _ body: @escaping @Sendable (Session) throws -> Value) {
        (self.continuation, self.body) = (continuation, body)
    }

    func run(_ session: Session) throws { value = try body(session) }

    func succeed() {
        guard let value else {
            continuation.resume(throwing: StoreError.closed)
            return
        }
        continuation.resume(returning: value)
    }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }
}
