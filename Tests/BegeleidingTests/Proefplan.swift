// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

@testable import BegeleidingApp

// Acts on the plan, as tests write them.
extension Proefdienst {
    func plan(_ dossier: DossierID, versie: Int? = nil, door actor: Actor? = nil) async throws -> Planoverzicht {
        try await PlanOpvragen(dossier: dossier, versie: versie).tonen(middelen, verzoek(actor ?? fatima))
    }

    @discardableResult
    func actie(
        _ dossier: DossierID, _ doel: DoelID, _ tekst: String, _ wie: Actiehouder = .client, op: String? = nil,
        door actor: Actor? = nil
    ) async throws -> ActieID {
        try await ActieToevoegen(dossier: dossier, doel: doel, tekst: tekst, wie: wie, uiterlijkOp: try op.map(dag))
            .uitvoeren(middelen, verzoek(actor ?? fatima)).actie
    }

    func zet(
        _ dossier: DossierID, _ actie: ActieID, _ toestand: ActieToestand, versie: Int, door: Actiehouder? = nil
    ) async throws {
        _ = try await ActieZetten(dossier: dossier, actie: actie, toestand: toestand, gedaanDoor: door, versie: versie)
            .uitvoeren(middelen, verzoek(fatima))
    }

    func akkoord(
        _ dossier: DossierID, versie: Int, _ keus: Plankeus = .akkoord, opmerking: String = "", volgend: String? = nil,
        door actor: Actor? = nil
    ) async throws {
        _ = try await PlanBesluitVastleggen(
            dossier: dossier, keus: keus, op: vandaag, wie: .client, naam: "Selam Tesfay", taal: "ti", tolk: .telefonisch,
            opmerking: opmerking, volgendOp: try volgend.map(dag), versie: versie
        ).uitvoeren(middelen, verzoek(actor ?? fatima))
    }
}
