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
            let vandaag = Datum(tx.now)
            let bereikt = toestand == .bereikt || toestand == .deelsBereikt
            guard oud.versie != versie || Doelregels.verandert(van: oud.toestand, naar: toestand) else { return Done() }
            try tx.change("doel", id: doel.description, from: versie, why: "toestand gezet") { db in
                try db.doe(
                    "UPDATE doel SET toestand = ?, bereikt_op = ? WHERE id = ?",
                    [toestand.rawValue, bereikt ? vandaag.description : nil, doel.description])
            }
            if Doelregels.maaktNieuwPlan(van: oud.toestand, naar: toestand) {
                try plan.wordtNieuwPlan(tx, waarom: toestand == .vervallen ? "doel vervallen" : "doel teruggezet")
            }
            try Trajecten.telDoelen(tx.db, oud.traject)
            try Tijdlijn.voegToe(
                tx, oud.dossier, op: vandaag, .doel(.doelToestand, oud.leefgebied, toestand), bron: doel.description)
            try tx.emit(
                DoelGewijzigd(
                    doel: doel, traject: oud.traject, dossier: oud.dossier, leefgebied: oud.leefgebied, toestand: toestand,
                    datum: vandaag))
            return Done()
        }
    }
}
