// SPDX-License-Identifier: EUPL-1.2

/// A term: so much time after or before a day, with what the law or contract says about it.
///
/// Holidays move the end only under the Algemene termijnenwet, and that law speaks of terms in an act (art. 1) or an order in
/// council (art. 5): terms of a contract, a ministerial rule or a by-law stay where they fall, unless they were agreed
/// otherwise. There is no unit for hours, to which that law does not apply either.
public struct Termijn: Codable, Sendable, Equatable, Hashable {
    public enum Eenheid: String, Codable, Sendable, CaseIterable { case dag, werkdag, week, maand, jaar }
    public enum Richting: String, Codable, Sendable, CaseIterable { case na, voor }
    public enum Feestdagregel: String, Codable, Sendable, CaseIterable {
        case geen
        case algemeneTermijnenwet = "algemene-termijnenwet"
        /// Agreed in the contract: no end on a weekend or holiday, however long the term is.
        case eerstvolgendeWerkdag = "eerstvolgende-werkdag"
        /// Agreed in the contract: the last working day before it.
        case werkdagErvoor = "werkdag-ervoor"
    }

    /// A day of the calendar year, such as 1 September.
    public struct Maanddag: Codable, Sendable, Equatable, Hashable {
        public var maand: Int
        public var dag: Int

        /// Nil for a day that does not exist in every year.
        public init?(maand: Int, dag: Int) {
            guard Datum(2027, maand, dag) != nil else { return nil }
            (self.maand, self.dag) = (maand, dag)
        }
    }

    /// 0 is the anchor itself.
    public var aantal: Int
    public var eenheid: Eenheid
    public var richting: Richting
    /// True: the anchor is the first day of the term, so that nine months from 1 January end on 30 September.
    public var ankerTeltMee: Bool
    /// Only with `jaar`: the end is this day of the year that is `aantal` years on.
    public var vasteDag: Maanddag?
    public var feestdagen: Feestdagregel
    /// What happens when it is missed. Dutch.
    public var gevolg: String?
    /// Law and article, chapter of the contract, or "plaatselijke praktijk, te bevestigen".
    public var bron: String

    public init(
        _ aantal: Int, _ eenheid: Eenheid, _ richting: Richting = .na, ankerTeltMee: Bool = false, vasteDag: Maanddag? = nil,
        feestdagen: Feestdagregel = .geen, gevolg: String? = nil, bron: String
    ) {
        (self.aantal, self.eenheid, self.richting) = (aantal, eenheid, richting)
        (self.ankerTeltMee, self.vasteDag, self.feestdagen) = (ankerTeltMee, vasteDag, feestdagen)
        (self.gevolg, self.bron) = (gevolg, bron)
    }

    /// The last day of a term (or its first, for one that counts back) and why it is that day.
    public struct Uitkomst: Codable, Sendable, Equatable {
        public var dag: Datum
        /// "Waarom deze datum": whole Dutch sentences, with the source at the end.
        public var uitleg: String

        public init(dag: Datum, uitleg: String) { (self.dag, self.uitleg) = (dag, uitleg) }
    }

    /// The day without an explanation.
    public func uiterlijk(vanaf anker: Datum) -> Datum { verschoven(einde(vanaf: anker), vanaf: anker).dag }

    /// The day with its explanation.
    /// - Parameter anker: what the anchor is, for the sentence: "de dag van huisvesting".
    public func bereken(vanaf dag: Datum, anker: String) -> Uitkomst {
        let eerst = einde(vanaf: dag)
        let (laatste, redenen) = verschoven(eerst, vanaf: dag)
        let zinnen = ["\(laatste.voluit.hoofdletter) is \(omschrijving(anker: anker, dag: dag))."] + redenen + ["Bron: \(bron)."]
        return Uitkomst(dag: laatste, uitleg: zinnen.joined(separator: " "))
    }

    private func einde(vanaf anker: Datum) -> Datum {
        let sign = richting == .na ? 1 : -1
        let shift = sign * aantal
        guard aantal > 0 || vasteDag != nil else { return anker }
        switch eenheid {
        case .dag, .week:
            return anker.adding(days: shift * (eenheid == .week ? 7 : 1) - (ankerTeltMee ? sign : 0))
        case .werkdag:
            return anker.adding(werkdagen: ankerTeltMee && anker.isWerkdag ? shift - sign : shift)
        case .maand, .jaar:
            if let vasteDag { return Datum(anker.year + shift, vasteDag.maand, vasteDag.dag) ?? anker }
            let end = anker.adding(months: shift * (eenheid == .jaar ? 12 : 1))
            // In a month that is too short the last day is already the day before the corresponding one.
            return ankerTeltMee && end.day == anker.day ? end.adding(days: -sign) : end
        }
    }

