// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Of which things somebody may do something: a filter for the query of a list, a count or a search, and the same filter
/// for one thing by its facts.
public enum Scope: Sendable, Equatable {
    case none
    case all
    /// At least one of these holds; never empty.
    case any(Set<Ground>)

    /// One ground for access.
    public struct Ground: Sendable, Hashable {
        public enum Fact: String, Sendable, CaseIterable, Hashable {
            case begeleider, team, gemeente, organisatie, dossier, betrokkene, noodlezer
        }

        public let fact: Fact
        /// The text of the id or code that the fact must have.
        public let value: String
        /// Only what was released (`Facts.vrijgegeven`).
        public let onlyReleased: Bool
        /// Only people about whom nobody stopped the exchange (`Facts.uitwisselbaar`): for a reader outside the organisation.
        public var onlyExchangeable = false
        /// Only as long as nobody has a dossier through it (`Facts.zonderDossier`).
        public var onlyWithoutDossier = false

        public static func begeleider(_ id: GebruikerID) -> Ground {
            .init(fact: .begeleider, value: id.description, onlyReleased: false)
        }
        public static func betrokkene(_ id: GebruikerID) -> Ground {
            .init(fact: .betrokkene, value: id.description, onlyReleased: false)
        }
        public static func noodlezer(_ id: GebruikerID) -> Ground {
            .init(fact: .noodlezer, value: id.description, onlyReleased: false)
        }
        public static func team(_ id: TeamID, onlyWithoutDossier: Bool = false) -> Ground {
            var ground = Ground(fact: .team, value: id.description, onlyReleased: false)
            ground.onlyWithoutDossier = onlyWithoutDossier
            return ground
        }
        public static func gemeente(_ code: String, onlyReleased: Bool = false) -> Ground {
            .init(fact: .gemeente, value: code, onlyReleased: onlyReleased)
        }
        public static func organisatie(_ id: OrganisatieID, onlyReleased: Bool = false) -> Ground {
            .init(fact: .organisatie, value: id.description, onlyReleased: onlyReleased)
        }
        public static func dossier(_ id: DossierID, onlyReleased: Bool = false) -> Ground {
            .init(fact: .dossier, value: id.description, onlyReleased: onlyReleased)
        }
    }

    /// Whether the thing with these facts falls in it.
    public func admits(_ facts: Facts) -> Bool {
        switch self {
        case .none: false
        case .all: true
        case .any(let grounds): grounds.contains { $0.holds(for: facts) }
        }
    }

    /// Both together.
    public func union(_ other: Scope) -> Scope {
        switch (self, other) {
        case (.all, _), (_, .all): .all
        case (.none, let scope), (let scope, .none): scope
        case (.any(let mine), .any(let theirs)): .any(mine.union(theirs))
        }
    }
}

extension Scope.Ground {
    func holds(for facts: Facts) -> Bool {
        guard facts.vrijgegeven || !onlyReleased, facts.uitwisselbaar || !onlyExchangeable,
            facts.zonderDossier || !onlyWithoutDossier
        else { return false }
        return switch fact {
        case .begeleider: facts.begeleiders.contains { $0.description == value }
        case .team: facts.team?.description == value
        case .gemeente: facts.gemeente == value
        case .organisatie: facts.organisatie?.description == value
        case .dossier: facts.dossier?.description == value
        case .betrokkene: facts.betrokkenen.contains { $0.description == value }
        case .noodlezer: facts.noodlezers.contains { $0.description == value }
        }
    }
}
