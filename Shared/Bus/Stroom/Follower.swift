// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Opslag

/// The stream of one other service on its way in. Lives in the hub; what it applies goes through the store.
final class Follower {
    let source: ServiceName
    let effects: EventEffects

    /// Chosen anew whenever the reading starts again from the position, so that late answers are known.
    var session: UInt64 = 0
    /// The last number that came in and was handed to the store.
    var received: Int64 = 0
    /// The number up to which events were asked.
    var limit: Int64 = 0
    var epoch: UUID?
    /// Batches at the store.
    var underway = 0
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
