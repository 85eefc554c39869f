// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

extension TrajectOpvragen {
    /// The traject of one dossier for its page. Parts outside the actor's rights stay empty: a klantmanager sees the
    /// clock, not the plan.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> TrajectOverzicht {
        let actor = request.actor
        var gelezen = try await middelen.store.read { try Gelezen($0, dossier, actor) }
        try await middelen.uitwisseling.eisVoorLezer(actor, dossier, wat: "dossier", because: request.envelope)
        if let met = gelezen.rij.meerijdendMet, actor.isOutside,
            try await !middelen.uitwisseling.gestopt([met], because: request.envelope).isEmpty
        {
            gelezen.rij.meerijdendMet = nil
        }
        // The log is on its way to the disk while the seals are opened; the answer waits for it.
        async let genoteerd: Void = middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .traject, aanvrager: request.caller.rawValue)
        }
        var opener = Opener(middelen.keys)
        var doelen: [TrajectOverzicht.Doel] = []
        for doel in gelezen.doelen {
            doelen.append(
                TrajectOverzicht.Doel(
                    doel: doel.id, leefgebied: doel.leefgebied, tekst: await opener.woorden(doel) ?? onleesbaar,
                    toestand: doel.toestand, streefdatum: doel.streefdatum, bereiktOp: doel.bereiktOp, versie: doel.versie,
                    voor: doel.dossier == dossier ? nil : doel.dossier))
        }
        var stap: TrajectOverzicht.VolgendeStap?
        if let gezet = gelezen.rij.contact.stap, let zegel = gelezen.stapZegel {
            let tekst = await opener.tekst(zegel, van: dossier, plaats: Zegelplaats.stap(gezet.contactmoment))
            stap = TrajectOverzicht.VolgendeStap(tekst: tekst ?? onleesbaar, op: gezet.op)
        }
        try await genoteerd
        return gelezen.overzicht(doelen: doelen, stap: stap, metContact: gelezen.magContact)
    }
}

/// What the page needs, from one snapshot.
private struct Gelezen: Sendable {
    var rij: Dossierrij
    let traject: Trajectrij?
    let klok: [TrajectOverzicht.KlokDatum]
    let doelen: [Doelrij]
    let stapZegel: Data?
    let magContact: Bool

    init(_ db: Database, _ id: DossierID, _ actor: Actor) throws {
        rij = try Dossiers.eis(db, id, actor, .read, .traject)
        traject = try rij.traject.flatMap { try Trajecten.vind(db, $0) }
        klok =
            try rij.traject.map { try Trajecten.klok(db, $0) }?.map { code, moment in
                TrajectOverzicht.KlokDatum(code: code.rawValue, naam: code.naam, datum: moment.datum, waarom: moment.waarom)
            } ?? []
        magContact = rij.mag(actor, .read, .contactmoment)
        if !rij.mag(actor, .read, .plan) {
            doelen = []
        } else if rij.eigenTraject, let traject {
            doelen = try Doelen.van(db, traject: traject.id)
        } else {
            doelen = try Doelen.van(db, dossier: id)
        }
        stapZegel = try magContact ? rij.contact.stap.flatMap { try Contactmomenten.stapZegel(db, $0.contactmoment) } : nil
    }

    func overzicht(
        doelen: [TrajectOverzicht.Doel], stap: TrajectOverzicht.VolgendeStap?, metContact: Bool
    ) -> TrajectOverzicht {
        let eigen = rij.eigenTraject ? traject : nil
        return TrajectOverzicht(
            traject: eigen?.id, dossier: rij.id, meerijdendMet: rij.meerijdendMet, huishouden: rij.huishouden,
            opdracht: rij.opdracht, toestand: rij.toestand.rawValue, klok: klok, begeleider: rij.begeleider, team: rij.team,
            doelen: doelen, planVersie: eigen?.planVersie ?? 0, planAkkoordOp: eigen?.akkoordOp, volgendeStap: stap,
            laatsteContact: metContact ? rij.contact.laatsteContact : nil, versie: traject?.versie ?? rij.versie)
    }
}
