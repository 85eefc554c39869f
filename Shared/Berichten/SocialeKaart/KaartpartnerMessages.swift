// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The entries of the partner's own organisation, unchecked and ended ones too, by name.
public struct PartnerVermeldingen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.partner-vermeldingen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Page<Partnervermelding>
    public var page: PageRequest
    /// Only those that wait for an answer of the organisation: the yearly question, or a proposal that came back.
    public var alleenWacht: Bool?
    public init(page: PageRequest, alleenWacht: Bool? = nil) { (self.page, self.alleenWacht) = (page, alleenWacht) }
}

/// One entry as its own organisation sees it in a list.
public struct Partnervermelding: Codable, Sendable, Equatable {
    public var voorziening: VoorzieningID
    public var naam: String
    /// `actief`, `niet-actief`, `tijdelijk-gesloten`, `opgeheven`.
    public var status: String
    public var gecontroleerdOp: Datum?
    public var versie: Int
    /// What the organisation itself told of room; nil: nothing yet.
    public var plek: Plekstand?
    /// The proposal that is not published yet.
    public var voorstel: Partnervoorstel?
    /// Set when referrals to it were left unanswered and the organisation has said nothing since.
    public var reageertNiet: Bool?
    public init(
        voorziening: VoorzieningID, naam: String, status: String, gecontroleerdOp: Datum?, versie: Int, plek: Plekstand?,
        voorstel: Partnervoorstel?, reageertNiet: Bool? = nil
    ) {
        (self.voorziening, self.naam, self.status) = (voorziening, naam, status)
        self.reageertNiet = reageertNiet
        (self.gecontroleerdOp, self.versie) = (gecontroleerdOp, versie)
        (self.plek, self.voorstel) = (plek, voorstel)
    }
}

/// Where a proposal of the partner stands.
public struct Partnervoorstel: Codable, Sendable, Equatable {
    public var voorstel: UUID
    /// `concept`, `te-beoordelen`, `teruggestuurd`.
    public var toestand: String
    /// Why it was sent back.
    public var reden: String?
    public var toelichting: String?
    public var sinds: Date
    public var versie: Int
    public init(voorstel: UUID, toestand: String, reden: String?, toelichting: String?, sinds: Date, versie: Int) {
        (self.voorstel, self.toestand, self.reden) = (voorstel, toestand, reden)
        (self.toelichting, self.sinds, self.versie) = (toelichting, sinds, versie)
    }
}

/// One entry of the partner's own organisation, with what it proposes. `Failure.notFound` for an entry of another.
public struct PartnerVermeldingOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.partner-vermelding-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var vermelding: Partnervermelding
        /// As it is published.
        public var inhoud: Voorzieningsinhoud
        /// As it is proposed; nil: nothing is.
        public var voorgesteld: Voorzieningsinhoud?
        /// Between the two.
        public var verschillen: [Veldverschil]
        public var begrippen: [VoorzieningBewerkbaar.Begrip]
        public init(
            vermelding: Partnervermelding, inhoud: Voorzieningsinhoud, voorgesteld: Voorzieningsinhoud?,
            verschillen: [Veldverschil], begrippen: [VoorzieningBewerkbaar.Begrip]
        ) {
            (self.vermelding, self.inhoud, self.voorgesteld) = (vermelding, inhoud, voorgesteld)
            (self.verschillen, self.begrippen) = (verschillen, begrippen)
        }
    }
    public var voorziening: VoorzieningID
    public init(voorziening: VoorzieningID) { self.voorziening = voorziening }
}

/// A partner writes down how its entry should be, and hands it in or keeps it for later.
public struct PartnerVoorstelDoen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.partner-voorstel-doen.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var voorstel: UUID
        public var versie: Int
        public init(voorstel: UUID, versie: Int) { (self.voorstel, self.versie) = (voorstel, versie) }
    }
    public var voorziening: VoorzieningID
    /// Nil: a new proposal.
    public var voorstel: UUID?
    /// Of the proposal, as the partner saw it; 0 for a new one.
    public var versie: Int
    public var inhoud: Voorzieningsinhoud
    /// For who judges it.
    public var toelichting: String?
    public var indienen: Bool
    public init(
        voorziening: VoorzieningID, voorstel: UUID?, versie: Int, inhoud: Voorzieningsinhoud, toelichting: String?,
        indienen: Bool
    ) {
        (self.voorziening, self.voorstel, self.versie) = (voorziening, voorstel, versie)
        (self.inhoud, self.toelichting, self.indienen) = (inhoud, toelichting, indienen)
    }
}

/// A partner takes its own proposal back, as long as nobody published it.
public struct PartnerVoorstelIntrekken: Command {
    public static let type = "nl.wegwijs.sociale-kaart.partner-voorstel-intrekken.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var voorstel: UUID
    /// Of the proposal, as the partner saw it.
    public var versie: Int
    public init(voorstel: UUID, versie: Int) { (self.voorstel, self.versie) = (voorstel, versie) }
}

/// The partner answers the yearly question: the entry is right as it stands.
public struct PartnerBevestigen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.partner-bevestigen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var voorziening: VoorzieningID
    public var versie: Int
    public init(voorziening: VoorzieningID, versie: Int) { (self.voorziening, self.versie) = (voorziening, versie) }
}
