// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Until when a referral may stay as it is. Whole days, but for the escalation of an urgent one, which counts office hours;
/// working days as in the Algemene termijnenwet.
public struct Verwijzingsklok: Sendable, Equatable {
    public var herinneringOp: Datum?
    public var escalatieOp: Datum?
    /// Set when the escalation falls within a day: it comes at this instant, on `escalatieOp`.
    public var escalatieOm: Date?
    /// The last day; the day after it the state ends by itself. Nil: it never does.
    public var uiterlijkOp: Datum?

    /// Office hours after which an urgent referral without receipt goes to the begeleider.
    public static let spoedKantooruren = 4
    /// Days between two questions how it goes, and working days before the end of the traject for the last one.
    public static let statusvraagDagen = 60
    public static let statusvraagVoorEinde = 20
    /// Working days after which an unanswered question goes to the begeleider.
    public static let statusvraagAntwoord = 10

    /// What the clock of a state depends on.
    public struct Invoer: Sendable, Equatable {
        public var urgentie: Urgentie
        public var herzieningsdatum: Datum?
        public var verwachteStartdatum: Datum?
        /// End of the person's traject: twenty working days before it the partner is asked how it goes.
        public var trajectEindigtOp: Datum?
        /// The instant at which the state began; nil counts from the opening of the office on that day.
        public var moment: Date?
        public init(
            urgentie: Urgentie = .normaal, herzieningsdatum: Datum? = nil, verwachteStartdatum: Datum? = nil,
            trajectEindigtOp: Datum? = nil, moment: Date? = nil
        ) {
            (self.urgentie, self.herzieningsdatum) = (urgentie, herzieningsdatum)
            (self.verwachteStartdatum, self.trajectEindigtOp) = (verwachteStartdatum, trajectEindigtOp)
            self.moment = moment
        }
    }

    /// The terms of `verwijzing-toestanden.json` from the day the state began.
    public init(_ toestand: VerwijzingToestand, vanaf dag: Datum, _ invoer: Invoer) {
        let spoed = invoer.urgentie == .spoed
        func werkdagen(_ aantal: Int) -> Datum { dag.adding(werkdagen: aantal) }
        switch toestand {
        case .concept:
            (herinneringOp, uiterlijkOp) = (werkdagen(10), dag.adding(days: 30))
        case .verstuurd where spoed:
            let om = Kantooruren.erbij(Self.spoedKantooruren, vanaf: invoer.moment ?? dag.at(hour: Kantooruren.van))
            (herinneringOp, escalatieOp, escalatieOm, uiterlijkOp) = (werkdagen(1), Datum(om), om, werkdagen(1))
        case .verstuurd:
            (herinneringOp, escalatieOp, uiterlijkOp) = (werkdagen(1), werkdagen(2), werkdagen(5))
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
            // The escalation is set when the question has been put.
            herinneringOp = Self.statusvraag(na: dag, trajectEindigtOp: invoer.trajectEindigtOp)
        case .afgerond, .afgewezen, .ingetrokken, .verlopen: break
        }
    }

    /// Every 60 days, and 20 working days before the traject ends: whichever comes first after this day.
    public static func statusvraag(na dag: Datum, trajectEindigtOp einde: Datum?) -> Datum {
        let gewoon = dag.adding(days: statusvraagDagen)
        guard let voorEinde = einde?.adding(werkdagen: -statusvraagVoorEinde), dag < voorEinde else { return gewoon }
        return min(gewoon, voorEinde)
    }
}
