// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The list of users, for the beheerder.
struct GebruikersPagina: PageModel {
    static let template = "gebruikers"
    let titel = "Gebruikers"
    let menu: String? = "/gebruikers"
    /// Teams where nobody reviews who read in an emergency.
    let toezicht: Melding?
    let rijen: [Rij]
    let bladeren: Bladeren?

    struct Rij: Sendable {
        let id: String
        let naam: String
        let gebruikersnaam: String
        let rollen: String
        let label: Label
        let versie: Int
        /// What the button sets it to: `ja` or `nee`.
        let wordt: String
        let knop: String
        /// One cannot shut oneself out.
        let magWijzigen: Bool
    }

    /// - Parameter gebruikers: at most one more than `perPagina`; the extra one says that there is a next page.
    init(_ gebruikers: [GebruikerRij], perPagina: Int, ik: GebruikerID, zonderToezicht: [String]) {
        toezicht = Self.toezicht(zonderToezicht)
        rijen = gebruikers.prefix(perPagina).map {
            Rij(
                id: $0.id.description, naam: $0.naam, gebruikersnaam: $0.gebruikersnaam,
                rollen: $0.rollen.map(\.naam).sorted().joined(separator: ", "),
                label: $0.actief ? Label("Actief", .goed) : Label("Niet actief", .leeg),
                versie: $0.versie, wordt: $0.actief ? "nee" : "ja", knop: $0.actief ? "Toegang wegnemen" : "Toegang geven",
                magWijzigen: $0.id != ik)
        }
        bladeren =
            gebruikers.count > perPagina
            ? Bladeren("\(rijen.count) gebruikers op deze pagina", volgende: "/gebruikers?na=\(rijen.last?.gebruikersnaam ?? "")")
            : nil
    }

    private static func toezicht(_ teams: [String]) -> Melding? {
        guard !teams.isEmpty else { return nil }
        let gevolg = "niemand ziet daar wie een noodinzage in de Meldcode deed. Maak er iemand aandachtsfunctionaris."
        return Melding(
            .letOp, "\(teams.joined(separator: ", ")): \(gevolg)", titel: "Geen aandachtsfunctionaris",
            link: Koppeling("Gebruiker toevoegen", "/gebruikers/nieuw"))
    }
}

/// The form for a new user.
struct GebruikerNieuwPagina: PageModel {
    static let template = "gebruiker-nieuw"
    let titel = "Gebruiker toevoegen"
    let menu: String? = "/gebruikers"
    let kruimels = [Koppeling("Gebruikers", "/gebruikers")]
    let fouten: Foutenlijst?
    let velden: [Veld]
    let rollen: Keuzegroep
    let team: Kiesvak
    let gemeente: Veld
    let organisatie: Veld

    init(_ form: FormValues, teams: [String]) {
        fouten = Foutenlijst(form)
        velden = [
            Veld("naam", "Naam", form, hulp: "Zoals collega’s de persoon kennen."),
            Veld(
                "gebruikersnaam", "Gebruikersnaam", form,
                hulp: "Kleine letters, cijfers, punten en streepjes. Een e-mailadres mag ook.", lengte: 60),
        ]
        rollen = Keuzegroep(
            "rollen", "Rollen", form, Role.allCases.filter { $0 != .client }.map { Optie($0.rawValue, $0.naam) }, meer: true,
            naast: true,
            hulp: "Kies wat bij het werk hoort, niet meer.")
        team = Kiesvak(
            "team", "Team", form, teams.map { Optie(TeamID(team: $0).description, $0) },
            hulp: "Voor wie begeleidt of een team leidt.",
            verplicht: false, leeg: "Geen team")
        gemeente = Veld(
            "gemeente", "Gemeentecode", form, hulp: "Voor een klantmanager. Vier cijfers, zoals 0034.", verplicht: false,
            breedte: .kort, toetsen: "numeric", lengte: 4)
        organisatie = Veld(
            "organisatie", "Nummer van de organisatie", form, hulp: "Voor een partner. Het nummer staat op de sociale kaart.",
            verplicht: false, lengte: 36)
    }
}

/// Shows once what the new user needs to sign in.
struct GebruikerGemaaktPagina: PageModel {
    static let template = "gebruiker-gemaakt"
    let titel = "Gebruiker toegevoegd"
    let menu: String? = "/gebruikers"
    let kruimels = [Koppeling("Gebruikers", "/gebruikers")]
    let naam: String
    let gebruikersnaam: String
    let wachtwoord: String
    let totp: String
    /// In groups of four, to type over.
    let totpGroepen: String
    let melding = Melding(
        .letOp, "Deze gegevens ziet u nu één keer. Geef ze zelf door, niet in één bericht samen.", titel: "Schrijf op of druk af")

    init(_ nieuw: GebruikerToevoegen.Nieuw) {
        (naam, gebruikersnaam) = (nieuw.gebruiker.naam, nieuw.gebruiker.gebruikersnaam)
        (wachtwoord, totp) = (nieuw.wachtwoord, nieuw.totp)
        totpGroepen = stride(from: 0, to: nieuw.totp.count, by: 4).map { String(nieuw.totp.dropFirst($0).prefix(4)) }.joined(
            separator: " ")
    }
}
