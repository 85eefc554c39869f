// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

// Reading the Meldcode compartment of a dossier in an emergency (decision 0042). Whether there is a file at all is not told
// before a reason was written down, and every time is looked at by the aandachtsfunctionaris, also when there was nothing.

/// Asks to read what is written about this dossier, now. The answer is the same whether or not there is a file.
public struct MeldcodeNoodOpenen: Command {
    public static let type = "nl.wegwijs.begeleiding.meldcode-nood-openen.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var noodinzage: NoodinzageID
        public init(noodinzage: NoodinzageID) { self.noodinzage = noodinzage }
    }
    public var dossier: DossierID
    public var reden: Noodreden
    /// Sealed in the store.
    public var toelichting: String
    public init(dossier: DossierID, reden: Noodreden, toelichting: String) {
        (self.dossier, self.reden, self.toelichting) = (dossier, reden, toelichting)
    }
}

/// One time: for who asked it, as long as it lasts, with the files that can be read; for the aandachtsfunctionaris, with why.
public struct MeldcodeNoodOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.meldcode-nood-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Noodinzage
    public var noodinzage: NoodinzageID
    public init(noodinzage: NoodinzageID) { self.noodinzage = noodinzage }
}

public struct Noodinzage: Codable, Sendable, Equatable {
    public var noodinzage: NoodinzageID
    public var dossier: DossierID
    public var dossiernummer: String
    public var reden: Noodreden
    public var toelichting: String
    public var door: GebruikerID
    public var op: Date
    public var tot: Date
    /// The files of the dossier; empty when there are none, or when the time of who asked is over.
    public var zaken: [MeldcodeID]
    public var oordeel: Oordeel?
    /// Whether the reader may close it with an outcome.
    public var magBeoordelen: Bool
    public var versie: Int

    public struct Oordeel: Codable, Sendable, Equatable {
        public var uitkomst: Nooduitkomst
        public var toelichting: String
        public var door: GebruikerID?
        public var op: Date
        public init(uitkomst: Nooduitkomst, toelichting: String, door: GebruikerID?, op: Date) {
            (self.uitkomst, self.toelichting, self.door, self.op) = (uitkomst, toelichting, door, op)
        }
    }

    public init(
        noodinzage: NoodinzageID, dossier: DossierID, dossiernummer: String, reden: Noodreden, toelichting: String,
        door: GebruikerID, op: Date, tot: Date, zaken: [MeldcodeID], oordeel: Oordeel?, magBeoordelen: Bool, versie: Int
    ) {
        (self.noodinzage, self.dossier, self.dossiernummer) = (noodinzage, dossier, dossiernummer)
        (self.reden, self.toelichting, self.door, self.op) = (reden, toelichting, door, op)
        (self.tot, self.zaken, self.oordeel) = (tot, zaken, oordeel)
        (self.magBeoordelen, self.versie) = (magBeoordelen, versie)
    }
}

/// The times in the team of an aandachtsfunctionaris, the newest first.
public struct MeldcodeNoodinzagen: Query {
    public static let type = "nl.wegwijs.begeleiding.meldcode-noodinzagen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Page<Regel>
    /// Only those that nobody looked at yet.
    public var alleenOpen: Bool
    public var page: PageRequest
    public init(alleenOpen: Bool, page: PageRequest) { (self.alleenOpen, self.page) = (alleenOpen, page) }

    public struct Regel: Codable, Sendable, Equatable {
        public var noodinzage: NoodinzageID
        public var dossiernummer: String
        public var door: GebruikerID
        public var op: Date
        public var beoordeeldOp: Date?
        public init(noodinzage: NoodinzageID, dossiernummer: String, door: GebruikerID, op: Date, beoordeeldOp: Date?) {
            (self.noodinzage, self.dossiernummer, self.door) = (noodinzage, dossiernummer, door)
            (self.op, self.beoordeeldOp) = (op, beoordeeldOp)
        }
    }
}

/// Closes one time with what the aandachtsfunctionaris found of it.
public struct MeldcodeNoodBeoordelen: Command {
    public static let type = "nl.wegwijs.begeleiding.meldcode-nood-beoordelen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var noodinzage: NoodinzageID
    public var uitkomst: Nooduitkomst
    /// Sealed in the store.
    public var toelichting: String
    public var versie: Int
    public init(noodinzage: NoodinzageID, uitkomst: Nooduitkomst, toelichting: String, versie: Int) {
        (self.noodinzage, self.uitkomst, self.toelichting, self.versie) = (noodinzage, uitkomst, toelichting, versie)
    }
}
