// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// One notification that did not arrive (yet). No personal data: who it is about stands in neither row nor page.
public struct OnbezorgdBericht: Codable, Sendable, Equatable {
    public var id: UUID
    /// The key of the receiver, such as `gemeente:0034`.
    public var bestemming: String
    /// CloudEvents type.
    public var soort: String
    /// Whether it is still tried by itself; otherwise it waits for a human.
    public var wordtHerhaald: Bool
    public var gemaaktOp: Date
    public var pogingen: Int
    /// Real time, as receivers live in.
    public var laatstOp: Date?
    public var volgendeOp: Date?
    /// Code of the cause, such as `geen-verbinding`.
    public var oorzaak: String?
    /// The last HTTP status, where there was an answer.
    public var status: Int?
    public var versie: Int

    public init(
        id: UUID, bestemming: String, soort: String, wordtHerhaald: Bool, gemaaktOp: Date, pogingen: Int,
        laatstOp: Date? = nil, volgendeOp: Date? = nil, oorzaak: String? = nil, status: Int? = nil, versie: Int
    ) {
        (self.id, self.bestemming, self.soort, self.wordtHerhaald) = (id, bestemming, soort, wordtHerhaald)
        (self.gemaaktOp, self.pogingen, self.laatstOp, self.volgendeOp) = (gemaaktOp, pogingen, laatstOp, volgendeOp)
        (self.oorzaak, self.status, self.versie) = (oorzaak, status, versie)
    }
}

/// The notifications to gemeenten that did not arrive: those that wait for a human first, then those that are tried again.
public struct OnbezorgdeBerichten: Query, Equatable {
    public static let type = "nl.wegwijs.intake.onbezorgde-berichten.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Page<OnbezorgdBericht>
    public var page: PageRequest
    public init(page: PageRequest = PageRequest()) { self.page = page }
}

/// How many there are, for the today page of the beheerder.
public struct OnbezorgdAantal: Query, Equatable {
    public static let type = "nl.wegwijs.intake.onbezorgd-aantal.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var voorMens: Int
        public var wordtHerhaald: Int
        /// Files with aanmeldingen that came in and do not get on; nil from an intake that does not say.
        public var vasteBestanden: [Vastbestand]?
        public init(voorMens: Int, wordtHerhaald: Int, vasteBestanden: [Vastbestand]? = nil) {
            (self.voorMens, self.wordtHerhaald, self.vasteBestanden) = (voorMens, wordtHerhaald, vasteBestanden)
        }
    }
    public init() {}
}

/// A file with aanmeldingen that is tried again and again and stays where it is until somebody looks.
public struct Vastbestand: Codable, Sendable, Equatable {
    /// Nil when it has a name that no file of ours has.
    public var bestandsnaam: String?
    /// Code of the cause: `onleesbaar`, `verplaatsen`, `resultaat`, `geen-bestand` or `storing`.
    public var oorzaak: String
    public init(bestandsnaam: String?, oorzaak: String) { (self.bestandsnaam, self.oorzaak) = (bestandsnaam, oorzaak) }
}

/// Tries one notification again at once, with a day of time anew.
public struct BerichtOpnieuwBezorgen: Command, Equatable {
    public static let type = "nl.wegwijs.intake.bericht-opnieuw-bezorgen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var bericht: UUID
    public var versie: Int
    public init(bericht: UUID, versie: Int) { (self.bericht, self.versie) = (bericht, versie) }
}

/// The same for all that wait for a human, at most 500 at a time.
public struct AllesOpnieuwBezorgen: Command, Equatable {
    public static let type = "nl.wegwijs.intake.alles-opnieuw-bezorgen.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var aantal: Int
        public init(aantal: Int) { self.aantal = aantal }
    }
    public init() {}
}

/// Stops trying. The reason is for colleagues and must hold no personal data.
public struct BerichtOpgeven: Command, Equatable {
    public static let type = "nl.wegwijs.intake.bericht-opgeven.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var bericht: UUID
    public var versie: Int
    public var reden: String
    public init(bericht: UUID, versie: Int, reden: String) {
        (self.bericht, self.versie, self.reden) = (bericht, versie, reden)
    }
}
