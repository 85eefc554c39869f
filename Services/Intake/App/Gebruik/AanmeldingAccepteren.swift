// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opdrachten
import Opslag
import Toegang

/// A worker accepts an aanmelding that waited: the doubt is settled, the rest follows as by rule.
struct Accepteren: Sendable {
    let parts: IntakeParts

    func callAsFunction(_ command: AanmeldingAccepteren, _ envelope: Envelope, _ actor: Actor) async throws -> Done {
        let (rij, sealed) = try await parts.store.read { db in
            let rij = try Aanmeldingregister.vind(db, command.aanmelding)
            return (try rij.orNotFound(actor), try Aanmeldingregister.verzegeld(db, command.aanmelding))
        }
        try Policy.decide(actor, .decide, on: .aanmelding, facts: rij.feiten).orThrow()
        guard let sealed, let opdracht = parts.opdrachten.opdracht(id: rij.opdracht) else {
            throw Failure.notFound(what: "opdracht")
        }
        guard let doelgroep = rij.doelgroep?.groep else {
            throw Failure.state(
                reason: "Wie ontheemd is uit Oekraïne, hoort niet bij deze opdracht en kan niet worden geaccepteerd.")
        }
        if let team = command.team, !opdracht.teams.contains(where: { TeamID(team: $0) == team }) {
            throw Failure.invalid([FieldError("team", code: "keuze", "Kies een team dat in de opdracht staat.")])
        }
        let key = try await parts.kluis.key(for: rij.dossier)
        let gegevens = try Verzegeling.open(sealed, .aanmelding, rij.dossier, key)
        let kenmerken = try parts.index.kenmerken(van: gegevens)
        let ouder = try Ouderkenmerken(gegevens.ouderOfVoogd, parts.index)
        return try await parts.store.once(envelope) { tx in
            // What was read above is what is accepted here: the version tells.
            try tx.change("aanmelding", id: rij.id.description, from: command.versie, why: "geaccepteerd door een medewerker") {
                guard let now = try Aanmeldingregister.vind($0, rij.id), now.versie == rij.versie + 1, now.wacht else {
                    throw Failure.state(reason: "Deze aanmelding wacht niet meer op een besluit.")
                }
                try Aanmeldingregister.zet(
                    $0, rij.id, toestand: .geaccepteerd, redenen: [], op: tx.today, team: command.team)
            }
            let acceptatie = Acceptatie(
                doelgroep: doelgroep, geboortedatum: gegevens.client.geboortedatum, regel: opdracht.regel(voor: doelgroep),
                op: tx.today)
            try Gevolg(
                gegevens: gegevens, dossier: rij.dossier, key: key, opdracht: opdracht, ontvangenOp: rij.ontvangenOp,
                kenmerken: kenmerken, ouder: ouder, team: command.team
            ).voer(.accepteren(doelgroep, acceptatie), in: tx)
            try parts.melden?(.toestand, over: rij.id, gemeente: rij.gemeente, dossier: rij.dossier, tx)
            return Done()
        }
    }
}

extension Aanmeldingrij {
    /// What the policy must know of it.
    var feiten: Facts {
        Facts(
            begeleiders: begeleider.map { [$0] } ?? [], team: dossierteam ?? team, gemeente: gemeente,
            uitwisselbaar: uitwisselbaar, zonderDossier: dossierteam == nil)
    }

    /// Whether somebody still has to decide.
    var wacht: Bool { toestand == .ontvangen || toestand == .inControle }
}

extension Optional where Wrapped == Aanmeldingrij {
    /// The row, or "not found" for whoever may not know that it is there.
    func orNotFound(_ actor: Actor) throws(Failure) -> Aanmeldingrij {
        guard let rij = self, Policy.decide(actor, .read, on: .aanmelding, facts: rij.feiten).isYes else {
            throw .notFound(what: "aanmelding")
        }
        return rij
    }
}
