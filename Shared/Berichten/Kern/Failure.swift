// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Why a request was not done. Typed, so that the asker can act on it; never a bare string.
public enum Failure: Error, Codable, Sendable, Equatable {
    /// There is no such thing, or the actor may not know that there is.
    case notFound(what: String)
    /// The policy says no. The reason is Dutch, for the user.
    case notAllowed(reason: String)
    /// Somebody else changed it first: the version the caller started from, and the newest.
    case conflict(Conflict)
    /// The input breaks rules: every field error at once.
    case invalid([FieldError])
    /// The thing is in a state in which this cannot be done. Dutch, for the user.
    case state(reason: String)
    /// A part that is needed is away (another service, a key): try again later. Dutch, for the user.
    case unavailable(what: String)
    /// A fault of ours. The number finds it in the log; the text says nothing about a person.
    case fault(reference: String)

    public struct Conflict: Codable, Sendable, Equatable {
        public var yours: Int
        public var newest: Int
        public var changedBy: String?
        public var changedAt: Date?
        public init(yours: Int, newest: Int, changedBy: String? = nil, changedAt: Date? = nil) {
            (self.yours, self.newest, self.changedBy, self.changedAt) = (yours, newest, changedBy, changedAt)
        }
    }
}

/// One thing wrong with one field: the name of the field as the sender knows it (`data.client.bsn`), a code for
/// machines, and a Dutch sentence that says the rule and what to do.
public struct FieldError: Error, Codable, Sendable, Equatable {
    public var field: String
    public var code: String
    public var text: String
    public init(_ field: String, code: String, _ text: String) {
        (self.field, self.code, self.text) = (field, code, text)
    }
}
