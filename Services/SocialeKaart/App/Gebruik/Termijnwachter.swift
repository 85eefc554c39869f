// SPDX-License-Identifier: EUPL-1.2
import Dienst
import Logging
import ServiceLifecycle

/// Looks at the clocks of all referrals again and again, for as long as the service runs.
struct Termijnwachter: KijktSteeds {
    let verwijzingen: Verwijzingen
    let logger: Logger
    /// Real time between two looks: days pass in the synthetic city while the machine counts seconds.
    var tussenpoos: Duration = .seconds(20)

    static let wat = "referral clocks"

    func kijk() async throws {
        let gezien = try await verwijzingen.termijnenBewaken()
        if gezien > 0 { logger.info("referral clocks", metadata: ["looked at": .stringConvertible(gezien)]) }
    }
}
