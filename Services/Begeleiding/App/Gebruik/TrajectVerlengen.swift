// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension TrajectVerlengen {
    /// One extension of the contract; a team leader decides.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let (_, rij) = try Trajecten.eisLopend(tx.db, dossier, actor, .decide)
            guard let regel = try regels.opdracht(rij.opdracht).traject.verlenging else {
                throw Failure.state(reason: "In deze opdracht kan een traject niet worden verlengd.")
            }
            let eerder = try Klokken.verlengingen(tx.db, rij.id).count
            guard eerder < regel.keren else {
                throw Failure.state(
                    reason: "Dit traject is al \(eerder) keer verlengd. Vaker kan in deze opdracht niet.")
            }
            try tx.change("traject", id: rij.id.description, from: versie, why: "verlengd") { db in
                try db.doe(
                    "INSERT INTO verlenging (traject, volgnummer, maanden, door, op) VALUES (?, ?, ?, ?, ?)",
                    [
                        rij.id.description, eerder + 1, regel.maanden, actor.user.kolom(), tx.today.description,
                    ])
            }
            try Tijdlijn.voegToe(
                tx, dossier, op: tx.today, Tijdlijnfeit(.trajectVerlengd, ["maanden": String(regel.maanden)]))
            try rij.werkKlokBij(tx, regels, aanleiding: "verlenging")
            return Done()
        }
    }
}
