// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Logging
import Opslag

// The own stream: answering readers and ringing the bell.
extension Hub {
    /// From the store's writer, after a commit.
    func committed(_ newest: Int64, _ events: [OutboxEvent]) {
        guard let publisher, phase != .ended else { return }
        publisher.committed(newest, events)
        for reader in publisher.sessions.keys { serve(reader) }
        ringIfDue(.now)
    }

    func heardStreamRequest(from reader: ServiceName, routing: Data, session number: UInt64, _ body: Data) {
        guard let request = StreamRequest(body) else { return malformed("stream request", from: reader.rawValue) }
        guard let publisher, phase == .open, ServiceName.stores.contains(reader) else {
            if phase == .open {
                sendRefusal(StreamRefusal(.none, epoch: .none, head: 0, oldest: 0), routing, number)
            }
            return
        }
        publisher.head = max(publisher.head, publisher.store.head)
        let (epoch, head) = (publisher.store.epoch, publisher.head)
        let oldest = publisher.store.oldest
        func refuse(_ reason: StreamRefusal.Reason) {
            publisher.sessions[reader] = nil
            sendRefusal(StreamRefusal(reason, epoch: epoch, head: head, oldest: oldest), routing, number)
        }
        if let theirs = request.epoch, theirs != epoch { return refuse(.epoch) }
        if request.after > head || request.durable > head { return refuse(.ahead) }
        if request.after + 1 < oldest { return refuse(.pruned) }

        // Also of a reader that has nothing, or less than it had: its store was made anew or put back, and it needs the rest.
        publisher.durable[reader] = request.durable
        publisher.store.readerReported(reader, StreamPosition(epoch: epoch, number: request.durable))
        let expires = ContinuousClock.now + .milliseconds(min(request.patience, 60_000))
        if var session = publisher.sessions[reader], session.number == number, session.routing == routing {
            session.limit = request.limit
            session.expires = expires
            publisher.sessions[reader] = session
        } else {
            publisher.sessions[reader] = Publisher.Session(
                routing: routing, number: number, cursor: request.after, limit: request.limit, expires: expires)
            if let last = request.last { return verify(last, at: request.after, for: reader, number) }
        }
        serve(reader)
    }

    /// Looks whether the reader's last event is the one that stands here at its number. A store that was put back without a
    /// new epoch may have caught up in number, and its new events must not be taken for those that were read.
    private func verify(_ last: UUID, at position: Int64, for reader: ServiceName, _ number: UInt64) {
        guard let publisher, position > 0 else { return serve(reader) }
        publisher.sessions[reader]?.isFetching = true
        let (store, thread) = (publisher.store, thread)
        Task.detached {
            let found = try? await store.outboxID(at: position)
            thread.post { $0.verified(found ?? last, last, for: reader, number) }
        }
    }

    private func verified(_ found: UUID, _ last: UUID, for reader: ServiceName, _ number: UInt64) {
        guard let publisher, let session = publisher.sessions[reader], session.number == number else { return }
        publisher.sessions[reader]?.isFetching = false
        guard found == last else {
            publisher.sessions[reader] = nil
            return sendRefusal(
                StreamRefusal(
                    .otherHistory, epoch: publisher.store.epoch, head: publisher.head, oldest: publisher.store.oldest),
                session.routing, number)
        }
        serve(reader)
    }

    /// Sends a reader what there is and what it takes. What is not there goes out when it is committed.
    private func serve(_ reader: ServiceName) {
        guard let publisher else { return }
        while let session = publisher.sessions[reader], !session.isFetching {
            guard session.cursor < min(publisher.head, session.limit) else { return }
            if let events = publisher.tail.events(after: session.cursor) {
                guard send(events, to: reader) else { return }
            } else {
                return fetch(for: reader, session)
            }
        }
    }

