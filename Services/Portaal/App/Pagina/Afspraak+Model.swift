// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// One appointment: what was agreed, and what can be done with it.
struct AfspraakPagina: PageModel {
    static let template = "afspraak"
    let titel: String
    let menu: String? = "/agenda"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let fouten: Foutenlijst?
    let labels: [Label]
    let gegevens: Gegevens
    let onleesbaar: Melding?
    /// Writing down how it went; only from its day on.
    let vastleggen: String?
    let nietVerschenen: String?
    let wijzigen: String?
    let contact: Koppeling?
    let afzeggen: Afzeggen?

    struct Afzeggen: Sendable {
        let actie: String
        let versie: Int
        let reden: Keuzegroep
        let open: Bool
    }

    init(
        _ hoofd: Dossierhoofd, _ kaart: Afspraakkaart, _ form: FormValues, huisgenoten: [DossierID: String],
        gebruikers: [GebruikerID: String], rollen: Set<Role>, vandaag: Datum
    ) {
        let regel = kaart.regel
        (self.hoofd, kruimels) = (hoofd, [Koppeling("Agenda", "/agenda"), Koppeling(hoofd.naam, hoofd.href)])
        titel = "\(regel.soort.naam) op \(regel.dag.weekdagnaam) \(regel.dag.tekst), \(regel.van.tekst)"
        fouten = Foutenlijst(form)
        labels = regel.labels(vandaag: vandaag)
        onleesbaar = kaart.onleesbaar ? .even("Het onderwerp is") : nil
        var regels: [Gegevens.Regel] = [
            .init("Wanneer", "\(regel.dag.voluit), van \(regel.van.kort) tot \(regel.tot.kort) uur"),
            .init("Waar", regel.plaats.naam), .init("Wie van ons", gebruikers[regel.medewerker] ?? "Onbekend"),
            .init(
                "Tolk", regel.tolkNodig ? (regel.tolkGeregeld ? "Nodig en geregeld" : "Nodig, nog niet geregeld") : "Niet nodig"),
        ]
        if !kaart.onderwerp.isEmpty { regels.append(.init("Waarvoor", kaart.onderwerp)) }
        if !kaart.aanwezigen.isEmpty {
            regels.append(.init("Komt ook", ContactmomentPagina.erbij(kaart.aanwezigen, huisgenoten)))
        }
        if let reden = kaart.reden { regels.append(.init("Afgezegd omdat", reden.naam)) }
        gegevens = Gegevens(regels)
        let pad = "\(hoofd.href)/afspraak/\(regel.afspraak)"
        let mag = !rollen.isDisjoint(with: [.begeleider, .teamleider]) && regel.toestand == .gepland
        let isEr = mag && regel.dag <= vandaag
        vastleggen = isEr ? Adres.van("\(hoofd.href)/contact", [("afspraak", regel.afspraak.description)]) : nil
        nietVerschenen =
            isEr
            ? Adres.van(
                "\(hoofd.href)/contact",
                [("afspraak", regel.afspraak.description), ("verschijning", Verschijning.nietVerschenen.rawValue)]) : nil
        wijzigen = mag && !kaart.onleesbaar ? "\(pad)/wijzigen" : nil
        contact = kaart.contactmoment.map { Koppeling("Lees het contact", "\(hoofd.href)/contact/\($0)") }
        afzeggen =
            mag
            ? Afzeggen(
                actie: "\(pad)/afzeggen", versie: regel.versie,
                reden: Keuzegroep(
                    "reden", "Waarom gaat de afspraak niet door?", form, Afzegreden.allCases.map { Optie($0.rawValue, $0.naam) }),
                open: !form.errors.isEmpty) : nil
    }
}

/// Making or changing an appointment.
struct AfspraakFormulierPagina: PageModel {
    static let template = "afspraak-formulier"
    let titel: String
    let menu: String? = "/agenda"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let fouten: Foutenlijst?
    let actie: String
    let terug: String
    let versie: String?
    /// What the fields held when the form was opened.
    let was: [VerborgenVeld]
    let soort: Keuzegroep
    let dag: Veld
    let van: Veld
    let tot: Veld
    let plaats: Kiesvak
    let tolk: Keuzegroep
    let onderwerp: Veld
    let aanwezigen: Keuzegroep?
    let knop: String

