// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Dienst
import Domein
import Foundation
import Opslag
import Toegang

/// One-time links for partners without an account. The portaal makes and signs what is in the link; here lies its hash.
extension Verwijzingen {
    /// The purpose under which portaal brings somebody who has a link and nothing else.
    static let linkdoel = "antwoordlink"

    /// Makes a link; an earlier one of the same referral stops working.
    func linkMaken(_ opdracht: AntwoordlinkMaken, als actor: Actor, because envelope: Envelope) async throws -> Done {
        let rij = try await rij(opdracht.verwijzing, actor, .change)
        let vandaag = clock.today
        guard opdracht.hash.utf8.count == 64, vandaag <= opdracht.verlooptOp,
            opdracht.verlooptOp <= vandaag.adding(days: Antwoordlink.geldigDagen)
        else {
            throw Failure.invalid([
                FieldError(
                    "verlooptOp", code: "bereik", "Een link werkt ten hoogste \(Antwoordlink.geldigDagen) dagen.")
            ])
        }
        return try await store.once(envelope) { tx in
            guard let nu = try VerwijzingVragen.een(tx.db, rij.id) else { throw Failure.notFound(what: "verwijzing") }
            guard nu.organisatie != nil, nu.vrijgave(.stap1, vandaag) == .mag, !nu.toestand.isEinde else {
                throw Failure.state(reason: "Een link kan alleen bij een verwijzing die loopt en waarvan gegevens weg mogen.")
            }
            try AntwoordlinkOpslag(tx: tx).maak(rij.id, hash: opdracht.hash, verlooptOp: opdracht.verlooptOp)
            return Done()
        }
    }

    func linkIntrekken(_ opdracht: AntwoordlinkIntrekken, als actor: Actor, because envelope: Envelope) async throws -> Done {
        let rij = try await rij(opdracht.verwijzing, actor, .change)
        return try await store.once(envelope) { tx in
            try AntwoordlinkOpslag(tx: tx).trekIn(rij.id)
            return Done()
        }
    }

    /// Sets the code that opens step 2 on the link.
    func linkCode(_ opdracht: AntwoordlinkCode, als actor: Actor, because envelope: Envelope) async throws -> Done {
        let rij = try await rij(opdracht.verwijzing, actor, .change)
        guard rij.vrijgave(.stap2, clock.today) == .mag else {
            throw Failure.state(reason: "Een code is er pas als de organisatie de verwijzing heeft aangenomen.")
        }
        return try await store.once(envelope) { tx in
            guard try AntwoordlinkOpslag(tx: tx).zetCode(rij.id, opdracht.hash) else {
                throw Failure.state(reason: "Er is geen link die werkt. Maak eerst een nieuwe link.")
            }
            return Done()
        }
    }

    /// What the page of a link shows: step 1 and never more.
    func linkOpenen(_ query: AntwoordlinkOpenen, als actor: Actor, because envelope: Envelope) async throws
        -> AntwoordlinkOpenen.Answer
    {
        let (link, partner, organisatie) = try await link(query.hash, actor)
        let beeld = try await voorPartner(link.verwijzing, partner, metPersoon: false, because: envelope)
        var verwijzing = beeld.verwijzing(geschiedenis: [])
        verwijzing.mogelijk = verwijzing.mogelijk.filter { Antwoordlink.antwoorden.contains($0) }
        return AntwoordlinkOpenen.Answer(
            verwijzing: verwijzing, organisatie: organisatie, verlooptOp: link.verlooptOp,
            neemtAntwoord: link.neemtAntwoord(clock.today) && !verwijzing.mogelijk.isEmpty,
            neemtCode: link.neemtCode(clock.today) && beeld.rij.vrijgave(.stap2, clock.today) == .mag)
    }

    /// An answer over a link. Receipt leaves the link open for the answer itself; anything else uses it up.
    func linkAntwoord(_ opdracht: AntwoordlinkAntwoorden, als actor: Actor, because envelope: Envelope) async throws -> Done {
        let (link, partner, _) = try await link(opdracht.hash, actor)
        let vandaag = clock.today
        do {
            return try await store.once(envelope) { tx in
                // Looked at again within the transaction: two answers at once give one effect.
                guard let nu = try AntwoordlinkOpslag.een(tx.db, hash: opdracht.hash), nu.neemtAntwoord(vandaag),
                    let rij = try VerwijzingVragen.een(tx.db, link.verwijzing), rij.vrijgave(.stap1, vandaag) == .mag
                else { throw Failure.notFound(what: "link") }
                guard Antwoordlink.antwoorden.contains(opdracht.naar) else {
                    throw Overgangsweigering.nietToegestaan(
                        toestand: rij.toestand,
                        toegestaan: Overgangstabel.toegestaan(van: rij.toestand, rollen: [.partner])
                            .filter(Antwoordlink.antwoorden.contains))
                }
                try stap(
                    tx, link.verwijzing, versie: opdracht.versie, naar: opdracht.naar, velden: opdracht.velden,
                    actor: partner.actor)
                if opdracht.naar != .ontvangen { try AntwoordlinkOpslag(tx: tx).beantwoord(hash: opdracht.hash) }
                return Done()
            }
        } catch Overgangsweigering.voorwaarde(.instemmingNogGeldig) {
            try await vraagInstemming(link.verwijzing, because: envelope)
            throw Overgangsweigering.voorwaarde(.instemmingNogGeldig)
        }
    }

    /// Step 2 over a link, for who has the code. A wrong code is counted; after too many no code is taken any more.
    func linkPersoon(_ opdracht: AntwoordlinkPersoon, als actor: Actor, because envelope: Envelope) async throws
        -> AntwoordlinkPersoon.Answer
    {
        let (link, partner, _) = try await link(opdracht.hash, actor)
        let vandaag = clock.today
        guard link.neemtCode(vandaag) else { return .init(persoon: nil) }
        // Not `once`: a second try with the same wrong code is a second try, and no answer with a name may be kept.
        let klopt = try await store.write(because: envelope) { tx in
            guard let nu = try AntwoordlinkOpslag.een(tx.db, hash: opdracht.hash), nu.neemtCode(vandaag) else { return false }
            return try AntwoordlinkOpslag(tx: tx).probeer(hash: opdracht.hash, code: opdracht.code)
        }
        guard klopt else { return .init(persoon: nil) }
        let beeld = try await voorPartner(link.verwijzing, partner, because: envelope)
        if beeld.stap2NietBereikbaar { throw Failure.unavailable(what: "intake") }
        return .init(persoon: beeld.stap2)
    }

    /// The link and for whom it acts. Whatever is wrong with it, it is not there.
    private func link(_ hash: String, _ actor: Actor) async throws -> (Antwoordlink, Partner, String) {
        let vandaag = clock.today
        let gevonden = try await store.read { db -> (Antwoordlink, Verwijzingsrij)? in
            guard let link = try AntwoordlinkOpslag.een(db, hash: hash), link.opent(vandaag),
                let rij = try VerwijzingVragen.een(db, link.verwijzing)
            else { return nil }
            return (link, rij)
        }
        guard actor.roles.isEmpty, actor.purpose == Self.linkdoel, let (link, rij) = gevonden,
            let organisatie = rij.organisatie, [.mag, .gesloten].contains(rij.vrijgave(.stap1, vandaag))
        else { throw Failure.notFound(what: "link") }
        let partner = Partner(organisatie: organisatie, naam: "link")
        // What closes an interface closes a link: intake is asked at this moment.
        try await uitwisseling.eisVoorLezer(partner.actor, rij.dossier, wat: "link")
        return (link, partner, rij.organisatieNaam ?? "")
    }
}
