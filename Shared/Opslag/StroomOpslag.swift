// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

// The stream side of the store, for the bus.
extension Store {
    /// The incarnation of the own stream: made with the store, renewed at restore. In memory.
    public var epoch: UUID { fatalError("wordt gebouwd") }

    /// The number of the newest durable event of the own stream; 0 when there was none. In memory.
    public var head: Int64 { fatalError("wordt gebouwd") }

    /// The lowest number that the outbox still holds; `head + 1` when it is empty. In memory.
    public var oldest: Int64 { fatalError("wordt gebouwd") }

    /// Calls the body after each commit that added events, on the writer's thread, before the callers are answered:
    /// with the newest number and the new events in order, so that they need not be read again. It must be quick.
    public func observeOutbox(_ body: @escaping @Sendable (_ newest: Int64, _ events: [OutboxEvent]) -> Void) {
        fatalError("wordt gebouwd")
    }

    /// The events above a number, in order, at most `limit` of them. Throws `StreamError.gap` with source = own service when
    /// `after` lies below what was pruned.
    public func outbox(after number: Int64, limit: Int) async throws -> [OutboxEvent] { fatalError("wordt gebouwd") }

    /// How far a source was applied; nil when nothing of it ever was. In memory.
    public func position(of source: ServiceName) -> StreamPosition? { fatalError("wordt gebouwd") }

    /// Throws `StreamError` when what a source says of itself does not fit the position. In memory; for the bell.
    public func check(_ source: ServiceName, epoch: UUID, head: Int64) throws { fatalError("wordt gebouwd") }

    /// Applies events of one source in one transaction: per event a savepoint with its effect and its row in the list of
    /// effects, and the position once. Events at or below the position are dropped. An event that cannot be applied goes
    /// aside with the later ones of its subject; the position goes on. Returns when it is durable.
    /// - Parameter head: the newest number that the source says it has.
    @discardableResult
    public func apply(
        _ events: [ReceivedEvent], from source: ServiceName, epoch: UUID, head: Int64, effects: EventEffects
    ) async throws -> ApplyOutcome { fatalError("wordt gebouwd") }

    /// Notes what a reader of the own stream says it holds durably, for pruning. Cheap to call: it is written with
    /// the next commit, and a lower number than known is ignored unless the epoch is new.
    public func readerReported(_ reader: ServiceName, _ position: StreamPosition) { fatalError("wordt gebouwd") }

    /// Accepts a source's new incarnation or an older state of it, after a person has looked: the position is set to
    /// what is given. Effects that were applied before are not applied again (they are known by event id).
    public func setPosition(of source: ServiceName, to position: StreamPosition) async throws { fatalError("wordt gebouwd") }
}
