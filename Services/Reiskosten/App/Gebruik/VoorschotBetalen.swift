// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension Voorschotten {
    /// Notes that an approved advance was paid, and on which day.
    func betalen(_ command: VoorschotBetaald, _ request: Request) async throws -> Done {
        try await store.once(request.envelope) { tx in
            let rij = try Self.find(tx, command.voorschot, request.actor, to: .pay)
            if rij.toestand == .goedgekeurd {
                let vandaag = tx.today
                guard command.betaaldOp <= vandaag, command.betaaldOp >= rij.gevraagdOp else {
                    throw Failure.invalid([
                        FieldError(
                            "betaaldOp", code: "bereik",
                            "De dag van betaling ligt tussen \(rij.gevraagdOp.tekst) (de aanvraag) en \(vandaag.tekst) (vandaag)."
                        )
                    ])
                }
            }
            try Self.take(
                .betalen, tx, rij, from: command.versie, set: "betaald_op = ?", [command.betaaldOp.description])
            return Done()
        }
    }
}
