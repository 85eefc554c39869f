// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A one-time link as the worker sees it; what is in the link is shown once and kept nowhere.
public struct Antwoordlinkregel: Codable, Sendable, Equatable {
    public var gemaaktOp: Date
    public var verlooptOp: Datum
    public var isBeantwoord: Bool
    public var heeftCode: Bool
    /// Too many wrong codes: make a new one.
    public var isOpSlot: Bool
    public init(gemaaktOp: Date, verlooptOp: Datum, isBeantwoord: Bool, heeftCode: Bool, isOpSlot: Bool) {
        (self.gemaaktOp, self.verlooptOp, self.isBeantwoord) = (gemaaktOp, verlooptOp, isBeantwoord)
        (self.heeftCode, self.isOpSlot) = (heeftCode, isOpSlot)
    }
}

/// A worker makes a link for a partner without an account. An earlier one of the same referral stops working.
public struct AntwoordlinkMaken: Command {
    public static let type = "nl.wegwijs.sociale-kaart.antwoordlink-maken.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var verwijzing: VerwijzingID
    /// SHA-256 of what is in the link, as hexadecimal text.
    public var hash: String
    public var verlooptOp: Datum
    public init(verwijzing: VerwijzingID, hash: String, verlooptOp: Datum) {
        (self.verwijzing, self.hash, self.verlooptOp) = (verwijzing, hash, verlooptOp)
    }
}

public struct AntwoordlinkIntrekken: Command {
    public static let type = "nl.wegwijs.sociale-kaart.antwoordlink-intrekken.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var verwijzing: VerwijzingID
    public init(verwijzing: VerwijzingID) { self.verwijzing = verwijzing }
}

/// The code that opens step 2 on the link; the worker gives it over another channel.
public struct AntwoordlinkCode: Command {
    public static let type = "nl.wegwijs.sociale-kaart.antwoordlink-code.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var verwijzing: VerwijzingID
    /// A keyed hash of the code, made by portaal: the store alone tells nobody the code.
    public var hash: String
    public init(verwijzing: VerwijzingID, hash: String) { (self.verwijzing, self.hash) = (verwijzing, hash) }
}

/// What the page of a link shows. `Failure.notFound` for every link that does not open, whatever the reason.
public struct AntwoordlinkOpenen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.antwoordlink-openen.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        /// Never with step 2.
        public var verwijzing: Partnerverwijzing
        public var organisatie: String
        public var verlooptOp: Datum
        /// An answer can still be given over this link.
        public var neemtAntwoord: Bool
        /// A code opens step 2.
        public var neemtCode: Bool
        public init(
            verwijzing: Partnerverwijzing, organisatie: String, verlooptOp: Datum, neemtAntwoord: Bool, neemtCode: Bool
        ) {
            (self.verwijzing, self.organisatie, self.verlooptOp) = (verwijzing, organisatie, verlooptOp)
            (self.neemtAntwoord, self.neemtCode) = (neemtAntwoord, neemtCode)
        }
    }
    public var hash: String
    public init(hash: String) { self.hash = hash }
}

/// Somebody answers over a link: once, but for the receipt.
public struct AntwoordlinkAntwoorden: Command {
    public static let type = "nl.wegwijs.sociale-kaart.antwoordlink-antwoorden.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var hash: String
    public var versie: Int
    public var naar: VerwijzingToestand
    public var velden: [String: String]
    public init(hash: String, versie: Int, naar: VerwijzingToestand, velden: [String: String]) {
        (self.hash, self.versie, self.naar, self.velden) = (hash, versie, naar, velden)
    }
}

/// Opens step 2 on a link with the code that came over another channel.
public struct AntwoordlinkPersoon: Command {
    public static let type = "nl.wegwijs.sociale-kaart.antwoordlink-persoon.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        /// Nil: the code was wrong, or no code is taken any more.
        public var persoon: [String: String]?
        public init(persoon: [String: String]?) { self.persoon = persoon }
    }
    public var hash: String
    public var code: String
    public init(hash: String, code: String) { (self.hash, self.code) = (hash, code) }
}
