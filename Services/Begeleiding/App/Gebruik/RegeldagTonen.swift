// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension RegeldagOpvragen {
    /// The board of the household: its own steps, and those of the members whom the actor may see.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Regeldagbord {
        let (actor, regels) = (request.actor, middelen.regels)
        let bord = try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .read, .regeldag)
            guard let bord = try Regelzaken.bord(db, huishouden: rij.huishouden) else {
                throw Failure.notFound(what: "regeldagbord")
            }
            let zaken = try Regelzaken.zaken(db, bord: bord.id)
            var ankers: [DossierID: Ankers] = [:]
            var zichtbaar: Set<DossierID> = []
            for drager in Set(zaken.map(\.drager)) {
                guard let lid = try Dossiers.vind(db, drager) else { continue }
                ankers[drager] = try lid.ankers(db)
                if lid.mag(actor, .read, .regeldag) { zichtbaar.insert(drager) }
            }
            let wacht = Bordwacht(bord.sjabloon, zaken.map(\.bordstap))
            let getoond = zaken.filter { $0.vanHuishouden || zichtbaar.contains($0.drager) }
            var antwoord = Regeldagbord(
                huishouden: bord.huishouden, sjabloon: bord.opdracht, sjabloonVan: bord.sjabloon.versie,
                zaken: getoond.map { $0.opBord(bord, wacht, ankers[$0.drager]) })
            antwoord.nieuwer = bord.nieuwer(regels)
            antwoord.ontbrekendeDagen = getoond.ontbrekendeDagen(bord, ankers)
            antwoord.bereikbaar = (try? regels.opdracht(bord.opdracht))?.bereikbaar
            return antwoord
        }
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .regeldag, aanvrager: request.caller.rawValue)
        }
        return bord
    }
}

extension Bordrij {
    /// A newer list of the same contract, with the steps that this board's list does not have; nil when there is none.
    func nieuwer(_ regels: Regels) -> Regeldagbord.Nieuwer? {
        guard let nieuw = try? regels.opdracht(opdracht).regeldag, nieuw.versie > sjabloon.versie else { return nil }
        return Regeldagbord.Nieuwer(
            versie: nieuw.versie, stappen: nieuw.stappen.filter { sjabloon.stap($0.code) == nil }.map(\.naam))
    }
}

extension Array where Element == Regelzaakrij {
    /// Days that are not known while a step that is not done waits for them; each once.
    fileprivate func ontbrekendeDagen(_ bord: Bordrij, _ ankers: [DossierID: Ankers]) -> [Regeldagbord.OntbrekendeDag] {
        reduce(into: []) { gevonden, zaak in
            guard !Regelzaakregels.klaar.contains(zaak.toestand), let anker = bord.sjabloon.stap(zaak.code)?.anker,
                ankers[zaak.drager]?.dagen[anker] == nil
            else { return }
            let dag = Regeldagbord.OntbrekendeDag(dossier: zaak.drager, anker: anker)
            if !gevonden.contains(dag) { gevonden.append(dag) }
        }
    }
}

extension Regelzaakrij {
    /// - Parameter ankers: the days of who carries it; nil when that one is not known here.
    func opBord(_ bord: Bordrij, _ wacht: Bordwacht, _ ankers: Ankers?) -> Regeldagbord.Regelzaak {
        let stap = bord.sjabloon.stap(code)
        var zaak = Regeldagbord.Regelzaak(
            regelzaak: id, dossier: dossier, code: code, naam: naam, toestand: toestand, uiterlijkOp: uiterlijkOp,
            waarom: waarom, gevolg: stap?.termijn.gevolg ?? "", meenemen: stap?.meenemen ?? [],
            wachtOp: Regelzaakregels.klaar.contains(toestand) ? [] : wacht.wachtOp(bordstap), versie: versie, letOp: stap?.letOp)
        let eerste = ankers.flatMap { stap?.eerste($0.dagen) }
        (zaak.vanaf, zaak.vanafWaarom) = (eerste?.dag, eerste?.uitleg)
        (zaak.aangevraagdOp, zaak.beslistOp) = (regelstand.aangevraagdOp, regelstand.beslistOp)
        (zaak.controleOp, zaak.controleWaarom) = (regelstand.controleOp, regelstand.controleWaarom)
        (zaak.bezwaarTot, zaak.bezwaarWaarom) = (regelstand.bezwaarTot, regelstand.bezwaarWaarom)
        (zaak.uitvoerder, zaak.bewijs, zaak.reden) = (regelstand.uitvoerder, regelstand.bewijs, regelstand.reden)
        if let stap, !stap.leeftijden.isEmpty {
            (zaak.leeftijden, zaak.leeftijdOp) = (stap.leeftijden, ankers?.dagen[stap.anker])
        }
        return zaak
    }
}
