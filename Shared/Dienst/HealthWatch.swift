// SPDX-License-Identifier: EUPL-1.2
import Foundation
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
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if store.health == .broken {
                    logger.critical("store broken, ending the process")
                    throw StoreBroken()
                }
                do { try await Task.sleep(for: .milliseconds(250)) } catch { return }
            }
        }
    }
}
