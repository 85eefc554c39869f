// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Opslag
import Synchronization

/// The stream of one other service on its way in. Lives in the hub; what it applies goes through the store.
final class Follower {
    let source: ServiceName
    let effects: EventEffects

    /// Chosen anew whenever the reading starts again from the position, so that late answers are known.
    var session: UInt64 = 0
    /// The last number that came in and was handed to the store.
    var received: Int64 = 0
    /// Where the present session began, and the id of the event there: the source must have the same.
    var start: (number: Int64, event: UUID?) = (0, nil)
    /// The number up to which events were asked.
    var limit: Int64 {
        get { progress.limit }
        set { progress.limit = newValue }
    }
    var epoch: UUID?
    /// What the store has done with the batches, told by its writer.
    let progress = Progress()
    var asked = ContinuousClock.now
    /// Since when the source has told of events that were asked for and did not come.
    var behind: ContinuousClock.Instant?
    /// When the source was last heard of, in any way.
    var heard: ContinuousClock.Instant?
    /// The newest number that the source told.
    var head: Int64 = 0
    /// Of the source's process.
    var life: UInt64?
    /// Why the reading stopped for good.
    var stopped: String?
    /// What last went wrong, until something is applied again.
    var error: String?
    /// After a failure of the own store: not before.
    var retry: ContinuousClock.Instant?

    /// Events that may be here without being applied yet, so also the most in one transaction.
    static let window: Int64 = 512
    /// A standing request is renewed this often, with the durable position.
    static let renewal: Duration = .seconds(1)
    /// How long the source keeps a request that is not renewed.
    static let patience: UInt32 = 5_000
    /// Longer behind than this, the reading starts again: a message was lost.
    static let stall: Duration = .seconds(2)

    init(_ following: Following) { (source, effects) = (following.source, following.effects) }
}

/// Counts what is at the store and how far it is, between the store's writer and the hub: so that the writer wakes the poll
/// thread only where there is something to do, and not after every commit.
final class Progress: Sendable {
    private struct State { var underway = 0; var limit: Int64 = 0 }
    private let state = Mutex(State())

    /// Batches that were handed to the store and are not committed yet.
    var underway: Int { state.withLock { $0.underway } }
    /// The number up to which events were asked.
    var limit: Int64 {
        get { state.withLock { $0.limit } }
        set { state.withLock { $0.limit = newValue } }
    }

    func handed() { state.withLock { $0.underway += 1 } }

    /// Whether the hub must hear of this outcome.
    func done(_ result: Result<ApplyOutcome, any Error>) -> Bool {
        state.withLock { state in
            state.underway -= 1
            guard case .success(let outcome) = result, outcome.setAside == 0 else { return true }
            // Half of the window is used: the source may send on.
            return outcome.position.number + Follower.window - state.limit >= Follower.window / 2
        }
    }
}
