// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import Opslag
import Toegang

/// Where facts about a person come from: intake, asked over the bus each time and never kept here.
struct Persoonsbron: Sendable {
    /// The values of these fields; what intake does not know or may not give is left out.
    let velden: @Sendable (_ dossier: DossierID, _ velden: [Deelveld], _ cause: Envelope?) async throws -> [String: String]
}

/// The use cases of referrals; each is an extension in the file that bears its name.
struct Verwijzingen: Sendable {
    let store: Store
    let clock: any WegwijsClock
    let ids: any IDSource
    let personen: Persoonsbron
    /// For the sealed explanation of a correction.
    let sleutels: any DossierKeys
    /// Asked before anything leaves: about whom the exchange is stopped.
    let uitwisseling: Uitwisselpoort
    /// Tells partners that registered an address; nil: nobody.
    var melden: PartnerMelden?

    func opslag(_ tx: Transaction) -> VerwijzingOpslag { VerwijzingOpslag(tx: tx, melden: melden) }

    /// The parts that this actor has in this referral.
    static func rollen(_ actor: Actor, begeleider: GebruikerID?, team: TeamID?, organisatie: OrganisatieID?) -> Set<
        Verwijzingsrol
    > {
        var rollen: Set<Verwijzingsrol> = []
        if actor.has(.begeleider), actor.werktVoor(begeleider) { rollen.formUnion([.casemanager, .client]) }
        if actor.has(.teamleider), let eigen = actor.team, eigen == team { rollen.insert(.teamleider) }
        if actor.has(.partner), let eigen = actor.organisatie, eigen == organisatie { rollen.insert(.partner) }
        return rollen
    }

    static func rollen(_ actor: Actor, _ rij: Verwijzingsrij) -> Set<Verwijzingsrol> {
        rollen(actor, begeleider: rij.begeleider, team: rij.team, organisatie: rij.organisatie)
    }

    /// A referral that the actor may do this with. What may not be read is as if it were not there.
    func rij(_ id: VerwijzingID, _ actor: Actor, _ action: Action) async throws -> Verwijzingsrij {
        guard let rij = try await store.read({ db in try VerwijzingVragen.een(db, id) }),
            Policy.decide(actor, .read, on: .verwijzing, facts: rij.facts).isYes
        else { throw Failure.notFound(what: "verwijzing") }
        try await uitwisseling.eisVoorLezer(actor, rij.dossier, wat: "verwijzing")
        if action != .read { try Policy.decide(actor, action, on: .verwijzing, facts: rij.facts).orThrow() }
        return rij
    }
}

extension Verwijzingsrij {
    /// As a worker sees it in a list.
    var regel: Verwijzingsregel {
        Verwijzingsregel(
            verwijzing: id, dossier: dossier, voorziening: voorziening, voorzieningNaam: voorzieningNaam,
            organisatie: organisatieNaam,
            leefgebied: leefgebied, toestand: toestand, wachtOp: toestand.wachtOp, uiterlijkOp: uiterlijkOp,
            gewijzigdOp: gewijzigdOp,
            antwoord: antwoord, versie: versie, taken: taken.isEmpty ? nil : taken.map(\.rawValue).sorted(),
            urgentie: verstuurdOp == nil ? nil : urgentie.rawValue, vervangt: vervangt, doel: doel)
    }

    /// What a worker must know before sending.
    func waarschuwingen(_ vandaag: Datum) -> [String] {
        guard toestand == .concept else { return [] }
        return [
            versheid(vandaag).waarschuwing, reageertNiet ? "reageert-niet" : nil, organisatie == nil ? "geen-aanbieder" : nil,
            organisatie != nil && afspraakTot == nil ? "geen-partnerafspraak" : nil,
            afspraakTot.map { $0 < vandaag } == true ? "partnerafspraak-verlopen" : nil,
            uitwisselbaar ? nil : "uitwisseling-gestopt",
        ].compactMap(\.self)
    }
}