    private func verschoven(_ end: Datum, vanaf anker: Datum) -> (dag: Datum, redenen: [String]) {
        // Nothing to move: the anchor itself is a day, not a term.
        guard aantal > 0 || vasteDag != nil else { return (end, []) }
        switch feestdagen {
        case .geen: return (end, [])
        case .algemeneTermijnenwet: return wettelijk(end, vanaf: anker)
        case .eerstvolgendeWerkdag:
            return afgesproken(end, naar: end.eerstvolgendeWerkdag, "de eerstvolgende werkdag")
        case .werkdagErvoor:
            return afgesproken(end, naar: end.isWerkdag ? end : end.adding(werkdagen: -1), "de werkdag ervoor")
        }
    }

    private func afgesproken(_ end: Datum, naar dag: Datum, _ welke: String) -> (dag: Datum, redenen: [String]) {
        guard dag != end else { return (end, []) }
        return (dag, ["De laatste dag viel op \(end.vrijeDag): afgesproken is dat dan \(welke) telt."])
    }

    /// Algemene termijnenwet: art. 2 (at least two working days in a term of three days or more), then art. 1 (no end on
    /// a weekend or holiday). What is outside that law stays where it falls, and the sentence says why.
    ///
    /// Outside it are long terms (art. 4(a)) and, for the end only, terms that count back (art. 1(2)). Terms in hours have
    /// no unit here. Art. 4(b) and (c), on the entry into force of laws and on detention, are no subject of these rules.
    private func wettelijk(_ end: Datum, vanaf anker: Datum) -> (dag: Datum, redenen: [String]) {
        if let grens = langeTermijn {
            guard !end.isWerkdag else { return (end, []) }
            return (
                end,
                [
                    "Deze dag is \(end.vrijeDag) en schuift niet op: \(grens) valt buiten de verlenging (Algemene termijnenwet, artikel 4)."
                ]
            )
        }
        var (dag, redenen): (Datum, [String]) = (end, [])
        if isTenMinsteDrieDagen, werkdagenErin(tot: dag, anker) < 2 {
            dag = (ankerTeltMee ? anker.adding(days: richting == .na ? -1 : 1) : anker)
                .adding(werkdagen: richting == .na ? 2 : -2)
            redenen.append("Een termijn heeft ten minste twee werkdagen (Algemene termijnenwet, artikel 2).")
        }
        if richting == .na, !dag.isWerkdag {
            redenen.append(
                "De laatste dag viel op \(dag.vrijeDag): dan telt de eerstvolgende werkdag (Algemene termijnenwet, artikel 1).")
            dag = dag.eerstvolgendeWerkdag
        }
        return (dag, redenen)
    }

    private var isTenMinsteDrieDagen: Bool {
        switch eenheid {
        case .dag, .werkdag: aantal >= 3
        case .week, .maand, .jaar: true
        }
    }

    /// Working days that lie within the term; the anchor only when it counts.
    private func werkdagenErin(tot dag: Datum, _ anker: Datum) -> Int {
        let eigen = ankerTeltMee && anker.isWerkdag ? 1 : 0
        if richting == .na { return anker.werkdagen(tot: dag) + eigen }
        return dag.adding(days: -1).werkdagen(tot: anker.adding(days: -1)) + eigen
    }

    /// More than 90 days, twelve weeks or three months, or in years: outside the Algemene termijnenwet (art. 4(a)). In words,
    /// or nil.
    private var langeTermijn: String? {
        switch eenheid {
        case .dag, .werkdag: aantal > 90 ? "een termijn van meer dan 90 dagen" : nil
        case .week: aantal > 12 ? "een termijn van meer dan twaalf weken" : nil
        case .maand: aantal > 3 ? "een termijn van meer dan drie maanden" : nil
        case .jaar: "een termijn in jaren"
        }
    }
}

extension Datum {
    /// `Koningsdag` or `een zaterdag`, for a day that is no working day.
    fileprivate var vrijeDag: String { feestdag.map(\.naam) ?? "een \(weekdagnaam)" }
}
