// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Synchronization

/// The one writer of a store: a thread that takes whatever waits, runs each in a savepoint, commits once, answers all.
/// No timer: while one commit syncs, the next batch gathers.
final class Writer: Sendable {
    /// Most changes in one commit.
    static let batchLimit = 64
    /// Large ones share a commit for so long: what waits behind them waits not much longer than for one.
    private static let largeLimit = Duration.milliseconds(15)

    private struct State {
        var health = StoreHealth.healthy
        var outboxObservers: [@Sendable (Int64, [OutboxEvent]) -> Void] = []
        var breakObservers: [@Sendable () -> Void] = []
        var closeWaiters: [CheckedContinuation<Void, Never>] = []
        var isStopped = false
    }
    private let state = Mutex(State())
    private let room = WaitingRoom<any Job>()
    private let pool: DatabasePool
    let view: StreamView
    private let copier: LogCopier
    private let unavailable = Failure.unavailable(what: "opslag")

    /// - Parameter makeSession: made on the first batch, on the writer's own thread.
    init(
        pool: DatabasePool, view: StreamView, label: String, makeSession: @escaping @Sendable (Database) throws -> Session
    ) throws {
        (self.pool, self.view) = (pool, view)
        copier = try LogCopier(pool.path)
        let thread = Thread { [self] in
            // Only from the thread itself, and not longer than this, does the name reach the system.
            Thread.current.name = String(label.prefix(15))
            loop(makeSession)
        }
        thread.stackSize = 1 << 20
        thread.start()
    }

    var health: StoreHealth { state.withLock { $0.health } }

    func observeOutbox(_ body: @escaping @Sendable (Int64, [OutboxEvent]) -> Void) {
        state.withLock { $0.outboxObservers.append(body) }
    }

