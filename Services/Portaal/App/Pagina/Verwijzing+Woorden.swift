// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The codes of a referral in words.
extension VerwijzingPagina {
    private static let veldnamen: [(String, String)] = [
        ("hulpvraagcode", "Waarvoor"), ("taalcode", "Taal"), ("tolkNodig", "Tolk nodig"), ("leeftijdsgroep", "Leeftijd"),
        ("geboortejaar", "Geboortejaar"),
        ("postcode4", "Postcode (alleen de cijfers)"), ("urgentie", "Spoed"), ("grondslag", "Grondslag"),
        ("instemmingDatum", "Persoon stemde in op"), ("contactpersoonVerwijzer", "Contact bij ons"),
        ("voornaam", "Voornaam"), ("achternaam", "Achternaam"), ("contactweg", "Telefoon of e-mail"),
        ("voorkeurstaal", "Taal waarin de persoon leest"), ("bereikbaarheid", "Wanneer bereikbaar"),
        ("toelichting", "Toelichting"),
        ("geboortedatum", "Geboortedatum"), ("gezinssamenstelling", "Gezin"), ("geslacht", "Geslacht"),
        ("toegankelijkheid", "Wat nodig is om te kunnen komen"), ("contactpersoonPartner", "Contactpersoon"),
        ("verwachteStartdatum", "Start naar verwachting"), ("herzieningsdatum", "Kijkt opnieuw op"),
        ("redenAfwijzing", "Reden"), ("datumEersteContact", "Eerste contact"), ("uitkomst", "Hoe het afliep"),
        ("einddatum", "Einde"), ("redenIntrekking", "Reden van intrekken"), ("reden", "Reden"),
    ]

    /// The name of a field as people say it; an unknown one stays as it came.
    static func veldnaam(_ code: String) -> String { veldnamen.first { $0.0 == code }?.1 ?? code }

    static func plek(_ code: String) -> Int { veldnamen.firstIndex { $0.0 == code } ?? veldnamen.count }

    /// A value as people say it.
    static func waarde(_ waarde: String, van veld: String) -> String {
        switch veld {
        case "hulpvraagcode": return Leefgebied(rawValue: waarde)?.naam ?? waarde
        case "taalcode", "voorkeurstaal": return Dossierhoofd.taalnaam(waarde)
        case "tolkNodig": return ["true": "Ja", "false": "Nee", "ja": "Ja", "nee": "Nee"][waarde] ?? waarde
        case "urgentie": return waarde == "spoed" ? "Ja, spoed" : "Nee"
        case "grondslag": return grondslagen.first { $0.waarde == waarde }?.label ?? waarde
        case "redenIntrekking", "reden": return redenen.first { $0.waarde == waarde }?.label ?? vrij(waarde)
        case "redenAfwijzing": return afwijzingen.first { $0.waarde == waarde }?.label ?? vrij(waarde)
        case "uitkomst": return uitkomsten.first { $0.waarde == waarde }?.label ?? vrij(waarde)
        default: return Datum(waarde)?.tekst ?? waarde
        }
    }

    /// `geen-capaciteit` as `Geen capaciteit`.
    private static func vrij(_ code: String) -> String {
        let tekst = code.replacing("-", with: " ")
        return tekst.prefix(1).uppercased() + tekst.dropFirst()
    }

    static let grondslagen = [
        Optie(
            "taak-algemeen-belang", "Taak voor de gemeente", hulp: "De gewone grond: wij begeleiden in opdracht van de gemeente."),
        Optie("toestemming", "Toestemming", hulp: "De persoon kiest vrij en kan terug. Leg uit wat er wordt gedeeld."),
        Optie("wettelijke-verplichting", "Plicht uit de wet", hulp: "Een wet zegt dat dit moet."),
        Optie("vitaal-belang", "Levensgevaar", hulp: "Alleen als iemand direct gevaar loopt."),
    ]
    static let redenen = [
        Optie("instemming-ingetrokken", "De persoon wil het niet meer"), Optie("hulpvraag-vervallen", "Hulp is niet meer nodig"),
        Optie("andere-voorziening-gekozen", "Er is iets anders gekozen"), Optie("verhuisd", "De persoon is verhuisd"),
        Optie("vergissing", "Dit was een vergissing"), Optie("einde-begeleiding", "De begeleiding stopt"),
        Optie("overig", "Iets anders"),
    ]

