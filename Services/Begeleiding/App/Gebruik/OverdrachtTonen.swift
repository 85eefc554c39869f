// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import GRDB
import Opslag
import Toegang

extension OverdrachtenOpvragen {
    /// Open transfers of the asker's team in which the asker has a part.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<Overdrachtregel> {
        let bereik = Policy.scope(request.actor, .list, on: .overdracht)
        let na = try Sleutelplaats.lees(page.after)
        let (team, limit) = (request.actor.team, page.limit)
        return try await middelen.store.read { db in
            let rijen = try Overdrachten.pagina(db, bereik, team: team, na: na, limit: limit + 1)
            let pagina = rijen.prefix(limit)
            return Page(
                rows: pagina.map { $0.rij.regel(dossiernummer: $0.dossiernummer) },
                next: rijen.count > limit ? pagina.last.map { Sleutelplaats.tekst($0.rij.uiterlijkOp, $0.rij.id) } : nil)
        }
    }
}

extension OverdrachtOpvragen {
    /// One transfer: the note opened, and what is open in the dossier. Of the person only what a colleague needs to say yes
    /// or no; the name comes with the dossier.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Answer {
        let (actor, regels, vandaag) = (request.actor, middelen.regels, middelen.vandaag)
        let gelezen = try await middelen.store.read { try Gelezen($0, overdracht, actor, regels, vandaag) }
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, gelezen.rij.dossier, .overdracht, aanvrager: request.caller.rawValue)
        }
        var opener = Opener(middelen.keys)
        var notitie: String? = ""
        if let zegel = gelezen.rij.notitieZegel {
            notitie = await opener.tekst(zegel, van: gelezen.rij.dossier, plaats: Zegelplaats.overdracht(overdracht))
        }
        return gelezen.antwoord(notitie: notitie, actor: actor)
    }
}

private struct Gelezen: Sendable {
    let rij: Overdrachtrij
    let dossier: Dossierrij
    let spreektaal: String?
    let tolkNodig: Bool
    let kinderen: Int
    let fase: String
    let taken: [OverdrachtOpvragen.Taak]
    let weigerredenen: [Uitbeeldregels.Reden]

    init(_ db: Database, _ id: OverdrachtID, _ actor: Actor, _ regels: Regels, _ vandaag: Datum) throws {
        rij = try Overdrachten.eis(db, id, actor)
        guard let dossier = try Dossiers.vind(db, rij.dossier),
            let row = try db.rij("SELECT spreektaal, tolk_nodig FROM dossier WHERE id = ?", [rij.dossier.description])
        else { throw Failure.notFound(what: "dossier") }
        (self.dossier, spreektaal, tolkNodig) = (dossier, row["spreektaal"], try row.waar("tolk_nodig"))
        let contract = try regels.opdracht(dossier.opdracht).caseload
        weigerredenen = contract.weigerredenen
        kinderen = try Dossiers.meerijders(db, van: dossier.id).count
        fase =
            try Caseloads.van(db, dossier: dossier.id).map { Caseload.gewicht($0.stand, op: vandaag, regels: contract).naam }
            ?? "Afgerond"
        // What comes in the next year is open too; it is said as it stands today. That a signal waits is not for a colleague
        // who does not have the dossier yet.
        let straks = vandaag.adding(days: 366)
        taken = try Aandachtspunten.pagina(
            db, .any([.dossier(dossier.id)]), opvolging: Scope.none, vandaag: straks, tot: straks, na: nil, limit: 50
        ).map { punt in
            let aandachtspunt = punt.aandachtspunt(vandaag: vandaag, regels: regels)
            return OverdrachtOpvragen.Taak(tekst: aandachtspunt.tekst, uiterlijkOp: punt.uiterlijkOp)
        }
    }

    func antwoord(notitie: String?, actor: Actor) -> OverdrachtOpvragen.Answer {
        OverdrachtOpvragen.Answer(
            regel: rij.regel(dossiernummer: dossier.dossiernummer), notitie: notitie, taken: rij.isOpen ? taken : [],
            fase: fase, doelgroep: dossier.doelgroep, spreektaal: spreektaal, tolkNodig: tolkNodig, kinderen: kinderen,
            weigerredenen: weigerredenen.map { Klokstand.Keuze(code: $0.code, naam: $0.naam) }, reden: rij.redenNaam,
            beslistOp: rij.beslistOp, magBeantwoorden: rij.isOpen && actor.user == rij.aan,
            magIntrekken: rij.isOpen && Policy.decide(actor, .change, on: .overdracht, facts: rij.gevers).isYes)
    }
}
