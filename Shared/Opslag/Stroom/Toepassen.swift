// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

// Others' streams: what this service does with what they tell.
extension Store {
    /// How far a source was applied; nil when nothing of it ever was. In memory.
    public func position(of source: ServiceName) -> StreamPosition? { view.position(of: source) }

    /// How far a source was applied, and the id of the event at that number where it is known: a source that has another
    /// event there was put back and went on differently. In memory.
    public func lastRead(of source: ServiceName) -> (position: StreamPosition, event: UUID?)? { view.lastRead(of: source) }

    /// Throws `StreamError` when what a source says of itself does not fit the position. In memory; for the bell.
    public func check(_ source: ServiceName, epoch: UUID, head: Int64) throws {
        try StreamCheck.fits(view.position(of: source), source, epoch: epoch, head: head)
    }

    /// Applies events of one source in one transaction: per event its effect and its row in the list of effects, and the position
    /// once. Events at or below the position are dropped. An event that cannot be applied goes aside with the later ones of its
    /// subject; the position goes on. For that the batch is taken back and applied anew with a savepoint per event: nearly
    /// every batch needs none, and a savepoint costs a copy of every page that the event touches. Returns when it is durable.
    /// - Parameter head: the newest number that the source says it has.
    /// - Throws: `StreamError` when epoch, head or numbers do not fit; `Failure.unavailable` when the disk is full or
    ///   broken. Nothing is applied then, and the same batch may be handed in again.
    @discardableResult
    public func apply(
        _ events: [ReceivedEvent], from source: ServiceName, epoch: UUID, head: Int64, effects: EventEffects
    ) async throws -> ApplyOutcome {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(events, from: source, epoch: epoch, head: head, effects: effects) { continuation.resume(with: $0) }
        }
    }

    /// Accepts a source's new incarnation or an older state of it, after a person has looked: the position is set to
    /// what is given. Effects that were applied before are not applied again: they are known by event id, back to where
    /// they were pruned.
    /// - Throws: `StreamError.forgotten` for a position before that.
    public func setPosition(of source: ServiceName, to position: StreamPosition) async throws {
        try await writer.submit { session in
            let forgotten = try Int64.fetchOne(
                session.db, sql: "SELECT min(vergeten, nummer) FROM wegwijs_lezer_positie WHERE bron = ?",
                arguments: [source.rawValue])
            if let forgotten, position.number < forgotten { throw StreamError.forgotten(source: source, upTo: forgotten) }
            try session.movePosition(of: source, to: position, last: nil)
        }
    }
}

enum StreamCheck {
    static func fits(_ position: StreamPosition?, _ source: ServiceName, epoch: UUID, head: Int64) throws {
        guard let position else { return }
        guard position.epoch == epoch else {
            throw StreamError.epochChanged(source: source, known: position.epoch, found: epoch)
        }
        guard head >= position.number else {
            throw StreamError.readerAhead(source: source, position: position.number, head: head)
        }
    }
}

/// The applying of one source's events within one transaction.
struct Application {
    let session: Session
    let source: ServiceName
    let epoch: UUID
    let effects: EventEffects
    /// A savepoint per event: what one throws undoes that one only.
    let isCareful: Bool

    init(_ session: Session, source: ServiceName, epoch: UUID, effects: EventEffects, isCareful: Bool = true) {
        (self.session, self.source, self.epoch, self.effects) = (session, source, epoch, effects)
        self.isCareful = isCareful
    }

    func apply(_ events: [ReceivedEvent], head: Int64) throws -> ApplyOutcome {
        let known = session.pending.positions[source]
        try StreamCheck.fits(known, source, epoch: epoch, head: head)
        var last: UUID?
        var outcome = ApplyOutcome(position: known ?? StreamPosition(epoch: epoch, number: 0))
        for event in events where event.number > outcome.position.number {
            guard event.number == outcome.position.number + 1 else {
                throw StreamError.gap(source: source, expected: outcome.position.number + 1, found: event.number)
            }
            let envelope = try? Envelope(json: event.envelope)
            last = envelope?.id
            switch try handle(event, envelope) {
            case .applied: outcome.applied += 1
            case .skipped: outcome.skipped += 1
            case .setAside: outcome.setAside += 1
            }
            outcome.position.number = event.number
        }
        if outcome.position != known { try session.movePosition(of: source, to: outcome.position, last: last) }
        return outcome
    }

