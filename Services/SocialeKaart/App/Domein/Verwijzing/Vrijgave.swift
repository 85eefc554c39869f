// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Whether facts about a person may leave now. The one place that decides it: sending, the partner's interface, the pages of
/// partners, the one-time link and the notices all ask here.
public enum Vrijgave: Sendable, Equatable {
    case mag
    /// A draft is nobody's business outside.
    case nietVerstuurd
    /// Name and way of contact come after acceptance.
    case pasNaAcceptatie
    /// The referral ended, and the days in which the partner may still look are over.
    case gesloten
    /// The exchange about this person was stopped: nothing leaves, whatever the state.
    case gestopt

    public enum Stap: Sendable, CaseIterable {
        /// Sending the step-1 package for the first time.
        case versturen
        /// Showing it again to the partner.
        case stap1
        /// Name and way of contact.
        case stap2
        /// That something happened, as an id and nothing else.
        case bericht
    }

    /// Days after a good end during which the partner may still see the package.
    public static let dagenNaAfronden = 30

    public static func van(
        _ stap: Stap, toestand: VerwijzingToestand, isVerstuurd: Bool, toegangTot: Datum?, isGestopt: Bool, vandaag: Datum
    ) -> Vrijgave {
        if isGestopt { return .gestopt }
        if stap == .versturen { return toestand == .concept ? .mag : .gesloten }
        guard isVerstuurd, toestand != .concept else { return .nietVerstuurd }
        if stap == .bericht { return .mag }
        if toestand.isEinde {
            guard let toegangTot, vandaag <= toegangTot else { return .gesloten }
        }
        if stap == .stap2, !toestand.opentStap2, toestand != .afgerond { return .pasNaAcceptatie }
        return .mag
    }
}
