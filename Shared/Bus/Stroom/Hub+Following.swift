// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Logging
import Opslag

// The streams of others: subscribe to the bell first, then ask for what is above the own position.
extension Hub {
    func follow(_ following: Following, _ store: Store) {
        let follower = Follower(following)
        followers[following.source] = follower
        guard let peer = peer(following.source) else {
            follower.stopped = "no address or key for this source"
            return
        }
        do { try peer.listen() } catch {
            log.log(.error, "cannot subscribe", about: following.source.rawValue, ["reason": "\(error)"])
        }
        socketsChanged()
        restart(follower)
    }

    /// Starts reading again from what is applied. What is at the store at this moment comes in a second time and is
    /// dropped there by its number.
    func restart(_ follower: Follower) {
        guard let store, follower.stopped == nil else { return }
        let known = store.lastRead(of: follower.source)
        follower.session = .random(in: .min ... .max)
        follower.epoch = known?.position.epoch
        follower.received = known?.position.number ?? 0
        follower.start = (follower.received, known?.event)
        follower.behind = nil
        follower.limit = 0
        ask(follower)
    }

    /// Asks, or renews the standing request.
    private func ask(_ follower: Follower) {
        guard let store, phase == .open, follower.stopped == nil, let peer = peers[follower.source], peer.isConnected else {
            return
        }
        if let retry = follower.retry {
            guard retry <= .now else { return schedule(retry) }
            follower.retry = nil
        }
        let position = store.position(of: follower.source)
        let durable = position?.number ?? 0
        follower.limit = durable + Follower.window
        follower.asked = .now
        schedule(follower.asked + Follower.renewal)
        let request = StreamRequest(
            epoch: position?.epoch, after: follower.received,
            last: follower.received == follower.start.number ? follower.start.event : nil, durable: durable,
            limit: follower.limit,
            patience: Follower.patience)
        // Where it does not go out now, the next renewal brings it.
        _ = peer.dealer.send([Header(.streamRequest, follower.session).bytes, request.bytes])
    }

    func heardBatch(from source: ServiceName, session: UInt64, _ body: Data) {
        guard let follower = followers[source], follower.stopped == nil, follower.session == session else { return }
        guard let batch = StreamBatch(body) else { return malformed("batch", from: source.rawValue) }
        guard follow(follower, epoch: batch.epoch, head: batch.head) else { return }
        // Something was lost on the way: ask again from what is applied.
        guard batch.after == follower.received, follower.epoch ?? batch.epoch == batch.epoch else { return restart(follower) }
        guard let store, let last = batch.events.last, phase == .open else { return }
        follower.epoch = batch.epoch
        follower.received = last.number
        follower.behind = nil
        follower.progress.handed()
        // Straight into the line of the store's writer: what waits there is applied in one transaction.
        let (thread, observer, progress) = (thread, onApplied, follower.progress)
        store.enqueue(batch.events, from: source, epoch: batch.epoch, head: batch.head, effects: follower.effects) { result in
            if let observer, case .success(let outcome) = result { observer(source, outcome) }
            if progress.done(result) { thread.post { $0.applied(source, session, result) } }
        }
    }

    func heardRefusal(from source: ServiceName, session: UInt64, _ body: Data) {
        guard let follower = followers[source], follower.stopped == nil, follower.session == session else { return }
        guard let refusal = StreamRefusal(body) else { return malformed("refusal", from: source.rawValue) }
        follower.heard = .now
        switch refusal.reason {
        case .epoch, .ahead:
            guard follow(follower, epoch: refusal.epoch, head: refusal.head, isVerdict: true) else { return }
            restart(follower)
        case .pruned: stop(follower, "the source no longer holds event \(follower.received + 1): it begins at \(refusal.oldest)")
        case .none: stop(follower, "the source has no stream for this service")
        case .otherHistory:
            stop(follower, "the source has another event \(follower.received): its store was put back")
        case .tooLarge: stop(follower, "event \(follower.received + 1) of the source is too large")
        }
    }