    static func waarschuwing(_ code: String, voorziening: String) -> Melding {
        switch code {
        case "niet-gecontroleerd":
            Melding(
                .letOp, "Vraag eerst na of de vermelding klopt. Pas daarna kunt u versturen.",
                titel: "Niemand heeft deze voorziening gecontroleerd", link: Koppeling("Naar de controle", voorziening))
        case "controle-verlopen":
            Melding(
                .letOp, "Vraag na of de vermelding nog klopt.", titel: "De controle is lang geleden",
                link: Koppeling("Naar de controle", voorziening))
        case "reageert-niet":
            Melding(
                .letOp, "Bel eerst. Vraag of zij de verwijzing kunnen lezen en of de vermelding nog klopt.",
                titel: "De organisatie gaf geen antwoord op eerdere verwijzingen",
                link: Koppeling("Naar de vermelding", voorziening))
        case "geen-aanbieder":
            Melding(.letOp, "Bij deze voorziening is geen organisatie bekend die de verwijzing kan ontvangen.")
        case "geen-plaats": Melding(.letOp, "De voorziening zegt dat er nu geen plek is. U kunt wel versturen.")
        case "partnerafspraak-verlopen":
            Melding(.letOp, "De afspraak over gegevens met deze organisatie is verlopen. U kunt niet versturen.")
        case "geen-partnerafspraak":
            Melding(.letOp, "Met deze organisatie is geen geldige afspraak over gegevens.")
        case "uitwisseling-gestopt":
            Melding(.fout, "Uitwisseling over deze persoon is stopgezet. Er wordt niets verstuurd.")
        case "persoonsgegevens-niet-bereikbaar":
            Melding(.letOp, "Wat de organisatie krijgt, is nu even niet te tonen. Wacht met versturen en probeer het zo opnieuw.")
        default: Melding(.letOp, "Let op: \(vrij(code).lowercased()).")
        }
    }

    static func aanZet(_ regel: Verwijzingsregel, vandaag: Datum) -> String? {
        let tot = regel.uiterlijkOp.map { " Uiterlijk \($0.ten(opzichteVan: vandaag))." } ?? ""
        switch (regel.wachtOp, regel.toestand) {
        case (nil, _): return nil
        case (_, .concept): return "U bent aan zet: er is nog niets verstuurd.\(tot)"
        case ("verwijzer", _): return "U bent aan zet.\(tot)"
        case (_, .gestart): return "Het contact is begonnen. De organisatie laat weten hoe het afloopt.\(tot)"
        default: return "De organisatie is aan zet.\(tot)"
        }
    }

    /// Where a worker may bring it, for a sociale kaart that does not say so itself.
    static func mogelijk(_ toestand: VerwijzingToestand) -> [VerwijzingToestand] {
        switch toestand {
        case .concept: [.verstuurd, .ingetrokken]
        case .verstuurd, .ontvangen, .wachtlijst, .gestart: [.ingetrokken]
        case .geaccepteerd: [.gestart, .ingetrokken]
        case .afgerond, .afgewezen, .ingetrokken, .verlopen: []
        }
    }

    static func stap(_ stap: VerwijzingOpvragen.Stap) -> Tijdlijn.Stap {
        let wie =
            ["verwijzer": "Wij", "partner": "De organisatie", "systeem": "Vanzelf", "teamleider": "De teamleider"][stap.wie]
            ?? stap.wie
        let kleur: Tijdlijn.Kleur =
            switch stap.naar {
            case .geaccepteerd, .gestart, .afgerond: .goed
            case .afgewezen, .verlopen: .fout
            case .wachtlijst: .letOp
            default: .gewoon
            }
        return .init(
            Datum(stap.wanneer), stap.naar.naam, tekst: stap.reden.map { Self.waarde($0, van: "reden") }, wie: wie, kleur: kleur,
            wanneer: stap.wanneer.voluit)
    }
}

