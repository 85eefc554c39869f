// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// One entry as it can be edited, with what there is to choose from.
public struct VoorzieningBewerkbaar: Query {
    public static let type = "nl.wegwijs.sociale-kaart.voorziening-bewerkbaar.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        /// Nil for a new entry.
        public var inhoud: Voorzieningsinhoud?
        public var versie: Int
        public var gecontroleerdOp: Datum?
        /// `telefoon`, `bezoek`, `website`, `aanbieder`, `bron`, `synthetisch`.
        public var controleWijze: String?
        public var begrippen: [Begrip]
        public var organisaties: [Organisatie]
        /// The newest first, at most 50.
        public var geschiedenis: [Versie]
        /// What it was in the version that was asked for (`sinds`); nil when that is not kept.
        public var basis: Voorzieningsinhoud?
        public init(
            inhoud: Voorzieningsinhoud?, versie: Int, gecontroleerdOp: Datum?, controleWijze: String?, begrippen: [Begrip],
            organisaties: [Organisatie], geschiedenis: [Versie], basis: Voorzieningsinhoud? = nil
        ) {
            self.basis = basis
            (self.inhoud, self.versie, self.gecontroleerdOp) = (inhoud, versie, gecontroleerdOp)
            (self.controleWijze, self.begrippen) = (controleWijze, begrippen)
            (self.organisaties, self.geschiedenis) = (organisaties, geschiedenis)
        }
    }
    public struct Begrip: Codable, Sendable, Equatable {
        public var id: String
        /// `leefgebied`, `doelgroep`, `toegang`, `soort`, `verwijsbaar`, `upl`.
        public var soort: String
        public var code: String?
        public var naam: String
        /// In a list outside, such as the Uniforme Productnamenlijst.
        public var uri: String?
        public init(id: String, soort: String, code: String?, naam: String, uri: String? = nil) {
            (self.id, self.soort, self.code, self.naam, self.uri) = (id, soort, code, naam, uri)
        }
    }
    public struct Organisatie: Codable, Sendable, Equatable {
        public var id: OrganisatieID
        public var naam: String
        public init(id: OrganisatieID, naam: String) { (self.id, self.naam) = (id, naam) }
    }
    public struct Versie: Codable, Sendable, Equatable {
        public var versie: Int
        public var op: Date
        /// The id of a user, or the source of a service.
        public var door: String
        /// `import`, `bewerkt`, `controle`, `voorstel`, `opgeheven`, `eerste`.
        public var waarom: String
        public var verschillen: [Veldverschil]
        public init(versie: Int, op: Date, door: String, waarom: String, verschillen: [Veldverschil]) {
            (self.versie, self.op, self.door) = (versie, op, door)
            (self.waarom, self.verschillen) = (waarom, verschillen)
        }
    }
    public var voorziening: VoorzieningID?
    /// The version from which a form began that a colleague overtook.
    public var sinds: Int?
    public init(voorziening: VoorzieningID?, sinds: Int? = nil) { (self.voorziening, self.sinds) = (voorziening, sinds) }
}

/// One field of a record before and after, in words. The name is that of HSDS (`fees_description`).
public struct Veldverschil: Codable, Sendable, Equatable {
    public var veld: String
    public var was: String?
    public var wordt: String?
    public init(veld: String, was: String?, wordt: String?) { (self.veld, self.was, self.wordt) = (veld, was, wordt) }
}

/// A worker changes an entry, or makes one.
public struct VoorzieningBewerken: Command {
    public static let type = "nl.wegwijs.sociale-kaart.voorziening-bewerken.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var voorziening: VoorzieningID
        public var versie: Int
        public init(voorziening: VoorzieningID, versie: Int) { (self.voorziening, self.versie) = (voorziening, versie) }
    }
    /// Nil: a new entry.
    public var voorziening: VoorzieningID?
    public var versie: Int
    public var inhoud: Voorzieningsinhoud
    /// How the worker knows: `telefoon`, `bezoek`, `website` makes it checked today; `tikfout` leaves the earlier check
    /// standing; `niet` takes it away, for the earlier check was of other words.
    public var controle: String
    public init(voorziening: VoorzieningID?, versie: Int, inhoud: Voorzieningsinhoud, controle: String) {
        (self.voorziening, self.versie, self.inhoud) = (voorziening, versie, inhoud)
        self.controle = controle
    }
}

/// What there is to do on the directory: entries to check, proposals to judge.
public struct KaartWerk: Query {
    public static let type = "nl.wegwijs.sociale-kaart.kaart-werk.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        /// Entries that were never checked, or longer ago than a year: they are not public. Counted to 1,000.
        public var verlopen: Int
        /// Entries of which the check is older than half a year: ask again before it runs out. Counted to
        /// 1,000.
        public var navragen: Int
        public var voorstellen: [Voorstelregel]
        /// The entries to check: what does not react first, then what was checked longest ago.
        public var rijen: [Voorzieningsregel]
        public var volgende: String?
        /// Entries that left referrals unanswered. Counted to 1,000.
        public var reagerenNiet: Int?
        public init(
            verlopen: Int, navragen: Int, voorstellen: [Voorstelregel], rijen: [Voorzieningsregel], volgende: String?,
            reagerenNiet: Int? = nil
        ) {
            (self.verlopen, self.navragen, self.voorstellen) = (verlopen, navragen, voorstellen)
            (self.rijen, self.volgende, self.reagerenNiet) = (rijen, volgende, reagerenNiet)
        }
    }
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

/// A change that a partner proposes of its own entry.
public struct Voorstelregel: Codable, Sendable, Equatable {
    public var voorstel: UUID
    public var voorziening: VoorzieningID
    public var naam: String
    public var organisatie: String?
    /// `concept`, `te-beoordelen`, `gepubliceerd`, `teruggestuurd`.
    public var toestand: String
    public var sinds: Date
    public init(
        voorstel: UUID, voorziening: VoorzieningID, naam: String, organisatie: String?, toestand: String, sinds: Date
    ) {
        (self.voorstel, self.voorziening, self.naam) = (voorstel, voorziening, naam)
        (self.organisatie, self.toestand, self.sinds) = (organisatie, toestand, sinds)
    }
}

public struct VoorstelOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.voorstel-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var regel: Voorstelregel
        public var versie: Int
        public var verschillen: [Veldverschil]
        /// The partner's own explanation.
        public var toelichting: String?
        /// The entry changed after the partner began: the differences are with what it is now.
        public var intussenGewijzigd: Bool
        public init(
            regel: Voorstelregel, versie: Int, verschillen: [Veldverschil], toelichting: String?, intussenGewijzigd: Bool
        ) {
            (self.regel, self.versie, self.verschillen) = (regel, versie, verschillen)
            (self.toelichting, self.intussenGewijzigd) = (toelichting, intussenGewijzigd)
        }
    }
    public var voorstel: UUID
    public init(voorstel: UUID) { self.voorstel = voorstel }
}

/// A worker publishes a proposal, or sends it back with the reason.
public struct VoorstelBeoordelen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.voorstel-beoordelen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var voorstel: UUID
    public var versie: Int
    public var publiceren: Bool
    /// Must be given when it is sent back.
    public var reden: String?
    public init(voorstel: UUID, versie: Int, publiceren: Bool, reden: String? = nil) {
        (self.voorstel, self.versie, self.publiceren, self.reden) = (voorstel, versie, publiceren, reden)
    }
}
