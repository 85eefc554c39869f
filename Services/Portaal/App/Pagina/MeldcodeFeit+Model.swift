// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The form for one step of the Meldcode, or for what comes beside the steps.
struct MeldcodeFeitPagina: PageModel {
    static let template = "meldcode-feit"
    let titel: String
    let menu: String? = "/meldcode"
    let kruimels: [Koppeling]
    let nummer: String
    let actie: String
    let terug: String
    let versie: Int
    let melding: Melding?
    let fouten: Foutenlijst?
    let uitleg: [String]
    let over: Veld?
    let op: Veld
    let met: Veld?
    let vragen: [Keuzegroep]
    let tekst: Tekstvlak
    let afwijking: Tekstvlak?

    init(
        _ z: Meldcodezaak, _ soort: Meldcodesoort, _ form: FormValues, vandaag: Datum, melding: Melding? = nil
    ) {
        let pad = "/meldcode/\(z.zaak)"
        titel = soort.naam
        kruimels = [Koppeling("Meldcode", "/meldcode"), Koppeling("Zaak", pad)]
        (nummer, actie, terug, versie) = (z.dossiernummer, "\(pad)/\(soort.rawValue)", pad, z.versie)
        self.melding = melding
        fouten = Foutenlijst(form)
        uitleg = Self.uitleg(soort)
        over =
            soort == .verbetering
            ? Veld("over", "Welk nummer verbetert u?", form, breedte: .kort, toetsen: "numeric", lengte: 4) : nil
        op = Veld("op", "Op welke dag?", form, soort: .datum, maximum: vandaag.description)
        met = Self.metvraag(soort).map { Veld("met", $0, form, lengte: 500) }
        vragen = Self.vragen(soort).map { vraag in
            Keuzegroep(
                "antwoord-\(vraag.code)", vraag.naam, form,
                [Optie("ja", "Ja"), Optie("nee", "Nee")] + (vraag.magOnbekend ? [Optie("weet-niet", "Weet ik niet")] : []),
                naast: true)
        }
        tekst = Tekstvlak("tekst", Self.tekstvraag(soort), form, hulp: "Feiten, en hoe u ze weet. Geen oordeel.", lengte: 10_000)
        let teVroeg =
            soort.stap.map { stap in (1..<stap).contains { !z.gedaan.contains($0) } } ?? (soort == .melding || soort == .gesloten)
        afwijking =
            teVroeg
            ? Tekstvlak(
                "afwijking", "Waarom doet u dit nu al?", form,
                hulp: "Alleen als een eerdere stap nog niet is gedaan, bijvoorbeeld omdat er direct gevaar is.",
                verplicht: false, regels: 2, lengte: 2_000) : nil
    }

    static func vragen(_ soort: Meldcodesoort) -> [(code: String, naam: String, magOnbekend: Bool)] {
        switch soort {
        case .overleg: [("veilig-thuis", "Hebt u Veilig Thuis om advies gevraagd, zonder naam?", false)]
        case .weging: Afwegingsvraag.allCases.map { ($0.rawValue, $0.naam, true) }
        case .besluit: [("melden", "Is melden nodig?", false), ("hulp", "Is hulp (ook) mogelijk?", false)]
        case .kindcheck: [("kinderen", "Zijn er kinderen die van deze persoon afhankelijk zijn?", true)]
        default: []
        }
    }

    private static func metvraag(_ soort: Meldcodesoort) -> String? {
        switch soort {
        case .overleg: "Met wie hebt u overlegd?"
        case .gesprek: "Met wie hebt u gesproken?"
        case .melding: "Bij wie hebt u gemeld?"
        case .gevaar: "Wie hebt u gebeld?"
        default: nil
        }
    }

    private static func tekstvraag(_ soort: Meldcodesoort) -> String {
        switch soort {
        case .signalen: "Wat is er gezien en gezegd, wanneer en door wie?"
        case .overleg: "Wat kwam eruit?"
        case .gesprek: "Wat is er gezegd?"
        case .gesprekOvergeslagen: "Waarom is er geen gesprek?"
        case .weging: "Hoe kwam u tot deze antwoorden?"
        case .besluit: "Waarom besluit u dit, en wie doet wat?"
        case .kindcheck: "Wat weet u over de kinderen?"
        case .gevaar: "Wat gebeurde er en wat hebt u gedaan?"
        case .melding: "Wat is er gemeld en afgesproken?"
        case .gesloten: "Waarom kan de zaak dicht?"
        case .verbetering: "Hoe moet het zijn?"
        case .aanvulling, .betrokken: "Wat wilt u toevoegen?"
        }
    }

    private static func uitleg(_ soort: Meldcodesoort) -> [String] {
        switch soort {
        case .overleg:
            [
                "Bespreek het met een collega of de aandachtsfunctionaris. Noem bij Veilig Thuis (0800-2000) geen naam: u vraagt alleen advies."
            ]
        case .gesprek:
            [
                "Praat alleen als het veilig is. Gebruik nooit een kind of familielid als tolk. Is het niet veilig? Kies dan Geen gesprek, met reden."
            ]
        case .gesprekOvergeslagen:
            ["Bij eergeweld, dwang of een dreigende partner kan een gesprek het gevaarlijker maken. Vraag Veilig Thuis om raad."]
        case .weging:
            [
                "Vul alle vragen in. Bij gevaar dat er nu is of steeds terugkomt, hoort een melding bij Veilig Thuis, en daarnaast hulp."
            ]
        case .besluit: ["Melden en helpen kunnen samen. Vertel de mensen om wie het gaat dat u meldt, als dat veilig kan."]
        case .kindcheck: ["Vraag dit altijd, ook als u de kinderen nooit ziet."]
        case .gevaar: ["Is er nu gevaar? Bel eerst 112. Bel daarna Veilig Thuis, dag en nacht: 0800-2000."]
        case .verbetering: ["Wat er stond, blijft staan. Uw verbetering komt erbij."]
        case .gesloten: ["Na het sluiten kunt u nog een aanvulling of een verbetering opschrijven."]
        case .signalen, .melding, .aanvulling, .betrokken: []
        }
    }
}

extension Meldcodefeit {
    /// Reads the form.
    /// - Throws: `Failure.invalid` for a date that is none; the service checks the rest.
    init(_ form: FormValues, soort: Meldcodesoort) throws {
        var antwoorden: [String: String] = [:]
        for vraag in MeldcodeFeitPagina.vragen(soort) {
            if let antwoord = form.optional("antwoord-\(vraag.code)") { antwoorden[vraag.code] = antwoord }
        }
        self.init(
            soort: soort, op: try form.dag("op"), met: form.text("met"), tekst: form.text("tekst"), antwoorden: antwoorden,
            afwijking: form.text("afwijking"), over: soort == .verbetering ? Int(form.text("over")) : nil)
    }
}
