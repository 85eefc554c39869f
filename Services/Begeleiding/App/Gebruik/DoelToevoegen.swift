// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

extension DoelToevoegen {
    /// Adds a goal to the plan; the plan becomes a new version, to be agreed again. Own words are sealed.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        let (tekst, eigen) = (tekst.getrimd, (woorden ?? "").getrimd)
        let zin = try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .create, .plan)
            let opdracht = try regels.opdracht(rij.opdracht)
            try Doelregels.veldfouten(
                leefgebied: leefgebied, tekst: tekst, woorden: eigen, streefdatum: streefdatum,
                opdrachtgebieden: opdracht.leefgebieden, vandaag: vandaag
            ).orThrow()
            return opdracht.doelen.zin(tekst: tekst, in: leefgebied)
        }
        let key = zin != nil && eigen.isEmpty ? nil : try await middelen.keys.key(for: dossier)
        let zegel = Woordenzegel(key: key)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .create, .plan)
            guard rij.toestand == .lopend, let traject = rij.traject, let plan = try Trajecten.vind(tx.db, traject), plan.loopt
            else {
                throw Failure.state(reason: "Er loopt geen traject. Een doel hoort bij een lopend traject.")
            }
            let doel: DoelID = tx.ids.make()
            try Doelen.bewaar(
                tx.db, doel, traject: traject, dossier: dossier, leefgebied: leefgebied,
                woorden: try zegel.woorden(tekst, code: zin?.code, Zegelplaats.doel(doel)),
                eigen: try zegel.dicht(eigen, Zegelplaats.doelwoorden(doel)), streefdatum: streefdatum)
            try tx.created("doel", id: doel.description, why: "toegevoegd aan het plan")
            try plan.wordtNieuwPlan(tx, .doelToegevoegd, leefgebied, doelen: [doel])
            try Trajecten.telDoelen(tx.db, traject)
            try Tijdlijn.voegToe(
                tx, dossier, op: tx.today, .doel(.doelToegevoegd, leefgebied, .open), bron: doel.description)
            try tx.emit(
                DoelGewijzigd(
                    doel: doel, traject: traject, dossier: dossier, leefgebied: leefgebied, toestand: .open,
                    datum: tx.today))
            return Answer(doel: doel)
        }
    }
}
