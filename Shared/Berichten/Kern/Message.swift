// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Anything that goes over the bus. `type` is the CloudEvents type with the version at the end, such as
/// `nl.wegwijs.intake.aanmelding-geaccepteerd.v1`. A changed meaning or a removed field is a new type.
public protocol Message: Codable, Sendable {
    static var type: String { get }
    /// A piece of a file is in it: the only text that may be longer than a person types.
    static var carriesFile: Bool { get }
}

extension Message {
    public static var carriesFile: Bool { false }
}

/// A fact, told to all who read the stream of the service that owns it. Carries ids and facts, never a name, BSN,
/// birth date, address, free text or health: identity lives in intake.
public protocol Event: Message {
    /// The dossier, or other thing, whose events must be applied in order. It is the envelope's `subject`.
    var subject: String { get }
}

/// A question to one service. Changes nothing.
public protocol Query: Message {
    associatedtype Answer: Codable & Sendable
    /// Who answers it.
    static var service: ServiceName { get }
}

/// A request to one service to change something. The envelope's `id` is the idempotency key: the same command twice
/// gives the same answer and one effect.
public protocol Command: Message {
    associatedtype Answer: Codable & Sendable
    static var service: ServiceName { get }
}

/// The answer of a command that has nothing to say but that it is done.
public struct Done: Codable, Sendable, Equatable {
    public init() {}
}
