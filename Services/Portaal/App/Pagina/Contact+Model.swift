// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Recording a contact in half a minute: what usually is so is filled in already.
struct ContactPagina: PageModel {
    static let template = "contact"
    let titel = "Contact vastleggen"
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let actie: String
    let terug: String
    let fouten: Foutenlijst?
    let doelenWeg: Melding?
    let verschijning: Keuzegroep
    let soort: Keuzegroep
    let datum: Veld
    let duur: Veld
    let tolk: Keuzegroep
    let doelen: Keuzegroep?
    let notitie: Tekstvlak
    let stap: Veld
    let stapOp: Veld

    /// - Parameter doelen: the goals of the plan; away when begeleiding could not be asked.
    init(_ hoofd: Dossierhoofd, _ form: FormValues, doelen: Deelvraag<[TrajectOverzicht.Doel]>, vandaag: Datum) {
        (self.hoofd, kruimels) = (hoofd, hoofd.kruimels)
        (actie, terug) = ("\(hoofd.href)/contact", hoofd.href)
        fouten = Foutenlijst(form)
        doelenWeg = doelen.isWeg ? .even("De doelen zijn") : nil
        verschijning = Keuzegroep(
            "verschijning", "Was de persoon er?", form, Verschijning.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true)
        soort = Keuzegroep(
            "soort", "Hoe was het contact?", form,
            Contactsoort.allCases.sorted { Self.volgorde($0) < Self.volgorde($1) }.map { Optie($0.rawValue, $0.naam) },
            naast: true)
        datum = Veld("datum", "Datum", form, soort: .datum, maximum: vandaag.description)
        duur = Veld(
            "duurMinuten", "Duur in minuten", form, breedte: .kort, toetsen: "numeric", lengte: 3)
        tolk = Keuzegroep(
            "tolk", "Tolk", form, Tolkvorm.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true, hulp: hoofd.tolkzin)
        let open = (doelen.waarde ?? []).filter {
            $0.toestand == .open || $0.toestand == .bezig || form.has("doelen", $0.doel.description)
        }
        self.doelen =
            open.isEmpty
            ? nil
            : Keuzegroep(
                "doelen", "Aan welke doelen werkte u?", form,
                open.map { Optie($0.doel.description, $0.tekst, hulp: $0.leefgebied.naam) }, meer: true, verplicht: false)
        notitie = Tekstvlak(
            "notitie", "Notitie", form,
            hulp: "Kort en feitelijk. De persoon kan dit lezen. Schrijf geen medische gegevens op die niet nodig zijn.",
            verplicht: false, lengte: 10_000)
        stap = Veld(
            "volgendeStap", "Volgende stap", form, hulp: "Wat spreekt u af? Dit komt op uw pagina Vandaag.", verplicht: false,
            lengte: 300)
        stapOp = Veld("volgendeStapOp", "Wanneer?", form, soort: .datum, verplicht: false, minimum: vandaag.description)
    }

    /// What usually is so: a visit at home today of an hour, with an interpreter when one is needed.
    static func begin(tolkNodig: Bool, vandaag: Datum) -> FormValues {
        FormValues([
            "soort": [Contactsoort.huisbezoek.rawValue], "datum": [vandaag.description], "duurMinuten": ["60"],
            "verschijning": [Verschijning.aanwezig.rawValue],
            "tolk": [(tolkNodig ? Tolkvorm.telefonisch : .geen).rawValue],
        ])
    }

    private static func volgorde(_ soort: Contactsoort) -> Int {
        [Contactsoort.huisbezoek, .spreekuur, .afspraak, .telefoon, .bericht, .outreach].firstIndex(of: soort) ?? 9
    }
}

extension ContactmomentVastleggen {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with every field that cannot be read; the service checks the rest.
    init(_ getypt: FormValues, dossier: DossierID) throws {
        var form = getypt
        form.errors = []
        let soort = Contactsoort(rawValue: form.text("soort"))
        if soort == nil { form.refuse("soort", code: "verplicht", "Kies hoe het contact was.") }
        let verschijning = Verschijning(rawValue: form.text("verschijning"))
        if verschijning == nil { form.refuse("verschijning", code: "verplicht", "Kies of de persoon er was.") }
        let tolk = Tolkvorm(rawValue: form.text("tolk"))
        if tolk == nil { form.refuse("tolk", code: "verplicht", "Kies of er een tolk was.") }
        let datum = Datum(getypt: form.text("datum"))
        if datum == nil { form.refuse("datum", code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027.") }
        let duur = Int(form.text("duurMinuten"))
        if duur == nil { form.refuse("duurMinuten", code: "geen-getal", "Vul de duur in als heel getal, zoals 60.") }
        let stapOp = form.optional("volgendeStapOp").flatMap { Datum(getypt: $0) }
        if form.optional("volgendeStapOp") != nil, stapOp == nil {
            form.refuse("volgendeStapOp", code: "geen-datum", "Vul de datum in als dag-maand-jaar, of laat hem leeg.")
        }
        let doelen = form.all("doelen").compactMap { DoelID($0) }
        guard form.errors.isEmpty, let soort, let verschijning, let tolk, let datum, let duur else {
            throw Failure.invalid(form.errors)
        }
        self.init(
            dossier: dossier, soort: soort, datum: datum, duurMinuten: duur, verschijning: verschijning, tolk: tolk,
            doelen: doelen,
            notitie: form.text("notitie"), volgendeStap: form.text("volgendeStap"), volgendeStapOp: stapOp)
    }
}
