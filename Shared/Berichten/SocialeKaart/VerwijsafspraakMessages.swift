// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// How many people a service can take, as the worker sees it.
public struct Capaciteitsregel: Codable, Sendable, Equatable {
    /// `plaats`, `geen-plaats`, `wachtlijst`, `eerst-overleggen`, or `onbekend` when it was said too long ago.
    public var stand: String
    /// Places left after what is reserved; nil when no number is known.
    public var over: Int?
    public var gereserveerd: Int
    public var gemeldOp: Datum
    public init(stand: String, over: Int?, gereserveerd: Int, gemeldOp: Datum) {
        (self.stand, self.over, self.gereserveerd, self.gemeldOp) = (stand, over, gereserveerd, gemeldOp)
    }
}

/// What was agreed on referring to one service: what it may know and why, the ground, the agreement on data, the places.
public struct VerwijsafspraakOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.verwijsafspraak-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var voorziening: VoorzieningID
        public var naam: String
        public var organisatie: OrganisatieID?
        public var organisatieNaam: String?
        /// All fields that a service may ever receive, step 1 first.
        public var mogelijk: [String]
        public var velden: [String]
        /// The fields that need no reason.
        public var standaard: [String]
        public var redenen: [String: String]
        public var grondslag: String?
        /// 0 when nobody recorded anything yet.
        public var versie: Int
        public var afspraakTot: Datum?
        public var capaciteit: Capaciteitsregel?
        public init(
            voorziening: VoorzieningID, naam: String, organisatie: OrganisatieID?, organisatieNaam: String?, mogelijk: [String],
            velden: [String], standaard: [String], redenen: [String: String], grondslag: String?, versie: Int,
            afspraakTot: Datum?, capaciteit: Capaciteitsregel?
        ) {
            (self.voorziening, self.naam, self.organisatie) = (voorziening, naam, organisatie)
            (self.organisatieNaam, self.mogelijk, self.velden) = (organisatieNaam, mogelijk, velden)
            (self.standaard, self.redenen, self.grondslag) = (standaard, redenen, grondslag)
            (self.versie, self.afspraakTot, self.capaciteit) = (versie, afspraakTot, capaciteit)
        }
    }
    public var voorziening: VoorzieningID
    public init(voorziening: VoorzieningID) { self.voorziening = voorziening }
}

/// Records what one service may know, with the reason for each field that is not standard, and the ground.
public struct VeldenlijstVastleggen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.veldenlijst-vastleggen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var voorziening: VoorzieningID
    public var versie: Int
    public var velden: [String]
    public var redenen: [String: String]
    public var grondslag: String?
    public init(
        voorziening: VoorzieningID, versie: Int, velden: [String], redenen: [String: String], grondslag: String? = nil
    ) {
        (self.voorziening, self.versie, self.velden) = (voorziening, versie, velden)
        (self.redenen, self.grondslag) = (redenen, grondslag)
    }
}

/// Records until when the agreement on data with the organisation of this service holds.
public struct PartnerafspraakVastleggen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.partnerafspraak-vastleggen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var organisatie: OrganisatieID
    public var geldigTot: Datum
    public init(organisatie: OrganisatieID, geldigTot: Datum) { (self.organisatie, self.geldigTot) = (organisatie, geldigTot) }
}

/// What a service says about places: by the partner itself, or by a worker who asked.
public struct CapaciteitMelden: Command {
    public static let type = "nl.wegwijs.sociale-kaart.capaciteit-melden.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var voorziening: VoorzieningID
    /// `plaats`, `geen-plaats`, `wachtlijst`, `eerst-overleggen`.
    public var antwoord: String
    public var vrij: Int?
    public var maximum: Int?
    public init(voorziening: VoorzieningID, antwoord: String, vrij: Int? = nil, maximum: Int? = nil) {
        (self.voorziening, self.antwoord, self.vrij, self.maximum) = (voorziening, antwoord, vrij, maximum)
    }
}
