// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// What gemeenten changed about people who are clients already, to look at.
struct WijzigingenPagina: PageModel {
    static let template = "wijzigingen"
    let titel = "Wijzigingen"
    let menu: String? = "/wijzigingen"
    let weg: Melding?
    let tabel: Tabel?
    let leeg: Leeg?
    let bladeren: Bladeren?

    init(_ pagina: Deelvraag<Page<WijzigingenLijst.Rij>>, vandaag: Datum, na: String? = nil) {
        weg = pagina.isWeg ? .even("De lijst is") : nil
        let rijen = pagina.waarde?.rows ?? []
        tabel =
            rijen.isEmpty
            ? nil
            : Tabel(
                "Wijzigingen van de gemeente", stil: true,
                kolommen: [.init("Naam"), .init("Dossier"), .init("Ontvangen")],
                rijen: rijen.map { rij in
                    [
                        .link(rij.naam, href: "/wijzigingen/\(rij.wijziging)"), .tekst(rij.dossiernummer),
                        .tekst(rij.ontvangenOp.ten(opzichteVan: vandaag)),
                    ]
                })
        leeg =
            rijen.isEmpty && !pagina.isWeg
            ? Leeg("Niets te bekijken", "Wijzigt de gemeente iets over iemand die u begeleidt, dan komt het hier te staan.") : nil
        bladeren =
            pagina.waarde?.next == nil && na == nil
            ? nil
            : Bladeren(
                "\(rijen.count) wijzigingen", vorige: na == nil ? nil : "/wijzigingen",
                volgende: pagina.waarde?.next.map { Adres.van("/wijzigingen", [("na", $0)]) })
    }
}

/// One change field by field: take over all of it, a part, or nothing.
struct WijzigingPagina: PageModel {
    static let template = "wijziging"
    let titel = "Wijziging bekijken"
    let menu: String? = "/wijzigingen"
    let kruimels = [Koppeling("Wijzigingen", "/wijzigingen")]
    let naam: String
    let dossier: String
    let onder: String
    let href: String
    let fouten: Foutenlijst?
    let klaar: Melding?
    let velden: [Regel]
    let heeftVelden: Bool
    let versie: Int
    let onderzoek: Keuzegroep?
    let reden: Kiesvak
    let open: Bool

    struct Regel: Sendable {
        let veld: String
        let naam: String
        let nu: String
        let nieuw: String
        let label: Label?
        let gekozen: Bool
    }

    init(_ blad: Wijzigingsblad, _ form: FormValues) {
        (naam, dossier, href) = (blad.naam, "/dossier/\(blad.dossier)", "/wijzigingen/\(blad.wijziging)")
        onder = "\(blad.dossiernummer), ontvangen op \(blad.ontvangenOp.tekst)"
        fouten = Foutenlijst(form)
        versie = blad.versie
        open = blad.toestand == "in-controle"
        let standen = [
            "overgenomen": "Alles is overgenomen.", "deels-overgenomen": "Een deel is overgenomen.",
            "weggelegd": "Er is niets overgenomen.",
        ]
        klaar = standen[blad.toestand].map {
            Melding(.info, "\($0) De gemeente kan dat zien.", titel: "Deze wijziging is verwerkt")
        }
        let gestuurd = form.values["versie"] != nil
        velden = blad.verschillen.map { verschil in
            Regel(
                veld: verschil.veld, naam: verschil.naam, nu: verschil.nu.map(Self.tekst) ?? "leeg",
                nieuw: verschil.nieuw.map(Self.tekst) ?? "leeg",
                label: verschil.inOnderzoek ? Label("In onderzoek", .letOp) : nil,
                gekozen: gestuurd ? form.has("overnemen", verschil.veld) : !verschil.inOnderzoek)
        }
        heeftVelden = !velden.isEmpty
        onderzoek =
            blad.verschillen.contains(where: \.inOnderzoek)
            ? Keuzegroep(
                "ookInOnderzoek", "Gegevens in onderzoek", form, [Optie("ja", "Ook wat in onderzoek is overnemen")], meer: true,
                hulp: "De gemeente onderzoekt of deze gegevens kloppen. Neem ze alleen over als u dat hebt nagevraagd.",
                verplicht: false) : nil
        reden = Kiesvak(
            "reden", "Waarom neemt u iets niet over?", form,
            [
                Optie("al-bekend", "Wij weten het beter of nieuwer"), Optie("onjuist", "Het klopt niet"),
                Optie("in-onderzoek", "Het is in onderzoek"), Optie("nagevraagd", "Nagevraagd bij de gemeente"),
            ], hulp: "Alleen nodig als u niet alles overneemt.", verplicht: false)
    }

    /// Codes as people say them; anything else as it is.
    private static func tekst(_ waarde: String) -> String {
        Datum(waarde)?.tekst ?? Verblijfsvorm(rawValue: waarde)?.naam ?? Taal(rawValue: waarde)?.naam ?? waarde
    }
}
