// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension RegelzaakZetten {
    /// Sets the state of a step, from the version the user saw. A step that waits for another needs a reason.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let plek = try Regelzaakplek(tx.db, dossier, regelzaak, actor, .change)
            let oud = plek.zaak
            guard oud.versie != versie || oud.toestand != toestand else { return Done() }
            let vandaag = tx.today
            let dag = op ?? vandaag
            // An old screen is told that it is old, not that its step is impossible.
            if oud.versie == versie {
                if let reden = Regelzaakregels.bezwaar(van: oud.toestand, naar: toestand) { throw Failure.state(reason: reden) }
                try Regelzaakregels.veldfouten(
                    oud.regelstand, naar: toestand, op: dag, reden: reden, wachtOp: plek.wachtOp, vandaag: vandaag
                ).orThrow()
            }
            let nieuw = oud.regelstand.naar(
                toestand, stap: plek.stap, op: dag, reden: reden, vandaag: vandaag, regels: regels.aandacht)
            try Regelverlopen.zet(
                tx, oud, vanaf: versie, naar: nieuw, kenmerk: oud.kenmerk, .gezet, why: "toestand gezet")
            try plek.meld(tx, naar: nieuw, regels)
            return Done()
        }
    }
}

extension RegelzaakTerugdraaien {
    /// Takes the last change back: state, days, proof are as they were before it.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let plek = try Regelzaakplek(tx.db, dossier, regelzaak, actor, .change)
            guard let laatste = try Regelverlopen.laatste(tx.db, regelzaak),
                Regelverloop.ongedaan(laatste.soort, terugNaar: laatste.voor) != nil
            else { throw Failure.state(reason: "Er is bij deze stap niets om terug te draaien.") }
            try Regelverlopen.zet(
                tx, plek.zaak, vanaf: versie, naar: laatste.voor,
                kenmerk: laatste.kenmerkGewijzigd ? laatste.voorKenmerk : plek.zaak.kenmerk, .terug,
                why: "laatste wijziging teruggedraaid")
            try plek.meld(tx, naar: laatste.voor, regels)
            return Done()
        }
    }
}

/// One step with the board it stands on, for who may do this with it.
struct Regelzaakplek {
    let rij: Dossierrij
    let bord: Bordrij
    let zaken: [Regelzaakrij]
    let zaak: Regelzaakrij

    /// - Throws: `Failure.notFound`, also for a step of another household; `Failure.notAllowed`.
    init(
        _ db: Database, _ dossier: DossierID, _ id: RegelzaakID, _ actor: Actor, _ action: Action,
        _ resource: Resource = .regeldag
    ) throws {
        rij = try Dossiers.eis(db, dossier, actor, action, resource)
        guard let bord = try Regelzaken.bord(db, huishouden: rij.huishouden) else {
            throw Failure.notFound(what: "regeldagbord")
        }
        self.bord = bord
        zaken = try Regelzaken.zaken(db, bord: bord.id)
        guard let zaak = zaken.first(where: { $0.id == id }) else { throw Failure.notFound(what: "regelzaak") }
        self.zaak = zaak
        // A step of another person of the household needs a right to that person.
        if let van = zaak.dossier, van != dossier { _ = try Dossiers.eis(db, van, actor, action, resource) }
    }

    var wacht: Bordwacht { Bordwacht(bord.sjabloon, zaken.map(\.bordstap)) }
    var stap: Regelstap? { bord.sjabloon.stap(zaak.code) }
    var wachtOp: [String] { wacht.wachtOp(zaak.bordstap) }

    /// Tells what changed: the lists, the timeline, others. Nothing when only what stands beside the state changed.
    func meld(_ tx: Transaction, naar nieuw: Regelstand, _ regels: Regels) throws {
        try Aandachtspunten.bijwerken(tx.db, zaak.drager, regels)
        guard nieuw.toestand != zaak.toestand else { return }
        let vandaag = tx.today
        try Tijdlijn.voegToe(
            tx, zaak.drager, op: vandaag,
            .regelzaak(zaak.naam, van: zaak.toestand, naar: nieuw.toestand, reden: nieuw.reden), bron: zaak.id.description)
        try tx.emit(
            RegelzaakGewijzigd(
                regelzaak: zaak.id, dossier: zaak.drager, huishouden: rij.huishouden, code: zaak.code,
                toestand: nieuw.toestand, uiterlijkOp: zaak.uiterlijkOp, datum: vandaag))
    }
}

extension Regelzaakrij {
    var bordstap: Bordstap {
        Bordstap(
            id: id, drager: drager, vanHuishouden: vanHuishouden, doelgroep: doelgroep, code: code, naam: naam,
            toestand: toestand, uiterlijkOp: uiterlijkOp)
    }
}
