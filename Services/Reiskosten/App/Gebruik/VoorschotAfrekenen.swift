// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension Voorschotten {
    /// Settles an advance of which the evidence is in: what was proved, and the rest comes back.
    func afrekenen(_ command: VoorschotAfrekenen, _ request: Request) async throws -> Done {
        try await store.once(request.envelope) { tx in
            let rij = try Self.find(tx, command.voorschot, request.actor, to: .pay)
            let afrekening: Afrekening
            do throws(Afrekening.Fout) {
                afrekening = try Afrekening(betaald: rij.bedrag, verantwoord: command.verantwoord)
            } catch {
                let tekst =
                    switch error {
                    case .negatief: "Vul een bedrag van € 0,00 of meer in."
                    case .meerDanBetaald: "Er is \(rij.bedrag) betaald. Meer dan dat kan niet worden verantwoord."
                    }
                throw Failure.invalid([FieldError("verantwoord", code: "bereik", tekst)])
            }
            try Self.take(
                .afrekenen, tx, rij, from: command.versie, set: "verantwoord = ?, terug_te_betalen = ?, afgerekend_op = ?",
                [afrekening.verantwoord.cents, afrekening.terugTeBetalen.cents, tx.today.description])
            return Done()
        }
    }
}
