// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Everything of one entry as a form, for a worker and for the partner itself. Lists are numbered rows, so that it works
/// without script: a button shows the form again with a row more, and a row that is empty disappears.
struct Kaartformulier: Sendable {
    /// Rows of plain fields.
    struct Rij: Sendable {
        let kop: String
        let velden: [Veld]
    }
    struct Locatierij: Sendable {
        let kop: String
        let soort: Kiesvak
        let geheim: Keuzegroep
        let velden: [Veld]
    }
    struct Openingrij: Sendable {
        let kop: String
        let herhaling: Kiesvak
        let dagen: Keuzegroep
        let nummer: Kiesvak
        let velden: [Veld]
    }

    let fouten: Foutenlijst?
    let actie: String
    let naam: Veld
    let andereNaam: Veld
    /// Nil for a partner: an entry stays with its organisation.
    let organisatie: Kiesvak?
    let status: Kiesvak
    let omschrijving: Tekstvlak
    let waarschuwing: Veld
    let website: Veld
    let email: Veld
    let termen: [Keuzegroep]
    let upl: [Kiesvak]
    /// Terms of other kinds and the published number of places: they go along as they are.
    let vast: [VerborgenVeld]
    let voorWie: Tekstvlak
    let leeftijden: [Veld]
    let aanmelden: Tekstvlak
    let wachttijd: Veld
    let meenemen: Tekstvlak
    let talen: Keuzegroep
    let andereTalen: Veld
    let tolk: Veld
    let kosten: Veld
    let kostenopties: [Rij]
    let gebieden: Tekstvlak
    let locaties: [Locatierij]
    let openingen: [Openingrij]
    let telefoons: [Rij]
    let contacten: [Rij]
    let bronnen: Tekstvlak
    /// How many rows there are of each list.
    let aantallen: [VerborgenVeld]

