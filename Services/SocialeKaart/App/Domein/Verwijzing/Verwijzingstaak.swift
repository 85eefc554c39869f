// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Something that the begeleider must do about a referral that waits on somebody else, or that ended.
public enum Verwijzingstaak: String, Sendable, CaseIterable {
    /// A draft that lies still.
    case conceptWacht = "concept-wacht"
    /// The partner does not answer.
    case geenAntwoord = "geen-antwoord"
    /// The review date of the waiting list passed.
    case herzieningVerlopen = "herziening-verlopen"
    /// The partner moved the review date for the third time.
    case wachtlijstLang = "wachtlijst-lang"
    /// The expected start passed without contact.
    case startUitgebleven = "start-uitgebleven"
    /// A question how it goes was not answered.
    case statusvraagOnbeantwoord = "statusvraag-onbeantwoord"
    /// Declined: choose another service.
    case alternatiefKiezen = "alternatief-kiezen"
    /// Expired: choose again.
    case opnieuwKiezen = "opnieuw-kiezen"
    /// The partner would take the person, but the agreement is too old.
    case instemmingVernieuwen = "instemming-vernieuwen"

    /// Times that the review date of a waiting list may be moved before the begeleider hears of it.
    public static let verlengingen = 3

    /// What coming into a state asks of the begeleider.
    public static func bij(_ toestand: VerwijzingToestand, verlengingen: Int) -> [Verwijzingstaak] {
        switch toestand {
        case .afgewezen: [.alternatiefKiezen]
        case .verlopen: [.opnieuwKiezen]
        case .wachtlijst where verlengingen >= Self.verlengingen: [.wachtlijstLang]
        default: []
        }
    }

    /// What the clock of a state asks of the begeleider when the escalation comes.
    public static func escalatie(_ toestand: VerwijzingToestand) -> Verwijzingstaak? {
        switch toestand {
        case .verstuurd, .ontvangen: .geenAntwoord
        case .wachtlijst: .herzieningVerlopen
        case .geaccepteerd: .startUitgebleven
        case .gestart: .statusvraagOnbeantwoord
        case .concept, .afgerond, .afgewezen, .ingetrokken, .verlopen: nil
        }
    }
}
