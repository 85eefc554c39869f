// SPDX-License-Identifier: EUPL-1.2
import Logging
import Opslag
import ServiceLifecycle

/// Ends the process when the store broke: after a failed sync nothing in memory can be trusted, and a second sync that
/// succeeds proves nothing. The supervisor starts a new process, which recovers from what is on the disk.
struct HealthWatch: Service {
    struct StoreBroken: Error {}

    let store: Store
    let logger: Logger

    func run() async throws {
        let (breaks, signal) = AsyncStream.makeStream(of: Void.self)
        store.observeBreak { signal.yield() }
        for await _ in breaks.cancelOnGracefulShutdown() {
            logger.critical("store broken, ending the process")
            throw StoreBroken()
        }
    }
}
