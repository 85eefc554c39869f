// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Opslag

/// "Send me the events above `after`, up to number `limit`; I hold `durable` for sure." Stays valid until the reader's next
/// request or until `patience` is over, so that an event goes out in the moment of its commit and waits for no question.
struct StreamRequest: Equatable {
    /// nil for a reader that has nothing of this source yet.
    var epoch: UUID?
    var after: Int64
    /// The id of the event at `after`, where the reader knows it: the source must have the same one there.
    var last: UUID?
    var durable: Int64
    var limit: Int64
    /// Milliseconds of real time.
    var patience: UInt32

    var bytes: Data {
        var writer = ByteWriter(capacity: 64)
        writer.put(optional: epoch)
        writer.put(optional: last)
        writer.put(after)
        writer.put(durable)
        writer.put(limit)
        writer.put(patience)
        return writer.data
    }

    init(epoch: UUID?, after: Int64, last: UUID?, durable: Int64, limit: Int64, patience: UInt32) {
        (self.epoch, self.after, self.last) = (epoch, after, last)
        (self.durable, self.limit, self.patience) = (durable, limit, patience)
    }

    init?(_ data: Data) {
        var reader = ByteReader(data)
        guard let epoch = reader.optionalUUID(), let last = reader.optionalUUID(), let after = reader.integer(Int64.self),
            let durable = reader.integer(Int64.self), let limit = reader.integer(Int64.self),
            let patience = reader.integer(UInt32.self), reader.isAtEnd, after >= 0, durable >= 0, limit >= 0
        else { return nil }
        self.init(epoch: epoch, after: after, last: last, durable: durable, limit: limit, patience: patience)
    }
}

/// Events of one source in order, as they lie in its outbox: nothing is decoded or made anew on the way. In one frame,
/// since every frame is encrypted and queued by itself.
struct StreamBatch: Equatable {
    /// The most events in one answer: what one transaction of a store takes.
    static let maxEvents = 64
    /// The most bytes of events in one answer, unless a single event is larger.
    static let maxBytes = 256 * 1024
    private static let perEvent = 16

    var epoch: UUID
    /// The newest number of the source.
    var head: Int64
    /// The number that the first event follows.
    var after: Int64
    var events: [OutboxEvent]

    /// How many events of the slice fit one answer.
    static func fitting(_ events: ArraySlice<OutboxEvent>) -> ArraySlice<OutboxEvent> {
        var bytes = 0
        for (count, event) in events.prefix(maxEvents).enumerated() {
            bytes += event.envelope.count + event.data.count + perEvent
            if bytes > maxBytes { return events.prefix(max(1, count)) }
        }
        return events.prefix(maxEvents)
    }

    static func bytes(epoch: UUID, head: Int64, after: Int64, events: ArraySlice<OutboxEvent>) -> Data {
        let size = events.reduce(40) { $0 + $1.envelope.count + $1.data.count + perEvent }
        var writer = ByteWriter(capacity: size)
        writer.put(epoch)
        writer.put(head)
        writer.put(after)
        writer.put(UInt32(events.count))
        for event in events {
            writer.put(event.number)
            writer.put(event.envelope)
            writer.put(event.data)
        }
        return writer.data
    }

    init?(_ data: Data) {
        var reader = ByteReader(data)
        guard let epoch = reader.uuid(), let head = reader.integer(Int64.self), let after = reader.integer(Int64.self),
            let count = reader.integer(UInt32.self), count <= Self.maxEvents
        else { return nil }
        var events: [OutboxEvent] = []
        events.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let number = reader.integer(Int64.self), let envelope = reader.bytes(), let data = reader.bytes() else {
                return nil
            }
            events.append(OutboxEvent(number: number, envelope: envelope, data: data))
        }
        guard reader.isAtEnd else { return nil }
        (self.epoch, self.head, self.after, self.events) = (epoch, head, after, events)
    }
}

/// The source cannot go on where the reader stands.
struct StreamRefusal: Equatable {
    enum Reason: UInt8 {
        /// The request names another incarnation.
        case epoch = 1
        /// The reader has more than the source.
        case ahead = 2
        /// What comes next was pruned.
        case pruned = 3
        /// This process writes no stream, or not for this reader.
        case none = 4
        /// The next event does not fit a message.
        case tooLarge = 5
        /// The source has another event at the reader's position: it was put back and went on differently.
        case otherHistory = 6
    }
    var reason: Reason
    var epoch: UUID
    var head: Int64
    /// The lowest number that is still held.
    var oldest: Int64

    var bytes: Data {
        var writer = ByteWriter(capacity: 40)
        writer.put(reason.rawValue)
        writer.put(epoch)
        writer.put(head)
        writer.put(oldest)
        return writer.data
    }

    init(_ reason: Reason, epoch: UUID, head: Int64, oldest: Int64) {
        (self.reason, self.epoch, self.head, self.oldest) = (reason, epoch, head, oldest)
    }

    init?(_ data: Data) {
        var reader = ByteReader(data)
        guard let reason = reader.byte().flatMap(Reason.init(rawValue:)), let epoch = reader.uuid(),
            let head = reader.integer(Int64.self), let oldest = reader.integer(Int64.self), reader.isAtEnd
        else { return nil }
        self.init(reason, epoch: epoch, head: head, oldest: oldest)
    }
}

/// The bell: which incarnation and how far.
struct StreamHead: Equatable {
    var epoch: UUID
    var head: Int64

    var bytes: Data {
        var writer = ByteWriter(capacity: 24)
        writer.put(epoch)
        writer.put(head)
        return writer.data
    }

    init(epoch: UUID, head: Int64) { (self.epoch, self.head) = (epoch, head) }

    init?(_ data: Data) {
        var reader = ByteReader(data)
        guard let epoch = reader.uuid(), let head = reader.integer(Int64.self), reader.isAtEnd else { return nil }
        self.init(epoch: epoch, head: head)
    }
}
