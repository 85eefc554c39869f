// SPDX-License-Identifier: EUPL-1.2

/// The public holidays of the Algemene termijnenwet, art. 3: New Year's Day, Easter Monday, Ascension Day, Whit Monday,
/// both Christmas days, the day on which the King's birthday is celebrated and the fifth of May; Good Friday is put on a
/// par with them (art. 3(2)).
///
/// 5 May is one every year in this law; the five-yearly day off is a matter of collective agreements, not of terms.
/// Bridge days that a royal decree names every three years (art. 3(3)) are not computed: no list of 2027 was found.
public struct Feestdag: Sendable, Equatable, Hashable {
    public let dag: Datum
    public let naam: String

    /// The holidays of a year in order of date; valid from 2014, since when the King's birthday is on 27 April.
    public static func van(_ year: Int) -> [Feestdag] {
        let easter = paaszondag(year)
        let all: [(Datum?, String)] = [
            (Datum(year, 1, 1), "Nieuwjaarsdag"),
            (easter.adding(days: -2), "Goede Vrijdag"),
            (easter.adding(days: 1), "Tweede Paasdag"),
            (koningsdag(year), "Koningsdag"),
            (Datum(year, 5, 5), "Bevrijdingsdag"),
            (easter.adding(days: 39), "Hemelvaartsdag"),
            (easter.adding(days: 50), "Tweede Pinksterdag"),
            (Datum(year, 12, 25), "Eerste Kerstdag"),
            (Datum(year, 12, 26), "Tweede Kerstdag"),
        ]
        return all.compactMap { dag, naam in dag.map { Feestdag(dag: $0, naam: naam) } }.sorted { $0.dag < $1.dag }
    }

    /// Of the years that terms are about, made once.
    fileprivate static let bekend = Dictionary(uniqueKeysWithValues: (2014...2064).map { ($0, van($0)) })

    /// 27 April, or 26 April when the 27th is a Sunday.
    public static func koningsdag(_ year: Int) -> Datum? {
        Datum(year, 4, 27).map { $0.weekday == 7 ? $0.adding(days: -1) : $0 }
    }

    /// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
    public static func paaszondag(_ year: Int) -> Datum {
        let a = year % 19
        let (b, c) = (year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return Datum(year, n / 31, n % 31 + 1) ?? Datum(dayNumber: 0)
    }
}

extension Datum {
    /// The holiday on this day, if it is one.
    public var feestdag: Feestdag? {
        // Outside these months there is none; terms are computed often and a year costs nine dates.
        guard month <= 6 || month == 12 else { return nil }
        return (Feestdag.bekend[year] ?? Feestdag.van(year)).first { $0.dag == self }
    }

    /// No Saturday, Sunday or holiday (Algemene termijnenwet, art. 1 and 3).
    public var isWerkdag: Bool { weekday <= 5 && feestdag == nil }

    /// So many working days on (or back, when negative). The day itself does not count; 0 gives the day itself.
    public func adding(werkdagen: Int) -> Datum {
        var (dag, left) = (self, abs(werkdagen))
        while left > 0 {
            dag = dag.adding(days: werkdagen < 0 ? -1 : 1)
            if dag.isWerkdag { left -= 1 }
        }
        return dag
    }

    /// This day, or the first working day after it.
    public var eerstvolgendeWerkdag: Datum {
        var dag = self
        while !dag.isWerkdag { dag = dag.adding(days: 1) }
        return dag
    }

    /// Working days after this day up to and including the other; 0 when the other is not later.
    public func werkdagen(tot other: Datum) -> Int {
        guard self < other else { return 0 }
        return (dayNumber + 1...other.dayNumber).count { Datum(dayNumber: $0).isWerkdag }
    }
}
