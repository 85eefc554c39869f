// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import Opslag
import Toegang

/// What somebody with an account at a partner sees and does on the pages: the same as over the interface.
extension Verwijzingen {
    func partnerlijst(_ query: PartnerVerwijzingen, als actor: Actor) async throws -> Page<Partnerverwijzing> {
        let partner = try Self.partner(actor)
        let scope = Policy.scope(partner.actor, .list, on: .verwijzing)
        let vandaag = clock.today
        let (beelden, next, wacht) = try await store.read { db in
            let (rijen, next) = try VerwijzingVragen.vanPartnerWerk(db, scope, query.page)
            let beelden = try rijen.map { rij in
                Partnerbeeld(
                    rij: rij, stap1: rij.vrijgave(.stap1, vandaag) == .mag ? try VerwijzingVragen.pakket(db, rij.id)?.stap1 : nil,
                    toegestaan: Overgangstabel.toegestaan(van: rij.toestand, rollen: [.partner]))
            }
            return (beelden, next, try VerwijzingVragen.wachtend(db, scope, hoogstens: Kaart.meesteGeteld))
        }
        let open = try await uitwisseling.voorLezer(partner.actor, beelden) { $0.rij.dossier }
        return Page(rows: open.map { $0.verwijzing(geschiedenis: []) }, next: next, wacht: wacht)
    }

    func partnerEen(_ query: PartnerVerwijzingOpvragen, als actor: Actor, because envelope: Envelope) async throws
        -> Partnerverwijzing
    {
        let beeld = try await voorPartner(query.verwijzing, try Self.partner(actor), because: envelope)
        return beeld.verwijzing(geschiedenis: try await geschiedenis(query.verwijzing))
    }

    func partnerAntwoord(_ opdracht: PartnerAntwoorden, als actor: Actor, because envelope: Envelope) async throws -> Done {
        let partner = try Self.partner(actor)
        _ = try await rij(opdracht.verwijzing, partner.actor, .change)
        do {
            return try await store.once(envelope) { tx in
                try stap(
                    tx, opdracht.verwijzing, versie: opdracht.versie, naar: opdracht.naar, velden: opdracht.velden,
                    actor: partner.actor)
                return Done()
            }
        } catch Overgangsweigering.voorwaarde(.instemmingNogGeldig) {
            try await vraagInstemming(opdracht.verwijzing, because: envelope)
            throw Overgangsweigering.voorwaarde(.instemmingNogGeldig)
        }
    }

    /// The steps as a partner may know them: from sending on, without our reasons.
    func geschiedenis(_ id: VerwijzingID) async throws -> [Partnerverwijzing.Stap] {
        try await store.read { db in try VerwijzingVragen.stappen(db, id) }.filter { $0.naar != .concept }
            .map { .init(wanneer: $0.wanneer, naar: $0.naar, wie: $0.rol.wie) }
    }

    private static func partner(_ actor: Actor) throws -> Partner {
        guard let partner = Partner(actor) else {
            throw Failure.notAllowed(reason: "Uw account hoort niet bij een organisatie van de sociale kaart.")
        }
        return partner
    }
}

extension Partnerbeeld {
    /// As the pages of a partner show it.
    func verwijzing(geschiedenis: [Partnerverwijzing.Stap]) -> Partnerverwijzing {
        Partnerverwijzing(
            verwijzing: rij.id, voorzieningNaam: rij.voorzieningNaam, leefgebied: rij.leefgebied, toestand: rij.toestand,
            wachtOp: rij.toestand.wachtOp, uiterlijkOp: rij.uiterlijkOp, versie: rij.versie, urgentie: rij.urgentie.rawValue,
            verstuurdOp: rij.verstuurdOp, deelpakket: stap1, persoon: stap2, persoonNietBereikbaar: stap2NietBereikbaar,
            antwoord: rij.antwoord, mogelijk: toegestaan, statusvraagOp: rij.statusvraagOp, geschiedenis: geschiedenis)
    }
}
