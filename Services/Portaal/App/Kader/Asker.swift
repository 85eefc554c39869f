// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import Web

/// What the pages need of the bus. `Bus` is one; so is a portaal that reaches nobody.
public protocol Asker: Sendable {
    func ask<Q: Query>(_ query: Q, as actor: Actor, because cause: Envelope?, within limit: Duration) async throws -> Q.Answer
    func send<C: Command>(
        _ command: C, id: UUID?, as actor: Actor, because cause: Envelope?, within limit: Duration
    ) async throws -> C.Answer
    /// Asks one service what every service can be asked, such as how its streams stand.
    func ask<O: OperatorRequest>(
        _ request: O, of service: ServiceName, as actor: Actor, because cause: Envelope?, within limit: Duration
    ) async throws -> O.Answer
    /// How the streams of this process stand.
    func status() async -> BusStatus
}

extension Bus: Asker {}

/// What pages use: the request of the browser is the cause, so that its trace goes along.
extension Asker {
    func ask<Q: Query>(_ query: Q, as actor: Actor) async throws -> Q.Answer {
        try await ask(query, as: actor, because: cause(actor), within: .seconds(5))
    }

    /// - Parameter id: the idempotency key; a form carries one so that a double click has one effect.
    func send<C: Command>(_ command: C, id: UUID? = nil, as actor: Actor) async throws -> C.Answer {
        try await send(command, id: id, as: actor, because: cause(actor), within: .seconds(10))
    }

    /// In real time: it tells when somebody clicked, not what day it is in the field.
    private func cause(_ actor: Actor) -> Envelope? { TraceContext.current?.envelope(of: .portaal, actor: actor, at: Date()) }
}

/// A portaal without peers, as when every other service is down: each question is answered with "niet bereikbaar".
public struct NoPeers: Asker {
    public init() {}
    public func ask<Q: Query>(_ query: Q, as actor: Actor, because cause: Envelope?, within limit: Duration) async throws
        -> Q.Answer
    {
        throw Failure.unavailable(what: "De dienst \(Q.service.rawValue) is even niet bereikbaar.")
    }
    public func send<C: Command>(
        _ command: C, id: UUID?, as actor: Actor, because cause: Envelope?, within limit: Duration
    ) async throws -> C.Answer {
        throw Failure.unavailable(what: "De dienst \(C.service.rawValue) is even niet bereikbaar.")
    }
    public func ask<O: OperatorRequest>(
        _ request: O, of service: ServiceName, as actor: Actor, because cause: Envelope?, within limit: Duration
    ) async throws -> O.Answer {
        throw Failure.unavailable(what: "De dienst \(service.rawValue) is even niet bereikbaar.")
    }
    public func status() async -> BusStatus { BusStatus(service: .portaal, own: nil, followed: [], sockets: .init()) }
}
