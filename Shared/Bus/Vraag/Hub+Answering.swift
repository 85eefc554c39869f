// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Logging

/// A request that is being handled: who waits for it, and the task that does it.
struct ActiveRequest {
    /// The same request may have come in more than once: each gets the answer.
    var replies: [(routing: Data, number: UInt64)]
    var deadline: Date
    var task: Task<Void, Never>?
}

// Answering: the server side of ask and answer.
extension Hub {
    func heardAtRouter(_ parts: [Data], user: String?) {
        // The first part is the address that libzmq gave the connection.
        guard parts.count >= 2, let caller = user.flatMap(ServiceName.init(rawValue:)) else {
            return malformed("sender", from: "onbekend")
        }
        guard let header = Header(parts[1]) else { return malformed("header", from: caller.rawValue) }
        switch header.kind {
        case .ask where parts.count == 5:
            guard let tag = RequestTag(parts[2]) else { return malformed("tag", from: caller.rawValue) }
            accept(tag, from: caller, routing: parts[0], number: header.number, envelope: parts[3], data: parts[4])
        case .streamRequest where parts.count == 3:
            heardStreamRequest(from: caller, routing: parts[0], session: header.number, parts[2])
        default: malformed("kind", from: caller.rawValue)
        }
    }

    private func accept(
        _ tag: RequestTag, from caller: ServiceName, routing: Data, number: UInt64, envelope: Data, data: Data
    ) {
        // Nobody waits any more: doing it now would surprise who gave up.
        guard tag.deadline > Date() else { return }
        let key = RequestKey(caller: caller, id: tag.id)
        if active[key] != nil {
            active[key]?.replies.append((routing, number))
            return
        }
        guard phase == .open, active.count < configuration.maxRequests else {
            if phase == .open { log.log(.warning, "too many requests", about: "busy") }
            return reply(.failure(.busy), to: routing, number)
        }
        active[key] = ActiveRequest(replies: [(routing, number)], deadline: tag.deadline, task: nil)
        let answering = Answering(table: handlers.table, logger: logger)
        let thread = thread
        active[key]?.task = Task.detached {
            let answer = await answering.answer(caller: caller, id: tag.id, envelope: envelope, data: data)
            thread.post { $0.answered(key, answer) }
        }
    }

    private func answered(_ key: RequestKey, _ answer: Answering.Answer) {
        if case .refused = answer.note { counts.refusedRequests += 1 }
        switch answer.note {
        case .refused(let type):
            log.log(
                .warning, "request not allowed", about: "\(key.caller)|\(type)",
                ["caller": "\(key.caller.rawValue)", "type": "\(type)"])
        case .unknown(let type):
            log.log(
                .warning, "request of an unknown type", about: key.caller.rawValue,
                ["caller": "\(key.caller.rawValue)", "type": "\(type)"])
        case .malformed: malformed("envelope", from: key.caller.rawValue)
        case nil: break
        }
        guard let request = active.removeValue(forKey: key) else { return }
        for (routing, number) in request.replies { reply(answer.result, to: routing, number) }
        hasAnswered = true
        if phase == .draining { schedule(.now) }
    }

    private func reply(_ result: Result<Data, Failure>, to routing: Data, _ number: UInt64) {
        let parts: [Data]
        switch result {
        case .success(let data): parts = [routing, Header(.answer, number).bytes, data]
        case .failure(let failure):
            guard let data = try? MessageCoding.encode(failure) else { return }
            parts = [routing, Header(.failure, number).bytes, data]
        }
        switch router?.send(parts) {
        case .sent, .unreachable, nil: break  // Who has gone asks again when it is back.
        case .full: log.log(.warning, "answer dropped: the asker takes nothing in", about: "full")
        }
    }
}