    private enum Handled { case applied, skipped, setAside }

    private func handle(_ event: ReceivedEvent, _ envelope: Envelope?) throws -> Handled {
        guard let envelope else {
            try setAside(event, nil, why: "envelop onleesbaar")
            return .setAside
        }
        if let subject = envelope.subject, try session.heldSubjects(of: source).contains(subject) {
            try setAside(event, envelope, why: "wacht op een eerdere gebeurtenis van dit onderwerp")
            return .setAside
        }
        guard envelope.source == source.source else {
            try setAside(event, envelope, why: "bron in de envelop klopt niet")
            return .setAside
        }
        do {
            return try run(event, envelope) ? .applied : .skipped
        } catch {
            // A full disk says nothing about the event: the batch comes again.
            if !isCareful || Trouble.isOfTheMoment(error) || !session.isInTransaction { throw error }
            try setAside(event, envelope, why: SafeText.of(error))
            return .setAside
        }
    }

    /// Applies an event in its own savepoint; false when it has no effect here, or had it before.
    func run(_ event: ReceivedEvent, _ envelope: Envelope) throws -> Bool {
        guard let effect = effects[envelope.type] else { return false }
        guard isCareful else { return try apply(effect, event, envelope) }
        try session.statement(.savepointEvent).run()
        let (before, eventCount) = (session.pending, session.events.count)
        do {
            let isNew = try apply(effect, event, envelope)
            try session.statement(.releaseEvent).run()
            return isNew
        } catch {
            session.restore(before, eventCount: eventCount)
            if session.isInTransaction {
                try session.statement(.rollbackToEvent).run()
                try session.statement(.releaseEvent).run()
            }
            throw error
        }
    }

    private func apply(_ effect: EventEffect, _ event: ReceivedEvent, _ envelope: Envelope) throws -> Bool {
        let insert = try session.statement(.insertEffect)
        insert.bind(1, source.rawValue)
        insert.bind(2, event.number)
        insert.bind(3, text: UUIDText.bytes(envelope.id))
        insert.bind(4, envelope.subject)
        insert.bind(5, effect.name)
        let transaction = Transaction(session, cause: envelope)
        insert.bind(6, transaction.nowText)
        try insert.run()
        let isNew = session.db.changesCount > 0
        if isNew { try effect.apply(event.data, envelope, transaction) }
        return isNew
    }

    private func setAside(_ event: ReceivedEvent, _ envelope: Envelope?, why: String) throws {
        let insert = try session.statement(.setAside)
        insert.bind(1, source.rawValue)
        insert.bind(2, epoch.uuidString)
        insert.bind(3, event.number)
        insert.bind(4, envelope?.subject)
        insert.bind(5, envelope?.type)
        insert.bind(6, blob: event.envelope)
        insert.bind(7, blob: event.data)
        insert.bind(8, why)
        insert.bind(9, 1)
        insert.bind(10, Instant.text(session.clock.now))
        try insert.run()
        if let subject = envelope?.subject { session.pending.held[source, default: []].insert(subject) }
    }
}

extension Session {
    /// - Parameter last: the id of the event at the position, where it is known.
    func movePosition(of source: ServiceName, to position: StreamPosition, last: UUID?) throws {
        let move = try statement(.movePosition)
        move.bind(1, source.rawValue)
        move.bind(2, position.epoch.uuidString)
        move.bind(3, position.number)
        move.bind(4, last?.uuidString)
        try move.run()
        pending.lastEvents[source] = last
        pending.positions[source] = position
    }

    /// The subjects of a source that have events set aside.
    func heldSubjects(of source: ServiceName) throws -> Set<String> {
        if let held = pending.held[source] { return held }
        var held: Set<String> = []
        let select = try statement(.readHeld)
        select.bind(1, source.rawValue)
        while try select.step() {
            held.insert(select.text(0))
        }
        pending.held[source] = held
        return held
    }
}
