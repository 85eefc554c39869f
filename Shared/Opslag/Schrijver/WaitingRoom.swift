// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Where jobs wait for the writer's thread: anybody may put one in without waiting, one thread takes what is there.
///
/// Only that thread ever sleeps here. It is no thread of the cooperative pool, so nobody's async code stands still.
final class WaitingRoom<Element: Sendable>: Sendable {
    private final class Storage: @unchecked Sendable {
        // Guarded by `lock`.
        var elements: [Element] = []
        var isClosed = false
        var isTakerAsleep = false
        let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        let bell = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

        init() {
            pthread_mutex_init(lock, nil)
            pthread_cond_init(bell, nil)
        }

        deinit {
            pthread_cond_destroy(bell)
            pthread_mutex_destroy(lock)
            bell.deallocate()
            lock.deallocate()
        }
    }
    private let storage = Storage()

    /// Puts one in; false when the room is closed.
    func add(_ element: Element) -> Bool {
        pthread_mutex_lock(storage.lock)
        if storage.isClosed {
            pthread_mutex_unlock(storage.lock)
            return false
        }
        storage.elements.append(element)
        let mustWake = storage.isTakerAsleep
        storage.isTakerAsleep = false
        pthread_mutex_unlock(storage.lock)
        if mustWake { pthread_cond_signal(storage.bell) }
        return true
    }

    var isEmpty: Bool {
        pthread_mutex_lock(storage.lock)
        defer { pthread_mutex_unlock(storage.lock) }
        return storage.elements.isEmpty
    }

    /// Takes what is there, at most `limit`, in order; sleeps while there is nothing. Nil when closed and empty.
    func take(upTo limit: Int) -> [Element]? {
        pthread_mutex_lock(storage.lock)
        defer { pthread_mutex_unlock(storage.lock) }
        while storage.elements.isEmpty {
            if storage.isClosed { return nil }
            storage.isTakerAsleep = true
            pthread_cond_wait(storage.bell, storage.lock)
        }
        if storage.elements.count <= limit {
            var taken: [Element] = []
            taken.reserveCapacity(limit)
            swap(&taken, &storage.elements)
            return taken
        }
        let taken = Array(storage.elements.prefix(limit))
        storage.elements.removeFirst(limit)
        return taken
    }

    /// Lets nobody in any more; who is in is still served.
    func close() {
        pthread_mutex_lock(storage.lock)
        storage.isClosed = true
        pthread_mutex_unlock(storage.lock)
        pthread_cond_signal(storage.bell)
    }
}
