// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Opslag
import Synchronization

// What an operator sees and may set right, in this process or over the bus from `wegwijs` and `portaal`.
extension Bus {
    /// How the streams and sockets stand. After the end of `run` little more than the name is left.
    public func status() async -> BusStatus {
        let (thread, service) = (hub.thread, configuration.service)
        var status = await withCheckedContinuation { (continuation: CheckedContinuation<BusStatus, Never>) in
            if !thread.post({ continuation.resume(returning: $0.status()) }) {
                continuation.resume(returning: BusStatus(service: service, own: nil, followed: [], sockets: .init()))
            }
        }
        status.pruning = store?.pruning
        if let counts = try? await store?.setAsideCounts() {
            for index in status.followed.indices { status.followed[index].setAside = counts[status.followed[index].source] ?? 0 }
        }
        // Readers that were heard in an earlier life of this process count as well: they hold back pruning.
        if let own = status.own, let known = try? await store?.readers() {
            let present = Dictionary(uniqueKeysWithValues: own.readers.map { ($0.service, $0) })
            let away = known.filter { present[$0.name] == nil && $0.position.epoch == own.epoch }.map {
                BusStatus.Reader(
                    service: $0.name, position: $0.position.number, lag: own.head - $0.position.number, isPresent: false)
            }
            status.own?.readers = (own.readers + away).sorted { $0.service.rawValue < $1.service.rawValue }
        }
        return status
    }

    /// The events of a source that were set aside, paged by number.
    public func setAside(_ source: ServiceName, after number: Int64 = 0) async throws -> [SetAsideEvent] {
        guard let store else { return [] }
        return try await store.setAside(from: source, after: number)
    }

    /// Tries what was set aside again, in order: of one subject, or all of the source.
    @discardableResult
    public func retrySetAside(source: ServiceName, subject: String? = nil) async throws -> RetryOutcome {
        let following = installed.withLock { $0.following.first { $0.source == source } }
        guard let store, let following else { throw Failure.notFound(what: "deze stroom") }
        return try await store.retry(from: source, subject: subject, effects: following.effects)
    }

    /// Reads on in a stream that stopped, from a point of an incarnation that a person has accepted.
    public func acceptStream(_ source: ServiceName, at position: StreamPosition) async throws {
        guard let store else { throw Failure.notFound(what: "deze stroom") }
        do { try await store.setPosition(of: source, to: position) } catch let error as StreamError {
            throw Failure.state(reason: ErrorText.of(error))
        }
        hub.thread.post { $0.resume(source) }
    }

    func addOperatorRequests(to handlers: inout Handlers) {
        let operators: Set<ServiceName> = [.wegwijs, .portaal]
        handlers.answer(StreamStatus.self, from: operators) { [weak self] _, _ in
            guard let self else { throw CancellationError() }
            return await status()
        }
        handlers.answer(SetAsideList.self, from: operators) { [weak self] request, _ in
            let events = try await self?.setAside(request.source, after: request.after) ?? []
            return SetAsideList.Answer(
                items: events.map {
                    .init(
                        number: $0.number, subject: $0.subject, type: $0.type, error: $0.error, attempts: $0.attempts,
                        since: $0.since)
                })
        }
        handlers.answer(RetrySetAside.self, from: operators) { [weak self] request, _ in
            guard let self else { throw CancellationError() }
            let outcome = try await retrySetAside(source: request.source, subject: request.subject)
            return RetrySetAside.Answer(applied: outcome.applied, remaining: outcome.remaining)
        }
        handlers.answer(AcceptStream.self, from: operators) { [weak self] request, _ in
            try await self?.acceptStream(request.source, at: StreamPosition(epoch: request.epoch, number: request.number))
            return Done()
        }
    }
}