    func observeBreak(_ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.breakObservers.append(body) }
    }

    /// Waits for a change to be on the disk.
    /// - Parameter alone: in a transaction for itself.
    func submit<Value: Sendable>(
        alone: Bool = false, _ body: @escaping @Sendable (Session) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
            let job = ValueJob(continuation, isLarge: alone, body)
            if !room.add(job) { job.fail(StoreError.closed) }
        }
    }

    /// Puts a job in line without waiting for it: jobs of one caller run in the order in which they were put in.
    func add(_ job: some Job) {
        if !room.add(job) { job.fail(StoreError.closed) }
    }

    /// Serves who waits, lets nobody in any more, and returns when the thread has ended.
    func close() async {
        await withCheckedContinuation { continuation in
            let isStopped = state.withLock { state in
                if !state.isStopped { state.closeWaiters.append(continuation) }
                return state.isStopped
            }
            room.close()
            if isStopped { continuation.resume() }
        }
    }

    /// The same for who cannot wait.
    func stop() { room.close() }

    // MARK: - On the writer's thread

    private func loop(_ makeSession: @Sendable (Database) throws -> Session) {
        var session: Session?
        while let jobs = room.take(upTo: Self.batchLimit) {
            pool.writeWithoutTransaction { db in
                do {
                    let present = try session ?? makeSession(db)
                    session = present
                    present.othersWait = { [room] in jobs.count > 1 || !room.isEmpty }
                    run(jobs[...], present)
                    do { try present.checkpoint(copier) } catch { note(error) }
                } catch {
                    note(error)
                    for job in jobs { job.fail(unavailable) }
                }
            }
        }
        // Its statements belong to the connection's thread.
        pool.writeWithoutTransaction { _ in session = nil }
        copier.close()
        let waiters = state.withLock { state in
            state.isStopped = true
            defer { state.closeWaiters = [] }
            return state.closeWaiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// In the order in which they came; large ones apart from the others.
    private func run(_ jobs: ArraySlice<any Job>, _ session: Session) {
        var rest = jobs
        while let first = rest.first {
            let batch = rest.prefix { $0.isLarge == first.isLarge }
            let after = rest[batch.endIndex...]
            if batch.count == 1 {
                runAlone(first, session)
                rest = after
            } else {
                rest = (first.isLarge ? runLarge(batch, session) : runBatch(batch, session)) + after
            }
        }
    }

    /// Runs large jobs in one transaction without savepoints, for as long as others may wait. When one throws, all that ran are
    /// taken back and run by themselves. Gives back those that did not run.
    private func runLarge(_ jobs: ArraySlice<any Job>, _ session: Session) -> ArraySlice<any Job> {
        var done: ArraySlice<any Job> = jobs.prefix(0)
        let before = session.pending
        let changesBefore = session.db.totalChangesCount
        let begun = ContinuousClock.now
        do {
            guard health != .broken else { throw unavailable }
            try session.begin()
            while done.endIndex < jobs.endIndex, done.isEmpty || ContinuousClock.now - begun < Self.largeLimit {
                done = jobs[...done.endIndex]
                try jobs[done.endIndex - 1].run(session)
            }
            try session.commit()
        } catch {
            try? session.rollback()
            session.restore(before, eventCount: 0)
            // A transaction that could not even begin ran none: the first learns why, or nobody ever would.
            if done.isEmpty { done = jobs.prefix(1) }
            for job in done { runAlone(job, session) }
            return jobs[done.endIndex...]
        }
        publish(session, wrote: session.db.totalChangesCount != changesBefore)
        for job in done { job.succeed() }
        return jobs[done.endIndex...]
    }

    /// Runs one job in a transaction that needs no savepoint, and commits.
    private func runAlone(_ job: any Job, _ session: Session) {
        let before = session.pending
        let changesBefore = session.db.totalChangesCount
        do {
            guard health != .broken else { throw unavailable }
            try session.begin()
            try job.run(session)
            try session.commit()
        } catch {
            try? session.rollback()
            session.restore(before, eventCount: 0)
            if Trouble(error) == .none, job.again() { return runAlone(job, session) }
            note(error)
            job.fail(Trouble(error) == .none ? error : unavailable)
            return
        }
        publish(session, wrote: session.db.totalChangesCount != changesBefore)
        job.succeed()
    }

    /// Runs jobs in one transaction and commits. Gives back those that did not run, because the transaction was lost.
    private func runBatch(_ jobs: ArraySlice<any Job>, _ session: Session) -> ArraySlice<any Job> {
        var done: [(job: any Job, error: (any Error)?)] = []
        done.reserveCapacity(jobs.count)
        let before = session.pending
        let changesBefore = session.db.totalChangesCount
        do {
            guard health != .broken else { throw unavailable }
            try session.begin()
            for (index, job) in zip(jobs.indices, jobs) {
                done.append((job, try runOne(job, session)))
                guard session.isInTransaction else {
                    // SQLite gave up the whole transaction: those that ran are lost, the others may try another one.
                    throw Lost(rest: jobs[(index + 1)...], cause: done.last?.error ?? unavailable)
                }
            }
            try session.commit()
        } catch {
            let lost = error as? Lost
            note(lost?.cause ?? error)
            try? session.rollback()
            session.restore(before, eventCount: 0)
            let (gone, rest) = lost.map { (jobs[..<$0.rest.startIndex], $0.rest) } ?? (jobs, [])
            for job in gone { job.fail(unavailable) }
            return rest
        }
        publish(session, wrote: session.db.totalChangesCount != changesBefore)
        for (job, error) in done {
            if let error { job.fail(error) } else { job.succeed() }
        }
        return []
    }

    private struct Lost: Error {
        let rest: ArraySlice<any Job>
        let cause: any Error
    }

    /// Runs one job in its savepoint. Returns its error, after which nothing of it is left. Throws when the transaction
    /// itself cannot go on.
    private func runOne(_ job: any Job, _ session: Session) throws -> (any Error)? {
        let (before, eventCount) = (session.pending, session.events.count)
        try session.savepoint()
        do {
            try job.run(session)
            if session.isInTransaction { try session.release() }
            return nil
        } catch {
            session.restore(before, eventCount: eventCount)
            if session.isInTransaction { try session.rollbackToSavepoint() }
            switch Trouble(error) {
            case .none: return error
            case .broken: throw error
            case .full:
                note(error)
                return session.isInTransaction ? unavailable : error
            }
        }
    }

    /// Tells what the commit made true: first the memory, then the bus; the callers come after this.
    private func publish(_ session: Session, wrote: Bool) {
        let events = session.events
        session.events = []
        view.update(session.pending, events: events)
        session.pending.newEpoch = nil
        session.pending.newOldest = nil
        let observers = state.withLock { state in
            if wrote, state.health == .full { state.health = .healthy }
            return events.isEmpty ? [] : state.outboxObservers
        }
        if let newest = events.last?.number {
            for observer in observers { observer(newest, events) }
        }
    }

    private func note(_ error: any Error) {
        let trouble = Trouble(error)
        let observers = state.withLock { state -> [@Sendable () -> Void] in
            switch trouble {
            case .none: return []
            case .full:
                if state.health == .healthy { state.health = .full }
                return []
            case .broken:
                let isNew = state.health != .broken
                state.health = .broken
                return isNew ? state.breakObservers : []
            }
        }
        for observer in observers { observer() }
    }
}
