// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Opslag
import Toegang

extension Verwijzingen {
    /// The referrals of one person, within the actor's rights.
    func vanDossier(_ query: VerwijzingenVanDossier, als actor: Actor) async throws -> [Verwijzingsregel] {
        let scope = Policy.scope(actor, .list, on: .verwijzing)
        return try await store.read { db in try VerwijzingVragen.vanDossier(db, query.dossier, scope) }.map(\.regel)
    }

    /// One referral with its history, and exactly what has left, or would leave now.
    func opvragen(_ query: VerwijzingOpvragen, als actor: Actor, because envelope: Envelope?) async throws
        -> VerwijzingOpvragen.Answer
    {
        let rij = try await rij(query.verwijzing, actor, .read)
        let vandaag = clock.today
        let (stappen, pakket) = try await store.read { db in
            (try VerwijzingVragen.stappen(db, rij.id), try VerwijzingVragen.pakket(db, rij.id))
        }
        let (link, capaciteit, instemming, ontheffing, vervangenDoor) = try await store.read { db in
            (
                try AntwoordlinkOpslag.regel(db, rij.id, vandaag), try CapaciteitOpslag.lees(db, rij.voorziening),
                try VerwijzingVragen.instemming(db, rij.id, vandaag), try VerwijzingVragen.ontheffing(db, rij.id),
                try VerwijzingVragen.vervangenDoor(db, rij.id)
            )
        }
        var waarschuwingen = rij.waarschuwingen(vandaag)
        if rij.toestand == .concept, capaciteit?.stand(vandaag) == Capaciteit.Antwoord.geenPlaats.rawValue {
            waarschuwingen.append("geen-plaats")
        }
        var deelpakket = pakket?.stap1 ?? [:]
        var voorbeeld: String?
        if rij.vrijgave(.versturen, vandaag) == .mag {
            do {
                deelpakket = try await zouVertrekken(rij, contactpersoon: query.contactpersoon, because: envelope)
                voorbeeld = try Self.voorbeeld(deelpakket)
            } catch let failure as Failure where failure == .uitwisselingGestopt {
                waarschuwingen.append("uitwisseling-gestopt")
            } catch Failure.unavailable {
                waarschuwingen.append("persoonsgegevens-niet-bereikbaar")
            }
        }
        return VerwijzingOpvragen.Answer(
            regel: rij.regel, deelpakket: deelpakket, waarschuwingen: waarschuwingen,
            geschiedenis: stappen.map {
                .init(wanneer: $0.wanneer, van: $0.van, naar: $0.naar, wie: $0.rol.wie, reden: $0.reden)
            },
            naAcceptatie: (pakket?.stap2 ?? rij.toegestaneVelden.filter { !$0.isStap1 }).map(\.rawValue), voorbeeld: voorbeeld,
            mogelijk: Overgangstabel.toegestaan(van: rij.toestand, rollen: Self.rollen(actor, rij), vorige: rij.vorige),
            instemming: instemming, grondslag: rij.grondslag, ontheffing: ontheffing,
            grondslagVoorziening: rij.grondslagVoorziening, klok: rij.klokregel, link: link,
            capaciteit: capaciteit?.regel(vandaag), afspraakTot: rij.afspraakTot, vervangenDoor: vervangenDoor)
    }

    /// The package as it would be frozen now; ground and urgency are chosen at sending.
    private func zouVertrekken(_ rij: Verwijzingsrij, contactpersoon: String?, because envelope: Envelope?) async throws
        -> [String: String]
    {
        let velden = rij.toegestaneVelden.filter(\.isStap1)
        return Stap1Pakket(
            verwijzing: rij.id, voorziening: rij.voorziening, leefgebied: rij.leefgebied, urgentie: nil, grondslag: nil,
            instemmingOp: nil, contactpersoon: contactpersoon, persoon: try await personen.velden(rij.dossier, velden, envelope),
            toegestaan: velden
        ).velden
    }
}

extension Verwijzingsrij {
    /// The terms that run, for who follows the referral.
    var klokregel: Verwijzingsklokregel {
        Verwijzingsklokregel(
            herinneringOp: herinneringOp, herinnerdOp: herinnerdOp, escalatieOp: escalatieOp, escalatieOm: escalatieOm,
            geescaleerdOp: geescaleerdOp, uiterlijkOp: uiterlijkOp, statusvraagOp: statusvraagOp)
    }
}

extension Capaciteit {
    /// As a worker sees it.
    func regel(_ vandaag: Datum) -> Capaciteitsregel {
        Capaciteitsregel(stand: stand(vandaag), over: over(vandaag), gereserveerd: gereserveerd, gemeldOp: gemeldOp)
    }
}
