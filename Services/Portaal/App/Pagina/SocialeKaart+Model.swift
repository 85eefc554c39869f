// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The directory of help in the city, as a worker searches it: words and filters in a form that needs no script, each hit with
/// the reasons why it is there, and help when nothing is found.
struct SocialeKaartPagina: PageModel {
    static let template = "sociale-kaart"
    let titel = "Sociale kaart"
    let menu: String? = "/sociale-kaart"
    let fouten: Foutenlijst?
    let filter: Kaartfilters
    let heeftActief: Bool
    let actief: [Weg]
    let beheer: [Koppeling]
    let weg: Melding?
    let bericht: Melding?
    let aantal: String?
    let rijen: [Voorzieningskaart]
    let leeg: Leeg?
    let heeftRuimer: Bool
    /// What would be found with one filter less.
    let ruimer: [Koppeling]
    let bladeren: Bladeren?

    /// A filter that is on, and the address without it.
    struct Weg: Sendable {
        let tekst: String
        let href: String
    }

    /// - Parameter ruimer: asked when nothing was found: each filter with the number that is found without it.
    init(
        _ pagina: Deelvraag<Voorzieningenpagina>, _ vraag: Kaartvraag, keuzes: Kaartkeuzes.Answer?,
        ruimer: [(Kaartvraag.Actief, Int)] = [], rollen: Set<Role>, vandaag: Datum
    ) {
        let pad = "/sociale-kaart"
        fouten = Foutenlijst(vraag.form)
        filter = Kaartfilters(vraag.form, keuzes)
        actief = vraag.actief.map { Weg(tekst: $0.tekst, href: Adres.van(pad, vraag.zonder($0.sleutels).query)) }
        heeftActief = actief.count > 1
        beheer =
            rollen.isDisjoint(with: [.begeleider, .teamleider, .beheerder])
            ? []
            : [
                Koppeling("Te controleren", "\(pad)/controle"), Koppeling("Nieuwe vermelding", "\(pad)/nieuw"),
                Koppeling("Inlezen en uitvoeren", "\(pad)/bestanden"),
                Koppeling("Woorden en vertalingen", "\(pad)/begrippen"),
            ]
        weg = pagina.isWeg ? .even("De sociale kaart is") : nil
        let kaarten = (pagina.waarde?.rows ?? []).map { Voorzieningskaart($0, vandaag: vandaag) }
        rijen = kaarten
        let zoekt = vraag.zoekt
        bericht = pagina.waarde.flatMap { kaarten.isEmpty ? nil : Voorzieningskaart.bericht($0) }
        aantal = pagina.waarde.flatMap { Voorzieningskaart.aantal($0, zoekt: zoekt) }
        leeg = pagina.waarde != nil && rijen.isEmpty ? Voorzieningskaart.leeg(zoekt: zoekt, alles: pad) : nil
        self.ruimer = ruimer.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map { actief, gevonden in
            Koppeling(
                "Zonder \(actief.tekst): \(gevonden) \(gevonden == 1 ? "voorziening" : "voorzieningen")",
                Adres.van(pad, vraag.zonder(actief.sleutels).query))
        }
        heeftRuimer = !self.ruimer.isEmpty
        bladeren = Voorzieningskaart.bladeren(pagina.waarde, pad, vraag.query, na: vraag.na)
    }
}

/// The form of the search page.
struct Kaartfilters: Sendable {
    let zoek: String
    let leefgebied: Kiesvak
    /// What stays folded in until something of it is used.
    let open: Bool
    let kiesvakken: [Kiesvak]
    let leeftijd: Veld
    let gebied: Veld
    let postcode: Veld
    let afstand: Kiesvak
    let dag: Kiesvak
    let tijd: Veld
    let gratis: Keuzegroep
    /// Nil where nothing else is looked for.
    let verwijsbaar: Keuzegroep?

    init(_ form: FormValues, _ keuzes: Kaartkeuzes.Answer?, kiestVerwijsbaar: Bool = true) {
        zoek = form.exact("zoek")
        leefgebied = Voorzieningskaart.leefgebieden(form)
        let meer = Kaartvraag.sleutels.dropFirst(2)
        open = meer.contains { form.optional($0) != nil }
        let talen = (keuzes?.talen ?? []).map { Optie($0, Dossierhoofd.taalnaam($0)) }.sorted { $0.label < $1.label }
        kiesvakken = [
            Kiesvak(
                "doelgroep", "Voor wie", form, (keuzes?.doelgroepen ?? []).map { Optie($0.code, $0.naam) }, verplicht: false,
                leeg: "Iedereen"),
            Kiesvak("taal", "Spreekt", form, talen, verplicht: false, leeg: "Elke taal"),
            Kiesvak(
                "toegang", "Toegang", form, (keuzes?.toegang ?? []).map { Optie($0.code, $0.naam) }, verplicht: false,
                leeg: "Alles"),
        ]
        leeftijd = Veld(
            "leeftijd", "Leeftijd", form, verplicht: false, breedte: .kort, toetsen: "numeric", lengte: 3)
        gebied = Veld(
            "gebied", "Werkt in", form, hulp: "Stad, stadsdeel of wijk.", verplicht: false, breedte: .middel, lengte: 80)
        postcode = Veld(
            "postcode", "Dicht bij postcode", form, hulp: "Vier cijfers zijn genoeg.", verplicht: false, breedte: .kort, lengte: 7
        )
        afstand = Kiesvak(
            "afstand", "Hoogstens", form, ["1000", "2000", "5000", "10000", "25000"].map { Optie($0, "\($0.dropLast(3)) km") },
            verplicht: false, leeg: "Elke afstand", breedte: .kort)
        dag = Kiesvak(
            "dag", "Open", form,
            [Optie("nu", "Nu")] + Kaartvraag.dagen.enumerated().map { Optie("\($0.offset + 1)", "Op \($0.element)") },
            verplicht: false, leeg: "Maakt niet uit")
        tijd = Veld("tijd", "Hoe laat", form, soort: .tijd, verplicht: false)
        gratis = Keuzegroep("gratis", "Kosten", form, [Optie("ja", "Alleen gratis")], meer: true, verplicht: false)
        verwijsbaar =
            kiestVerwijsbaar
            ? Keuzegroep(
                "verwijsbaar", "Verwijzen", form, [Optie("ja", "Alleen waar u naar kunt verwijzen")], meer: true,
                verplicht: false) : nil
    }
}
