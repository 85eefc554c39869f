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
        var gelezen = try await middelen.store.read { db in
            try Trajectlezing(db, Dossiers.eis(db, dossier, actor, .read, .traject), actor)
        }
        try await gelezen.voorLezer(actor, middelen.uitwisseling, because: request.envelope)
        // The log is on its way to the disk while the seals are opened; the answer waits for it.
        async let genoteerd: Void = middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .traject, aanvrager: request.caller.rawValue)
        }
        var opener = Opener(middelen.keys)
        let overzicht = await gelezen.overzicht(&opener)
        try await genoteerd
        return overzicht
    }
}

/// What the page has of a traject, from one snapshot.
struct Trajectlezing: Sendable {
    private var rij: Dossierrij
    private let traject: Trajectrij?
    private let klok: [TrajectOverzicht.KlokDatum]
    private let doelen: [Doelrij]
    private let stapZegel: Data?
    private let magContact: Bool

    /// - Parameter rij: of who may read the traject.
    init(_ db: Database, _ rij: Dossierrij, _ actor: Actor) throws {
        self.rij = rij
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
            doelen = try Doelen.van(db, dossier: rij.id)
        }
        stapZegel = try magContact ? rij.contact.stap.flatMap { try Contactmomenten.stapZegel(db, $0.contactmoment) } : nil
    }

    /// Takes out what a reader outside may not see now.
    /// - Throws: `Failure.notFound` when the exchange about this person is stopped.
    mutating func voorLezer(_ actor: Actor, _ poort: Uitwisselpoort, because cause: Envelope) async throws {
        try await poort.eisVoorLezer(actor, rij.id, wat: "dossier", because: cause)
        if let met = rij.meerijdendMet, actor.isOutside, try await !poort.gestopt([met], because: cause).isEmpty {
            rij.meerijdendMet = nil
        }
    }

    func overzicht(_ opener: inout Opener) async -> TrajectOverzicht {
        let eigen = rij.eigenTraject ? traject : nil
        return TrajectOverzicht(
            traject: eigen?.id, dossier: rij.id, meerijdendMet: rij.meerijdendMet, huishouden: rij.huishouden,
            opdracht: rij.opdracht, toestand: rij.toestand.rawValue, klok: klok, begeleider: rij.begeleider, team: rij.team,
            doelen: await doelen(&opener), planVersie: eigen?.planVersie ?? 0, planAkkoordOp: eigen?.akkoordOp,
            volgendeStap: await stap(&opener), laatsteContact: magContact ? rij.contact.laatsteContact : nil,
            versie: traject?.versie ?? rij.versie)
    }

    private func doelen(_ opener: inout Opener) async -> [TrajectOverzicht.Doel] {
        var geopend: [TrajectOverzicht.Doel] = []
        for doel in doelen {
            geopend.append(
                TrajectOverzicht.Doel(
                    doel: doel.id, leefgebied: doel.leefgebied, tekst: await opener.woorden(doel) ?? onleesbaar,
                    toestand: doel.toestand, streefdatum: doel.streefdatum, bereiktOp: doel.bereiktOp, versie: doel.versie,
                    voor: doel.dossier == rij.id ? nil : doel.dossier))
        }
        return geopend
    }

    private func stap(_ opener: inout Opener) async -> TrajectOverzicht.VolgendeStap? {
        guard let gezet = rij.contact.stap, let zegel = stapZegel else { return nil }
        let tekst = await opener.tekst(zegel, van: rij.id, plaats: Zegelplaats.stap(gezet.contactmoment))
        return TrajectOverzicht.VolgendeStap(tekst: tekst ?? onleesbaar, op: gezet.op)
    }
}
