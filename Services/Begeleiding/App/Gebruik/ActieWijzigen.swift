// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension ActieWijzigen {
    /// Changes an action, from the version the user saw; who was overtaken gets a conflict and loses nothing.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        let tekst = tekst.getrimd
        let (van, zin, verzegeld) = try await middelen.store.read { db in
            let (plan, doel, oud) = try Planzaken.actie(db, dossier, actie, actor, .change)
            let zin = try regels.opdracht(plan.opdracht).doelen.actie(tekst: tekst, in: doel.leefgebied)
            return (oud.dossier, zin, oud.tekstZegel != nil)
        }
        let zegel = Woordenzegel(key: zin == nil || verzegeld ? try await middelen.keys.key(for: van) : nil)
        return try await middelen.store.once(request.envelope) { tx in
            let (plan, doel, oud) = try Planzaken.actie(tx.db, dossier, actie, actor, .change)
            try tx.eisVersie("actie", id: actie.description, versie, nieuwste: oud.versie)
            try Planzaken.eisLopend(plan)
            guard oud.toestand != .vervallen else {
                throw Failure.state(reason: "Deze actie is vervallen. Zet haar eerst terug in het plan.")
            }
            try Actieregels.veldfouten(
                tekst: tekst, wie: wie, heeftVerwijzing: verwijzing != nil, uiterlijkOp: uiterlijkOp, was: oud.uiterlijkOp,
                vandaag: tx.today
            ).orThrow()
            let gelijk = try oud.open(zegel) == tekst && oud.wie == wie && oud.verwijzing == verwijzing
            guard !gelijk || oud.uiterlijkOp != uiterlijkOp else { return Done() }
            let woorden = try zegel.woorden(tekst, code: zin?.code, Zegelplaats.actie(actie))
            try tx.change("actie", id: actie.description, from: versie, why: "actie gewijzigd") { db in
                try db.doe(
                    """
                    UPDATE actie SET zin = ?, zin_code = ?, tekst_zegel = ?, wie = ?, verwijzing = ?, uiterlijk_op = ?
                    WHERE id = ?
                    """,
                    [
                        woorden.zin, woorden.code, woorden.zegel, wie.rawValue, verwijzing.kolom(), uiterlijkOp.kolom(),
                        actie.description,
                    ])
            }
            try plan.wordtNieuwPlan(tx, .actieGewijzigd, doel.leefgebied, acties: [actie])
            try Aandachtspunten.bijwerken(tx.db, oud.dossier, regels)
            return Done()
        }
    }
}

extension ActieZetten {
    /// Sets the state of an action, from the version the user saw.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let (plan, doel, oud) = try Planzaken.actie(tx.db, dossier, actie, actor, .change)
            guard oud.versie != versie || oud.toestand != toestand else { return Done() }
            try tx.eisVersie("actie", id: actie.description, versie, nieuwste: oud.versie)
            try Planzaken.eisLopend(plan)
            if let reden = Actieregels.bezwaar(van: oud.toestand, naar: toestand, doel: doel.toestand) {
                throw Failure.state(reason: reden)
            }
            try oud.zet(tx, toestand, door: gedaanDoor ?? oud.wie)
            let code: Planstapcode =
                switch toestand {
                case .gedaan: .actieGedaan
                case .vervallen: .actieVervallen
                case .open: oud.toestand == .vervallen ? .actieToegevoegd : .actieHeropend
                }
            try plan.wordtNieuwPlan(tx, code, doel.leefgebied, acties: [actie])
            if toestand == .gedaan {
                try Tijdlijn.voegToe(
                    tx, doel.dossier, op: tx.today, .actie(.actieGedaan, doel.leefgebied, gedaanDoor ?? oud.wie),
                    bron: doel.id.description)
            }
            try Aandachtspunten.bijwerken(tx.db, oud.dossier, regels)
            return Done()
        }
    }
}

extension Actierij {
    /// Writes the state, from the version it was read in.
    /// - Parameter door: who did it, when it is done.
    func zet(_ tx: Transaction, _ nieuw: ActieToestand, door: Actiehouder?) throws {
        let gedaan = nieuw == .gedaan
        try tx.change("actie", id: id.description, from: versie, why: "actie \(nieuw.rawValue)") { db in
            try db.doe(
                "UPDATE actie SET toestand = ?, gedaan_op = ?, gedaan_door = ? WHERE id = ?",
                [
                    nieuw.rawValue, gedaan ? tx.today.description : nil, gedaan ? (door ?? wie).rawValue : nil,
                    id.description,
                ])
        }
    }
}
