// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Opslag

/// The own stream on its way out. Lives in the hub.
final class Publisher {
    /// A reader that has asked for events and is still listening.
    struct Session {
        var routing: Data
        var number: UInt64
        /// The last number that went out to it.
        var cursor: Int64
        /// It takes nothing above this until it asks again.
        var limit: Int64
        var expires: ContinuousClock.Instant
        /// Its events are being read from the file.
        var isFetching = false
    }

    let store: Store
    /// Tells the readers whether this is still the process that they asked.
    let life = UInt64.random(in: .min ... .max)
    var head: Int64
    var sessions: [ServiceName: Session] = [:]
    /// What each reader last said that it holds durably.
    var durable: [ServiceName: Int64] = [:]
    private(set) var tail = Tail()

    var bellIsDue = true
    var bellRung = ContinuousClock.now - Publisher.bellInterval

    /// Between two bells while events come; the events themselves go out at once to who has asked.
    static let bellPause: Duration = .milliseconds(100)
    /// Without events: so that a reader that missed the last one hears of it.
    static let bellInterval: Duration = .seconds(1)

    init(_ store: Store) {
        self.store = store
        head = store.head
    }

    func committed(_ newest: Int64, _ events: [OutboxEvent]) {
        tail.add(events)
        head = max(head, newest)
        bellIsDue = true
    }
}

/// The newest events, so that a reader that is up to date gets them from memory. Bounded; older ones are in the file.
struct Tail {
    private static let maxEvents = 2_048
    private static let maxBytes = 4 << 20

    private var events: [OutboxEvent] = []
    private var start = 0
    private var bytes = 0

    mutating func add(_ new: [OutboxEvent]) {
        guard let first = new.first else { return }
        if let last = events.last, last.number + 1 != first.number { clear() }
        for event in new {
            events.append(event)
            bytes += event.envelope.count + event.data.count
        }
        while events.count - start > Self.maxEvents || (bytes > Self.maxBytes && events.count - start > 1) {
            bytes -= events[start].envelope.count + events[start].data.count
            start += 1
        }
        if start > Self.maxEvents {
            events.removeFirst(start)
            start = 0
        }
    }

    /// The events above a number; nil when the first of them is no longer, or not, here.
    func events(after number: Int64) -> ArraySlice<OutboxEvent>? {
        guard start < events.count else { return nil }
        let offset = number + 1 - events[start].number
        guard offset >= 0, offset < events.count - start else { return nil }
        return events[(start + Int(offset))...]
    }

    private mutating func clear() {
        events.removeAll(keepingCapacity: true)
        (start, bytes) = (0, 0)
    }
}
