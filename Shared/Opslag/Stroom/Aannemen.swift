// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation

extension Store {
    /// The same as `apply` for the bus, which is no task and does not wait: batches of one source may be put in line one
    /// after another, and the writer applies what waits in one transaction.
    /// - Parameter done: called once, on the writer's thread, when the batch is durable or when nothing of it was kept.
    ///   It must be quick.
    public func enqueue(
        _ events: [ReceivedEvent], from source: ServiceName, epoch: UUID, head: Int64, effects: EventEffects,
        done: @escaping @Sendable (Result<ApplyOutcome, any Error>) -> Void
    ) {
        writer.add(ApplyJob(events, source: source, epoch: epoch, head: head, effects: effects, done: done))
    }
}

private final class ApplyJob: Job, @unchecked Sendable {
    private let events: [ReceivedEvent]
    private let source: ServiceName
    private let epoch: UUID
    private let head: Int64
    private let effects: EventEffects
    private let done: @Sendable (Result<ApplyOutcome, any Error>) -> Void
    // Only touched on the writer's thread.
    private var outcome: ApplyOutcome?
    private var isCareful = false

    init(
        _ events: [ReceivedEvent], source: ServiceName, epoch: UUID, head: Int64, effects: EventEffects,
        done: @escaping @Sendable (Result<ApplyOutcome, any Error>) -> Void
    ) {
        (self.events, self.source, self.epoch, self.head) = (events, source, epoch, head)
        (self.effects, self.done) = (effects, done)
    }

    var isLarge: Bool { true }
    func run(_ session: Session) throws {
        outcome = try Application(session, source: source, epoch: epoch, effects: effects, isCareful: isCareful)
            .apply(events, head: head)
    }

    func again() -> Bool {
        defer { isCareful = true }
        return !isCareful
    }

    func succeed() { done(outcome.map { .success($0) } ?? .failure(StoreError.closed)) }
    func fail(_ error: any Error) { done(.failure(error)) }
}
