// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation

// Asking: the client side of ask and answer.
extension Hub {
    func start(_ ask: PendingAsk) {
        if ask.flag.isCancelled { return ask.continuation.resume(throwing: CancellationError()) }
        guard phase != .ended, peer(ask.service) != nil else {
            return ask.continuation.resume(throwing: Failure.away(ask.service))
        }
        asks[ask.number] = ask
        schedule(ask.deadline)
        send(ask.number)
    }

    func cancel(_ number: UInt64) {
        asks.removeValue(forKey: number)?.continuation.resume(throwing: CancellationError())
    }

    private func send(_ number: UInt64) {
        guard let ask = asks[number], let peer = peers[ask.service] else { return }
        // Without a connection, or with a full one, it stays until there is one or until its deadline.
        let isSent = peer.dealer.send([Header(.ask, number).bytes] + ask.parts) == .sent
        asks[number]?.isSent = isSent
        if !isSent && peer.isConnected { schedule(.now + .milliseconds(20)) }
    }

    /// Sends what has not gone out. With `again` also what went out over a connection that is no more: the other side
    /// knows a repeat by its id.
    func sendAsks(to service: ServiceName, again: Bool) {
        for ask in asks.values where ask.service == service && (again || !ask.isSent) { send(ask.number) }
    }

    func heardFrom(_ service: ServiceName, _ parts: [Data]) {
        guard let first = parts.first, let header = Header(first) else { return malformed("header", from: service.rawValue) }
        switch header.kind {
        case .answer where parts.count == 2: finish(header.number, .success(parts[1]))
        case .failure where parts.count == 2:
            let failure = try? MessageCoding.decode(Failure.self, from: parts[1])
            finish(header.number, .failure(failure ?? Failure.away(service)))
        case .streamBatch where parts.count == 2: heardBatch(from: service, session: header.number, parts[1])
        case .streamRefusal where parts.count == 2: heardRefusal(from: service, session: header.number, parts[1])
        default: malformed("kind", from: service.rawValue)
        }
    }

    /// An answer that nobody waits for any more (late, or to a repeat) is dropped.
    private func finish(_ number: UInt64, _ result: Result<Data, any Error>) {
        asks.removeValue(forKey: number)?.continuation.resume(with: result)
    }

    func expireAsks(_ now: ContinuousClock.Instant) {
        for ask in asks.values {
            if ask.deadline <= now {
                finish(ask.number, .failure(Failure.away(ask.service)))
            } else {
                schedule(ask.deadline)
                if !ask.isSent, peers[ask.service]?.isConnected == true { send(ask.number) }
            }
        }
    }
}

extension Failure {
    /// No answer came in time.
    static func away(_ service: ServiceName) -> Failure { .unavailable(what: "de dienst \(service.rawValue)") }
    static let busy = Failure.unavailable(what: "deze dienst, want er zijn te veel vragen tegelijk")
}