    init(
        _ form: FormValues, actie: String, begrippen: [VoorzieningBewerkbaar.Begrip],
        organisaties: [VoorzieningBewerkbaar.Organisatie]?
    ) {
        (fouten, self.actie) = (Foutenlijst(form), actie)
        naam = Veld("naam", "Naam", form)
        andereNaam = Veld("andereNaam", "Andere naam of afkorting", form, verplicht: false)
        organisatie = organisaties.map { lijst in
            Kiesvak(
                "organisatie", "Organisatie", form, lijst.map { Optie($0.id.description, $0.naam) }, verplicht: false,
                leeg: "Niet bekend", breedte: .vol)
        }
        status = Kiesvak(
            "status", "Stand", form,
            [
                Optie("actief", "Actief"), Optie("tijdelijk-gesloten", "Tijdelijk gesloten"), Optie("niet-actief", "Niet actief"),
                Optie("opgeheven", "Opgeheven"),
            ], leeg: nil)
        omschrijving = Tekstvlak("omschrijving", "Omschrijving", form, hulp: "Korte zinnen, gewone woorden.", verplicht: false)
        waarschuwing = Veld(
            "waarschuwing", "Let op", form, hulp: "Wat iemand vooraf moet weten, zoals een vakantie.", verplicht: false,
            lengte: 500)
        website = Veld("website", "Website", form, hulp: "Het hele adres, met https://", verplicht: false, lengte: 500)
        email = Veld("email", "E-mail", form, soort: .email, verplicht: false)
        (termen, upl) = (Self.termen(form, begrippen), Self.upl(form, begrippen))
        vast = Self.vast(form)
        voorWie = Tekstvlak("voorWie", "Voor wie is het?", form, verplicht: false, regels: 2)
        leeftijden = [
            Veld("minimumLeeftijd", "Vanaf leeftijd", form, verplicht: false, breedte: .kort, toetsen: "numeric", lengte: 3),
            Veld("maximumLeeftijd", "Tot en met leeftijd", form, verplicht: false, breedte: .kort, toetsen: "numeric", lengte: 3),
        ]
        aanmelden = Tekstvlak("aanmelden", "Hoe meldt iemand zich aan?", form, verplicht: false, regels: 2)
        wachttijd = Veld("wachttijd", "Wachttijd", form, verplicht: false)
        meenemen = Tekstvlak(
            "meenemen", "Wat neemt iemand mee?", form, hulp: "Elk ding op een eigen regel.", verplicht: false, regels: 3)
        talen = Keuzegroep(
            "taal", "Welke talen spreken ze daar?", form, Taal.allCases.sorted().map { Optie($0.rawValue, $0.naam) }, meer: true,
            naast: true, verplicht: false)
        andereTalen = Veld(
            "andereTalen", "Andere talen", form, hulp: "Codes van twee of drie letters met een komma ertussen, zoals pl, ro.",
            verplicht: false)
        tolk = Veld("tolk", "Hoe is een tolk geregeld?", form, verplicht: false, lengte: 500)
        kosten = Veld("kosten", "Wat kost het?", form, hulp: "Schrijf Gratis als het niets kost.", verplicht: false, lengte: 500)
        kostenopties = Self.rijen(form, .kosten).map { n in
            Rij(
                kop: "Bedrag \(n + 1)",
                velden: [
                    Veld("kosten-\(n)-omschrijving", "Waarvoor", form, verplicht: false),
                    Veld("kosten-\(n)-bedrag", "Euro", form, verplicht: false, breedte: .kort, toetsen: "decimal", lengte: 10),
                ])
        }
        gebieden = Tekstvlak(
            "gebieden", "Waar werken ze?", form, hulp: "Steden, stadsdelen of wijken, elk op een eigen regel.", verplicht: false,
            regels: 3)
        locaties = Self.rijen(form, .locatie).map { Self.locatie(form, $0) }
        openingen = Self.rijen(form, .opening).map { Self.opening(form, $0) }
        telefoons = Self.rijen(form, .telefoon).map { n in
            Rij(
                kop: "Telefoon \(n + 1)",
                velden: [
                    Veld(
                        "telefoon-\(n)-nummer", "Nummer", form, soort: .telefoon, verplicht: false, breedte: .middel, lengte: 40),
                    Veld("telefoon-\(n)-toelichting", "Toelichting", form, verplicht: false),
                ])
        }
        contacten = Self.rijen(form, .contact).map { n in
            Rij(
                kop: "Contact \(n + 1)",
                velden: [
                    Veld("contact-\(n)-naam", "Naam", form, verplicht: false),
                    Veld("contact-\(n)-functie", "Functie", form, verplicht: false),
                    Veld("contact-\(n)-email", "E-mail", form, soort: .email, verplicht: false),
                    Veld("contact-\(n)-telefoon", "Telefoon", form, soort: .telefoon, verplicht: false, lengte: 40),
                ])
        }
        bronnen = Tekstvlak(
            "bronnen", "Waar komt dit vandaan?", form, hulp: "Elke bron op een eigen regel.", verplicht: false, regels: 2)
        aantallen = Lijst.allCases.map { VerborgenVeld("aantal-\($0.rawValue)", String(Self.rijen(form, $0).count)) }
    }

    private static func locatie(_ form: FormValues, _ n: Int) -> Locatierij {
        let veld = "locatie-\(n)"
        return Locatierij(
            kop: "Plek \(n + 1)",
            soort: Kiesvak(
                "\(veld)-soort", "Soort", form,
                [Optie("bezoek", "Bezoekadres"), Optie("post", "Postadres"), Optie("online", "Online")], verplicht: false,
                leeg: nil),
            geheim: Keuzegroep(
                "\(veld)-geheim", "Geheim adres", form,
                [Optie("ja", "Dit adres is geheim", hulp: "Dan bewaren we alleen de plaatsnaam. Vul verder niets in.")],
                meer: true,
                verplicht: false),
            velden: [
                Veld("\(veld)-naam", "Naam van de plek", form, verplicht: false),
                Veld("\(veld)-straat", "Straat en nummer", form, verplicht: false),
                Veld("\(veld)-postcode", "Postcode", form, verplicht: false, breedte: .kort, lengte: 7),
                Veld("\(veld)-plaats", "Plaats", form, verplicht: false, breedte: .middel),
                Veld("\(veld)-bereikbaar", "Hoe kom je er?", form, verplicht: false, lengte: 500),
                Veld("\(veld)-link", "Link", form, verplicht: false, lengte: 500),
                Veld(
                    "\(veld)-breedte", "Breedtegraad", form, hulp: "Leeg: wij rekenen met de postcode.", verplicht: false,
                    breedte: .kort, toetsen: "decimal", lengte: 20),
                Veld("\(veld)-lengte", "Lengtegraad", form, verplicht: false, breedte: .kort, toetsen: "decimal", lengte: 20),
            ])
    }

