// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// A bar or line chart (`deel-grafiek`): the picture as SVG, the same figures as a table behind it.
struct Grafiek: Sendable {
    struct Lijnstuk: Sendable { let x1, y1, x2, y2: Int }
    struct Staaf: Sendable {
        let klasse: String
        let x, y, breedte, hoogte: Int
        /// Points into the picture itself; a style sheet would point into itself.
        let vulling: String?
    }
    struct Lijn: Sendable { let klasse: String; let punten: String }
    struct Punt: Sendable { let x, y: Int }
    struct Tekst: Sendable { let klasse: String; let x, y: Int; let anker: String; let tekst: String }
    struct Sleutel: Sendable { let klasse: String; let naam: String }

    /// A row of figures with its name; one per label of the chart. What is not known is not drawn: no figure is not zero.
    struct Reeks: Sendable {
        /// How it is drawn; a forecast is hatched, so that it is told from what was by more than its colour.
        enum Soort: String, Sendable { case een, twee, verwacht }
        let naam: String
        let waarden: [Double?]
        let soort: Soort?
        init(_ naam: String, _ waarden: [Double?], _ soort: Soort? = nil) {
            (self.naam, self.waarden, self.soort) = (naam, waarden, soort)
        }

        /// - Parameter nummer: its place among the others.
        func soort(_ nummer: Int) -> Soort { soort ?? (nummer == 0 ? .een : .twee) }
    }

    let titel: String
    let omschrijving: String
    /// Narrow, so that the figures can still be read when the picture shrinks to a phone.
    let breedte = 440
    let hoogte: Int
    let heeftLegenda: Bool
    /// At most one chart of a page has a forecast: the hatching has one name in it.
    let heeftArcering: Bool
    let legenda: [Sleutel]
    let assen: [Lijnstuk]
    let staven: [Staaf]
    let lijnen: [Lijn]
    let punten: [Punt]
    let teksten: [Tekst]
    /// A page may put in its own, such as one whose figures open the rows behind them.
    var tabel: Tabel

    /// Bars beside each other, one group per label.
    /// - Parameters:
    ///   - omschrijving: what the picture shows, in a sentence, for who cannot see it.
    ///   - langs: what the labels are, as the heading of the table behind the picture.
    static func staven(
        _ titel: String, omschrijving: String, labels: [String], _ reeksen: [Reeks], eenheid: String = "",
        langs: String = "Periode"
    )
        -> Grafiek
    {
        let vlak = Vlak(reeksen)
        let groep = Double(Vlak.rechts - Vlak.links) / Double(max(1, labels.count))
        let breedte = min(44, groep * 0.7 / Double(max(1, reeksen.count)))
        var staven: [Staaf] = []
        var teksten: [Tekst] = []
        for (nummer, reeks) in reeksen.enumerated() {
            let soort = reeks.soort(nummer)
            for (index, waarde) in reeks.waarden.enumerated() {
                guard let waarde else { continue }
                let midden = Double(Vlak.links) + groep * (Double(index) + 0.5)
                let x = midden + (Double(nummer) - Double(reeksen.count) / 2) * breedte
                let y = vlak.y(waarde)
                staven.append(
                    Staaf(
                        klasse: "g-staaf-\(soort.rawValue)", x: Int(x) + 1, y: y, breedte: max(2, Int(breedte) - 2),
                        hoogte: Vlak.onder - y, vulling: soort == .verwacht ? "url(#g-arcering)" : nil))
                if labels.count * reeksen.count <= 13 {
                    teksten.append(
                        Tekst(klasse: "g-waarde", x: Int(x + breedte / 2), y: y - 6, anker: "middle", tekst: getal(waarde)))
                }
            }
        }
        return Grafiek(titel, omschrijving, labels, reeksen, eenheid, langs, vlak, staven: staven, teksten: teksten)
    }

