// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The days over which figures are asked, both ends included.
struct Periode: Equatable, Sendable {
    let van: Datum
    let totEnMet: Datum

    /// The longest period that may be asked: three years, so that no question reads a whole store.
    static let meesteMaanden = 36

    enum Fout: Error, Equatable, Sendable { case omgekeerd, teLang }

    init(van: Datum, totEnMet: Datum) throws(Fout) {
        guard van <= totEnMet else { throw .omgekeerd }
        let maanden = (totEnMet.year - van.year) * 12 + totEnMet.month - van.month + 1
        guard maanden <= Self.meesteMaanden else { throw .teLang }
        (self.van, self.totEnMet) = (van, totEnMet)
    }

    private init(_ van: Datum, _ totEnMet: Datum) { (self.van, self.totEnMet) = (van, totEnMet) }

    /// `2027-03`, of the first day.
    var maand: String { String(van.description.prefix(7)) }

    /// The period cut at the ends of the calendar months: the months of a chart.
    var maanden: [Periode] {
        var parts: [Periode] = []
        var begin = van
        while begin <= totEnMet {
            let next = begin.adding(days: 1 - begin.day).adding(months: 1)
            parts.append(Periode(begin, min(next.adding(days: -1), totEnMet)))
            begin = next
        }
        return parts
    }
}
