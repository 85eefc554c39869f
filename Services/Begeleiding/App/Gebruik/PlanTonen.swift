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

extension PlanOpvragen {
    /// The plan as it is, or as it was in one version. An agreed version comes from its seal, and the seal is checked.
    /// - Throws: `Failure.notFound` for a version that there never was.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Planoverzicht {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        let gelezen = try await middelen.store.read { db in
            try Planlezing(db, dossier, versie, actor, regels, vandaag: vandaag)
        }
        try await middelen.uitwisseling.eisVoorLezer(actor, dossier, wat: "dossier", because: request.envelope)
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .plan, aanvrager: request.caller.rawValue)
        }
        var opener = Opener(middelen.keys)
        return await gelezen.overzicht(&opener)
    }
}

/// What the page of a plan needs, from one snapshot.
private struct Planlezing: Sendable {
    let rij: Dossierrij
    let plan: Trajectrij?
    let versie: Int
    let stap: Planstaprij?
    let doelen: [Doelrij]
    let acties: [DoelID: [Actierij]]
    let kinderen: [DossierID]
    let besluiten: [Planbesluitrij]
    let gesprekken: [Plangesprekrij]
    let bespreken: Termijn.Uitkomst?
    let zegel: (op: Datum, inhoud: Data, hash: String)?
    let regels: Planregels

    init(_ db: Database, _ id: DossierID, _ gevraagd: Int?, _ actor: Actor, _ regels: Regels, vandaag: Datum) throws {
        rij = try Dossiers.eis(db, id, actor, .read, .plan)
        plan = try rij.traject.flatMap { try Trajecten.vind(db, $0) }
        self.regels = try regels.opdracht(plan?.opdracht ?? rij.opdracht).plan
        guard rij.eigenTraject, let plan else {
            // A child's own goals; without a traject those of before.
            guard gevraagd == nil else { throw Failure.notFound(what: "versie van het plan") }
            let eigen = try Doelen.van(db, dossier: id)
            doelen = rij.traject.map { traject in eigen.filter { $0.traject == traject } } ?? eigen
            acties = Dictionary(grouping: try doelen.flatMap { try Acties.van(db, doel: $0.id) }, by: \.doel)
            (versie, stap, kinderen, besluiten, gesprekken, bespreken, zegel) = (0, nil, [], [], [], nil, nil)
            return
        }
        versie = gevraagd ?? plan.planVersie
        guard let stap = try Plannen.stap(db, plan.id, versie: versie) else {
            throw Failure.notFound(what: "versie van het plan")
        }
        self.stap = stap
        zegel = gevraagd == nil ? nil : try Plannen.zegel(db, plan.id, versie: versie)
        let rijen =
            versie == plan.planVersie
            ? (try Doelen.van(db, traject: plan.id), try Acties.van(db, traject: plan.id))
            : try Plannen.stand(db, plan.id, versie: versie)
        doelen = rijen.0
        acties = Dictionary(grouping: rijen.1, by: \.doel)
        kinderen = gevraagd == nil ? try Dossiers.meerijders(db, van: id).map(\.id) : []
        besluiten = try Plannen.besluiten(db, plan.id, versie: gevraagd, limit: 5)
        gesprekken = gevraagd == nil ? try Plannen.gesprekken(db, plan.id, limit: 5) : []
        bespreken =
            plan.loopt && gevraagd == nil
            ? Planregel.bespreken(
                laatst: plan.planBesprokenOp, gepland: plan.planVolgendOp, start: plan.gestartOp,
                regel: self.regels.bespreken) : nil
    }

    func overzicht(_ opener: inout Opener) async -> Planoverzicht {
        var overzicht = Planoverzicht(
            dossier: rij.id, planVan: rij.eigenTraject ? nil : rij.meerijdendMet, loopt: plan?.loopt ?? false, versie: versie,
            nieuwste: rij.eigenTraject ? plan?.planVersie ?? 0 : 0, stap: stap?.bericht, doelen: [], kinderen: kinderen,
            akkoordOp: rij.eigenTraject ? plan?.akkoordOp : nil,
            volgendGesprekOp: rij.eigenTraject ? plan?.planVolgendOp : nil,
            besprekenUiterlijk: bespreken?.dag, besprekenWaarom: bespreken?.uitleg,
            redenen: regels.redenen.map { Klokstand.Keuze(code: $0.code, naam: $0.naam) })
        for besluit in besluiten { overzicht.besluiten.append(await besluit.bericht(&opener, rij.id)) }
        for gesprek in gesprekken { overzicht.gesprekken.append(await gesprek.bericht(&opener, rij.id)) }
        if let zegel, let plan {
            let inhoud = await opener.inhoud(
                zegel.inhoud, van: rij.id, plaats: Zegelplaats.plan(plan.id, versie: versie))
            let klopt = inhoud.map { (try? SHA256.hex($0)) == zegel.hash } ?? false
            overzicht.zegel = Planoverzicht.Zegel(op: zegel.op, hash: zegel.hash, klopt: klopt)
            if klopt, let inhoud, let moment: Planmoment = try? MessageCoding.decode(from: inhoud) {
                overzicht.doelen = moment.doelen.map { $0.bericht(rij.id) }
                return overzicht
            }
        }
        for doel in doelen {
            overzicht.doelen.append(await doel.bericht(&opener, acties[doel.id] ?? [], rij.id, regels))
        }
        return overzicht
    }
}

