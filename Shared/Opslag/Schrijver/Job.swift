// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Synchronization

/// One change that waits for the writer. `run` and then one of the other two are called once each, on the writer's thread;
/// a job that never ran is only told that it failed.
protocol Job: AnyObject, Sendable {
    /// Gets a transaction for itself, without a savepoint around it. In a savepoint SQLite keeps a copy of every page that is
    /// changed until the end, and where there are savepoints within it walks along them at the end of every statement: quadratic.
    var isLarge: Bool { get }
    func run(_ session: Session) throws
    /// Asked of a large one whose run threw, when nothing of it is left: true to run again, more carefully.
    func again() -> Bool
    /// The change is on the disk.
    func succeed()
    /// Nothing of the change was kept.
    func fail(_ error: any Error)
}

extension Job {
    var isLarge: Bool { false }
    func again() -> Bool { false }
}

/// A job with a caller that waits for its value.
final class ValueJob<Value: Sendable>: Job, @unchecked Sendable {
    private let body: @Sendable (Session) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    // Only touched on the writer's thread.
    private var value: Value?

    let isLarge: Bool

    init(
        _ continuation: CheckedContinuation<Value, any Error>, isLarge: Bool,
        _ body: @escaping @Sendable (Session) throws -> Value
    ) {
        (self.continuation, self.isLarge, self.body) = (continuation, isLarge, body)
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
