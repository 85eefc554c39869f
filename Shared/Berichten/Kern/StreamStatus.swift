// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// A question or order that every service understands in the same way, so the service is chosen when it is asked.
/// Only the operator (`wegwijs`, and `portaal` for the beheerder) may ask.
public protocol OperatorRequest: Message {
    associatedtype Answer: Codable & Sendable
}

/// How do the streams and sockets of this process stand?
public struct StreamStatus: OperatorRequest, Equatable {
    public typealias Answer = BusStatus
    public static let type = "nl.wegwijs.kern.stromen.v1"
    public init() {}
}

/// The state of the bus of one process, for `wegwijs status`, metrics and the page of the beheerder.
public struct BusStatus: Codable, Sendable, Equatable {
    /// Another service that reads the own stream.
    public struct Reader: Codable, Sendable, Equatable {
        public var service: ServiceName
        /// The number that it says it has durably.
        public var position: Int64
        /// Events between that and the head.
        public var lag: Int64
        /// Whether it asked for events in the last seconds.
        public var isPresent: Bool
        public init(service: ServiceName, position: Int64, lag: Int64, isPresent: Bool) {
            (self.service, self.position, self.lag, self.isPresent) = (service, position, lag, isPresent)
        }
    }

    /// The stream that this service writes.
    public struct OwnStream: Codable, Sendable, Equatable {
        public var epoch: UUID
        public var head: Int64
        /// The lowest number that is still held.
        public var oldest: Int64
        public var readers: [Reader]
        public init(epoch: UUID, head: Int64, oldest: Int64, readers: [Reader]) {
            (self.epoch, self.head, self.oldest, self.readers) = (epoch, head, oldest, readers)
        }
    }

    /// The stream of another service that is read here.
    public struct FollowedStream: Codable, Sendable, Equatable {
        public enum State: String, Codable, Sendable {
            /// Not heard of yet since the start, or for some time.
            case wacht
            /// Behind the head that the source told.
            case achter
            case bij
            /// Stopped, since going on would be guessing. A person must look.
            case gestopt
        }
        public var source: ServiceName
        /// nil when nothing of it ever was applied.
        public var epoch: UUID?
        public var position: Int64
        /// The newest number that the source told.
        public var head: Int64
        public var lag: Int64
        /// Events that could not be applied and wait aside, with the later ones of their subjects.
        public var setAside: Int
        public var state: State
        /// Why it stopped or stumbles: a code and numbers, nothing about a person.
        public var error: String?
        public init(
            source: ServiceName, epoch: UUID?, position: Int64, head: Int64, lag: Int64, setAside: Int, state: State,
            error: String?
        ) {
            (self.source, self.epoch, self.position, self.head) = (source, epoch, position, head)
            (self.lag, self.setAside, self.state, self.error) = (lag, setAside, state, error)
        }
    }

    public struct Sockets: Codable, Sendable, Equatable {
        /// Handshakes that the own sockets refused or that stalled, since the start.
        public var refusedHandshakes = 0
        /// Messages that were no message of ours, since the start.
        public var malformedFrames = 0
        /// Requests of a kind that the caller may not make, since the start.
        public var refusedRequests = 0
        /// Requests that are being handled now.
        public var requests = 0
        /// The services that this process is connected to now.
        public var connected: [ServiceName] = []
        public init() {}
    }

    /// What was pruned since the start: long ago, and read by everybody.
    public struct Pruning: Codable, Sendable, Equatable {
        /// The end of the last turn.
        public var at: Date
        public var events: Int
        public var effects: Int
        public var commands: Int
        /// Readers of the own stream that have not read what is old enough to go: the stream grows until they have.
        public var waitsFor: [ServiceName]
        public init(at: Date, events: Int, effects: Int, commands: Int, waitsFor: [ServiceName]) {
            (self.at, self.events, self.effects, self.commands) = (at, events, effects, commands)
            self.waitsFor = waitsFor
        }
    }

    public var service: ServiceName
    /// nil when this process writes no stream.
    public var own: OwnStream?
    public var followed: [FollowedStream]
    public var sockets: Sockets
    /// nil before the first turn, or without a store.
    public var pruning: Pruning?

    public init(service: ServiceName, own: OwnStream?, followed: [FollowedStream], sockets: Sockets) {
        (self.service, self.own, self.followed, self.sockets) = (service, own, followed, sockets)
    }
}
