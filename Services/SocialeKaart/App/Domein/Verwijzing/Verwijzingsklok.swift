// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Until when a referral may stay as it is. All whole days; working days as in the Algemene termijnenwet.
public struct Verwijzingsklok: Sendable, Equatable {
    public var herinneringOp: Datum?
    public var escalatieOp: Datum?
    /// The last day; the day after it the state ends by itself. Nil: it never does.
    public var uiterlijkOp: Datum?

    /// What the clock of a state depends on.
    public struct Invoer: Sendable, Equatable {
        public var urgentie: Urgentie
        public var herzieningsdatum: Datum?
        public var verwachteStartdatum: Datum?
        /// End of the person's traject: twenty working days before it the partner is asked how it goes.
        public var trajectEindigtOp: Datum?
        public init(
            urgentie: Urgentie = .normaal, herzieningsdatum: Datum? = nil, verwachteStartdatum: Datum? = nil,
            trajectEindigtOp: Datum? = nil
        ) {
            (self.urgentie, self.herzieningsdatum) = (urgentie, herzieningsdatum)
            (self.verwachteStartdatum, self.trajectEindigtOp) = (verwachteStartdatum, trajectEindigtOp)
        }
    }

    /// The terms of `verwijzing-toestanden.json` from the day the state began. "Vier kantooruren" is the same working day.
    public init(_ toestand: VerwijzingToestand, vanaf dag: Datum, _ invoer: Invoer) {
        let spoed = invoer.urgentie == .spoed
        func werkdagen(_ aantal: Int) -> Datum { dag.adding(werkdagen: aantal) }
        switch toestand {
        case .concept:
            (herinneringOp, escalatieOp, uiterlijkOp) = (werkdagen(10), nil, dag.adding(days: 30))
        case .verstuurd:
            (herinneringOp, escalatieOp, uiterlijkOp) =
                spoed ? (werkdagen(1), dag.eerstvolgendeWerkdag, werkdagen(1)) : (werkdagen(1), werkdagen(2), werkdagen(5))
        case .ontvangen:
            (herinneringOp, escalatieOp, uiterlijkOp) =
                spoed ? (werkdagen(1), werkdagen(1), werkdagen(2)) : (werkdagen(3), werkdagen(5), werkdagen(10))
        case .wachtlijst:
            let herziening = invoer.herzieningsdatum ?? werkdagen(20)
            (herinneringOp, escalatieOp, uiterlijkOp) = (
                herziening, herziening.adding(werkdagen: 5), herziening.adding(werkdagen: 20)
            )
        case .geaccepteerd:
            let start = invoer.verwachteStartdatum ?? dag
            (herinneringOp, escalatieOp, uiterlijkOp) = (start, start.adding(werkdagen: 5), start.adding(werkdagen: 30))
        case .gestart:
            let vraag = Self.statusvraag(na: dag, trajectEindigtOp: invoer.trajectEindigtOp)
            (herinneringOp, escalatieOp, uiterlijkOp) = (vraag, vraag.adding(werkdagen: 10), nil)
        case .afgerond, .afgewezen, .ingetrokken, .verlopen:
            (herinneringOp, escalatieOp, uiterlijkOp) = (nil, nil, nil)
        }
    }

    /// Every 60 days, and 20 working days before the traject ends: whichever comes first after this day.
    private static func statusvraag(na dag: Datum, trajectEindigtOp einde: Datum?) -> Datum {
        let gewoon = dag.adding(days: 60)
        guard let voorEinde = einde?.adding(werkdagen: -20), dag < voorEinde else { return gewoon }
        return min(gewoon, voorEinde)
    }
}
