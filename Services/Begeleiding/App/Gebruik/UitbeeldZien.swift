// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension UitbeeldGezien {
    /// All right until a day: what stands there now leaves the list and comes back on that day; what is new comes by itself.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .traject)
            let contract = try regels.opdracht(rij.opdracht).uitbeeld
            let vandaag = tx.today
            try Uitbeeld.veldfouten(reden: reden, kijkOp: kijkOp, vandaag: vandaag, regels: contract).orThrow()
            guard let gekozen = contract.gezienReden(reden) else { return Done() }
            let nu = try Uitbeelden.alle(tx.db, dossier).filter { $0.opLijst <= vandaag }
            guard !nu.isEmpty else {
                throw Failure.state(reason: "Deze persoon staat nu niet op de lijst. Er is niets om te bevestigen.")
            }
            try tx.change("uitbeeld", id: dossier.description, from: versie, why: "gezien: \(gekozen.code)") { db in
                try Gezienen.bewaar(
                    db, tx.ids.next(), dossier: dossier, reden: gekozen, kijkOp: kijkOp, op: vandaag, door: actor.user,
                    punten: nu.map(\.punt))
            }
            try Tijdlijn.voegToe(
                tx, dossier, op: vandaag,
                Tijdlijnfeit(.gezien, ["naam": gekozen.naam, "kijkOp": kijkOp.description]))
            try Aandachtspunten.bijwerken(tx.db, dossier, regels)
            return Done()
        }
    }
}

extension VerblijfsdocumentVastleggen {
    /// Until when the residence document is valid: half a year before that day somebody helps to renew it.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .regeldag)
            let vandaag = tx.today
            if let geldigTot {
                // A permit is given for at most five years, a document for at most ten.
                let bereik = vandaag.adding(days: -3650)...vandaag.adding(days: 3660)
                guard bereik.contains(geldigTot) else {
                    throw Failure.invalid([
                        FieldError("geldigTot", code: "bereik", "Deze dag ligt meer dan tien jaar weg. Klopt het jaartal?")
                    ])
                }
            }
            guard try Self.zet(tx, dossier, geldigTot, versie: versie) else { return Done() }
            // The step of the regeldag counts from this day.
            try rij.herrekenStappen(tx, why: "het verblijfsdocument is geldig tot een andere dag")
            try Aandachtspunten.bijwerken(tx.db, dossier, regels)
            return Done()
        }
    }

    /// Writes the day down, with its line on the timeline; false when it was that day already.
    static func zet(_ tx: Transaction, _ dossier: DossierID, _ geldigTot: Datum?, versie: Int) throws -> Bool {
        let nu = try Gezienen.document(tx.db, dossier)
        guard nu.tot != geldigTot else { return false }
        if nu.versie == 0 {
            guard versie == 0 else { throw Failure.conflict(Failure.Conflict(yours: versie, newest: 0)) }
            try tx.db.doe(
                "INSERT INTO verblijfsdocument (id, geldig_tot) VALUES (?, ?)", [dossier.description, geldigTot.kolom()])
            try tx.created("verblijfsdocument", id: dossier.description, why: "vastgelegd")
        } else {
            try tx.change("verblijfsdocument", id: dossier.description, from: versie, why: "gewijzigd") { db in
                try db.doe(
                    "UPDATE verblijfsdocument SET geldig_tot = ? WHERE id = ?", [geldigTot.kolom(), dossier.description])
            }
        }
        try Tijdlijn.voegToe(
            tx, dossier, op: tx.today,
            Tijdlijnfeit(.verblijfsdocument, geldigTot.map { ["tot": $0.description] } ?? [:]))
        return true
    }
}
