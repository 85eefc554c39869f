// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// What is known of one person, to put right: name, birth, how to reach, where they live, languages; and the three facts.
struct GegevensPagina: PageModel {
    static let template = "gegevens"
    let titel = "Gegevens"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let href: String
    let fouten: Foutenlijst?
    let versie: Int
    /// What the fields held when the form was opened.
    let was: [VerborgenVeld]
    let laatst: String?
    let naam: [Veld]
    let geboren: DatumVeld
    let bereik: [Veld]
    let kanaal: Kiesvak
    let adres: [Veld]
    let geheim: Keuzegroep
    let woont: Kiesvak
    let talen: [Kiesvak]
    let tolk: [Keuzegroep]
    let onderzoek: Keuzegroep
    let bsn: BSNDeel?
    let feiten: [Feitblok]

    struct BSNDeel: Sendable {
        let getoond: String?
        let waarvoor: Kiesvak
    }

    struct Feitblok: Sendable {
        let naam: String
        let waarde: String
        let waarom: String
        let eerder: [String]
        let heeftEerder: Bool
        let form: Feitform?
    }

    struct Feitform: Sendable {
        let soort: String
        let waarde: Kiesvak
        let reden: Kiesvak
        let van: Veld
    }

    /// - Parameter nummer: the whole BSN, when it was asked for just now.
    init(
        _ hoofd: Dossierhoofd, _ blad: Gegevensblad, _ form: FormValues, rollen: Set<Role>, door: String?, vandaag: Datum,
        nummer: String? = nil
    ) {
        (self.hoofd, href) = (hoofd, hoofd.href)
        kruimels = hoofd.kruimels
        let feit = form.optional("soort").map { "-\($0)" } ?? ""
        fouten = Foutenlijst(form, onderscheid: ["waarde": feit, "reden": feit, "van": feit])
        // A form that is shown again keeps the version that it began from.
        versie = Int(form.text("versie")) ?? blad.versie
        was = Botsing.begin(Self.velden, form)
        laatst = blad.gewijzigdOp.map { "Laatst gewijzigd op \(Datum($0).tekst)\(door.map { " door \($0)" } ?? "")." }
        naam = [
            Veld("voornamen", "Voornamen", form, hulp: "Leeg als er alleen een naamketen is.", verplicht: false),
            Veld("voorvoegsel", "Voorvoegsel", form, verplicht: false, breedte: .kort),
            Veld(
                "geslachtsnaam", "Achternaam of naamketen", form,
                hulp: "Bij één naam of een naamketen: zet alles hier.", verplicht: false),
            Veld("roepnaam", "Zo wil deze persoon heten", form, verplicht: false, breedte: .middel),
        ]
        geboren = DatumVeld(
            "geboortedatum", "Geboren", form, hulp: "Vul in wat zeker is. Alleen het jaar mag ook.", verplicht: false)
        bereik = [Veld("telefoon", "Telefoon", form, soort: .telefoon, verplicht: false, breedte: .middel)]
        kanaal = Kiesvak(
            "voorkeurskanaal", "Liefst bereikbaar met", form, Self.kanalen, verplicht: false, leeg: "Niet gevraagd")
        adres = [
            Veld("straat", "Straat", form, verplicht: false),
            Veld("huisnummer", "Huisnummer", form, verplicht: false, breedte: .kort, lengte: 12),
            Veld("postcode", "Postcode", form, verplicht: false, breedte: .kort, lengte: 7),
            Veld("woonplaats", "Woonplaats", form, verplicht: false, breedte: .middel),
            Veld("datumHuisvesting", "Woont daar sinds", form, soort: .datum, verplicht: false),
            Veld("datumKoppeling", "Gekoppeld aan de gemeente op", form, soort: .datum, verplicht: false),
        ]
        geheim = Keuzegroep("geheimhouding", "Is het adres geheim?", form, Self.jaNee, naast: true)
        woont = Kiesvak(
            "verblijfsvorm", "Woont in", form, Self.woonvormen, leeg: nil)
        talen = [("spreektaal", "Spreekt"), ("leestaal", "Leest"), ("tolktaal", "Taal van de tolk")].map { veld, label in
            Kiesvak(veld, label, form, Self.talen(form.text(veld)), verplicht: false, leeg: "Niet bekend")
        }
        tolk = [
            Keuzegroep("tolkNodig", "Is er een tolk nodig?", form, Self.jaNee, naast: true),
            Keuzegroep("tolkgeslacht", "Liefst een tolk die", form, Self.tolken, naast: true, verplicht: false),
            Keuzegroep(
                "geletterd", "Kan lezen en schrijven, in welke taal ook", form, Self.jaNee + [Optie("onbekend", "Niet bekend")],
                naast: true, verplicht: false),
            Keuzegroep("alfabetisering", "Alfabetisering", form, Self.alfabetisering, verplicht: false),
        ]
        onderzoek = Keuzegroep(
            "inOnderzoek", "Is in onderzoek bij de gemeente (BRP)", form, Self.onderzocht, meer: true, naast: true,
            hulp: "Wat in onderzoek is, wordt nooit vanzelf overgenomen.", verplicht: false)
        bsn =
            blad.magBSN
            ? BSNDeel(
                getoond: nummer,
                waarvoor: Kiesvak(
                    "waarvoor", "Waarvoor hebt u het hele BSN nodig?", form,
                    [
                        Optie("afspraak-instantie", "Afspraak met een instantie"), Optie("formulier", "Formulier invullen"),
                        Optie("controle", "Nummer controleren"),
                    ], hulp: "Dit wordt vastgelegd.")) : nil
        let leidt = rollen.contains(.teamleider)
        feiten = Self.soorten.map { soort, naam in
            let rijen = blad.feiten.filter { $0.soort == soort }
            return Feitblok(
                naam: naam, waarde: rijen.first.map { Self.waarde(soort, $0.waarde) } ?? "Niet bekend",
                waarom: rijen.first.map(Self.waarom) ?? "Hierover is niets vastgelegd.",
                eerder: rijen.dropFirst().map { "\(Self.waarde(soort, $0.waarde)). \(Self.waarom($0))" },
                heeftEerder: rijen.count > 1, form: leidt ? Self.form(soort, form, vandaag: vandaag) : nil)
        }
    }

