// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import GRDB
import Logging
import Opslag
import ServiceLifecycle
import Toegang

/// Every day the children who became 18, or who may have, are told to the others, each once per certainty. Looks again and
/// again, since the day of the synthetic city may jump.
struct AchttienBijhouden: KijktSteeds {
    let parts: IntakeParts
    let logger: Logger
    /// Children per transaction.
    var stuk = 100
    /// Real time between two looks.
    var tussenpoos: Duration = .seconds(30)

    static let wat = "birthdays"

    func kijk() async throws {
        try await werkBij()
    }

    /// Returns how many were told.
    @discardableResult
    func werkBij() async throws -> Int {
        let vandaag = parts.clock.today
        var (gemeld, na) = (0, "")
        while !Task.isCancelled {
            let (vanaf, aantal) = (na, stuk)
            let (laatste, hier) = try await parts.store.write { tx in
                let kinderen = try Achttienregister.kandidaten(tx.db, op: vandaag, na: vanaf, aantal: aantal)
                var gedaan = 0
                for kind in kinderen {
                    guard let melding = Achttien.melding(kind.geboren, op: vandaag), melding.zeker != kind.gemeld else {
                        continue
                    }
                    try Achttienregister.zet(tx, kind.dossier, melding.zeker, melding.maand)
                    try tx.emit(WerdAchttien(dossier: kind.dossier, zeker: melding.zeker, maand: melding.maand.waarde))
                    gedaan += 1
                }
                return (kinderen.last?.dossier.description, gedaan)
            }
            gemeld += hier
            guard let laatste else { break }
            na = laatste
        }
        return gemeld
    }

    /// The children who become 18 soon, for the team leader.
    static func lijst(_ query: WordtAchttienLijst, _ actor: Actor, _ parts: IntakeParts) async throws -> [WordtAchttienLijst.Rij]
    {
        let scope = Policy.scope(actor, .list, on: .dossier)
        let (vandaag, na, limit) = (parts.clock.today, query.na, min(max(query.limit ?? 200, 1), 201))
        let tot = Self.totEnMet(vandaag, maanden: query.maanden)
        let geboren = Maand(van: tot.eersteDag.adding(months: -18 * 12))
        return try await parts.store.read { db in
            try Achttienregister.kinderen(db, scope, geborenTotEnMet: geboren, na: na, aantal: limit).compactMap { kind in
                let achttien = Achttien(kind.geboren)
                if let maanden = achttien.maanden, maanden.lowerBound > tot { return nil }
                return WordtAchttienLijst.Rij(
                    dossier: kind.dossier, dossiernummer: kind.nummer, naam: kind.naam, huishouden: kind.huishouden,
                    vroegst: achttien.maanden?.lowerBound.waarde, laatst: achttien.maanden?.upperBound.waarde)
            }
        }
    }

    /// The month of the day that is so many months on.
    static func totEnMet(_ vandaag: Datum, maanden: Int) -> Maand {
        Maand(van: vandaag.adding(months: min(max(maanden, 1), 24)))
    }
}
