// SPDX-License-Identifier: EUPL-1.2

/// When somebody comes on the standing list "Uit beeld", and for how long somebody may say that it is all right.
///
/// None of these is law, except where a source says so: each is an agreement or a practice, and the page says which.
public struct Uitbeeldregels: Codable, Sendable, Equatable {
    /// From the last contact: after this nobody spoke to the person for too long.
    public var geenContact: Termijn
    /// From the last day that was planned, or from acceptance: so long nothing may be planned.
    public var nietsGepland: Termijn
    /// Before the last day of the traject.
    public var klokLooptAf: Termijn
    /// Before the day of a step of the regeldag.
    public var termijnNadert: Termijn
    /// Before the day on which a report must be there.
    public var rapport: Termijn
    /// Before the last day of the residence document.
    public var documentVerloopt: Termijn
    /// From acceptance of a child that has nobody to ride with.
    public var wachtOpOuder: Termijn
    /// From the day on which somebody says that it was seen: the furthest day to look again.
    public var gezienLangst: Termijn
    /// Why somebody may say so.
    public var gezienRedenen: [Reden]

    /// A code of the contract with its name.
    public struct Reden: Codable, Sendable, Equatable {
        public var code: String
        public var naam: String
        public init(code: String, naam: String) { (self.code, self.naam) = (code, naam) }
    }

    /// Our own practice, for a contract that says nothing.
    public init() {
        let praktijk = "Plaatselijke praktijk, te bevestigen"
        geenContact = Termijn(21, .dag, bron: praktijk)
        nietsGepland = Termijn(7, .dag, bron: praktijk)
        klokLooptAf = Termijn(6, .week, .voor, bron: praktijk)
        termijnNadert = Termijn(7, .dag, .voor, bron: praktijk)
        rapport = Termijn(14, .dag, .voor, bron: praktijk)
        documentVerloopt = Termijn(6, .maand, .voor, bron: "IND, verlengen verblijfsvergunning")
        wachtOpOuder = Termijn(7, .dag, bron: praktijk)
        gezienLangst = Termijn(28, .dag, bron: praktijk)
        gezienRedenen = [
            Reden(code: "afgesproken", naam: "Zo afgesproken met de cliënt"),
            Reden(code: "wacht-op-ander", naam: "Wij wachten op een andere organisatie"),
            Reden(code: "staat-elders", naam: "Het staat al in een andere agenda"),
            Reden(code: "tijdelijk-weg", naam: "De cliënt is tijdelijk niet in de stad"),
        ]
    }

    public func gezienReden(_ code: String) -> Reden? { gezienRedenen.first { $0.code == code } }

    /// Everything in one text: another text means that the list must be computed anew.
    public var vingerafdruk: String {
        [geenContact, nietsGepland, klokLooptAf, termijnNadert, rapport, documentVerloopt, wachtOpOuder]
            .map { "\($0.aantal)\($0.eenheid.rawValue)\($0.richting.rawValue)" }.joined(separator: ",")
    }
}
