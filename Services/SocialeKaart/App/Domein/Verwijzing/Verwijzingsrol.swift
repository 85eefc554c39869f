// SPDX-License-Identifier: EUPL-1.2

/// In which part somebody acts on a referral. Raw values as in `verwijzing-toestanden.json`.
public enum Verwijzingsrol: String, Sendable, CaseIterable, Hashable {
    /// The begeleider who has the dossier and refers.
    case casemanager = "aanbieder-casemanager"
    /// The organisation that the referral is addressed to.
    case partner
    /// The person, through the begeleider.
    case client = "client-via-casemanager"
    /// The team leader of the dossier, who may correct an end that was recorded by mistake.
    case teamleider
    /// The clock.
    case systeem

    /// As in the history of a referral on the bus: who, in one word.
    public var wie: String {
        switch self {
        case .casemanager, .client: "verwijzer"
        case .partner: "partner"
        case .teamleider: "teamleider"
        case .systeem: "systeem"
        }
    }
}
