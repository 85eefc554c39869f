// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension ActieToevoegen {
    /// Adds an action to a goal; the plan becomes a new version. Own words are sealed.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        let tekst = tekst.getrimd
        let (van, zin) = try await middelen.store.read { db in
            let (rij, _, doel) = try Planzaken.doel(db, dossier, doel, actor, .create)
            try Actieregels.veldfouten(
                tekst: tekst, wie: wie, heeftVerwijzing: verwijzing != nil, uiterlijkOp: uiterlijkOp, vandaag: vandaag
            ).orThrow()
            return (doel.dossier, try regels.opdracht(rij.opdracht).doelen.actie(tekst: tekst, in: doel.leefgebied))
        }
        let zegel = Woordenzegel(key: zin == nil ? try await middelen.keys.key(for: van) : nil)
        return try await middelen.store.once(request.envelope) { tx in
            let (_, plan, bij) = try Planzaken.doel(tx.db, dossier, doel, actor, .create)
            try Planzaken.eisLopend(plan)
            guard bij.toestand != .vervallen else {
                throw Failure.state(reason: "Dit doel is vervallen. Zet het eerst terug in het plan.")
            }
            let actie: ActieID = tx.ids.make()
            try Acties.bewaar(
                tx.db, actie, doel: bij, woorden: try zegel.woorden(tekst, code: zin?.code, Zegelplaats.actie(actie)),
                wie: wie, verwijzing: verwijzing, uiterlijkOp: uiterlijkOp)
            try tx.created("actie", id: actie.description, why: "toegevoegd aan het plan")
            try plan.wordtNieuwPlan(tx, .actieToegevoegd, bij.leefgebied, acties: [actie])
            try Tijdlijn.voegToe(
                tx, bij.dossier, op: tx.today, .actie(.actieToegevoegd, bij.leefgebied, wie), bron: bij.id.description)
            try Aandachtspunten.bijwerken(tx.db, bij.dossier, regels)
            return Answer(actie: actie)
        }
    }
}