    private static func opening(_ form: FormValues, _ n: Int) -> Openingrij {
        let veld = "opening-\(n)"
        return Openingrij(
            kop: "Tijd \(n + 1)",
            herhaling: Kiesvak(
                "\(veld)-herhaling", "Hoe vaak", form,
                [
                    Optie("week", "Elke week"), Optie("maand", "Eén keer per maand"),
                    Optie("uitzondering", "Uitzondering op een of meer dagen"),
                ], verplicht: false, leeg: nil),
            dagen: Keuzegroep(
                "\(veld)-dagen", "Dagen", form, Kaartvraag.dagen.enumerated().map { Optie("\($0.offset + 1)", $0.element) },
                meer: true, naast: true, hulp: "Bij een uitzondering niet nodig.", verplicht: false),
            nummer: Kiesvak(
                "\(veld)-nummer", "De hoeveelste van de maand", form,
                [
                    Optie("1", "Eerste"), Optie("2", "Tweede"), Optie("3", "Derde"), Optie("4", "Vierde"), Optie("5", "Vijfde"),
                    Optie("-1", "Laatste"),
                ], verplicht: false, leeg: "Alleen bij één keer per maand"),
            velden: [
                Veld("\(veld)-van", "Van", form, soort: .tijd, verplicht: false),
                Veld(
                    "\(veld)-tot", "Tot", form, soort: .tijd, hulp: "Uitzondering zonder tijden: gesloten.", verplicht: false),
                Veld("\(veld)-geldigVan", "Eerste dag", form, soort: .datum, verplicht: false),
                Veld("\(veld)-geldigTot", "Laatste dag", form, soort: .datum, verplicht: false),
                Veld("\(veld)-toelichting", "Toelichting", form, verplicht: false),
            ])
    }

    private static func termen(_ form: FormValues, _ begrippen: [VoorzieningBewerkbaar.Begrip]) -> [Keuzegroep] {
        Self.soorten.compactMap { soort, label, meer in
            let opties = begrippen.filter { $0.soort == soort }.map { Optie($0.id, $0.naam) }
            return opties.isEmpty
                ? nil : Keuzegroep(soort, label, form, opties, meer: meer, naast: true, verplicht: false)
        }
    }

    /// One list per product that the entry has, and an empty one.
    private static func upl(_ form: FormValues, _ begrippen: [VoorzieningBewerkbaar.Begrip]) -> [Kiesvak] {
        let opties = begrippen.filter { $0.soort == "upl" }.map { Optie($0.id, $0.naam) }
        guard !opties.isEmpty else { return [] }
        return (form.all("upl").filter { !$0.isEmpty } + [""]).enumerated().map { n, gekozen in
            Kiesvak(
                "upl", n == 0 ? "Product van de overheid (UPL)" : "Nog een product (UPL)", FormValues(["upl": [gekozen]]), opties,
                verplicht: false, leeg: "Geen", breedte: .vol, onderscheid: "-\(n)")
        }
    }

    private static func vast(_ form: FormValues) -> [VerborgenVeld] {
        form.all("begrip").map { VerborgenVeld("begrip", $0) }
            + ["cap-eenheid", "cap-beschikbaar", "cap-maximum", "cap-toelichting"].compactMap { naam in
                form.optional(naam).map { VerborgenVeld(naam, $0) }
            }
    }
}
