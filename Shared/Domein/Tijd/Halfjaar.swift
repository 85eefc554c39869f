// SPDX-License-Identifier: EUPL-1.2

/// Half a calendar year, in which the taakstelling huisvesting vergunninghouders is given: `2027-1`, `2027-2`.
public struct Halfjaar: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let jaar: Int
    /// 1 or 2.
    public let helft: Int

    public init(_ dag: Datum) { (jaar, helft) = (dag.year, dag.month <= 6 ? 1 : 2) }

    /// Nil for anything else than `2027-1` or `2027-2`.
    public init?(_ tekst: String) {
        let delen = tekst.split(separator: "-", omittingEmptySubsequences: false)
        guard delen.count == 2, delen[0].utf8.count == 4, let jaar = Int(delen[0]), (1900...2200).contains(jaar),
            let helft = Int(delen[1]), (1...2).contains(helft), delen[1].utf8.count == 1
        else { return nil }
        (self.jaar, self.helft) = (jaar, helft)
    }

    private init(jaar: Int, helft: Int) { (self.jaar, self.helft) = (jaar, helft) }

    /// So many half-years on; back when negative.
    public func verder(_ aantal: Int) -> Halfjaar {
        let nummer = jaar * 2 + helft - 1 + aantal
        return Halfjaar(jaar: nummer >> 1, helft: (nummer & 1) + 1)
    }

    public var eersteDag: Datum { Datum(jaar, helft == 1 ? 1 : 7, 1) ?? Datum(dayNumber: 0) }
    public var laatsteDag: Datum { verder(1).eersteDag.adding(days: -1) }
    public var dagen: Int { eersteDag.days(until: laatsteDag) + 1 }
    /// Its six months.
    public var maanden: [Maand] { (0..<6).map { Maand(van: eersteDag.adding(months: $0)) } }

    /// `eerste half jaar 2027`
    public var tekst: String { "\(helft == 1 ? "eerste" : "tweede") half jaar \(jaar)" }
    public var description: String { "\(jaar)-\(helft)" }

    public static func < (left: Self, right: Self) -> Bool { (left.jaar, left.helft) < (right.jaar, right.helft) }
}

extension Maand {
    /// So many months on; back when negative.
    public func verder(_ aantal: Int) -> Maand { Maand(van: eersteDag.adding(months: aantal)) }
}
