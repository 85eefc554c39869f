// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Synchronization

/// What is known in memory of the own stream and of the positions in others': what is committed, never more.
final class StreamView: Sendable {
    struct State {
        var epoch: UUID
        /// The newest durable number of the own stream.
        var head: Int64
        /// The lowest number that the outbox holds.
        var oldest: Int64
        var positions: [ServiceName: StreamPosition]
        /// The id of the event at each position.
        var lastEvents: [ServiceName: UUID] = [:]
        /// What readers said since the start.
        var reported: [ServiceName: StreamReader] = [:]
        /// What pruning did since the start.
        var pruning: BusStatus.Pruning?
    }
    private let state: Mutex<State>

    init(_ state: State) { self.state = Mutex(state) }

    var current: State { state.withLock { $0 } }
    var head: Int64 { state.withLock { $0.head } }
    var epoch: UUID { state.withLock { $0.epoch } }
    var oldest: Int64 { state.withLock { $0.oldest } }

    func lastRead(of source: ServiceName) -> (position: StreamPosition, event: UUID?)? {
        state.withLock { state in state.positions[source].map { ($0, state.lastEvents[source]) } }
    }
    func position(of source: ServiceName) -> StreamPosition? { state.withLock { $0.positions[source] } }

    func update(_ pending: Session.Pending, events: [OutboxEvent]) {
        state.withLock { state in
            state.positions = pending.positions
            state.lastEvents = pending.lastEvents
            if let epoch = pending.newEpoch { state.epoch = epoch }
            if let newest = events.last?.number { state.head = newest }
            if let oldest = pending.newOldest { state.oldest = oldest }
        }
    }

    func report(_ reader: StreamReader) { state.withLock { $0.reported[reader.name] = reader } }

    func pruned(_ turn: Pruned, at moment: Date) {
        state.withLock { state in
            let known = state.pruning
            state.pruning = BusStatus.Pruning(
                at: moment, events: (known?.events ?? 0) + turn.events, effects: (known?.effects ?? 0) + turn.effects,
                commands: (known?.commands ?? 0) + turn.commands, waitsFor: turn.waitsFor)
        }
    }
}
