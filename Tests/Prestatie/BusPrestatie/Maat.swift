// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Glibc

/// A thread that wakes at the right moment, to a few microseconds, and runs the callers of the paced run: so the pace costs
/// no jump between threads that a real caller would not have made.
final class PacedThread: TaskExecutor, @unchecked Sendable {
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

    /// Returns at a moment of the machine's clock, on this thread.
    func wait(until moment: Int64) async {
        if moment <= nanoseconds() { return }
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
                for job in batch { job.runSynchronously(on: asUnownedTaskExecutor()) }
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
