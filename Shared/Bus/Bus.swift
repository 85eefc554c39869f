// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Logging
import Opslag
import Synchronization

/// Told what was applied of a source, after the commit.
public typealias AppliedObserver = @Sendable (_ source: ServiceName, _ outcome: ApplyOutcome) -> Void

/// The bus of one process: asks other services, answers them, and carries the event streams between the stores.
///
/// It can ask as soon as it is made; it answers and follows while `run` runs. Once that has ended it stays closed.
public final class Bus: Sendable {
    public let configuration: BusConfiguration

    struct Installed {
        var handlers = Handlers()
        var following: [Following] = []
        var onApplied: AppliedObserver?
    }

    let hub: Hub
    let store: Store?
    private let clock: any WegwijsClock
    private let ids: any IDSource
    let installed = Mutex(Installed())
    private let numbers = Atomic<UInt64>(1)

    /// Starts the poll thread. Throws `BusError` when a key is no key.
    /// - Parameter store: whose outbox is the own stream, and where followed streams are applied; nil for a process that
    ///   only asks.
    public init(_ configuration: BusConfiguration, store: Store?, clock: any WegwijsClock, ids: any IDSource, logger: Logger)
        throws
    {
        guard CurveKeyPair.isKey(configuration.secretKey), CurveKeyPair.isKey(configuration.publicKey) else {
            throw BusError.key("the key pair of \(configuration.service.rawValue) is not a CURVE key pair")
        }
        (self.configuration, self.store, self.clock, self.ids) = (configuration, store, clock, ids)
        hub = try Hub(configuration, logger: logger)
        hub.thread.start(hub)
    }

    deinit { hub.thread.post { $0.end() } }

    /// Says what this process answers and follows. Once, before `run`.
    public func install(_ handlers: Handlers, following: [Following]) {
        installed.withLock { ($0.handlers, $0.following) = (handlers, following) }
    }

    /// Calls the body after each commit that applied events of another service, on the writer's thread. It must be quick.
    /// Once, before `run`: for measuring, and for whoever waits until something has arrived.
    public func observeApplied(_ body: @escaping AppliedObserver) { installed.withLock { $0.onApplied = body } }

    /// Asks another service. Throws `Failure`; `Failure.unavailable` when no answer came in time.
    public func ask<Q: Query>(
        _ query: Q, as actor: Actor, because cause: Envelope? = nil, within limit: Duration = .seconds(5)
    ) async throws -> Q.Answer {
        try await request(query, to: Q.service, id: ids.next(), as: actor, because: cause, within: limit)
    }

    /// Gives a command. The same `id` may be sent again until there is an answer: it has one effect.
    public func send<C: Command>(
        _ command: C, id: UUID? = nil, as actor: Actor, because cause: Envelope? = nil, within limit: Duration = .seconds(10)
    ) async throws -> C.Answer {
        try await request(command, to: C.service, id: id ?? ids.next(), as: actor, because: cause, within: limit)
    }

    /// Asks one service what every service can be asked.
    public func ask<O: OperatorRequest>(
        _ request: O, of service: ServiceName, as actor: Actor, because cause: Envelope? = nil,
        within limit: Duration = .seconds(5)
    ) async throws -> O.Answer {
        try await self.request(request, to: service, id: ids.next(), as: actor, because: cause, within: limit)
    }

    private func request<M: Message, Answer: Decodable>(
        _ message: M, to service: ServiceName, id: UUID, as actor: Actor, because cause: Envelope?, within limit: Duration
    ) async throws -> Answer {
        let deadline = Date(timeIntervalSinceNow: limit / .seconds(1))
        let envelope = Envelope(
            id: id, source: configuration.service.source, type: M.type, time: clock.now,
            correlationid: cause.map { $0.correlationid ?? $0.id }, causationid: cause?.id, traceparent: cause?.traceparent,
            actor: actor, deadline: deadline)
        let parts = [
            RequestTag(id: id, deadline: deadline).bytes, try MessageCoding.encode(envelope), try MessageCoding.encode(message),
        ]
        guard parts.allSatisfy({ $0.count < Socket.maxPart }) else {
            throw Failure.invalid([FieldError("data", code: "te-groot", "Dit bericht is te groot. Stuur het in delen.")])
        }
        let answer = try await exchange(parts, with: service, within: limit)
        do { return try MessageCoding.decode(Answer.self, from: answer) } catch {
            throw Failure.fault(reference: id.uuidString.lowercased())
        }
    }

    private func exchange(_ parts: [Data], with service: ServiceName, within limit: Duration) async throws -> Data {
        let number = numbers.wrappingAdd(1, ordering: .relaxed).oldValue
        let deadline = ContinuousClock.now + limit
        let flag = AskFlag()
        let thread = hub.thread
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Data, any Error>) in
                let ask = PendingAsk(
                    number: number, service: service, parts: parts, deadline: deadline, flag: flag, continuation: continuation)
                if !thread.post({ $0.start(ask) }) { continuation.resume(throwing: Failure.away(service)) }
            }
        } onCancel: {
            flag.cancel()
            thread.post { $0.cancel(number) }
        }
    }

    /// Binds, connects, answers and follows until the task is cancelled; then closes everything within five seconds.
    /// Throws `BusError` when an address cannot be bound.
    public func run() async throws {
        var installed = installed.withLock { $0 }
        addOperatorRequests(to: &installed.handlers)
        if configuration.own != nil, let store {
            let thread = hub.thread
            store.observeOutbox { newest, events in thread.post { $0.committed(newest, events) } }
        }
        try await open(installed)
        let thread = hub.thread
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                if !thread.post({ $0.whenEnded(continuation) }) { continuation.resume() }
            }
        } onCancel: {
            thread.post { $0.beginEnd() }
        }
    }

    private func open(_ installed: Installed) async throws {
        let (thread, store) = (hub.thread, store)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let isTaken = thread.post { hub in
                continuation.resume(
                    with: Result {
                        try hub.open(
                            installed.handlers, following: installed.following, store: store, onApplied: installed.onApplied)
                    })
            }
            if !isTaken { continuation.resume(throwing: BusError.alreadyRun) }
        }
    }
}
