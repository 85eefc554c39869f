// SPDX-License-Identifier: EUPL-1.2
import Berichten

/// For what a service (or an anonymous visitor) may ask something on its own account. The raw value is the `purpose` of
/// `Actor.service(purpose:)`; any other purpose gives nothing.
public enum ServicePurpose: String, Sendable, CaseIterable {
    /// Rapportage gathers the paragraphs of a report.
    case rapport = "rapport-opstellen"
    /// The sociale kaart asks who is meant by a referral that was sent.
    case verwijzing = "verwijzing-overdragen"
    /// Reiskosten asks name and account for a payment that was decided.
    case betaling = "betaling-uitvoeren"
    /// The operator's command and the health page look at the streams.
    case bewaking
    /// The public face of the sociale kaart.
    case openbaar

    public var actor: Actor { .service(purpose: rawValue) }

    var actions: Set<Action> { Action.looking }

    var resources: Set<Resource> {
        switch self {
        case .rapport: [.dossier, .traject, .plan, .contactmoment, .regeldag, .meting, .verwijzing, .voorschot]
        case .verwijzing, .betaling: [.dossier]
        case .bewaking: [.stroom]
        case .openbaar: [.voorziening]
        }
    }
}
