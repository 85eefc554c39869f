// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Logging
import Opslag

/// Where a peer can be reached: the ROUTER that answers and the PUB that rings.
public struct PeerAddress: Sendable, Equatable {
    public var router: String
    public var bell: String
    public init(router: String, bell: String) { (self.router, self.bell) = (router, bell) }
}

/// What the bus of one process must know. Addresses are libzmq endpoints (`ipc://…` or `tcp://…`).
public struct BusConfiguration: Sendable {
    public var service: ServiceName
    /// Where this process binds; nil for one that only asks.
    public var own: PeerAddress?
    public var peers: [ServiceName: PeerAddress]
    public var secretKey: String
    public var publicKey: String
    /// The public keys (Z85) of all who may talk here.
    public var knownKeys: [ServiceName: String]
    public init(
        service: ServiceName, own: PeerAddress?, peers: [ServiceName: PeerAddress], secretKey: String, publicKey: String,
        knownKeys: [ServiceName: String]
    ) {
        (self.service, self.own, self.peers) = (service, own, peers)
        (self.secretKey, self.publicKey, self.knownKeys) = (secretKey, publicKey, knownKeys)
    }
}

/// A request as its handler sees it.
public struct Request: Sendable {
    public let envelope: Envelope
    /// Proved by the CURVE key, not by what the message says.
    public let caller: ServiceName
    public var actor: Actor { envelope.actor ?? .service(purpose: "onbekend") }
    public init(envelope: Envelope, caller: ServiceName) { (self.envelope, self.caller) = (envelope, caller) }
}

/// What a service answers. Filled once in Bootstrap and handed to the bus.
public struct Handlers: Sendable {
    public init() {}

    /// A query, and the services that may ask it.
    public mutating func answer<Q: Query>(
        _ type: Q.Type, from callers: Set<ServiceName>, _ body: @escaping @Sendable (Q, Request) async throws -> Q.Answer
    ) { fatalError("wordt gebouwd") }

    /// A command, and the services that may give it. The body runs its effect with `Store.once(request.envelope)`.
    public mutating func perform<C: Command>(
        _ type: C.Type, from callers: Set<ServiceName>, _ body: @escaping @Sendable (C, Request) async throws -> C.Answer
    ) { fatalError("wordt gebouwd") }
}

/// What a service does with the events of one other service. An event without a handler is passed over.
public struct Following: Sendable {
    public let source: ServiceName
    public init(_ source: ServiceName) { self.source = source }

    /// The effect of one kind of event, in the transaction that also moves the position. `effect` names it for the
    /// list of applied effects (`/beheer/effecten`), such as `traject-gestart`.
    public mutating func on<E: Event>(
        _ type: E.Type, effect: String, _ apply: @escaping @Sendable (E, Envelope, Transaction) throws -> Void
    ) { fatalError("wordt gebouwd") }
}

/// The bus of one process.
public final class Bus: Sendable {
    public let configuration: BusConfiguration

    public init(_ configuration: BusConfiguration, store: Store?, clock: any WegwijsClock, ids: any IDSource, logger: Logger)
        throws
    {
        self.configuration = configuration
        fatalError("wordt gebouwd")
    }

    /// Says what this process answers and follows. Once, before `run`.
    public func install(_ handlers: Handlers, following: [Following]) { fatalError("wordt gebouwd") }

    /// Asks another service. Throws `Failure`; `Failure.unavailable` when no answer came in time.
    public func ask<Q: Query>(
        _ query: Q, as actor: Actor, because cause: Envelope? = nil, within limit: Duration = .seconds(5)
    ) async throws -> Q.Answer { fatalError("wordt gebouwd") }

    /// Gives a command. The same `id` may be sent again until there is an answer: it has one effect.
    public func send<C: Command>(
        _ command: C, id: UUID? = nil, as actor: Actor, because cause: Envelope? = nil, within limit: Duration = .seconds(10)
    ) async throws -> C.Answer { fatalError("wordt gebouwd") }

    /// Binds, connects, answers and follows until the task is cancelled; then closes everything within five seconds.
    public func run() async throws { fatalError("wordt gebouwd") }
}
