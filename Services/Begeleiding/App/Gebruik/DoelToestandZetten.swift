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
        let actor = request.actor
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .plan)
            guard let oud = try Doelen.vind(tx.db, doel), oud.traject == rij.traject,
                oud.dossier == dossier || rij.eigenTraject
            else { throw Failure.notFound(what: "doel") }
            guard let plan = try Trajecten.vind(tx.db, oud.traject), plan.loopt else {
                throw Failure.state(reason: "Het traject is beëindigd. De doelen staan vast.")
            }
            guard oud.versie != versie || Doelregels.verandert(van: oud.toestand, naar: toestand) else { return Done() }
            var gezien = oud
            gezien.versie = versie
            try gezien.zet(tx, toestand, plan: plan)
            return Done()
        }
    }
}

extension Doelrij {
    /// Sets the state of this goal, from the version it was read in, with all that follows.
    /// - Parameter plan: the plan that becomes another plan when a goal comes or goes; nil when the traject ends with it.
    func zet(_ tx: Transaction, _ nieuw: DoelToestand, plan: Trajectrij?) throws {
        let vandaag = Datum(tx.now)
        let bereikt = nieuw == .bereikt || nieuw == .deelsBereikt
        try tx.change("doel", id: id.description, from: versie, why: "toestand gezet") { db in
            try db.doe(
                "UPDATE doel SET toestand = ?, bereikt_op = ? WHERE id = ?",
                [nieuw.rawValue, bereikt ? vandaag.description : nil, id.description])
        }
        if let plan, Doelregels.maaktNieuwPlan(van: toestand, naar: nieuw) {
            try plan.wordtNieuwPlan(tx, waarom: nieuw == .vervallen ? "doel vervallen" : "doel teruggezet")
        }
        try Trajecten.telDoelen(tx.db, traject)
        try Tijdlijn.voegToe(tx, dossier, op: vandaag, .doel(.doelToestand, leefgebied, nieuw), bron: id.description)
        try tx.emit(
            DoelGewijzigd(
                doel: id, traject: traject, dossier: dossier, leefgebied: leefgebied, toestand: nieuw, datum: vandaag))
    }
}
