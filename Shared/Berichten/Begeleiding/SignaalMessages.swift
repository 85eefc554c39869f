// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

// Signals: noticed facts with their source, never a judgement. None of this is an event: what is noticed about somebody
// leaves this service only in the answer to who may read it.

/// The signals about one person, the newest first.
public struct SignalenOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.signalen-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Signaaloverzicht
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct Signaaloverzicht: Codable, Sendable, Equatable {
    /// False when the traject has ended: nothing new is written down any more.
    public var loopt: Bool
    public var signalen: [Signaal]
    public init(loopt: Bool, signalen: [Signaal]) { (self.loopt, self.signalen) = (loopt, signalen) }

    public struct Signaal: Codable, Sendable, Equatable {
        public var signaal: SignaalID
        public var gezienOp: Datum
        public var prioriteit: Signaalprioriteit
        /// Nil while it cannot be read, because the key is away.
        public var inhoud: Inhoud?
        public var opvolgenUiterlijk: Datum
        public var opvolgenWaarom: String
        public var vervaltOp: Datum
        public var vervaltWaarom: String
        public var opvolgingen: [Opvolging]
        public var gesloten: Einde?
        public var door: GebruikerID?
        public var versie: Int
        public init(
            signaal: SignaalID, gezienOp: Datum, prioriteit: Signaalprioriteit, inhoud: Inhoud?, opvolgenUiterlijk: Datum,
            opvolgenWaarom: String, vervaltOp: Datum, vervaltWaarom: String, opvolgingen: [Opvolging], gesloten: Einde?,
            door: GebruikerID?, versie: Int
        ) {
            (self.signaal, self.gezienOp, self.prioriteit, self.inhoud) = (signaal, gezienOp, prioriteit, inhoud)
            (self.opvolgenUiterlijk, self.opvolgenWaarom) = (opvolgenUiterlijk, opvolgenWaarom)
            (self.vervaltOp, self.vervaltWaarom, self.opvolgingen) = (vervaltOp, vervaltWaarom, opvolgingen)
            (self.gesloten, self.door, self.versie) = (gesloten, door, versie)
        }
    }

    /// What is sealed of a signal.
    public struct Inhoud: Codable, Sendable, Equatable {
        public var soort: Signaalsoort
        public var bron: Signaalbron
        /// Who told it, for `derde-zei`.
        public var van: String
        /// What was seen or heard.
        public var feit: String
        public init(soort: Signaalsoort, bron: Signaalbron, van: String, feit: String) {
            (self.soort, self.bron, self.van, self.feit) = (soort, bron, van, feit)
        }
    }

    public struct Opvolging: Codable, Sendable, Equatable {
        public var op: Datum
        /// Nil while it cannot be read.
        public var tekst: String?
        public var door: GebruikerID?
        /// Whether it was said that the signal still holds, with a new day on which it expires.
        public var verlengd: Bool
        public init(op: Datum, tekst: String?, door: GebruikerID?, verlengd: Bool) {
            (self.op, self.tekst, self.door, self.verlengd) = (op, tekst, door, verlengd)
        }
    }

    public struct Einde: Codable, Sendable, Equatable {
        public var op: Datum
        /// Nil while it cannot be read.
        public var uitkomst: Signaaluitkomst?
        public var tekst: String?
        public var door: GebruikerID?
        public init(op: Datum, uitkomst: Signaaluitkomst?, tekst: String?, door: GebruikerID?) {
            (self.op, self.uitkomst, self.tekst, self.door) = (op, uitkomst, tekst, door)
        }
    }
}

public struct SignaalVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.signaal-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var signaal: SignaalID
        public init(signaal: SignaalID) { self.signaal = signaal }
    }
    public var dossier: DossierID
    public var gezienOp: Datum
    public var prioriteit: Signaalprioriteit
    public var inhoud: Signaaloverzicht.Inhoud
    public init(dossier: DossierID, gezienOp: Datum, prioriteit: Signaalprioriteit, inhoud: Signaaloverzicht.Inhoud) {
        (self.dossier, self.gezienOp, self.prioriteit, self.inhoud) = (dossier, gezienOp, prioriteit, inhoud)
    }
}

/// What was done with a signal. With `verlengen` it also holds for another term.
public struct SignaalOpvolgen: Command {
    public static let type = "nl.wegwijs.begeleiding.signaal-opvolgen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var signaal: SignaalID
    public var tekst: String
    public var verlengen: Bool
    public var versie: Int
    public init(dossier: DossierID, signaal: SignaalID, tekst: String, verlengen: Bool, versie: Int) {
        (self.dossier, self.signaal, self.tekst, self.verlengen) = (dossier, signaal, tekst, verlengen)
        self.versie = versie
    }
}

/// Closes a signal with how it ended and what was done.
public struct SignaalSluiten: Command {
    public static let type = "nl.wegwijs.begeleiding.signaal-sluiten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var signaal: SignaalID
    public var uitkomst: Signaaluitkomst
    public var tekst: String
    public var versie: Int
    public init(dossier: DossierID, signaal: SignaalID, uitkomst: Signaaluitkomst, tekst: String, versie: Int) {
        (self.dossier, self.signaal, self.uitkomst, self.tekst) = (dossier, signaal, uitkomst, tekst)
        self.versie = versie
    }
}
