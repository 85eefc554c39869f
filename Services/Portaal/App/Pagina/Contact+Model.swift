// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// Recording a contact in half a minute: what usually is so is filled in already, from the last contact or the appointment.
struct ContactPagina: PageModel {
    static let template = "contact"
    let titel: String
    let menu: String? = "/mensen"
    let kruimels: [Koppeling]
    let hoofd: Dossierhoofd
    let actie: String
    let terug: String
    let fouten: Foutenlijst?
    /// Correcting: what the fields held when the form was opened.
    let was: [VerborgenVeld]
    let doelenWeg: Melding?
    let soort: Keuzegroep
    let verschijning: Keuzegroep
    let duur: Keuzegroep
    let andereDuur: Veld
    let notitie: Tekstvlak
    let afspraak: Keuzegroep?
    /// One line that says what is filled in under "Meer".
    let samengevat: String
    let meerOpen: Bool
    let datum: Veld
    let plaats: Kiesvak
    let tolk: Keuzegroep
    let tolkMinuten: Veld
    let taal: Kiesvak
    let aanwezigen: Keuzegroep?
    let partners: Keuzegroep?
    let anderePartners: Veld
    let doelen: Keuzegroep?
    let stap: Veld
    let stapOver: Keuzegroep
    let stapOp: Veld
    /// Correcting: why.
    let reden: Keuzegroep?
    let knop: String

    /// What the form offers to choose from; each part may be away.
    struct Aanbod: Sendable {
        var doelen: Deelvraag<[TrajectOverzicht.Doel]> = .niet
        var huisgenoten: [Persoonsgegevens.Huisgenoot] = []
        /// Organisations that help this person.
        var organisaties: [String] = []
        var afspraken: [Afspraakregel] = []
    }

    static let duren = [5, 15, 30, 45, 60, 90]

    init(
        _ hoofd: Dossierhoofd, _ form: FormValues, _ aanbod: Aanbod, vandaag: Datum, verbetert: ContactmomentID? = nil
    ) {
        (self.hoofd, kruimels) = (hoofd, hoofd.kruimels)
        titel = verbetert == nil ? "Contact vastleggen" : "Contact verbeteren"
        actie = verbetert.map { "\(hoofd.href)/contact/\($0)/verbeteren" } ?? "\(hoofd.href)/contact"
        terug = verbetert.map { "\(hoofd.href)/contact/\($0)" } ?? hoofd.href
        knop = verbetert == nil ? "Vastleggen" : "Verbetering vastleggen"
        fouten = Foutenlijst(form)
        was = verbetert == nil ? [] : Botsing.begin(Self.velden, form)
        doelenWeg = aanbod.doelen.isWeg ? .even("De doelen zijn") : nil
        soort = Keuzegroep("soort", "Wat voor contact?", form, Self.soorten, naast: true)
        verschijning = Keuzegroep(
            "verschijning", "Was de persoon er?", form, Verschijning.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true,
            hulp: "Bij een poging tot contact zonder gehoor kiest u Niet verschenen: dat telt als werk, niet als no-show.")
        let eigen = Int(form.text("duur")).map { [$0] } ?? []
        duur = Keuzegroep(
            "duur", "Hoe lang, in minuten?", form,
            Set(Self.duren + eigen).sorted().map { Optie(String($0), String($0)) },
            hulp: "Kwam de persoon niet? Dan telt de tijd die u kwijt was.", verplicht: false, rij: true)
        andereDuur = Veld(
            "duurMinuten", "Andere duur", form, verplicht: false, breedte: .kort, toetsen: "numeric", lengte: 4)
        notitie = Tekstvlak(
            "notitie", "Notitie", form,
            hulp: "Kort en feitelijk. De persoon kan dit lezen. Schrijf geen medische gegevens op die niet nodig zijn.",
            verplicht: false, regels: 3, lengte: 10_000)
        afspraak =
            aanbod.afspraken.isEmpty
            ? nil
            : Keuzegroep(
                "afspraak", "Was dit een afspraak uit de agenda?", form,
                aanbod.afspraken.map {
                    Optie($0.afspraak.description, "\($0.soort.naam), \($0.dag.ten(opzichteVan: vandaag)) om \($0.van.tekst)")
                } + [Optie("geen", "Nee, dit was iets anders")], verplicht: false)
        (samengevat, meerOpen) = Self.samenvatting(form, aanbod, vandaag)
        datum = Veld("datum", "Datum", form, soort: .datum, maximum: vandaag.description)
        plaats = Kiesvak(
            "plaats", "Waar?", form, Contactplaats.allCases.map { Optie($0.rawValue, $0.naam) }, verplicht: false,
            leeg: "Zoals gewoonlijk bij dit contact")
        tolk = Keuzegroep(
            "tolk", "Tolk", form, Tolkvorm.allCases.map { Optie($0.rawValue, $0.naam) }, naast: true,
            hulp: [hoofd.tolkzin, "Een kind tolkt nooit."].compactMap { $0 }.joined(separator: " "))
        tolkMinuten = Veld(
            "tolkMinuten", "Minuten met tolk", form, hulp: "Leeg: het hele gesprek.", verplicht: false, breedte: .kort,
            toetsen: "numeric", lengte: 3)
        taal = Kiesvak(
            "taal", "In welke taal?", form, Taal.allCases.sorted().map { Optie($0.rawValue, $0.naam) }, verplicht: false,
            leeg: "Niet ingevuld")
        aanwezigen =
            aanbod.huisgenoten.isEmpty
            ? nil
            : Keuzegroep(
                "aanwezigen", "Wie uit het gezin was erbij?", form,
                aanbod.huisgenoten.map { Optie($0.dossier.description, $0.naam) }, meer: true, naast: true, verplicht: false)
        partners =
            aanbod.organisaties.isEmpty
            ? nil
            : Keuzegroep(
                "organisaties", "Was er een organisatie bij?", form, aanbod.organisaties.map { Optie($0, $0) }, meer: true,
                naast: true, verplicht: false)
        anderePartners = Veld(
            "partners", aanbod.organisaties.isEmpty ? "Was er een organisatie bij?" : "Andere organisatie", form,
            hulp: "Noem de organisatie, niet de persoon.", verplicht: false, lengte: 200)
        doelen = Self.doelen(aanbod.doelen.waarde ?? [], form)
        stap = Veld(
            "volgendeStap", "Volgende stap", form, hulp: "Wat spreekt u af? Dit komt op uw pagina Vandaag.", verplicht: false,
            lengte: 300)
        stapOver = Keuzegroep(
            "volgendeStapOver", "Wanneer?", form,
            [Optie("1", "Morgen"), Optie("7", "Over een week"), Optie("14", "Over twee weken")], verplicht: false, rij: true)
        stapOp = Veld(
            "volgendeStapOp", "Of op een andere dag", form, soort: .datum, verplicht: false,
            minimum: verbetert == nil ? vandaag.description : nil)
        reden =
            verbetert == nil
            ? nil
            : Keuzegroep(
                "reden", "Waarom verbetert u dit?", form, Correctiereden.verbeteren.map { Optie($0.rawValue, $0.naam) },
                hulp: "De eerste versie blijft leesbaar.")
    }

