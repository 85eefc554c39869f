// SPDX-License-Identifier: EUPL-1.2

/// Where a contact took place, or will. A kind of place, never an address.
public enum Contactplaats: String, Codable, Sendable, CaseIterable {
    case thuis, kantoor
    case spreekuurlocatie = "spreekuur-locatie"
    case instantie, school, buiten
    case opAfstand = "op-afstand"
    case anders

    public var naam: String {
        switch self {
        case .thuis: "Bij de persoon thuis"
        case .kantoor: "Op ons kantoor"
        case .spreekuurlocatie: "Op het spreekuur"
        case .instantie: "Bij een instantie"
        case .school: "Op school of de opvang"
        case .buiten: "Buiten of in de buurt"
        case .opAfstand: "Op afstand"
        case .anders: "Ergens anders"
        }
    }
}

extension Contactsoort {
    /// Where this kind of contact usually is.
    public var gewonePlaats: Contactplaats {
        switch self {
        case .spreekuur: .spreekuurlocatie
        case .huisbezoek, .outreach: .thuis
        case .afspraak: .kantoor
        case .telefoon, .bericht: .opAfstand
        }
    }

    /// Kinds that can be planned. An attempt to reach somebody and a message are not appointments.
    public static let teplannen: [Contactsoort] = [.huisbezoek, .afspraak, .spreekuur, .telefoon]
}

/// Why a contact that was written down no longer holds. The old one stays readable with it.
public enum Correctiereden: String, Codable, Sendable, CaseIterable {
    case verkeerdeGegevens = "verkeerde-gegevens"
    case aanvulling, dubbel
    case verkeerdePersoon = "verkeerde-persoon"
    case vergissing

    public var naam: String {
        switch self {
        case .verkeerdeGegevens: "Er stond iets fout in"
        case .aanvulling: "Er ontbrak iets"
        case .dubbel: "Het stond er dubbel in"
        case .verkeerdePersoon: "Het ging over iemand anders"
        case .vergissing: "Dit contact was er niet"
        }
    }

    /// Reasons to write a better one in its place, and reasons to take it away.
    public static let verbeteren: [Correctiereden] = [.verkeerdeGegevens, .aanvulling]
    public static let intrekken: [Correctiereden] = [.dubbel, .verkeerdePersoon, .vergissing]
}

public enum AfspraakToestand: String, Codable, Sendable, CaseIterable {
    case gepland, gebeurd, afgezegd

    public var naam: String {
        switch self {
        case .gepland: "Gepland"
        case .gebeurd: "Geweest"
        case .afgezegd: "Afgezegd"
        }
    }
}

/// Why an appointment does not take place.
public enum Afzegreden: String, Codable, Sendable, CaseIterable {
    case persoon, wij, instantie, tolk
    case nietNodig = "niet-nodig"
    case vergissing

    public var naam: String {
        switch self {
        case .persoon: "De persoon heeft afgezegd"
        case .wij: "Wij kunnen niet"
        case .instantie: "De instantie kan niet"
        case .tolk: "Er is geen tolk"
        case .nietNodig: "Het is niet meer nodig"
        case .vergissing: "Deze afspraak was een vergissing"
        }
    }
}
