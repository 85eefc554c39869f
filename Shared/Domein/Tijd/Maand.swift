// SPDX-License-Identifier: EUPL-1.2

/// A calendar month: `2027-03`.
public struct Maand: Tekstwaarde, Comparable, CustomStringConvertible {
    public enum Fout: String, Waardefout {
        case vorm
        public var code: String { "maand-\(rawValue)" }
        public var text: String { "Schrijf een maand als jjjj-mm: 2027-03." }
    }

    public let year: Int
    public let month: Int

    public init(van dag: Datum) { (year, month) = (dag.year, dag.month) }

    /// Nil when there is no such month.
    public init?(_ year: Int, _ month: Int) {
        guard let dag = Datum(year, month, 1) else { return nil }
        self.init(van: dag)
    }

    public init(parsing text: String) throws(Fout) {
        guard let dag = Datum("\(text)-01") else { throw .vorm }
        self.init(van: dag)
    }

    public var eersteDag: Datum { Datum(year, month, 1) ?? Datum(dayNumber: 0) }
    public var laatsteDag: Datum { Datum(year, month, Datum.daysIn(month: month, of: year)) ?? eersteDag }

    /// `maart 2027`.
    public var tekst: String { "\(eersteDag.maandnaam) \(year)" }
    public var waarde: String { String(eersteDag.description.prefix(7)) }
    public var description: String { waarde }

    public static func < (left: Self, right: Self) -> Bool { (left.year, left.month) < (right.year, right.month) }
}
