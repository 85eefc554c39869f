// SPDX-License-Identifier: EUPL-1.2

public enum ActieKind: Sendable {}
/// One thing that somebody will do for a goal of the plan van aanpak.
public typealias ActieID = Identifier<ActieKind>

/// Who does something: an action has one owner, so that nobody waits for another.
public enum Actiehouder: String, Codable, Sendable, CaseIterable {
    case client, begeleider, partner

    /// On the screen of a worker.
    public var naam: String {
        switch self {
        case .client: "De cliënt"
        case .begeleider: "De begeleider"
        case .partner: "Een organisatie"
        }
    }
}

/// State of one action.
public enum ActieToestand: String, Codable, Sendable, CaseIterable {
    case open, gedaan, vervallen

    public var naam: String {
        switch self {
        case .open: "Nog te doen"
        case .gedaan: "Gedaan"
        case .vervallen: "Vervallen"
        }
    }
}

/// What the client said of the plan.
public enum Plankeus: String, Codable, Sendable, CaseIterable {
    case akkoord, geweigerd

    public var naam: String {
        switch self {
        case .akkoord: "Akkoord met het plan"
        case .geweigerd: "Niet akkoord met het plan"
        }
    }
}

/// Who spoke for the plan.
public enum Planstem: String, Codable, Sendable, CaseIterable {
    case client
    /// Parent or guardian, for who is under 18.
    case voogd
    /// Somebody who may decide for the client, such as a curator.
    case vertegenwoordiger

    public var naam: String {
        switch self {
        case .client: "De cliënt zelf"
        case .voogd: "Ouder of voogd"
        case .vertegenwoordiger: "Iemand die voor de cliënt mag beslissen"
        }
    }
}
