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
    /// Everything that a person can fill in; nil from a service that does not say.
    public var inhoud: Voorzieningsinhoud?
    /// The terms of the entry, with their kind.
    public var begrippen: [VoorzieningBewerkbaar.Begrip]?
    /// The week from today, of the service wherever it is; empty when nothing is known of its hours.
    public var week: [Dagtijden]?
    public var plekken: [Plek]?
    /// `telefoon`, `bezoek`, `website`, `aanbieder`, `bron`, `synthetisch`.
    public var controleWijze: String?
    public init(
        regel: Voorzieningsregel, voorWie: String?, aanmelden: String?, waarschuwing: String?, gebied: [String], talen: [String],
        kosten: String?, meenemen: [String], toegestaneVelden: [String], bronnen: [String], versie: Int,
        inhoud: Voorzieningsinhoud? = nil, begrippen: [VoorzieningBewerkbaar.Begrip]? = nil, week: [Dagtijden]? = nil,
        plekken: [Plek]? = nil, controleWijze: String? = nil
    ) {
        (self.inhoud, self.begrippen, self.week, self.plekken) = (inhoud, begrippen, week, plekken)
        self.controleWijze = controleWijze
        (self.regel, self.voorWie, self.aanmelden, self.waarschuwing) = (regel, voorWie, aanmelden, waarschuwing)
        (self.gebied, self.talen, self.kosten, self.meenemen) = (gebied, talen, kosten, meenemen)
        (self.toegestaneVelden, self.bronnen, self.versie) = (toegestaneVelden, bronnen, versie)
    }
}

extension Voorzieningsdetail {
    /// One place of the service, with its own hours where it has them.
    public struct Plek: Codable, Sendable, Equatable {
        public var locatie: Voorzieningsinhoud.Locatie
        public var week: [Dagtijden]
        public init(locatie: Voorzieningsinhoud.Locatie, week: [Dagtijden]) { (self.locatie, self.week) = (locatie, week) }
    }
}

/// The hours of one day, exceptions counted in.
public struct Dagtijden: Codable, Sendable, Equatable {
    public var datum: Datum
    /// `open`, `gesloten`, `onbekend`.
    public var stand: String
    /// Local times, `09:00` and `12:30`, in order.
    public var tijden: [Tijd]
    public struct Tijd: Codable, Sendable, Equatable {
        public var van: String
        public var tot: String
        public init(van: String, tot: String) { (self.van, self.tot) = (van, tot) }
    }
    public init(datum: Datum, stand: String, tijden: [Tijd] = []) {
        (self.datum, self.stand, self.tijden) = (datum, stand, tijden)
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
