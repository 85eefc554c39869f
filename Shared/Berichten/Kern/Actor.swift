// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What somebody may be in the organisation or around it (ontwerp: "Who may").
public enum Role: String, Codable, Sendable, CaseIterable, Hashable {
    case begeleider
    case vrijwilliger
    case teamleider
    case financieel = "financieel-medewerker"
    case tweedeTekenaar = "tweede-tekenaar"
    case beheerder
    case functionarisGegevensbescherming = "functionaris-gegevensbescherming"
    /// Keeps watch over the Meldcode files of a team, and nothing else.
    case aandachtsfunctionaris
    case klantmanager
    case partner
    case client

    /// Who looks from another organisation: what such a reader gets to see has left us.
    public var isOutside: Bool { self == .klantmanager || self == .partner }
}

/// On whose behalf a request is made. Portaal fills it from the session; a service that acts by itself has no role.
public struct Actor: Codable, Sendable, Equatable {
    /// The user, or nil when a service or an outside system acts.
    public var user: GebruikerID?
    public var roles: Set<Role>
    /// The worker's team: what a team leader sees.
    public var team: TeamID?
    /// The gemeente (CBS code of four digits) of a klantmanager.
    public var gemeente: String?
    /// The partner organisation of a partner.
    public var organisatie: OrganisatieID?
    /// The own dossier of a client.
    public var dossier: DossierID?
    /// Why the actor wants this, for the read log: `begeleiding`, `vervanging`, `controle`, ...
    public var purpose: String
    /// For whom this worker covers today. Never on the wire: every service fills it in itself, from what it knows.
    public var waarneemtVoor: Set<GebruikerID> = []

    private enum CodingKeys: String, CodingKey { case user, roles, team, gemeente, organisatie, dossier, purpose }

    public init(
        user: GebruikerID?, roles: Set<Role>, team: TeamID? = nil, gemeente: String? = nil, organisatie: OrganisatieID? = nil,
        dossier: DossierID? = nil, purpose: String
    ) {
        (self.user, self.roles, self.team, self.gemeente) = (user, roles, team, gemeente)
        (self.organisatie, self.dossier, self.purpose) = (organisatie, dossier, purpose)
    }

    /// A service that asks on its own account, such as rapportage that fetches the paragraphs of a report.
    public static func service(purpose: String) -> Actor { Actor(user: nil, roles: [], purpose: purpose) }

    /// Whether this worker guides for that one: is that one, or covers today.
    public func werktVoor(_ begeleider: GebruikerID?) -> Bool {
        guard let begeleider else { return false }
        return user == begeleider || waarneemtVoor.contains(begeleider)
    }

    public func has(_ role: Role) -> Bool { roles.contains(role) }

    /// Whether this is a reader of another organisation and nothing else.
    public var isOutside: Bool { !roles.isEmpty && roles.allSatisfy(\.isOutside) }
}
