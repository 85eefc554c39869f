// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag
import Toegang

extension Kaart {
    /// A worker records that the provider confirmed the entry today. From then on it is public and can be referred to.
    func controleren(_ opdracht: VoorzieningControleren, als actor: Actor, because envelope: Envelope) async throws -> Done {
        guard Policy.scope(actor, .change, on: .voorziening) == .all else {
            throw Failure.notAllowed(reason: "Alleen een medewerker legt vast dat een vermelding klopt.")
        }
        let wijzen = ["telefoon", "bezoek", "website"] + (isProduction ? [] : ["synthetisch"])
        guard wijzen.contains(opdracht.wijze) else {
            throw Failure.invalid([
                FieldError("wijze", code: "onbekende-code", "Kies een van: \(wijzen.joined(separator: ", ")).")
            ])
        }
        return try await store.once(envelope) { tx in
            let vandaag = tx.today
            try KaartOpslag(tx: tx).bewaarHuidige("voorziening", opdracht.voorziening.description)
            try tx.change("voorziening", id: opdracht.voorziening.description, from: opdracht.versie, why: "controle") { db in
                try db.execute(
                    sql: """
                        UPDATE voorziening SET gecontroleerd_op = ?, controle_wijze = ?, gecontroleerd_door = ? WHERE id = ?
                        """,
                    arguments: [vandaag.description, opdracht.wijze, tx.actorText, opdracht.voorziening.description])
            }
            try tx.emit(VoorzieningGecontroleerd(voorziening: opdracht.voorziening, gecontroleerdOp: vandaag))
            return Done()
        }
    }
}
