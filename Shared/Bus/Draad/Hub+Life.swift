// SPDX-License-Identifier: EUPL-1.2
import Berichten
import CZeroMQ
import Foundation
import Opslag

/// The life of a hub. It can ask from the start; it answers and follows when it is open.
enum Phase: Sendable, Equatable {
    case new, open
    /// Lets what is under way finish, takes nothing new.
    case draining
    /// Gives the last answers a moment to leave.
    case closing
    case ended
}

// Opening and closing.
extension Hub {
    /// Binds the own sockets, the gatekeeper first, and begins to answer and follow.
    func open(_ handlers: Handlers, following: [Following], store: Store?, onApplied: AppliedObserver?) throws {
        guard phase == .new else { throw BusError.alreadyRun }
        self.onApplied = onApplied
        self.handlers = handlers
        self.store = store
        do { try bind() } catch {
            end()
            throw error
        }
        phase = .open
        socketsChanged()
        schedule(.now)
        if let store { for one in following { follow(one, store) } }
    }

    private func bind() throws {
        guard let own = configuration.own else { return }
        zap = try make.inproc(ZMQ_REP, at: Gatekeeper.address)
        let (router, routerMonitor) = try make.server(ZMQ_ROUTER, at: own.router)
        self.router = router
        serverMonitors.append(routerMonitor)
        let (bell, bellMonitor) = try make.server(ZMQ_PUB, at: own.bell)
        self.bell = bell
        serverMonitors.append(bellMonitor)
        publisher = store.map(Publisher.init)
    }

    /// Resumes when everything is closed.
    func whenEnded(_ continuation: CheckedContinuation<Void, Never>) {
        if phase == .ended { continuation.resume() } else { ending = continuation }
    }

    func beginEnd() {
        guard phase == .open || phase == .new else { return }
        phase = .draining
        phaseEnds = .now + configuration.drain
        schedule(.now)
    }

    func tendLife(_ now: ContinuousClock.Instant) {
        switch phase {
        case .new, .open, .ended: return
        case .draining:
            let isIdle = active.isEmpty && !followers.values.contains { $0.progress.underway > 0 }
            guard isIdle || phaseEnds <= now else { return schedule(min(phaseEnds, now + .milliseconds(10))) }
            let hadWork = hasAnswered
            for request in active.values { request.task?.cancel() }
            phase = .closing
            // LINGER is 0: what is still in a socket when it closes is gone.
            phaseEnds = now + (hadWork ? .milliseconds(30) : .zero)
            tendLife(now)
        case .closing:
            guard phaseEnds <= now else { return schedule(phaseEnds) }
            end()
        }
    }

    /// Closes everything, on the poll thread and therefore without a race; nothing here waits for a peer.
    func end() {
        guard phase != .ended else { return }
        phase = .ended
        for ask in asks.values { ask.continuation.resume(throwing: Failure.away(ask.service)) }
        asks = [:]
        active = [:]
        for monitor in serverMonitors { monitor.close() }
        for peer in peers.values { peer.close() }
        router?.close()
        bell?.close()
        zap?.close()
        (serverMonitors, peers, followers) = ([], [:], [:])
        (router, bell, zap, publisher, store) = (nil, nil, nil, nil, nil)
        zmq_ctx_term(context)
        thread.stop()
        ending?.resume()
        ending = nil
    }
}
