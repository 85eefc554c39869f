// SPDX-License-Identifier: EUPL-1.2
import Berichten
import CZeroMQ
import Foundation
import Logging

// Connections: whom this process knows, whether they are there, who was refused.
extension Hub {
    /// The connection to a service, made when it is first needed. nil when it has no address, no key or a bad address:
    /// one log line.
    func peer(_ service: ServiceName) -> Peer? {
        if let peer = peers[service] { return peer }
        guard phase != .ended else { return nil }
        guard let address = configuration.peers[service] else {
            log.log(.error, "no address for a service", about: service.rawValue, ["peer": "\(service.rawValue)"])
            return nil
        }
        do {
            let peer = try Peer(service, address, make)
            peers[service] = peer
            socketsChanged()
            return peer
        } catch {
            log.log(.error, "cannot connect", about: service.rawValue, ["peer": "\(service.rawValue)", "reason": "\(error)"])
            return nil
        }
    }

    func admit(_ request: [Data]) {
        let (reply, isKnown) = gatekeeper.answer(request)
        if !isKnown { log.log(.warning, "unknown key refused", about: "zap") }
        _ = zap?.send(reply)
    }

    /// Handshakes at the own sockets that failed: refused keys, garbage, and callers that stall.
    func watch(server monitor: Monitor) {
        while let event = monitor.next() {
            switch event {
            case .accepted: handshakes.began()
            case .ready: handshakes.settled()
            case .refused:
                handshakes.settled()
                refusedHandshake()
            case .lost: break
            }
        }
    }

    private func refusedHandshake() {
        counts.refusedHandshakes += 1
        log.log(.warning, "handshake refused", about: "server")
    }

    func tendHandshakes(_ now: ContinuousClock.Instant) {
        let (late, next) = handshakes.overdue(now)
        for _ in 0..<late { refusedHandshake() }
        if let next { schedule(next) }
    }

    func watch(dealerOf service: ServiceName) {
        guard let peer = peers[service] else { return }
        while let event = peer.monitor.next() {
            switch event {
            case .ready:
                peer.isConnected = true
                // What was in the old connection is gone: ask everything again, with the same ids.
                sendAsks(to: service, again: true)
                if let follower = followers[service] { restart(follower) }
            case .accepted: break
            case .lost:
                peer.isConnected = false
                peer.waitingSince = .now
            case .refused:
                log.log(.warning, "handshake failed", about: service.rawValue, ["peer": "\(service.rawValue)"])
            }
        }
    }

    func tendPeers(_ now: ContinuousClock.Instant) {
        for peer in peers.values {
            do {
                if !peer.isConnected, now - peer.waitingSince > Peer.patience {
                    try peer.renewDealer()
                    socketsChanged()
                }
                if peer.bell != nil, now - peer.bellHeard > Peer.patience {
                    try peer.renewBell()
                    socketsChanged()
                }
            } catch {
                peer.waitingSince = now
                peer.bellHeard = now
                log.log(
                    .error, "cannot connect", about: peer.service.rawValue,
                    ["peer": "\(peer.service.rawValue)", "reason": "\(error)"])
            }
        }
    }

    /// A message that means nothing here: counted, one line in a minute, no effect.
    func malformed(_ what: String, from sender: String) {
        counts.malformedFrames += 1
        log.log(.warning, "malformed message ignored", about: "\(sender)|\(what)", ["from": "\(sender)", "what": "\(what)"])
    }
}
