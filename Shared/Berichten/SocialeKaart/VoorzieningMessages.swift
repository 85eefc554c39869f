// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The directory as a worker searches it.
public struct VoorzieningenZoeken: Query {
    public static let type = "nl.wegwijs.sociale-kaart.voorzieningen-zoeken.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Page<Voorzieningsregel>
    public var tekst: String
    public var leefgebied: Leefgebied?
    /// Only what somebody can be referred to.
    public var alleenVerwijsbaar: Bool
    public var page: PageRequest
    public init(tekst: String, leefgebied: Leefgebied? = nil, alleenVerwijsbaar: Bool = false, page: PageRequest) {
        (self.tekst, self.leefgebied) = (tekst, leefgebied)
        (self.alleenVerwijsbaar, self.page) = (alleenVerwijsbaar, page)
    }
}

public struct Voorzieningsregel: Codable, Sendable, Equatable {
    public var voorziening: VoorzieningID
    public var naam: String
    public var organisatie: String?
    public var omschrijving: String
    public var leefgebieden: [Leefgebied]
    /// `ja`, `professional`, `nee`.
    public var verwijsbaar: String
    /// Nil: nobody ever checked it with the provider.
    public var gecontroleerdOp: Datum?
    public init(
        voorziening: VoorzieningID, naam: String, organisatie: String?, omschrijving: String, leefgebieden: [Leefgebied],
        verwijsbaar: String, gecontroleerdOp: Datum?
    ) {
        (self.voorziening, self.naam, self.organisatie, self.omschrijving) = (voorziening, naam, organisatie, omschrijving)
        (self.leefgebieden, self.verwijsbaar, self.gecontroleerdOp) = (leefgebieden, verwijsbaar, gecontroleerdOp)
    }
}

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
