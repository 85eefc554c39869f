// SPDX-License-Identifier: EUPL-1.2
import Dienst
import Logging
import ServiceLifecycle

/// Looks at the clocks of all referrals again and again, for as long as the service runs.
struct Termijnwachter: Service {
    let verwijzingen: Verwijzingen
    let logger: Logger
    /// Real time between two looks: days pass in the synthetic city while the machine counts seconds.
    var tussenpoos: Duration = .seconds(20)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let gezien = try await verwijzingen.termijnenBewaken()
                    if gezien > 0 { logger.info("referral clocks", metadata: ["looked at": .stringConvertible(gezien)]) }
                } catch is CancellationError {
                    return
                } catch {
                    // The next look tries again; what went wrong must not end the service.
                    logger.error("referral clocks failed", metadata: ["error": .string(String(describing: type(of: error)))])
                }
                try? await Task.sleep(for: tussenpoos)
            }
        }
    }
}
