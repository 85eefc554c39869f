// SPDX-License-Identifier: EUPL-1.2

extension OnvolledigeDatum {
    /// The day on which somebody born on this day becomes so old. Born on 29 February: on 1 March in a year without
    /// that day (Haal Centraal BRP, leeftijd.feature).
    public static func verjaardag(_ leeftijd: Int, geboren dag: Datum) -> Datum {
        Datum(dag.year + leeftijd, dag.month, dag.day) ?? Datum(dag.year + leeftijd, 3, 1) ?? dag
    }

    /// Whether the person has reached an age on a day: `ja` and `nee` only when no possible birth date says otherwise.
    public func heeftLeeftijd(_ jaren: Int, op dag: Datum) -> Feit {
        guard let bereik else { return .onbekend }
        if Self.verjaardag(jaren, geboren: bereik.upperBound) <= dag { return .ja }
        if Self.verjaardag(jaren, geboren: bereik.lowerBound) > dag { return .nee }
        return .onbekend
    }

    public func is18(op dag: Datum) -> Feit { heeftLeeftijd(18, op: dag) }

    /// Whether the person becomes 18 in a month.
    public func wordt18(in maand: Maand) -> Feit { bereikt(18, in: maand) }

    /// Whether the person reaches an age in a month.
    public func bereikt(_ jaren: Int, in maand: Maand) -> Feit {
        guard let bereik else { return .onbekend }
        let first = Maand(van: Self.verjaardag(jaren, geboren: bereik.lowerBound))
        let last = Maand(van: Self.verjaardag(jaren, geboren: bereik.upperBound))
        if maand < first || maand > last { return .nee }
        return first == last ? .ja : .onbekend
    }

    /// The month in which the person becomes 18; nil when that is not certain. This month, not the date, goes in events.
    public var maandVan18: Maand? {
        guard let bereik else { return nil }
        let first = Maand(van: Self.verjaardag(18, geboren: bereik.lowerBound))
        return first == Maand(van: Self.verjaardag(18, geboren: bereik.upperBound)) ? first : nil
    }

    /// Age in years; nil when only the year is known, or when the unknown day lies in the month of the question
    /// (Haal Centraal BRP).
    public func leeftijd(op dag: Datum) -> Int? {
        guard let bereik, bereik.lowerBound <= dag else { return nil }
        func years(_ geboren: Datum) -> Int {
            let years = dag.year - geboren.year
            return Self.verjaardag(years, geboren: geboren) <= dag ? years : years - 1
        }
        switch self {
        case .jaar: return nil
        case .jaarMaand(let maand) where maand.month == dag.month: return nil
        default: break
        }
        let (most, least) = (years(bereik.lowerBound), years(bereik.upperBound))
        return most == least ? most : nil
    }

    /// Whether the date lies after a day, such as a birth date in the future.
    public func ligtNa(_ dag: Datum) -> Feit {
        guard let bereik else { return .onbekend }
        if bereik.lowerBound > dag { return .ja }
        return bereik.upperBound <= dag ? .nee : .onbekend
    }

    /// Whether two dates can be of one person: `ja` when both are whole and the same, `nee` when they exclude each
    /// other, else `onbekend`. A weak sign: many newcomers carry 1 January.
    public func zelfde(als other: OnvolledigeDatum) -> Feit {
        if case .volledig(let mine) = self, case .volledig(let theirs) = other { return mine == theirs ? .ja : .nee }
        guard let mine = bereik, let theirs = other.bereik else { return .onbekend }
        return mine.overlaps(theirs) ? .onbekend : .nee
    }
}