    func heardBell(of source: ServiceName, _ parts: [Data]) {
        let now = ContinuousClock.now
        peers[source]?.bellHeard = now
        guard let first = parts.first, let header = Header(first), header.kind == .bell, parts.count == 2,
            let ring = StreamHead(parts[1])
        else { return malformed("bell", from: source.rawValue) }
        guard let store, let follower = followers[source], follower.stopped == nil else { return }
        // A bell and a batch travel apart: a bell may come after a batch that was sent later, and tell of less than is here
        // already. That proves nothing; whether the source really went back, it says itself when it is asked.
        if let known = store.position(of: source), known.epoch == ring.epoch, ring.head < known.number {
            follower.heard = now
            if follower.life != nil && follower.life != header.number { restart(follower) }
            follower.life = header.number
            return
        }
        guard follow(follower, epoch: ring.epoch, head: ring.head) else { return }
        let isNewLife = follower.life != nil && follower.life != header.number
        follower.life = header.number
        let isBehind = follower.received < min(follower.head, follower.limit)
        follower.behind = isBehind ? follower.behind ?? now : nil
        let isStalled = follower.behind.map { now - $0 > Follower.stall } ?? false
        if isNewLife { follower.head = ring.head }
        if isNewLife || isStalled { return restart(follower) }
        // Fewer than were read: an old bell, or a store that was put back. The answer to the position tells.
        if ring.head < follower.received, now - follower.asked > .milliseconds(100) { ask(follower) }
    }

    /// Takes in what the source says of itself. False, and the reading stops, when it is not the stream that was read so far:
    /// going on would be guessing.
    /// - Parameter isVerdict: whether the head was told in answer to the position. A bell may be older than what came in
    ///   over the other connection since, so a lower head in it proves nothing.
    private func follow(_ follower: Follower, epoch: UUID, head: Int64, isVerdict: Bool = false) -> Bool {
        guard let store else { return false }
        follower.heard = .now
        do { try store.check(follower.source, epoch: epoch, head: isVerdict ? head : .max) } catch {
            stop(follower, ErrorText.of(error))
            return false
        }
        follower.head = max(follower.head, head)
        return true
    }

    private func stop(_ follower: Follower, _ reason: String) {
        guard follower.stopped == nil else { return }
        follower.stopped = reason
        logger.error("stream stopped", metadata: ["source": "\(follower.source.rawValue)", "reason": "\(reason)"])
    }

    /// An operator has set the position: read on from there.
    func resume(_ source: ServiceName) {
        guard let follower = followers[source] else { return }
        (follower.stopped, follower.error, follower.retry, follower.head) = (nil, nil, nil, 0)
        restart(follower)
    }

    private func applied(_ source: ServiceName, _ session: UInt64, _ result: Result<ApplyOutcome, any Error>) {
        guard let follower = followers[source], follower.stopped == nil else { return }
        switch result {
        case .success(let outcome):
            if outcome.setAside > 0 {
                log.log(
                    .warning, "events set aside", about: source.rawValue,
                    ["source": "\(source.rawValue)", "count": "\(outcome.setAside)"])
            }
            if outcome.position.number + Follower.window - follower.limit >= Follower.window / 2 { ask(follower) }
        case .failure(let error):
            // What was in line behind it failed with it: one new start is enough.
            guard follower.session == session else { return }
            switch error {
            case StreamError.epochChanged, StreamError.readerAhead: return stop(follower, ErrorText.of(error))
            default: break
            }
            follower.error = ErrorText.of(error)
            follower.retry = .now + .seconds(1)
            log.log(
                .error, "events not applied", about: source.rawValue,
                ["source": "\(source.rawValue)", "error": "\(ErrorText.of(error))"])
            restart(follower)
        }
    }

    func tendFollowers(_ now: ContinuousClock.Instant) {
        for follower in followers.values where follower.stopped == nil {
            if let retry = follower.retry {
                if retry <= now { restart(follower) } else { schedule(retry) }
            } else if now - follower.asked >= Follower.renewal {
                if follower.progress.underway == 0 { follower.error = nil }
                ask(follower)
            } else {
                schedule(follower.asked + Follower.renewal)
            }
        }
    }
}
