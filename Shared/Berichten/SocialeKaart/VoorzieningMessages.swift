// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

public struct VoorzieningOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.voorziening-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Voorzieningsdetail
    public var voorziening: VoorzieningID
    public init(voorziening: VoorzieningID) { self.voorziening = voorziening }
}

public struct Voorzieningsdetail: Codable, Sendable, Equatable {
    public var regel: Voorzieningsregel
    public var voorWie: String?
    public var aanmelden: String?
    public var waarschuwing: String?
    public var gebied: [String]
    public var talen: [String]
    public var kosten: String?
    public var meenemen: [String]
    /// The fields that this service may receive about a person, by step.
    public var toegestaneVelden: [String]
    /// Where the entry comes from.
    public var bronnen: [String]
    public var versie: Int
    public init(
        regel: Voorzieningsregel, voorWie: String?, aanmelden: String?, waarschuwing: String?, gebied: [String], talen: [String],
        kosten: String?, meenemen: [String], toegestaneVelden: [String], bronnen: [String], versie: Int
    ) {
        (self.regel, self.voorWie, self.aanmelden, self.waarschuwing) = (regel, voorWie, aanmelden, waarschuwing)
        (self.gebied, self.talen, self.kosten, self.meenemen) = (gebied, talen, kosten, meenemen)
        (self.toegestaneVelden, self.bronnen, self.versie) = (toegestaneVelden, bronnen, versie)
    }
}

/// A worker records that the provider confirmed the entry today.
public struct VoorzieningControleren: Command {
    public static let type = "nl.wegwijs.sociale-kaart.voorziening-controleren.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var voorziening: VoorzieningID
    public var versie: Int
    /// How it was checked: `telefoon`, `bezoek`, `website`, `synthetisch` (demo only).
    public var wijze: String
    public init(voorziening: VoorzieningID, versie: Int, wijze: String) {
        (self.voorziening, self.versie, self.wijze) = (voorziening, versie, wijze)
    }
}