    static let jaNee = [Optie("ja", "Ja"), Optie("nee", "Nee")]
    static let woonvormen = Verblijfsvorm.allCases.map { Optie($0.rawValue, $0.naam) }
    static let alfabetisering = [
        Optie("A", "A: leert lezen en schrijven"), Optie("AA", "AA: las al in een ander schrift"),
        Optie("NVT", "Niet van toepassing"),
    ]
    static let onderzocht = [
        Optie("naam", "Naam"), Optie("geboorte", "Geboortedatum en geslacht"), Optie("nummers", "BSN en V-nummer"),
        Optie("adres", "Adres"),
    ]
    static let tolken = [
        Optie("vrouw", "Een vrouw is"), Optie("man", "Een man is"), Optie("geen-voorkeur", "Geen voorkeur"),
    ]
    static let kanalen = [
        Optie("bellen", "Bellen"), Optie("whatsapp", "WhatsApp"), Optie("spraakbericht", "Ingesproken bericht"),
        Optie("sms", "Sms"), Optie("e-mail", "E-mail"), Optie("brief", "Brief"), Optie("langskomen", "Langskomen"),
    ]
    private static let soorten = [
        ("doelgroep", "Hoort bij de doelgroep"), ("inburgeringsplichtig", "Inburgeringsplichtig"),
        ("factureerbaar", "Factureerbaar"),
    ]

    static func kanaalnaam(_ code: String) -> String { kanalen.first { $0.waarde == code }?.label ?? code }

    static func feitnaam(_ soort: String) -> String { soorten.first { $0.0 == soort }?.1 ?? soort }

    /// `Ja, sinds 18 januari 2027 (regel van de opdracht)`.
    static func feitzin(_ feit: Persoonsfeit) -> String {
        "\(waarde(feit.soort, feit.waarde)), sinds \(feit.van.tekst) (\(redenen[feit.reden] ?? feit.reden))"
    }

    private static func talen(_ nu: String) -> [Optie] {
        let bekend = Taal.allCases.sorted().map { Optie($0.rawValue, $0.naam) }
        return nu.isEmpty || Taal(code: nu) != nil ? bekend : bekend + [Optie(nu, "Andere taal (\(nu))")]
    }

    private static func waarde(_ soort: String, _ code: String) -> String {
        switch (soort, code) {
        case ("doelgroep", "buiten"): "Hoort er niet meer bij"
        case ("doelgroep", _): Doelgroep(rawValue: code)?.naam ?? code
        default: code.prefix(1).uppercased() + code.dropFirst()
        }
    }