    /// - Parameter afspraak: the one that is changed; nil for a new one.
    init(
        _ hoofd: Dossierhoofd, _ form: FormValues, huisgenoten: [Persoonsgegevens.Huisgenoot], vandaag: Datum,
        afspraak: AfspraakID? = nil
    ) {
        (self.hoofd, kruimels) = (hoofd, [Koppeling("Agenda", "/agenda"), Koppeling(hoofd.naam, hoofd.href)])
        titel = afspraak == nil ? "Afspraak maken" : "Afspraak verzetten of wijzigen"
        knop = afspraak == nil ? "Zet in de agenda" : "Wijziging bewaren"
        actie = afspraak.map { "\(hoofd.href)/afspraak/\($0)/wijzigen" } ?? "\(hoofd.href)/afspraak/nieuw"
        terug = afspraak.map { "\(hoofd.href)/afspraak/\($0)" } ?? hoofd.href
        versie = form.optional("versie")
        was = afspraak == nil ? [] : Botsing.begin(Self.velden, form)
        fouten = Foutenlijst(form)
        soort = Keuzegroep(
            "soort", "Wat voor afspraak?", form, Contactsoort.teplannen.map { Optie($0.rawValue, $0.naam) }, naast: true)
        dag = Veld("dag", "Welke dag?", form, soort: .datum, minimum: afspraak == nil ? vandaag.description : nil)
        van = Veld("van", "Van", form, soort: .tijd, hulp: "Zoals 9.30")
        tot = Veld("tot", "Tot", form, soort: .tijd, hulp: "Leeg: een uur later.", verplicht: false)
        plaats = Kiesvak(
            "plaats", "Waar?", form, Contactplaats.allCases.map { Optie($0.rawValue, $0.naam) }, verplicht: false,
            leeg: "Zoals gewoonlijk bij dit soort afspraak")
        tolk = Keuzegroep(
            "tolk", "Tolk", form, Self.tolkkeuzes, naast: true, hulp: hoofd.tolkzin)
        onderwerp = Veld(
            "onderwerp", "Waarvoor?", form, hulp: "Dit komt nooit in een andere agenda-app.", verplicht: false, lengte: 300)
        aanwezigen =
            huisgenoten.isEmpty
            ? nil
            : Keuzegroep(
                "aanwezigen", "Wie uit het gezin komt ook?", form, huisgenoten.map { Optie($0.dossier.description, $0.naam) },
                meer: true, naast: true, verplicht: false)
    }

    static let tolkkeuzes = [
        Optie("nee", "Niet nodig"), Optie("regelen", "Nodig, nog regelen"), Optie("geregeld", "Nodig en geregeld"),
    ]

    /// A new one: at home, for an hour.
    static func begin(tolkNodig: Bool, dag: Datum?, vandaag: Datum) -> FormValues {
        FormValues([
            "soort": [Contactsoort.huisbezoek.rawValue], "dag": [(dag ?? vandaag.adding(werkdagen: 1)).description],
            "tolk": [tolkNodig ? "regelen" : "nee"],
        ])
    }

    static func begin(_ kaart: Afspraakkaart) -> FormValues {
        let regel = kaart.regel
        return FormValues([
            "soort": [regel.soort.rawValue], "dag": [regel.dag.description], "van": [regel.van.description],
            "tot": [regel.tot.description], "plaats": [regel.plaats.rawValue],
            "tolk": [regel.tolkNodig ? (regel.tolkGeregeld ? "geregeld" : "regelen") : "nee"],
            "onderwerp": [kaart.onderwerp], "aanwezigen": kaart.aanwezigen.map(\.description),
            "versie": [String(regel.versie)],
        ])
    }
}

extension Afspraakgegevens {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with every field that cannot be read; the service checks the rest.
    init(_ getypt: FormValues) throws {
        var form = getypt
        form.errors = []
        let soort = Contactsoort(rawValue: form.text("soort"))
        if soort == nil { form.refuse("soort", code: "verplicht", "Kies wat voor afspraak het is.") }
        let dag = Datum(getypt: form.text("dag"))
        if dag == nil { form.refuse("dag", code: "geen-datum", "Vul de dag in als dag-maand-jaar, zoals 18-1-2027.") }
        let van = Kloktijd(getypt: form.text("van"))
        if van == nil { form.refuse("van", code: "geen-tijd", "Vul in hoe laat het begint, zoals 9.30.") }
        let tot = form.optional("tot").map { Kloktijd(getypt: $0) } ?? van?.later(minuten: 60)
        if tot == nil, van != nil { form.refuse("tot", code: "geen-tijd", "Vul in hoe laat het ophoudt, zoals 10.30.") }
        if !["nee", "regelen", "geregeld"].contains(form.text("tolk")) {
            form.refuse("tolk", code: "verplicht", "Kies of er een tolk nodig is.")
        }
        guard form.errors.isEmpty, let soort, let dag, let van, let tot else { throw Failure.invalid(form.errors) }
        self.init(
            soort: soort, plaats: Contactplaats(rawValue: form.text("plaats")) ?? soort.gewonePlaats, dag: dag, van: van,
            tot: tot, tolkNodig: form.text("tolk") != "nee", tolkGeregeld: form.text("tolk") == "geregeld",
            aanwezigen: form.all("aanwezigen").compactMap { DossierID($0) }, onderwerp: form.text("onderwerp"))
    }
}