extension Planmoment.Doel {
    fileprivate func bericht(_ eigen: DossierID) -> Planoverzicht.Doel {
        Planoverzicht.Doel(
            doel: doel, voor: dossier == eigen ? nil : dossier, leefgebied: leefgebied, tekst: tekst, woorden: woorden,
            toestand: toestand, reden: reden, streefdatum: streefdatum, versie: 0,
            acties: (acties ?? []).map {
                Planoverzicht.Actie(
                    actie: $0.actie, tekst: $0.tekst, wie: $0.wie, verwijzing: $0.verwijzing, uiterlijkOp: $0.uiterlijkOp,
                    toestand: $0.toestand, gedaanOp: $0.gedaanOp, gedaanDoor: $0.gedaanDoor, versie: 0)
            })
    }
}

extension Doelrij {
    /// - Parameter eigen: whose plan it is.
    func bericht(
        _ opener: inout Opener, _ acties: [Actierij], _ eigen: DossierID, _ regels: Planregels
    ) async -> Planoverzicht.Doel {
        var doel = Planoverzicht.Doel(
            doel: id, voor: dossier == eigen ? nil : dossier, leefgebied: leefgebied,
            tekst: await opener.woorden(self) ?? onleesbaar, toestand: toestand,
            reden: reden.map { regels.reden($0)?.naam ?? $0 }, streefdatum: streefdatum, bereiktOp: bereiktOp, versie: versie,
            gewijzigdOp: gewijzigdOp, gewijzigdDoor: gewijzigdDoor)
        if let woordenZegel {
            doel.woorden =
                await opener.tekst(woordenZegel, van: dossier, plaats: Zegelplaats.doelwoorden(id)) ?? onleesbaar
        }
        for actie in acties {
            doel.acties.append(
                Planoverzicht.Actie(
                    actie: actie.id, tekst: await opener.woorden(actie) ?? onleesbaar, wie: actie.wie,
                    verwijzing: actie.verwijzing, uiterlijkOp: actie.uiterlijkOp, toestand: actie.toestand,
                    gedaanOp: actie.gedaanOp, gedaanDoor: actie.gedaanDoor, versie: actie.versie,
                    gewijzigdOp: actie.gewijzigdOp, gewijzigdDoor: actie.gewijzigdDoor))
        }
        return doel
    }
}

extension Planstaprij {
    var bericht: Planstap {
        Planstap(
            versie: versie, op: op, door: door, zin: code.zin(leefgebied), vraagtAkkoord: code.vraagtAkkoord,
            akkoordOp: akkoordOp, geweigerdOp: geweigerdOp)
    }
}

extension Planbesluitrij {
    fileprivate func bericht(_ opener: inout Opener, _ dossier: DossierID) async -> Planoverzicht.Besluit {
        var woorden: Besluitwoorden?
        if let woordenZegel, let inhoud = await opener.inhoud(woordenZegel, van: dossier, plaats: zegelplaats) {
            woorden = try? MessageCoding.decode(from: inhoud)
        }
        return Planoverzicht.Besluit(
            versie: versie, keus: keus, op: op, wie: wie, naam: woorden?.naam, taal: taal, tolk: tolk,
            opmerking: woorden.flatMap { $0.opmerking.isEmpty ? nil : $0.opmerking }, door: door)
    }
}

extension Plangesprekrij {
    fileprivate func bericht(_ opener: inout Opener, _ dossier: DossierID) async -> Planoverzicht.Gesprek {
        var opmerking: String?
        if let opmerkingZegel {
            opmerking = await opener.tekst(opmerkingZegel, van: dossier, plaats: zegelplaats) ?? onleesbaar
        }
        return Planoverzicht.Gesprek(versie: versie, op: op, volgendOp: volgendOp, opmerking: opmerking, door: door)
    }
}
