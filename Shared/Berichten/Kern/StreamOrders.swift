// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Which events of a source could not be applied here?
public struct SetAsideList: OperatorRequest, Equatable {
    public static let type = "nl.wegwijs.kern.terzijde.v1"
    public var source: ServiceName
    /// The page begins after this number.
    public var after: Int64

    public init(source: ServiceName, after: Int64 = 0) { (self.source, self.after) = (source, after) }

    public struct Answer: Codable, Sendable, Equatable {
        public struct Item: Codable, Sendable, Equatable {
            public var number: Int64
            public var subject: String?
            public var type: String?
            /// What went wrong, without anything about a person.
            public var error: String
            public var attempts: Int
            public var since: Date
            public init(number: Int64, subject: String?, type: String?, error: String, attempts: Int, since: Date) {
                (self.number, self.subject, self.type) = (number, subject, type)
                (self.error, self.attempts, self.since) = (error, attempts, since)
            }
        }
        public var items: [Item]
        public init(items: [Item]) { self.items = items }
    }
}

/// Try what was set aside again, in order; what fails again stays aside.
public struct RetrySetAside: OperatorRequest, Equatable {
    public static let type = "nl.wegwijs.kern.terzijde-opnieuw.v1"
    public var source: ServiceName
    /// Only this subject; nil for all.
    public var subject: String?

    public init(source: ServiceName, subject: String? = nil) { (self.source, self.subject) = (source, subject) }

    public struct Answer: Codable, Sendable, Equatable {
        public var applied: Int
        public var remaining: Int
        public init(applied: Int, remaining: Int) { (self.applied, self.remaining) = (applied, remaining) }
    }
}

/// Read on in a stream that stopped, from this point of this incarnation: an operator has looked at why. What was applied
/// before is not applied again.
public struct AcceptStream: OperatorRequest, Equatable {
    public typealias Answer = Done
    public static let type = "nl.wegwijs.kern.stroom-aanvaarden.v1"
    public var source: ServiceName
    public var epoch: UUID
    public var number: Int64
    public init(source: ServiceName, epoch: UUID, number: Int64) {
        (self.source, self.epoch, self.number) = (source, epoch, number)
    }
}
