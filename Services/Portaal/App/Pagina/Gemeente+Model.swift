// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Web

/// The figures of a gemeente over a period: value, what it means, a chart with the table behind it. Each number opens
/// exactly the rows that it was made of.
struct GemeentePagina: PageModel {
    static let template = "gemeente"
    let titel: String
    let menu: String? = "/gemeente"
    let periode: String?
    let melding: Melding?
    let fouten: Foutenlijst?
    let velden: [Veld]
    let kiesGemeente: Kiesvak?
    let indicatoren: [Cijferkaart]

    struct Cijferkaart: Sendable {
        let id: String
        let naam: String
        let waarde: String
        let href: String?
        let onder: String
        let definitie: String
        let grafiek: Grafiek?
        let geenGrafiek: String?
    }

    /// - Parameters:
    ///   - periode: nil when the form was refused.
    ///   - indicatoren: nil while rapportage is away.
    init(
        _ indicatoren: [Berichten.Indicator]?, periode: Cijferperiode?, form: FormValues, gemeenten: [String]
    ) {
        let naam = periode.flatMap { Gemeentecode($0.gemeente)?.naam }
        titel = naam.map { "Cijfers van \($0)" } ?? "Cijfers van de gemeente"
        self.periode = periode?.tekst
        fouten = Foutenlijst(form)
        melding = periode != nil && indicatoren == nil ? .nietBereikbaar : nil
        var form = form
        if let periode {
            if form.optional("van") == nil { form.set("van", periode.van.description) }
            if form.optional("tot") == nil { form.set("tot", periode.tot.description) }
            form.set("gemeente", periode.gemeente)
        }
        velden = [Veld("van", "Van", form, soort: .datum), Veld("tot", "Tot en met", form, soort: .datum)]
        kiesGemeente =
            periode?.noemGemeente == true
            ? Kiesvak(
                "gemeente", "Gemeente", form, gemeenten.map { Optie($0, Gemeentecode($0)?.naam ?? $0) }, leeg: nil) : nil
        self.indicatoren = periode.map { periode in (indicatoren ?? []).map { Cijferkaart($0, periode: periode) } } ?? []
    }
}

extension GemeentePagina.Cijferkaart {
    init(_ indicator: Berichten.Indicator, periode: Cijferperiode) {
        id = "cijfer-\(indicator.code)"
        naam = indicator.naam
        definitie = indicator.definitie
        waarde = indicator.onderdrukt ? "–" : Cijfertekst.waarde(indicator.waarde, indicator.eenheid)
        let pad = "/gemeente/indicator/\(indicator.code)"
        href = indicator.aantalRijen > 0 ? periode.adres(pad) : nil
        onder =
            indicator.onderdrukt
            ? "Te weinig mensen om te tonen. Zo is niemand te herkennen."
            : indicator.aantalRijen == 0
                ? "Er is in deze periode niets te tellen."
                : indicator.aantalRijen == 1
                    ? "Bekijk de regel hierachter" : "Bekijk de \(indicator.aantalRijen) regels hierachter"
        // A month without a figure is left out of the picture, never drawn as nought.
        let punten = indicator.reeks.compactMap { punt in
            punt.waarde.flatMap { waarde in (try? Maand(parsing: punt.maand)).map { ($0, waarde) } }
        }
        geenGrafiek = punten.isEmpty ? "Er is nog geen maand met een cijfer." : nil
        grafiek = punten.isEmpty ? nil : Self.grafiek(indicator, punten, periode, pad)
    }

    /// `mrt`
    private static func afgekort(_ maand: Maand) -> String {
        maand.eersteDag.kort.split(separator: " ").dropFirst().first.map(String.init) ?? maand.tekst
    }

    private static func grafiek(
        _ indicator: Berichten.Indicator, _ punten: [(maand: Maand, waarde: Double)], _ periode: Cijferperiode, _ pad: String
    ) -> Grafiek {
        let titel = "\(indicator.naam) per maand"
        let labels = punten.map { Self.afgekort($0.maand) }
        let reeks = Grafiek.Reeks(indicator.naam, punten.map(\.waarde))
        let hoogste = punten.max { $0.waarde < $1.waarde }
        let omschrijving =
            hoogste.map {
                "\(titel). Het hoogst in \($0.maand.tekst): \(Cijfertekst.waarde($0.waarde, indicator.eenheid))."
            } ?? titel
        var grafiek =
            indicator.eenheid == "personen"
            ? Grafiek.staven(titel, omschrijving: omschrijving, labels: labels, [reeks])
            : Grafiek.lijn(titel, omschrijving: omschrijving, labels: labels, [reeks])
        grafiek.tabel = Tabel(
            titel, stil: true, kolommen: [.init("Maand"), .init(indicator.naam, getal: true)],
            rijen: punten.map { punt in
                let deel = periode.deel(punt.maand)
                return [
                    .tekst(punt.maand.tekst),
                    .link(
                        Cijfertekst.waarde(punt.waarde, indicator.eenheid),
                        href: periode.adres(pad, van: deel.van, tot: deel.tot)),
                ]
            })
        return grafiek
    }
}

/// Figures as people read them.
enum Cijfertekst {
    /// `312 mensen`, `6 dagen`, `8,4%`; a dash for no figure.
    static func waarde(_ waarde: Double?, _ eenheid: String) -> String {
        guard let waarde else { return "–" }
        let getal =
            waarde == waarde.rounded() && abs(waarde) < 1e9
            ? String(Int(waarde)) : String(format: "%.1f", waarde).replacing(".", with: ",")
        switch eenheid {
        case "personen": return getal == "1" ? "1 persoon" : "\(getal) mensen"
        case "dagen": return getal == "1" ? "1 dag" : "\(getal) dagen"
        case "procent": return "\(getal)%"
        default: return getal
        }
    }
}
