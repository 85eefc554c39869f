// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The notifications to partners that did not arrive (yet), at most 100: those that wait for a human first.
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
