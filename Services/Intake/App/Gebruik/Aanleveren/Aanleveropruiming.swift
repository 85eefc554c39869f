// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag

/// Throws away the content of files that were dealt with long enough ago, and uploads that were never finished: first the
/// key, so that no backup holds a file that can be opened, then the pieces. What became of the rows stays.
struct Aanleveropruiming: Sendable {
    let parts: IntakeParts
    let grenzen: Aanlevergrenzen

    func callAsFunction() async throws {
        let (af, half) = (
            Instant.text(parts.clock.now.addingTimeInterval(-grenzen.bewaren)),
            Instant.text(parts.clock.now.addingTimeInterval(-grenzen.halfWeg))
        )
        let weg = try await parts.store.read { db in
            try Aanleverregister.verlopen(db, klaarVoor: af, begonnenVoor: half)
        }
        for bestand in weg {
            let isOver = bestand.toestand != .uploaden && bestand.toestand != .gecontroleerd
            if isOver { try await parts.kluis.vernietig(bestand.sleutel) }
            try await parts.store.write { tx in
                guard let nu = try Aanleverregister.vind(tx.db, bestand.id), nu.versie == bestand.versie else { return }
                if isOver {
                    try Aanleverregister.wisInhoud(tx.db, nu.id)
                } else {
                    // The content goes the next time: now nobody can begin to import it any more.
                    try Aanleverregister.zet(tx, nu, .geannuleerd, waarom: "verlopen")
                }
            }
        }
    }
}
