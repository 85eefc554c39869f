// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Opslag

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
    struct Entry: Sendable {
        let callers: Set<ServiceName>
        /// A command and not a question.
        let changes: Bool
        let body: @Sendable (Data, Request) async throws -> Data
    }

    private(set) var table: [String: Entry] = [:]

    public init() {}

    /// A query, and the services that may ask it.
    public mutating func answer<Q: Query>(
        _ type: Q.Type, from callers: Set<ServiceName>, _ body: @escaping @Sendable (Q, Request) async throws -> Q.Answer
    ) { add(type, callers, changes: false, body) }

    /// A command, and the services that may give it. The body runs its effect with `Store.once(request.envelope)`.
    public mutating func perform<C: Command>(
        _ type: C.Type, from callers: Set<ServiceName>, _ body: @escaping @Sendable (C, Request) async throws -> C.Answer
    ) { add(type, callers, changes: true, body) }

    /// A request that every service answers in the same way, such as the state of its streams.
    public mutating func answer<O: OperatorRequest>(
        _ type: O.Type, from callers: Set<ServiceName>, _ body: @escaping @Sendable (O, Request) async throws -> O.Answer
    ) { add(type, callers, changes: false, body) }

    /// The same answers, each request first made ready with what the service itself knows of who asks.
    public func preparing(_ prepare: @escaping @Sendable (Request) async throws -> Request) -> Handlers {
        var copy = self
        copy.table = table.mapValues { entry in
            Entry(callers: entry.callers, changes: entry.changes) { data, request in
                try await entry.body(data, try await prepare(request))
            }
        }
        return copy
    }

    private mutating func add<M: Message, Answer: Encodable & Sendable>(
        _ type: M.Type, _ callers: Set<ServiceName>, changes: Bool,
        _ body: @escaping @Sendable (M, Request) async throws -> Answer
    ) {
        precondition(table[M.type] == nil, "two handlers for \(M.type)")
        table[M.type] = Entry(callers: callers, changes: changes) { data, request in
            if let error = MessageBounds.exceeded(by: data, at: "data", carriesFile: M.carriesFile) {
                throw Failure.invalid([error])
            }
            let message: M
            do { message = try MessageCoding.decode(M.self, from: data) } catch {
                throw Failure.invalid([FieldError.undecodable(error)])
            }
            return try MessageCoding.encode(try await body(message, request))
        }
    }
}

extension Handlers {
    /// One kind of request that is answered here.
    public struct Kind: Sendable {
        public let type: String
        public let callers: Set<ServiceName>
        public let changes: Bool
    }

    /// Everything that is answered here, by type: for who walks over all of it.
    public var kinds: [Kind] {
        table.map { Kind(type: $0, callers: $1.callers, changes: $1.changes) }.sorted { $0.type < $1.type }
    }

    /// Answers as the bus does, without its sockets.
    public func respond(to type: String, _ data: Data, _ request: Request) async throws -> Data {
        guard let entry = table[type] else { throw Failure.notFound(what: "een antwoord op dit soort vraag") }
        guard entry.callers.contains(request.caller) else {
            throw Failure.notAllowed(reason: "De dienst \(request.caller.rawValue) mag dit niet vragen.")
        }
        return try await entry.body(data, request)
    }
}

extension FieldError {
    /// Names the field that does not fit the message, never its value.
    static func undecodable(_ error: any Error) -> FieldError {
        let path: [any CodingKey] =
            switch error {
            case DecodingError.keyNotFound(let key, let context): context.codingPath + [key]
            case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
                DecodingError.dataCorrupted(let context):
                context.codingPath
            default: []
            }
        let field = (["data"] + path.map(\.stringValue)).joined(separator: ".")
        return FieldError(field, code: "onleesbaar", "Dit veld ontbreekt of heeft niet de afgesproken vorm.")
    }
}

/// What a service does with the events of one other service. An event without a handler is passed over.
public struct Following: Sendable {
    public let source: ServiceName
    public private(set) var effects: EventEffects = [:]
    public init(_ source: ServiceName) { self.source = source }

    /// The effect of one kind of event, in the transaction that also moves the position. `effect` names it for the
    /// list of applied effects (`/beheer/effecten`), such as `traject-gestart`.
    public mutating func on<E: Event>(
        _ type: E.Type, effect: String, _ apply: @escaping @Sendable (E, Envelope, Transaction) throws -> Void
    ) {
        precondition(effects[E.type] == nil, "two effects for \(E.type)")
        effects[E.type] = EventEffect(effect) { data, envelope, transaction in
            try apply(try MessageCoding.decode(E.self, from: data), envelope, transaction)
        }
    }
}