    /// A line over time, a point per label.
    static func lijn(
        _ titel: String, omschrijving: String, labels: [String], _ reeksen: [Reeks], eenheid: String = "",
        langs: String = "Periode"
    ) -> Grafiek {
        let vlak = Vlak(reeksen)
        let groep = Double(Vlak.rechts - Vlak.links) / Double(max(1, labels.count))
        var lijnen: [Lijn] = []
        var punten: [Punt] = []
        var teksten: [Tekst] = []
        for (nummer, reeks) in reeksen.enumerated() {
            let bekend = reeks.waarden.enumerated().compactMap { index, waarde in waarde.map { (index, $0) } }
            let plekken = bekend.map { (Int(Double(Vlak.links) + groep * (Double($0.0) + 0.5)), vlak.y($0.1)) }
            lijnen.append(
                Lijn(
                    klasse: nummer == 0 ? "g-lijn" : "g-lijn-twee",
                    punten: plekken.map { "\($0.0),\($0.1)" }.joined(separator: " ")))
            guard nummer == 0 else { continue }
            punten = plekken.map { Punt(x: $0.0, y: $0.1) }
            teksten = zip(plekken, bekend).map {
                Tekst(klasse: "g-waarde", x: $0.0.0, y: $0.0.1 - 11, anker: "middle", tekst: getal($0.1.1))
            }
        }
        return Grafiek(
            titel, omschrijving, labels, reeksen, eenheid, langs, vlak, lijnen: lijnen, punten: punten, teksten: teksten)
    }

    private init(
        _ titel: String, _ omschrijving: String, _ labels: [String], _ reeksen: [Reeks], _ eenheid: String, _ langs: String,
        _ vlak: Vlak,
        staven: [Staaf] = [], lijnen: [Lijn] = [], punten: [Punt] = [], teksten: [Tekst]
    ) {
        (self.titel, self.omschrijving, self.staven, self.lijnen, self.punten) = (titel, omschrijving, staven, lijnen, punten)
        hoogte = 240
        heeftLegenda = reeksen.count > 1
        legenda = reeksen.enumerated().map {
            let soort = $0.element.soort($0.offset)
            let vorm = soort == .twee && !lijnen.isEmpty ? "lijn" : "kleur"
            return Sleutel(klasse: "\(soort.rawValue)-\(vorm)", naam: $0.element.naam)
        }
        heeftArcering = staven.contains { $0.vulling != nil }
        assen = vlak.strepen.map { Lijnstuk(x1: Vlak.links, y1: vlak.y($0), x2: Vlak.rechts, y2: vlak.y($0)) }
        let groep = Double(Vlak.rechts - Vlak.links) / Double(max(1, labels.count))
        // Not more labels than fit under the axis.
        let stap = max(1, Int((Double(labels.count) / 12).rounded(.up)))
        let onder = labels.enumerated().filter { $0.offset % stap == 0 }.map {
            Tekst(
                klasse: "g-naam", x: Int(Double(Vlak.links) + groep * (Double($0.offset) + 0.5)), y: 228, anker: "middle",
                tekst: $0.element)
        }
        let zij = vlak.strepen.map {
            Tekst(klasse: "g-naam", x: Vlak.links - 8, y: vlak.y($0) + 4, anker: "end", tekst: Self.getal($0))
        }
        self.teksten = zij + onder + teksten
        tabel = Tabel(
            titel, stil: true,
            kolommen: [.init(langs)] + reeksen.map { .init(eenheid.isEmpty ? $0.naam : "\($0.naam) (\(eenheid))", getal: true) },
            rijen: labels.enumerated().map { index, label in
                [.tekst(label)]
                    + reeksen.map { reeks in
                        guard index < reeks.waarden.count else { return .tekst("–") }
                        return .tekst(reeks.waarden[index].map(Self.getal) ?? "onbekend")
                    }
            })
    }

    /// At most one decimal, with a comma.
    private static func getal(_ waarde: Double) -> String {
        waarde == waarde.rounded() ? String(Int(waarde)) : String(format: "%.1f", waarde).replacing(".", with: ",")
    }

    /// The field in which is drawn: from zero to a round number above the highest figure.
    private struct Vlak {
        static let (links, rechts, boven, onder) = (34, 436, 22, 206)
        let hoogste: Double
        let strepen: [Double]

        init(_ reeksen: [Reeks]) {
            let top = max(1, reeksen.flatMap(\.waarden).compactMap(\.self).max() ?? 1)
            let macht = pow(10, floor(log10(top)))
            let ruw = [0.25, 0.5, 1, 2, 2.5, 5].map { $0 * macht }.first { $0 * 4 >= top } ?? macht * 5
            // People come in whole numbers.
            let stap = top <= 4 ? 1 : ruw
            let aantal = Int((top / stap).rounded(.up))
            hoogste = Double(aantal) * stap
            strepen = (0...aantal).map { Double($0) * stap }
        }

        func y(_ waarde: Double) -> Int {
            Self.onder - Int((max(0, waarde) / hoogste * Double(Self.onder - Self.boven)).rounded())
        }
    }
}