    /// Sends one batch from the front of what is at hand. False when no more should be sent now.
    private func send(_ events: ArraySlice<OutboxEvent>, to reader: ServiceName) -> Bool {
        guard let publisher, let session = publisher.sessions[reader] else { return false }
        let events = StreamBatch.fitting(events.prefix(Int(session.limit - session.cursor)))
        guard let last = events.last else { return false }
        let body = StreamBatch.bytes(
            epoch: publisher.store.epoch, head: publisher.head, after: session.cursor, events: events)
        guard body.count < Socket.maxPart else {
            publisher.sessions[reader] = nil
            log.log(.error, "event too large for the bus", about: "\(last.number)", ["number": "\(last.number)"])
            sendRefusal(
                StreamRefusal(
                    .tooLarge, epoch: publisher.store.epoch, head: publisher.head, oldest: publisher.store.oldest),
                session.routing, session.number)
            return false
        }
        switch router?.send([session.routing, Header(.streamBatch, session.number).bytes, body]) {
        case .sent:
            publisher.sessions[reader]?.cursor = last.number
            return true
        case .full:
            schedule(.now + .milliseconds(20))
            return false
        case .unreachable, nil:
            publisher.sessions[reader] = nil
            return false
        }
    }

    /// Reads older events from the file, off the poll thread.
    private func fetch(for reader: ServiceName, _ session: Publisher.Session) {
        guard let publisher else { return }
        publisher.sessions[reader]?.isFetching = true
        let (store, thread) = (publisher.store, thread)
        let limit = min(4 * StreamBatch.maxEvents, Int(session.limit - session.cursor))
        Task.detached {
            let result: Result<[OutboxEvent], any Error>
            do { result = .success(try await store.outbox(after: session.cursor, limit: limit)) } catch {
                result = .failure(error)
            }
            thread.post { $0.fetched(for: reader, session.number, result) }
        }
    }

    private func fetched(for reader: ServiceName, _ number: UInt64, _ result: Result<[OutboxEvent], any Error>) {
        // The reader may have started anew meanwhile: then what was read is not for it.
        guard let publisher, phase == .open, let session = publisher.sessions[reader], session.number == number else { return }
        publisher.sessions[reader]?.isFetching = false
        switch result {
        case .success(let events):
            var rest = events[...]
            while let first = rest.first, let cursor = publisher.sessions[reader]?.cursor, first.number == cursor + 1 {
                guard send(rest, to: reader) else { return }
                let sent = publisher.sessions[reader]?.cursor ?? 0
                rest = rest.drop { $0.number <= sent }
            }
            if !events.isEmpty { serve(reader) }
        case .failure(StreamError.gap):
            publisher.sessions[reader] = nil
            sendRefusal(
                StreamRefusal(
                    .pruned, epoch: publisher.store.epoch, head: publisher.head, oldest: publisher.store.oldest),
                session.routing, number)
        case .failure(let error):
            // The reader asks again by itself.
            publisher.sessions[reader] = nil
            log.log(.error, "cannot read the outbox", about: reader.rawValue, ["error": "\(ErrorText.of(error))"])
        }
    }

    private func sendRefusal(_ refusal: StreamRefusal, _ routing: Data, _ number: UInt64) {
        _ = router?.send([routing, Header(.streamRefusal, number).bytes, refusal.bytes])
    }

    private func ringIfDue(_ now: ContinuousClock.Instant) {
        guard let publisher, let bell, phase == .open else { return }
        let next = publisher.bellRung + (publisher.bellIsDue ? Publisher.bellPause : Publisher.bellInterval)
        guard next <= now else { return schedule(next) }
        publisher.bellRung = now
        publisher.bellIsDue = false
        schedule(now + Publisher.bellInterval)
        let head = StreamHead(epoch: publisher.store.epoch, head: publisher.head)
        _ = bell.send([Header(.bell, publisher.life).bytes, head.bytes])
    }

    func tendReaders(_ now: ContinuousClock.Instant) {
        guard let publisher else { return }
        for (reader, session) in publisher.sessions {
            if session.expires <= now { publisher.sessions[reader] = nil } else { serve(reader) }
        }
        ringIfDue(now)
    }
}
