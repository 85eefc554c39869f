// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Glibc

/// A thread that wakes at the right moment, to a few microseconds, and whose executor runs the callers: so the pace costs
/// no jump between threads that a real caller would not have made.
actor Pacer {
    private nonisolated let thread = PacedThread()
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private var acknowledged = 0
    private var underway = 0
    private var failure: (any Error)?
    private var ending: CheckedContinuation<Void, Never>?

    /// Calls `send` for each event at its moment, with at most so many waiting. Gives how many were acknowledged.
    func run(_ options: Options, began: Int64, _ send: @escaping @Sendable (Int, Int64) async throws -> Void) async throws -> Int
    {
        let gap = 1e9 / options.rate
        for number in 0..<options.count {
            let due = began + Int64(Double(number) * gap)
            await thread.wait(until: due)
            underway += 1
            Task {
                do {
                    try await send(number, due)
                    acknowledged += 1
                } catch { failure = error }
                underway -= 1
                if underway < options.callers { resume() }
            }
            // The task above has not begun yet: it gets its turn before the next wait.
            if underway >= options.callers { await withCheckedContinuation { ending = $0 } }
        }
        while underway > 0 { await Task.yield() }
        thread.stop()
        if let failure { throw failure }
        return acknowledged
    }

    private func resume() {
        ending?.resume()
        ending = nil
    }
}

/// Runs jobs as they come, and lets a job wait for a moment of the machine's clock.
final class PacedThread: SerialExecutor, @unchecked Sendable {
    // All guarded by `lock`.
    private var jobs: [UnownedJob] = []
    private var alarm: (moment: Int64, continuation: CheckedContinuation<Void, Never>)?
    private var isStopped = false
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let bell = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(lock, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(bell, &attributes)
        let thread = Thread { [self] in loop() }
        thread.start()
    }

    private func change(_ body: () -> Void) {
        pthread_mutex_lock(lock)
        body()
        pthread_mutex_unlock(lock)
        pthread_cond_signal(bell)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        change { jobs.append(job) }
    }

    func wait(until moment: Int64) async {
        await withCheckedContinuation { continuation in change { alarm = (moment, continuation) } }
    }

    func stop() { change { isStopped = true } }

    private func loop() {
        pthread_mutex_lock(lock)
        while !isStopped || !jobs.isEmpty {
            if !jobs.isEmpty {
                let batch = jobs
                jobs = []
                pthread_mutex_unlock(lock)
                for job in batch { job.runSynchronously(on: asUnownedSerialExecutor()) }
                pthread_mutex_lock(lock)
            } else if let due = alarm {
                if due.moment <= nanoseconds() {
                    alarm = nil
                    pthread_mutex_unlock(lock)
                    due.continuation.resume()
                    pthread_mutex_lock(lock)
                } else {
                    var moment = timespec(tv_sec: Int(due.moment / 1_000_000_000), tv_nsec: Int(due.moment % 1_000_000_000))
                    pthread_cond_timedwait(bell, lock, &moment)
                }
            } else {
                pthread_cond_wait(bell, lock)
            }
        }
        pthread_mutex_unlock(lock)
    }
}
