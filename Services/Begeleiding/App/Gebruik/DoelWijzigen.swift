// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension DoelWijzigen {
    /// Changes what a goal says, from the version the user saw; who was overtaken gets a conflict and loses nothing.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        let (tekst, eigen) = (tekst.getrimd, woorden.getrimd)
        let (van, zin, verzegeld) = try await middelen.store.read { db in
            let (rij, _, oud) = try Planzaken.doel(db, dossier, doel, actor, .change)
            let zin = try regels.opdracht(rij.opdracht).doelen.zin(tekst: tekst, in: oud.leefgebied)
            return (oud.dossier, zin, oud.isVerzegeld)
        }
        let key = zin != nil && eigen.isEmpty && !verzegeld ? nil : try await middelen.keys.key(for: van)
        let zegel = Woordenzegel(key: key)
        return try await middelen.store.once(request.envelope) { tx in
            let (_, plan, oud) = try Planzaken.doel(tx.db, dossier, doel, actor, .change)
            try tx.eisVersie("doel", id: doel.description, versie, nieuwste: oud.versie)
            try Planzaken.eisLopend(plan)
            guard oud.toestand != .vervallen else {
                throw Failure.state(reason: "Dit doel is vervallen. Zet het eerst terug in het plan.")
            }
            try Doelregels.wijzigfouten(
                tekst: tekst, woorden: eigen, streefdatum: streefdatum, was: oud.streefdatum, vandaag: tx.today
            ).orThrow()
            guard try oud.open(zegel) != (tekst, eigen) || oud.streefdatum != streefdatum else { return Done() }
            let woorden = try zegel.woorden(tekst, code: zin?.code, Zegelplaats.doel(doel))
            try tx.change("doel", id: doel.description, from: versie, why: "doel gewijzigd") { db in
                try db.doe(
                    """
                    UPDATE doel SET zin = ?, zin_code = ?, tekst_zegel = ?, woorden_zegel = ?, streefdatum = ? WHERE id = ?
                    """,
                    [
                        woorden.zin, woorden.code, woorden.zegel, try zegel.dicht(eigen, Zegelplaats.doelwoorden(doel)),
                        streefdatum.kolom(), doel.description,
                    ])
            }
            try plan.wordtNieuwPlan(tx, .doelGewijzigd, oud.leefgebied, doelen: [doel])
            try Tijdlijn.voegToe(
                tx, oud.dossier, op: tx.today, .doel(.doelGewijzigd, oud.leefgebied, oud.toestand),
                bron: doel.description)
            return Done()
        }
    }
}
