// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// A worker refuses an aanmelding that waited, with a reason that the gemeente gets to see.
struct Afwijzen: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ command: AanmeldingAfwijzen, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        guard let reden = Afwijsreden(rawValue: command.reden) else {
            let keuzes = Afwijsreden.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure.invalid([FieldError("reden", code: "keuze", "Kies een reden: \(keuzes).")])
        }
        let rij = try await parts.store.read { try Aanmeldingregister.vind($0, command.aanmelding) }.orNotFound(actor)
        try Policy.decide(actor, .decide, on: .aanmelding, facts: rij.feiten).orThrow()
        return try await parts.store.once(envelope) { tx in
            try tx.change("aanmelding", id: rij.id.description, from: command.versie, why: "afgewezen: \(reden.rawValue)") {
                guard let now = try Aanmeldingregister.vind($0, rij.id), now.wacht else {
                    throw Failure.state(reason: "Deze aanmelding wacht niet meer op een besluit.")
                }
                try Aanmeldingregister.zet($0, rij.id, toestand: .afgewezen, redenen: [reden.rawValue], op: tx.today)
            }
            // Nobody is compared with who was refused.
            try Kenmerkregister.wis(tx.db, rij.dossier)
            try tx.emit(
                AanmeldingAfgewezen(
                    aanmelding: rij.id, gemeente: rij.gemeente, reden: reden.rawValue, afgewezenOp: tx.today))
            try parts.melden?(.toestand, over: rij.id, gemeente: rij.gemeente, dossier: rij.dossier, tx)
            return Done()
        }
    }
}