extension VerwijzingPagina.Versturen {
    init(_ getypt: FormValues, actie: String, _ verwijzing: VerwijzingOpvragen.Answer, vandaag: Datum) {
        var form = getypt
        let vast = verwijzing.grondslagVoorziening
        // What usually is so.
        if form.text("grondslag").isEmpty { form.set("grondslag", vast ?? "taak-algemeen-belang") }
        if form.text("instemmingDoor").isEmpty { form.set("instemmingDoor", "persoon") }
        if form.text("instemmingOp").isEmpty { form.set("instemmingOp", vandaag.description) }
        if form.text("ontheffing").isEmpty { form.set("ontheffing", "niet-nodig") }
        if form.text("urgentie").isEmpty { form.set("urgentie", "normaal") }
        fouten = Foutenlijst(form)
        (self.actie, versie, voorbeeld) = (actie, verwijzing.regel.versie, verwijzing.voorbeeld)
        grondslag = Keuzegroep(
            "grondslag", "Waarom mogen wij dit delen?", form,
            VerwijzingPagina.grondslagen.filter { vast == nil || $0.waarde == vast },
            hulp: vast == nil ? nil : "Voor deze voorziening ligt dit vast.")
        instemmingDoor = Keuzegroep(
            "instemmingDoor", "Wie stemde in?", form,
            [Optie("persoon", "De persoon zelf"), Optie("wettelijk-vertegenwoordiger", "De wettelijk vertegenwoordiger")],
            naast: true)
        instemmingOp = Veld(
            "instemmingOp", "Op welke dag?", form, soort: .datum, maximum: vandaag.description)
        instemmingTaal = Veld(
            "instemmingTaal", "In welke taal is het gevraagd?", form, hulp: "Code van de taal, zoals ti, ar of nl.",
            verplicht: false, breedte: .kort, lengte: 3)
        ontheffing = Keuzegroep(
            "ontheffing", "Valt wat u deelt onder uw beroepsgeheim?", form, VerwijzingPagina.ontheffingen)
        let straks = verwijzing.naAcceptatie ?? []
        bereikbaarheid =
            straks.contains("bereikbaarheid")
            ? Veld("bereikbaarheid", "Wanneer is de persoon bereikbaar?", form, verplicht: false) : nil
        toelichting =
            straks.contains("toelichting")
            ? Tekstvlak(
                "toelichting", "Korte toelichting", form, hulp: "De persoon heeft dit gelezen. Geen gezondheid, geen verleden.",
                verplicht: false, regels: 3, lengte: 500) : nil
        instemming = Keuzegroep(
            "instemming", "Hoe stemde de persoon in?", form,
            [
                Optie("mondeling-met-tolk", "Mondeling, met tolk"), Optie("mondeling", "Mondeling"),
                Optie("schriftelijk", "Op papier"),
                Optie("digitaal", "Digitaal"),
            ], naast: true, hulp: "Zonder instemming verstuurt u niets, ook niet met een andere grond.")
        urgentie = Keuzegroep(
            "urgentie", "Heeft het haast?", form, [Optie("normaal", "Nee, gewoon"), Optie("spoed", "Ja, spoed")], naast: true)
    }
}

extension VerwijzingPagina.Overgang {
    static func start(_ form: FormValues, actie: String, versie: Int, vandaag: Datum) -> Self {
        Self(
            fouten: Foutenlijst(form), actie: actie, versie: versie, van: VerwijzingToestand.geaccepteerd.rawValue, reden: nil,
            datum: Veld("datumEersteContact", "Datum van het eerste contact", form, soort: .datum, maximum: vandaag.description),
            namens: nil)
    }

    static func intrekken(_ form: FormValues, actie: String, versie: Int, van toestand: VerwijzingToestand) -> Self {
        Self(
            fouten: Foutenlijst(form), actie: actie, versie: versie, van: toestand.rawValue,
            reden: Kiesvak(
                "redenIntrekking", "Waarom?", form, VerwijzingPagina.redenen, hulp: "De organisatie ziet deze reden niet."),
            datum: nil,
            namens: toestand == .gestart
                ? Keuzegroep(
                    "namens", "Wie wil dit?", form, [Optie("client", "De persoon vraagt dit zelf")], meer: true, verplicht: false)
                : nil
        )
    }
}
