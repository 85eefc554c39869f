// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Web

/// The clock of a traject (`deel-klok`): how much of the contract time is used, as a ring, with the dates beside it.
struct Klok: Sendable {
    struct Teken: Sendable {
        let x1: String
        let y1: String
        let x2: String
        let y2: String
    }

    let kleur: String
    let omschrijving: String
    /// The path of the used part of the ring.
    let boog: String
    let tekens: [Teken]
    let getal: String
    let onder: String
    let zin: String
    let data: [Gegevens.Regel]

    /// - Parameters:
    ///   - momenten: what stands on the way, such as the interim report; a mark on the ring and a line beside it.
    ///   - gepauzeerd: the clock stands still; the ring turns grey and the sentence says so.
    init(start: Datum, einde: Datum, vandaag: Datum, momenten: [(naam: String, datum: Datum)] = [], gepauzeerd: Bool = false) {
        let geheel = max(1, start.days(until: einde))
        let over = vandaag.days(until: einde)
        let deel = { (datum: Datum) in min(1, max(0, Double(start.days(until: datum)) / Double(geheel))) }
        kleur = gepauzeerd ? "stil" : over < 0 ? "fout" : over <= 30 ? "let-op" : "gewoon"
        boog = Self.boog(deel(vandaag))
        tekens = momenten.map { Self.teken(deel($0.datum)) }
        getal = String(abs(over))
        onder = over < 0 ? "dagen voorbij" : over == 1 ? "dag over" : "dagen over"
        zin =
            if gepauzeerd {
                "De klok staat stil."
            } else if vandaag < start {
                "Begint \(start.ten(opzichteVan: vandaag))."
            } else if over < 0 {
                "De termijn is voorbij sinds \(einde.tekst)."
            } else {
                "Maand \(Self.maand(van: start, op: vandaag)) van \(max(1, Self.maand(van: start, op: einde.adding(days: -1))))"
            }
        omschrijving = "\(zin) Nog \(max(0, over)) van de \(geheel) dagen."
        data =
            [Gegevens.Regel("Begin", start.kort)] + momenten.map { .init($0.naam, $0.datum.kort) } + [.init("Einde", einde.kort)]
    }

    /// In which month of the traject a day falls, counted from one.
    private static func maand(van start: Datum, op dag: Datum) -> Int {
        var maand = 1
        while maand < 120, start.adding(months: maand) <= dag { maand += 1 }
        return maand
    }

    private static func punt(_ deel: Double, straal: Double) -> (String, String) {
        let hoek = deel * 2 * Double.pi - Double.pi / 2
        return (getal(84 + straal * cos(hoek)), getal(84 + straal * sin(hoek)))
    }

    /// A full ring cannot be one arc: its ends would coincide.
    private static func boog(_ deel: Double) -> String {
        let deel = min(deel, 0.9995)
        guard deel > 0 else { return "M84 14" }
        let (x, y) = punt(deel, straal: 70)
        return "M84 14A70 70 0 \(deel > 0.5 ? 1 : 0) 1 \(x) \(y)"
    }

    private static func teken(_ deel: Double) -> Teken {
        let (binnen, buiten) = (punt(deel, straal: 61), punt(deel, straal: 79))
        return Teken(x1: binnen.0, y1: binnen.1, x2: buiten.0, y2: buiten.1)
    }

    private static func getal(_ waarde: Double) -> String { String((waarde * 100).rounded() / 100) }
}
