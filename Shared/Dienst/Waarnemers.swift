// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Opslag

extension Following {
    /// Holds who covers for whom; for services that know what begeleiding tells.
    public mutating func houdWaarnemingBij() {
        on(WaarnemingGewijzigd.self, effect: "waarneming") { event, _, tx in try Waarneming.volg(event, in: tx) }
    }
}

extension Request {
    /// The same request, with what this service knows of leave cover added to who asks: somebody who covers has the rights
    /// that the absent colleague has to the own dossiers, from the first day to the last. What the asker says of it counts for
    /// nothing; it does not even travel.
    public func metWaarneming(_ store: Store) async throws -> Request {
        guard var actor = envelope.actor else { return self }
        actor.waarneemtVoor = []
        if let user = actor.user, actor.has(.begeleider) || actor.has(.vrijwilliger) {
            let dag = store.clock.today
            actor.waarneemtVoor = try await store.read { try Waarneming.voor($0, user, op: dag) }
        }
        guard actor != envelope.actor else { return self }
        var envelope = envelope
        envelope.actor = actor
        return Request(envelope: envelope, caller: caller)
    }
}

extension Handlers {
    /// The same answers, for who covers as for who is away.
    public func metWaarneming(_ store: Store) -> Handlers { preparing { try await $0.metWaarneming(store) } }
}
