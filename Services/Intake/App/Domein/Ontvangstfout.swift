// SPDX-License-Identifier: EUPL-1.2

/// Why a well-formed message of a gemeente cannot be taken. All of them say "never retry this" to the sender.
enum Ontvangstfout: Error, Sendable, Equatable {
    /// The same `berichtId` came before with another content.
    case berichtHergebruikt
    /// This `aanmeldingId` was handed over before, in another message.
    case aanmeldingBekend
    /// A change or withdrawal of an aanmelding that this sender never made.
    case aanmeldingOnbekend
    /// A withdrawal of somebody who is a client by now: that is a decision of people, not of a message.
    case alGeaccepteerd
    /// A change of what is over: refused or withdrawn.
    case afgesloten
    /// A change that would move somebody to another gemeente: that is a new aanmelding.
    case andereGemeente
    /// We have no contract with this gemeente at all.
    case geenOpdracht
}
