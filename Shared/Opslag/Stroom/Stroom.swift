// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// One event of the own stream, as it lies in the outbox. The JSON is made once, when the event is emitted.
public struct OutboxEvent: Sendable, Equatable {
    /// Its place in the stream of this epoch: from 1, without a gap, never given twice.
    public let number: Int64
    /// The envelope as JSON, the bytes that `MessageCoding` would make.
    public let envelope: Data
    /// The data as JSON.
    public let data: Data
    public init(number: Int64, envelope: Data, data: Data) {
        (self.number, self.envelope, self.data) = (number, envelope, data)
    }
}

/// One event of another service's stream, as it came in. The bus never decodes it: the store does, once, when it applies it.
public typealias ReceivedEvent = OutboxEvent

/// How far the stream of one source has been applied here: which incarnation of it, and the number of the last event.
public struct StreamPosition: Sendable, Equatable, Codable {
    public var epoch: UUID
    public var number: Int64
    public init(epoch: UUID, number: Int64) { (self.epoch, self.number) = (epoch, number) }
}

/// Why events of a source were not applied. Nothing of the batch was kept, and only a person can solve it.
public enum StreamError: Error, Sendable, Equatable {
    /// The source speaks of another incarnation than the one that was read so far: its store was restored or made anew.
    case epochChanged(source: ServiceName, known: UUID, found: UUID)
    /// The source has fewer events than were applied here: its store was put back.
    case readerAhead(source: ServiceName, position: Int64, head: Int64)
    /// An event is missing between the position and what came in. Ask again from the position; when the source no longer
    /// has it, it was pruned past this reader.
    case gap(source: ServiceName, expected: Int64, found: Int64)
    /// What was applied up to this number is no longer remembered: read from an earlier one, it would be applied twice.
    case forgotten(source: ServiceName, upTo: Int64)
}

/// The effect of one type of event: its name in the list of applied effects, and what it does.
public struct EventEffect: Sendable {
    public let name: String
    public let apply: @Sendable (_ data: Data, _ envelope: Envelope, _ transaction: Transaction) throws -> Void
    public init(_ name: String, _ apply: @escaping @Sendable (Data, Envelope, Transaction) throws -> Void) {
        (self.name, self.apply) = (name, apply)
    }
}

/// What a service does with the events of one source, by the envelope's `type`. A type that is not in it is passed over.
public typealias EventEffects = [String: EventEffect]

/// What became of a batch.
public struct ApplyOutcome: Sendable, Equatable {
    /// Where the reader stands now, durably.
    public var position: StreamPosition
    /// Events whose effect was applied.
    public var applied: Int
    /// Events without an effect here, or whose effect was applied before.
    public var skipped: Int
    /// Events that were set aside, because they could not be applied or follow one of their subject that could not.
    public var setAside: Int
    public init(position: StreamPosition, applied: Int = 0, skipped: Int = 0, setAside: Int = 0) {
        (self.position, self.applied, self.skipped, self.setAside) = (position, applied, skipped, setAside)
    }
}
