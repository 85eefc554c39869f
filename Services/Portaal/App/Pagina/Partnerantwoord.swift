// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Web

/// The answers that a partner may give now (`deel-partnerantwoord`): a form for each, on the pages of a partner and on the page
/// of a one-time link.
struct Partnerantwoord: Sendable {
    struct Formulier: Sendable {
        let naar: String
        let titel: String
        let uitleg: String?
        let knop: String
        let klasse: String
        let open: Bool
        let velden: [Veld]
        let kiesvak: Kiesvak?
        let fouten: Foutenlijst?
    }

    let actie: String
    let versie: Int
    let formulieren: [Formulier]

    /// Nil when there is nothing to answer.
    init?(_ mogelijk: [VerwijzingToestand], actie: String, versie: Int, _ getypt: FormValues, vandaag: Datum) {
        formulieren = mogelijk.compactMap { naar in
            let form = getypt.text("naar") == naar.rawValue ? getypt : FormValues()
            return Self.formulier(naar, form, vandaag: vandaag)
        }
        guard !formulieren.isEmpty else { return nil }
        (self.actie, self.versie) = (actie, versie)
    }

    private static func formulier(_ naar: VerwijzingToestand, _ form: FormValues, vandaag: Datum) -> Formulier? {
        func maak(
            _ titel: String, _ knop: String, uitleg: String? = nil, klasse: String = "", _ velden: [Veld] = [],
            _ kiesvak: Kiesvak? = nil
        ) -> Formulier {
            Formulier(
                naar: naar.rawValue, titel: titel, uitleg: uitleg, knop: knop, klasse: klasse,
                open: !form.typed.values.isEmpty, velden: velden, kiesvak: kiesvak, fouten: Foutenlijst(form))
        }
        switch naar {
        case .ontvangen:
            return maak("Ontvangen, wij bekijken het", "Ontvangst bevestigen", uitleg: "U antwoordt later. De klok loopt door.")
        case .geaccepteerd:
            return maak(
                "Ja, wij nemen de persoon aan", "Aannemen", uitleg: "Daarna krijgt u de naam en hoe u de persoon bereikt.",
                [
                    Veld(
                        "contactpersoonPartner", "Contactpersoon bij u", form, hulp: "Naam of team, en hoe wij u bereiken.",
                        lengte: 100),
                    Veld("verwachteStartdatum", "Verwachte start", form, soort: .datum, minimum: vandaag.description),
                ])
        case .wachtlijst:
            return maak(
                "Wij hebben nu geen plek, wel een wachtlijst", "Op de wachtlijst zetten",
                [
                    Veld(
                        "herzieningsdatum", "Wanneer kijkt u opnieuw?", form, soort: .datum,
                        hulp: "De eerste keer ten hoogste 20 werkdagen vooruit.", minimum: vandaag.adding(days: 1).description)
                ])
        case .afgewezen:
            return maak(
                "Nee, wij kunnen dit niet doen", "Afwijzen", klasse: "knop-gevaar", [],
                Kiesvak("redenAfwijzing", "Waarom niet?", form, VerwijzingPagina.afwijzingen))
        case .gestart:
            return maak(
                "Het contact is begonnen", "Contact is begonnen",
                [Veld("datumEersteContact", "Datum van het eerste contact", form, soort: .datum, maximum: vandaag.description)])
        case .afgerond:
            return maak(
                "Het contact is voorbij", "Afronden",
                [Veld("einddatum", "Laatste dag", form, soort: .datum, maximum: vandaag.description)],
                Kiesvak("uitkomst", "Hoe liep het af?", form, VerwijzingPagina.uitkomsten))
        case .concept, .verstuurd, .ingetrokken, .verlopen: return nil
        }
    }

    /// The fields of an answer as the sociale kaart wants them.
    static func velden(_ form: FormValues, naar: VerwijzingToestand) throws -> [String: String] {
        let namen: [String] =
            switch naar {
            case .geaccepteerd: ["contactpersoonPartner", "verwachteStartdatum"]
            case .wachtlijst: ["herzieningsdatum"]
            case .afgewezen: ["redenAfwijzing"]
            case .gestart: ["datumEersteContact"]
            case .afgerond: ["uitkomst", "einddatum"]
            default: []
            }
        let datums: Set = ["verwachteStartdatum", "herzieningsdatum", "datumEersteContact", "einddatum"]
        var (velden, fouten): ([String: String], [FieldError]) = ([:], [])
        for naam in namen {
            let getypt = form.text(naam)
            if getypt.isEmpty {
                fouten.append(FieldError(naam, code: "verplicht", "Vul dit in."))
            } else if datums.contains(naam) {
                if let datum = Datum(getypt: getypt) {
                    velden[naam] = datum.description
                } else {
                    fouten.append(
                        FieldError(naam, code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027."))
                }
            } else {
                velden[naam] = getypt
            }
        }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
        return velden
    }
}
