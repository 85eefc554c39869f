// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web
import Zegel

/// Gives somebody access: makes the user with a first password and a secret for the second factor, both shown once.
struct GebruikerToevoegen: Sendable {
    let gebruikers: Gebruikers
    let ids: any IDSource

    struct Nieuw: Sendable {
        let gebruiker: GebruikerRij
        let wachtwoord: String
        /// Base32, as authenticator apps take it.
        let totp: String
    }

    /// - Parameter door: the beheerder.
    /// - Throws: `Failure.invalid` with every field error.
    func voegToe(_ form: FormValues, door: Actor?, op nu: Date) async throws -> Nieuw {
        let rij = try controleer(form)
        let wachtwoord = try SecureRandom.token(bytes: 12)
        let geheim = try SecureRandom.bytes(20)
        try await gebruikers.voegToe(
            rij, wachtwoordHash: try await PasswordHash.make(wachtwoord), totpGeheim: geheim, waarom: "toegang gegeven",
            cause: door.map {
                Envelope(id: ids.next(), source: ServiceName.portaal.source, type: "gebruikers", time: nu, actor: $0)
            })
        return Nieuw(gebruiker: rij, wachtwoord: wachtwoord, totp: Base32.encode(geheim))
    }

    private func controleer(_ getypt: FormValues) throws -> GebruikerRij {
        var form = getypt
        form.errors = []
        let naam = form.required("naam", "Vul de naam in.")
        let gebruikersnaam = Gebruikersnaam(form.text("gebruikersnaam"))
        if gebruikersnaam == nil {
            form.refuse("gebruikersnaam", code: "vorm", "Gebruik 3 tot 60 kleine letters, cijfers, punten of streepjes.")
        }
        let rollen = Set(form.all("rollen").compactMap { Role(rawValue: $0) })
        if rollen.isEmpty || rollen.count != Set(form.all("rollen")).count {
            form.refuse("rollen", code: "verplicht", "Kies een of meer rollen.")
        }
        let gemeente = form.optional("gemeente")
        if let gemeente, (try? Gemeentecode(parsing: gemeente)) == nil {
            form.refuse(
                "gemeente", code: "vorm", "Een gemeentecode heeft vier cijfers en staat in de lijst van het CBS, zoals 0034.")
        } else if gemeente == nil, rollen.contains(.klantmanager) {
            form.refuse("gemeente", code: "verplicht", "Een klantmanager hoort bij een gemeente. Vul de code in.")
        }
        let organisatie = form.optional("organisatie").flatMap { OrganisatieID($0) }
        if form.optional("organisatie") != nil, organisatie == nil {
            form.refuse(
                "organisatie", code: "vorm", "Dit is geen nummer van een organisatie. Neem het over van de sociale kaart.")
        } else if organisatie == nil, rollen.contains(.partner) {
            form.refuse("organisatie", code: "verplicht", "Een partner hoort bij een organisatie. Vul het nummer in.")
        }
        let team = form.optional("team").flatMap { TeamID($0) }
        if form.optional("team") != nil, team == nil {
            form.refuse("team", code: "vorm", "Kies een team uit de lijst.")
        } else if team == nil, !rollen.isDisjoint(with: [.begeleider, .teamleider, .vrijwilliger, .aandachtsfunctionaris]) {
            form.refuse("team", code: "verplicht", "Wie begeleidt, hoort bij een team. Kies het team.")
        }
        guard form.errors.isEmpty, let gebruikersnaam else { throw Failure.invalid(form.errors) }
        return GebruikerRij(
            id: ids.make(), gebruikersnaam: gebruikersnaam.waarde, naam: String(naam.prefix(200)), rollen: rollen, team: team,
            gemeente: gemeente, organisatie: organisatie)
    }
}
