// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension DoelToestandZetten {
    /// Sets the state of a goal, from the version the user saw; who was overtaken gets a conflict.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let (rij, plan, oud) = try Planzaken.doel(tx.db, dossier, doel, actor, .change)
            guard plan.loopt else {
                throw Failure.state(reason: "Het traject is beëindigd. De doelen staan vast.")
            }
            guard oud.versie != versie || Doelregels.verandert(van: oud.toestand, naar: toestand) else { return Done() }
            try tx.eisVersie("doel", id: doel.description, versie, nieuwste: oud.versie)
            try Doelregels.redenfouten(toestand, reden: reden, regels: try regels.opdracht(rij.opdracht).plan).orThrow()
            try oud.zet(tx, toestand, reden: reden, plan: plan)
            try Aandachtspunten.bijwerken(tx.db, oud.dossier, regels)
            return Done()
        }
    }
}

extension Doelrij {
    /// Sets the state of this goal, from the version it was read in, with all that follows. Who lets a goal go lets go what
    /// was still to be done for it.
    /// - Parameters:
    ///   - reden: code of why, for a state that asks it.
    ///   - plan: the plan of which this makes a new version; nil when the caller makes one version for several goals.
    func zet(_ tx: Transaction, _ nieuw: DoelToestand, reden: String? = nil, plan: Trajectrij?) throws {
        let vandaag = tx.today
        let bereikt = nieuw == .bereikt || nieuw == .deelsBereikt
        try tx.change("doel", id: id.description, from: versie, why: "toestand gezet") { db in
            try db.doe(
                "UPDATE doel SET toestand = ?, bereikt_op = ?, reden = ? WHERE id = ?",
                [
                    nieuw.rawValue, bereikt ? vandaag.description : nil, Doelregels.vraagtReden(nieuw) ? reden : nil,
                    id.description,
                ])
        }
        var acties: [ActieID] = []
        if nieuw == .vervallen {
            for actie in try Acties.van(tx.db, doel: id) where actie.toestand == .open {
                try actie.zet(tx, .vervallen, door: nil)
                acties.append(actie.id)
            }
        }
        let code: Planstapcode =
            nieuw == .vervallen ? .doelVervallen : toestand == .vervallen ? .doelTeruggezet : .doelToestand
        try plan?.wordtNieuwPlan(tx, code, leefgebied, doelen: [id], acties: acties)
        try Trajecten.telDoelen(tx.db, traject)
        try Tijdlijn.voegToe(tx, dossier, op: vandaag, .doel(.doelToestand, leefgebied, nieuw), bron: id.description)
        try tx.emit(
            DoelGewijzigd(
                doel: id, traject: traject, dossier: dossier, leefgebied: leefgebied, toestand: nieuw, datum: vandaag))
    }
}
