// SPDX-License-Identifier: EUPL-1.2
import CZeroMQ
import Dispatch
import Foundation
import Glibc
import Synchronization

/// The one thread that touches ZeroMQ sockets: it sits in `poll` and, between two polls, runs the jobs of the hub
/// actor. Being the actor's serial executor, the compiler keeps everybody else away from the sockets.
///
/// It is woken by an eventfd and not by an inproc socket, since any thread may write an eventfd and writes coalesce.
final class PollThread: SerialExecutor {
    /// Work without a task around it: a commit hook or the body of a continuation.
    typealias Post = @Sendable (isolated Hub) -> Void

    private struct Mailbox {
        var jobs: [UnownedJob] = []
        var posts: [Post] = []
        var isAsleep = false
        var isStopped = false
        var isEnded = false
    }

    private let mailbox = Mutex(Mailbox())
    private let threadID = Atomic<UInt>(0)
    let wakeDescriptor: Int32

    init() throws {
        wakeDescriptor = wegwijs_eventfd()
        guard wakeDescriptor >= 0 else { throw BusError.system("eventfd", code: errno) }
    }

    deinit { close(wakeDescriptor) }

    func start(_ hub: Hub) {
        Thread { self.run(hub) }.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        var isTaken = true
        wake { box in
            isTaken = !box.isEnded
            if isTaken { box.jobs.append(job) }
        }
        // A task that comes back to the hub after its end must not wait for ever; nothing is left that it could touch.
        if !isTaken { DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedSerialExecutor()) } }
    }

    /// Runs `body` on the poll thread, soon. After the thread has ended the body is dropped: returns false.
    @discardableResult
    func post(_ body: @escaping Post) -> Bool {
        var isTaken = true
        wake { box in
            isTaken = !box.isEnded
            if isTaken { box.posts.append(body) }
        }
        return isTaken
    }

    /// Ends the thread after the work that waits now. Called by the hub when its sockets are closed.
    func stop() { wake { $0.isStopped = true } }

    private func wake(_ change: (inout Mailbox) -> Void) {
        let mustWake = mailbox.withLock { box in
            change(&box)
            defer { box.isAsleep = false }
            return box.isAsleep
        }
        if mustWake { _ = eventfd_write(wakeDescriptor, 1) }
    }

    func checkIsolated() { precondition(isIsolatingCurrentContext() == true) }
    func isIsolatingCurrentContext() -> Bool? { threadID.load(ordering: .acquiring) == UInt(pthread_self()) }

    private func run(_ hub: Hub) {
        // Only from the thread itself does the name reach the system.
        Thread.current.name = "bus"
        threadID.store(UInt(pthread_self()), ordering: .releasing)
        var jobs: [UnownedJob] = []
        var posts: [Post] = []
        while true {
            let (isStopped, isBusy) = mailbox.withLock { box in
                swap(&box.jobs, &jobs)
                swap(&box.posts, &posts)
                let isBusy = !jobs.isEmpty || !posts.isEmpty
                box.isAsleep = !isBusy && !box.isStopped
                if box.isStopped && !isBusy { box.isEnded = true }
                return (box.isStopped, isBusy)
            }
            if isStopped && !isBusy { break }
            for post in posts { hub.assumeIsolated { post($0) } }
            posts.removeAll(keepingCapacity: true)
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
            jobs.removeAll(keepingCapacity: true)
            hub.assumeIsolated { $0.turn(mayBlock: !isBusy && !isStopped) }
        }
        threadID.store(0, ordering: .releasing)
    }
}