    private static func waarom(_ feit: Persoonsfeit) -> String {
        let bronnen = ["gemeente": "de gemeente", "contract": "het contract", "medewerker": "een medewerker"]
        return
            "Sinds \(feit.van.tekst). Bron: \(bronnen[feit.bron] ?? "de aanmelding"). Reden: \(redenen[feit.reden] ?? feit.reden)."
    }

    private static let redenen = [
        "aanmelding": "zo aangemeld", "wijziging": "de gemeente wijzigde het", "duo": "bericht van DUO",
        "leeftijd": "is 18 geworden", "contract": "regel van de opdracht", "correctie": "was niet goed",
    ]

    private static func form(_ soort: String, _ form: FormValues, vandaag: Datum) -> Feitform {
        let waarden =
            soort == "doelgroep"
            ? Doelgroep.allCases.map { Optie($0.rawValue, $0.naam) } + [Optie("buiten", "Hoort er niet meer bij")]
            : jaNee + [Optie("onbekend", "Niet bekend")]
        let keuzes: [String: [String]] = [
            "doelgroep": ["leeftijd", "wijziging", "correctie"], "inburgeringsplichtig": ["duo", "wijziging", "correctie"],
            "factureerbaar": ["contract", "wijziging", "correctie"],
        ]
        // What was typed belongs to the form of this fact only.
        let eigen = form.text("soort") == soort ? form : FormValues(["van": [vandaag.description]])
        return Feitform(
            soort: soort, waarde: Kiesvak("waarde", "Wordt", eigen, waarden, onderscheid: "-\(soort)"),
            reden: Kiesvak(
                "reden", "Omdat", eigen, (keuzes[soort] ?? []).map { Optie($0, redenen[$0] ?? $0) }, onderscheid: "-\(soort)"),
            van: Veld("van", "Vanaf", eigen, soort: .datum, maximum: vandaag.description, onderscheid: "-\(soort)"))
    }
}

/// Between the form and the fields of intake: the birth date stands in three boxes.
enum FormulierGegevens {
    static let namen = [
        ("voornamen", "Voornamen"), ("voorvoegsel", "Voorvoegsel"), ("geslachtsnaam", "Achternaam of naamketen"),
        ("roepnaam", "Roepnaam"), ("geboortedatum", "Geboren"), ("telefoon", "Telefoon"),
        ("voorkeurskanaal", "Liefst bereikbaar met"), ("straat", "Straat"), ("huisnummer", "Huisnummer"),
        ("postcode", "Postcode"), ("woonplaats", "Woonplaats"), ("geheimhouding", "Geheim adres"),
        ("verblijfsvorm", "Woont in"), ("datumHuisvesting", "Woont daar sinds"),
        ("datumKoppeling", "Gekoppeld aan de gemeente op"), ("spreektaal", "Spreekt"),
        ("leestaal", "Leest"), ("tolktaal", "Taal van de tolk"), ("tolkNodig", "Tolk nodig"),
        ("tolkgeslacht", "Liefst een tolk die"), ("geletterd", "Kan lezen en schrijven"), ("alfabetisering", "Alfabetisering"),
    ]

    static func velden(_ form: FormValues) -> [String: String] {
        var uit = Dictionary(
            namen.filter { form.values[$0.0] != nil }.map { ($0.0, form.text($0.0)) }, uniquingKeysWith: { eerste, _ in eerste })
        if form.values["geboortedatum-jaar"] != nil { uit["geboortedatum"] = form.onvolledig("geboortedatum") }
        for veld in ["datumHuisvesting", "datumKoppeling"] {
            if let dag = uit[veld].flatMap({ Datum(getypt: $0) }) { uit[veld] = dag.description }
        }
        return uit
    }

    static func form(_ blad: Gegevensblad) -> FormValues {
        var values = blad.velden.mapValues { [$0] }
        let delen = (blad.velden["geboortedatum"] ?? "").split(separator: "-").map(String.init)
        if let jaar = delen.first, jaar != "onbekend" {
            values["geboortedatum-jaar"] = [jaar]
            if delen.count > 1 { values["geboortedatum-maand"] = [delen[1]] }
            if delen.count > 2 { values["geboortedatum-dag"] = [delen[2]] }
        }
        values["inOnderzoek"] = blad.inOnderzoek
        values["versie"] = [String(blad.versie)]
        return FormValues(values)
    }
}
