// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Logging
import Opslag
import ServiceLifecycle

/// Prunes the streams of a service: what is older than so many days of the service's clock and read by all its readers.
struct Opruimer: KijktSteeds {
    let store: Store
    let days: Int
    let tussenpoos: Duration
    let logger: Logger
    static let wat = "pruning"

    func kijk() async throws {
        let turn = try await store.prune(
            readers: store.service.readers, before: store.clock.now.addingTimeInterval(-86_400 * Double(days)))
        guard turn.events + turn.effects + turn.commands > 0 else { return }
        logger.info(
            "pruned",
            metadata: ["events": "\(turn.events)", "effects": "\(turn.effects)", "commands": "\(turn.commands)"])
    }
}
