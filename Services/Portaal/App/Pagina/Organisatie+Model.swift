// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// An organisation of the directory: making one or changing one.
struct OrganisatiePagina: PageModel {
    static let template = "organisatie"
    let titel: String
    let menu: String? = "/sociale-kaart"
    let kruimels = [Koppeling("Sociale kaart", "/sociale-kaart")]
    let fouten: Foutenlijst?
    let actie: String
    let versie: Int
    /// What the fields held when the form was opened.
    let was: [VerborgenVeld]
    let naam: Veld
    let andereNaam: Veld
    let omschrijving: Tekstvlak
    let website: Veld
    let email: Veld
    let telefoons: [Veld]
    /// The number that a partner account is made with.
    let nummer: String?
    let heeftVermeldingen: Bool
    let vermeldingen: [Koppeling]

    static let nummers = 3

    init(_ id: OrganisatieID?, _ nu: OrganisatieBewerkbaar.Answer?, _ getypt: FormValues) {
        titel = id == nil ? "Nieuwe organisatie" : "Organisatie wijzigen"
        actie = "/sociale-kaart/organisatie/\(id?.description ?? "nieuw")"
        let form = getypt.values.isEmpty ? nu.map { Self.waarden($0.inhoud) } ?? getypt : getypt
        fouten = Foutenlijst(form)
        versie = Int(form.text("versie")) ?? nu?.versie ?? 0
        was = Botsing.begin(Self.velden, form)
        naam = Veld("naam", "Naam", form)
        andereNaam = Veld("andereNaam", "Andere naam of afkorting", form, verplicht: false)
        omschrijving = Tekstvlak("omschrijving", "Wat doet deze organisatie?", form, regels: 3)
        website = Veld("website", "Website", form, hulp: "Het hele adres, met https://", verplicht: false, lengte: 500)
        email = Veld("email", "E-mail", form, soort: .email, verplicht: false)
        telefoons = (0..<Self.nummers).map {
            Veld(
                "telefoon\($0)", $0 == 0 ? "Telefoon" : "Telefoon \($0 + 1)", form, soort: .telefoon, verplicht: false,
                breedte: .middel, lengte: 40)
        }
        nummer = id?.description
        vermeldingen = (nu?.voorzieningen ?? []).map { Koppeling($0.naam, "/sociale-kaart/\($0.voorziening)") }
        heeftVermeldingen = !vermeldingen.isEmpty
    }

    static func waarden(_ inhoud: Organisatieinhoud) -> FormValues {
        var uit: [String: [String]] = [:]
        for (veld, tekst) in [
            ("naam", inhoud.naam), ("andereNaam", inhoud.andereNaam), ("omschrijving", inhoud.omschrijving),
            ("website", inhoud.website), ("email", inhoud.email),
        ] as [(String, String?)] { uit[veld] = tekst.map { [$0] } }
        for (n, telefoon) in inhoud.telefoons.prefix(nummers).enumerated() { uit["telefoon\(n)"] = [telefoon.nummer] }
        return FormValues(uit)
    }

    /// What was typed, over what there is: numbers that the form has no place for stay.
    static func lees(_ form: FormValues, op nu: Organisatieinhoud?) -> Organisatieinhoud {
        let eerder = nu?.telefoons ?? []
        let getypt = (0..<nummers).compactMap { n -> Voorzieningsinhoud.Telefoon? in
            form.optional("telefoon\(n)").map {
                .init(nummer: $0, toelichting: eerder.indices.contains(n) ? eerder[n].toelichting : nil)
            }
        }
        return Organisatieinhoud(
            naam: form.text("naam"), andereNaam: form.optional("andereNaam"), omschrijving: form.optional("omschrijving"),
            website: form.optional("website"), email: form.optional("email"), telefoons: getypt + eerder.dropFirst(nummers))
    }
}
