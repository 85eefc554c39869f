// SPDX-License-Identifier: EUPL-1.2

/// A term: so much time after or before a day, with what the law or contract says about it.
///
/// Holidays move the end only under the Algemene termijnenwet, and that law speaks of terms in an act or an order in
/// council: terms of a contract, a ministerial rule or a by-law stay where they fall, unless they were agreed otherwise.
public struct Termijn: Codable, Sendable, Equatable, Hashable {
    public enum Eenheid: String, Codable, Sendable, CaseIterable { case dag, werkdag, week, maand, jaar }
    public enum Richting: String, Codable, Sendable, CaseIterable { case na, voor }
    public enum Feestdagregel: String, Codable, Sendable, CaseIterable {
        case geen
        case algemeneTermijnenwet = "algemene-termijnenwet"
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

    /// Algemene termijnenwet: art. 2 (at least two working days in a term of three days or more), then art. 1 (no end on
    /// a weekend or holiday). Not for terms that count back (art. 1(2)) and not for long ones (art. 4(a)).
    private func verschoven(_ end: Datum, vanaf anker: Datum) -> (dag: Datum, redenen: [String]) {
        guard feestdagen == .algemeneTermijnenwet, richting == .na, !isLang, aantal > 0 else { return (end, []) }
        var (dag, redenen): (Datum, [String]) = (end, [])
        if (eenheid != .dag || aantal >= 3) && anker.werkdagen(tot: dag) < 2 {
            dag = anker.adding(werkdagen: 2)
            redenen.append("Een termijn heeft ten minste twee werkdagen (Algemene termijnenwet, artikel 2).")
        }
        if !dag.isWerkdag {
            redenen.append(
                "De laatste dag viel op \(dag.feestdag.map(\.naam) ?? "een \(dag.weekdagnaam)"): "
                    + "dan telt de eerstvolgende werkdag (Algemene termijnenwet, artikel 1).")
            dag = dag.eerstvolgendeWerkdag
        }
        return (dag, redenen)
    }

    /// More than 90 days, 12 weeks or 3 months, or in years: outside the Algemene termijnenwet (art. 4(a)).
    private var isLang: Bool {
        switch eenheid {
        case .dag, .werkdag: aantal > 90
        case .week: aantal > 12
        case .maand: aantal > 3
        case .jaar: true
        }
    }
}