    private static let soorten = [
        Contactsoort.huisbezoek, .spreekuur, .afspraak, .telefoon, .bericht, .outreach,
    ].map { Optie($0.rawValue, $0 == .bericht ? "WhatsApp of sms" : $0.naam) }

    private static func doelen(_ alle: [TrajectOverzicht.Doel], _ form: FormValues) -> Keuzegroep? {
        let open = alle.filter {
            $0.toestand == .open || $0.toestand == .bezig || form.has("doelen", $0.doel.description)
        }
        return open.isEmpty
            ? nil
            : Keuzegroep(
                "doelen", "Aan welke doelen werkte u?", form,
                open.map { Optie($0.doel.description, $0.tekst, hulp: $0.leefgebied.naam) }, meer: true, verplicht: false)
    }

    /// What is filled in out of sight, so that nobody has to open it to know; open when something there is wrong.
    private static func samenvatting(_ form: FormValues, _ aanbod: Aanbod, _ vandaag: Datum) -> (String, Bool) {
        var delen: [String] = []
        if let datum = Datum(getypt: form.text("datum")) { delen.append(datum.ten(opzichteVan: vandaag)) }
        let soort = Contactsoort(rawValue: form.text("soort"))
        let plaats = Contactplaats(rawValue: form.text("plaats")) ?? soort?.gewonePlaats
        if let plaats { delen.append(plaats.naam.kleineBeginletter) }
        if let tolk = Tolkvorm(rawValue: form.text("tolk")) { delen.append(tolk.naam.kleineBeginletter) }
        if let taal = Taal(code: form.text("taal")) { delen.append(taal.naam) }
        let erbij = aanbod.huisgenoten.count { form.has("aanwezigen", $0.dossier.description) }
        if erbij > 0 { delen.append(erbij == 1 ? "1 huisgenoot erbij" : "\(erbij) huisgenoten erbij") }
        let velden = ["datum", "plaats", "tolk", "tolkMinuten", "taal", "aanwezigen", "partners"]
        return (delen.joined(separator: " · "), velden.contains { form.error(of: $0) != nil })
    }
}

extension String {
    /// For a word in the middle of a sentence.
    var kleineBeginletter: String { prefix(1).lowercased() + dropFirst() }
}
