// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The notifications to partners that did not arrive (yet): those that wait for a human first, then those that are tried
/// again.
public struct PartnermeldingenLijst: Query, Equatable {
    public static let type = "nl.wegwijs.sociale-kaart.partnermeldingen-lijst.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Page<OnbezorgdBericht>
    public var page: PageRequest
    public init(page: PageRequest = PageRequest()) { self.page = page }
}

/// How many there are, for the today page of the beheerder.
public struct PartnermeldingenAantal: Query, Equatable {
    public static let type = "nl.wegwijs.sociale-kaart.partnermeldingen-aantal.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = OnbezorgdAantal.Answer
    public init() {}
}

/// Tries one notification to a partner again at once, with a day of time anew.
public struct PartnermeldingOpnieuw: Command, Equatable {
    public static let type = "nl.wegwijs.sociale-kaart.partnermelding-opnieuw.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var bericht: UUID
    public var versie: Int
    public init(bericht: UUID, versie: Int) { (self.bericht, self.versie) = (bericht, versie) }
}

/// Stops trying. The reason is for colleagues and must hold no personal data.
public struct PartnermeldingOpgeven: Command, Equatable {
    public static let type = "nl.wegwijs.sociale-kaart.partnermelding-opgeven.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var bericht: UUID
    public var versie: Int
    public var reden: String
    public init(bericht: UUID, versie: Int, reden: String) {
        (self.bericht, self.versie, self.reden) = (bericht, versie, reden)
    }
}

/// The first 100 of `PartnermeldingenLijst`, as it was asked before there were pages.
public struct PartnermeldingenOnbezorgd: Query {
    public static let type = "nl.wegwijs.sociale-kaart.partnermeldingen-onbezorgd.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = [OnbezorgdBericht]
    public init() {}
}

/// Tries all notifications to partners that wait for a human again, at most 500 at a time.
public struct PartnermeldingenOpnieuw: Command {
    public static let type = "nl.wegwijs.sociale-kaart.partnermeldingen-opnieuw.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var aantal: Int
        public init(aantal: Int) { self.aantal = aantal }
    }
    public init() {}
}
