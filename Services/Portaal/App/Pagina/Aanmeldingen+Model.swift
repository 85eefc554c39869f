// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Who the gemeente handed over and what was decided; first of all what waits for a decision.
struct AanmeldingenPagina: PageModel {
    static let template = "aanmeldingen"
    let titel = "Aanmeldingen"
    let menu: String? = "/aanmeldingen"
    let melding: Melding?
    let tabs: Tabs
    let toestand: String
    let filter: [Kiesvak]
    let rijen: [Rij]
    let leeg: Leeg?
    let bladeren: Bladeren?

    struct Rij: Sendable {
        let id: String
        let href: String
        let naam: String
        let geboren: String
        let doelgroep: String
        let ontvangen: String
        let label: Label
        let heeftRedenen: Bool
        let redenen: [String]
        let heeftDubbel: Bool
        let dubbel: [Dubbel]
        /// What the button says.
        let knop: String
    }

    /// Somebody who may be the same person.
    struct Dubbel: Sendable {
        let naam: String
        let nummer: String?
        let href: String?

        init(_ ander: DossierLabel, magOpenen: Bool) {
            naam = ander.naam
            nummer = ander.dossiernummer.isEmpty ? nil : ander.dossiernummer
            href = magOpenen && !ander.dossiernummer.isEmpty ? "/dossier/\(ander.dossier)" : nil
        }
    }

    /// What the list is narrowed to.
    struct Keuze: Sendable, Equatable {
        var toestand: AanmeldingToestand = .inControle
        var doelgroep: Doelgroep?
        var reden: String?

        func adres(_ toestand: AanmeldingToestand? = nil, na: String? = nil) -> String {
            Adres.van(
                "/aanmeldingen",
                [
                    ("toestand", (toestand ?? self.toestand).rawValue), ("doelgroep", doelgroep?.rawValue), ("reden", reden),
                    ("na", na),
                ])
        }
    }

    /// The states in the order of the tabs.
    static let toestanden: [AanmeldingToestand] = [.inControle, .ontvangen, .geaccepteerd, .afgewezen, .ingetrokken]

    /// - Parameters:
    ///   - page: nil while intake is away.
    ///   - magOpenen: whether this user may open the dossier of a possible double.
    init(_ page: Page<Aanmeldingsregel>?, keuze: Keuze, magOpenen: Bool) {
        let toestand = keuze.toestand
        melding = page == nil ? .nietBereikbaar : nil
        tabs = Tabs(
            "Aanmeldingen",
            Self.toestanden.map { Tabs.Tab(Self.tab($0), keuze.adres($0), actief: $0 == toestand) })
        let form = FormValues(["doelgroep": [keuze.doelgroep?.rawValue ?? ""], "reden": [keuze.reden ?? ""]])
        self.toestand = toestand.rawValue
        filter = [
            Kiesvak(
                "doelgroep", "Doelgroep", form, Doelgroep.allCases.map { Optie($0.rawValue, $0.naam) }, verplicht: false,
                leeg: "Alle groepen"),
            Kiesvak("reden", "Reden", form, Aanmeldreden.keuzes(toestand), verplicht: false, leeg: "Alle redenen"),
        ]
        rijen = (page?.rows ?? []).map { Rij($0, magOpenen: magOpenen) }
        leeg = page != nil && rijen.isEmpty ? Self.leeg(keuze) : nil
        bladeren = page?.next.map { next in
            Bladeren("\(page?.rows.count ?? 0) aanmeldingen op deze pagina", volgende: keuze.adres(na: next))
        }
    }

    private static func tab(_ toestand: AanmeldingToestand) -> String {
        toestand == .inControle ? "Te beslissen" : toestand.naam
    }

    private static func leeg(_ keuze: Keuze) -> Leeg {
        if keuze.doelgroep != nil || keuze.reden != nil {
            return Leeg(
                "Niets gevonden", "Er is geen aanmelding die bij uw keuze past.",
                actie: Koppeling("Toon alles", Keuze(toestand: keuze.toestand).adres()))
        }
        return keuze.toestand == .inControle
            ? Leeg("Niets te beslissen", "Nieuwe aanmeldingen die vanzelf goed zijn, worden meteen geaccepteerd.")
            : Leeg("Geen aanmeldingen", "Er is geen aanmelding met de stand “\(keuze.toestand.naam.lowercased())”.")
    }
}

extension AanmeldingenPagina.Rij {
    init(_ regel: Aanmeldingsregel, magOpenen: Bool) {
        id = regel.aanmelding.description
        href = "/aanmelding/\(regel.aanmelding)"
        naam = regel.naam
        geboren = (try? OnvolledigeDatum(parsing: regel.geboortedatum))?.tekst ?? regel.geboortedatum
        let groep: Doelgroep? = regel.doelgroep
        doelgroep = groep?.naam ?? "Doelgroep onbekend"
        ontvangen = regel.ontvangenOp.tekst
        redenen = regel.redenen.map(Aanmeldreden.zin)
        heeftRedenen = !redenen.isEmpty
        dubbel = regel.mogelijkDubbelMet.map { .init($0, magOpenen: magOpenen) }
        heeftDubbel = !dubbel.isEmpty
        let wacht = regel.toestand == .inControle || regel.toestand == .ontvangen
        label = Label(wacht ? "Wacht op besluit" : regel.toestand.naam, Self.kleur(regel.toestand))
        knop = wacht ? "Bekijken en beslissen" : "Bekijken"
    }

    static func kleur(_ toestand: AanmeldingToestand) -> Label.Kleur {
        switch toestand {
        case .ontvangen, .inControle: .letOp
        case .geaccepteerd: .goed
        case .afgewezen: .fout
        case .ingetrokken: .leeg
        }
    }
}

/// The codes of intake as people say them.
enum Aanmeldreden {
    static let afwijzing = [
        Optie("buiten-doelgroep", "Hoort niet bij de doelgroep"), Optie("ontheemde-oekraine", "Ontheemde uit Oekraïne"),
        Optie("dubbel", "Is al aangemeld"), Optie("andere-gemeente", "Woont in een andere gemeente"),
        Optie("onvolledig", "Gegevens zijn niet volledig"), Optie("overig", "Andere reden"),
    ]

    /// Why one waits, for the filter of the list.
    static let wachten = [
        Optie("mogelijk-dubbel", "Lijkt op iemand"), Optie("doelgroep", "Doelgroep staat niet in de opdracht"),
        Optie("leeftijd", "Leeftijd past niet"), Optie("geen-opdracht", "Geen opdracht"),
        Optie("ouder-onbekend", "Ouder onbekend"), Optie("teruggezet", "Besluit teruggedraaid"),
    ]

    static func keuzes(_ toestand: AanmeldingToestand) -> [Optie] { toestand == .afgewezen ? afwijzing : wachten }

    static func zin(_ code: String) -> String {
        switch code {
        case "teruggezet": "Een collega draaide het besluit terug."
        case "mogelijk-dubbel": "Deze persoon lijkt op iemand die we al kennen."
        case "nadere-controle": "Een medewerker kijkt dit eerst na."
        case "doelgroep": "Deze doelgroep staat niet in de opdracht."
        case "leeftijd": "De leeftijd en de doelgroep passen niet bij elkaar."
        case "geen-opdracht": "Er is nu geen opdracht met deze gemeente."
        case "ouder-onbekend": "Bij dit kind staat geen ouder, voogd of huishouden."
        case "geen-nummer": "Er is nog geen BSN of V-nummer."
        default: afwijzing.first { $0.waarde == code }.map { "\($0.label)." } ?? "Iemand moet dit nakijken."
        }
    }
}
