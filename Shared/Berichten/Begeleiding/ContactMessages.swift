// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Around a contact: where, in which language, with whom.
public struct Contactomstandigheden: Codable, Sendable, Equatable {
    public var plaats: Contactplaats?
    /// How long an interpreter was there.
    public var tolkMinuten: Int?
    /// In which language was spoken: code of `Taal`.
    public var taal: String?
    /// Who of the household was there too.
    public var aanwezigen: [DossierID]
    /// Which organisations were there, as typed. Sealed in the store; never in an event.
    public var partners: String
    public init(
        plaats: Contactplaats? = nil, tolkMinuten: Int? = nil, taal: String? = nil, aanwezigen: [DossierID] = [],
        partners: String = ""
    ) {
        (self.plaats, self.tolkMinuten, self.taal) = (plaats, tolkMinuten, taal)
        (self.aanwezigen, self.partners) = (aanwezigen, partners)
    }
}

public struct ContactmomentVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.contactmoment-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var contactmoment: ContactmomentID
        public init(contactmoment: ContactmomentID) { self.contactmoment = contactmoment }
    }
    /// This contact comes in the place of another one, that stays readable.
    public struct Vervangt: Codable, Sendable, Equatable {
        public var contactmoment: ContactmomentID
        public var reden: Correctiereden
        public init(_ contactmoment: ContactmomentID, _ reden: Correctiereden) {
            (self.contactmoment, self.reden) = (contactmoment, reden)
        }
    }
    public var dossier: DossierID
    public var soort: Contactsoort
    public var datum: Datum
    public var duurMinuten: Int
    public var verschijning: Verschijning
    public var tolk: Tolkvorm
    public var doelen: [DoelID]
    /// Sealed in the store; never in an event.
    public var notitie: String
    public var volgendeStap: String
    public var volgendeStapOp: Datum?
    /// Nil from a sender that does not know of it.
    public var bij: Contactomstandigheden?
    /// The appointment that this was; it counts as happened from now on.
    public var afspraak: AfspraakID?
    public var vervangt: Vervangt?
    public init(
        dossier: DossierID, soort: Contactsoort, datum: Datum, duurMinuten: Int, verschijning: Verschijning, tolk: Tolkvorm,
        doelen: [DoelID] = [], notitie: String = "", volgendeStap: String = "", volgendeStapOp: Datum? = nil,
        bij: Contactomstandigheden? = nil, afspraak: AfspraakID? = nil, vervangt: Vervangt? = nil
    ) {
        (self.dossier, self.soort, self.datum, self.duurMinuten) = (dossier, soort, datum, duurMinuten)
        (self.verschijning, self.tolk, self.doelen, self.notitie) = (verschijning, tolk, doelen, notitie)
        (self.volgendeStap, self.volgendeStapOp) = (volgendeStap, volgendeStapOp)
        (self.bij, self.afspraak, self.vervangt) = (bij, afspraak, vervangt)
    }
}

/// A contact that was written down does not hold. It stays readable, with the reason.
public struct ContactmomentIntrekken: Command {
    public static let type = "nl.wegwijs.begeleiding.contactmoment-intrekken.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var contactmoment: ContactmomentID
    public var reden: Correctiereden
    /// Sealed in the store; never in an event.
    public var toelichting: String
    public init(dossier: DossierID, contactmoment: ContactmomentID, reden: Correctiereden, toelichting: String = "") {
        (self.dossier, self.contactmoment) = (dossier, contactmoment)
        (self.reden, self.toelichting) = (reden, toelichting)
    }
}

/// A contact told before does not hold: who counts contacts leaves it out from now on.
public struct ContactmomentIngetrokken: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.contactmoment-ingetrokken.v1"
    public var contactmoment: ContactmomentID
    public var traject: TrajectID
    public var dossier: DossierID
    public var soort: Contactsoort
    public var datum: Datum
    public var verschijning: Verschijning
    public var reden: Correctiereden
    public var subject: String { dossier.description }
    public init(
        contactmoment: ContactmomentID, traject: TrajectID, dossier: DossierID, soort: Contactsoort, datum: Datum,
        verschijning: Verschijning, reden: Correctiereden
    ) {
        (self.contactmoment, self.traject, self.dossier) = (contactmoment, traject, dossier)
        (self.soort, self.datum, self.verschijning, self.reden) = (soort, datum, verschijning, reden)
    }
}

/// One contact with everything that was written down, for its page and to correct it.
public struct ContactmomentOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.contactmoment-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Contactmomentkaart
    public var dossier: DossierID
    public var contactmoment: ContactmomentID
    public init(dossier: DossierID, contactmoment: ContactmomentID) {
        (self.dossier, self.contactmoment) = (dossier, contactmoment)
    }
}

public struct Contactmomentkaart: Codable, Sendable, Equatable {
    public var contactmoment: ContactmomentID
    public var soort: Contactsoort
    public var datum: Datum
    public var duurMinuten: Int
    public var verschijning: Verschijning
    public var tolk: Tolkvorm
    public var bij: Contactomstandigheden
    public var doelen: [DoelID]
    public var notitie: String
    public var volgendeStap: String
    public var volgendeStapOp: Datum?
    /// There are sealed words that cannot be opened now.
    public var onleesbaar: Bool
    public var door: GebruikerID?
    public var vastgelegdOp: Date
    /// The older one in whose place this came.
    public var vervangt: ContactmomentID?
    public var vervallen: Vervallen?

    public struct Vervallen: Codable, Sendable, Equatable {
        public var op: Date
        public var door: GebruikerID?
        public var reden: Correctiereden
        public var toelichting: String
        /// The better one; nil when it was taken away.
        public var vervangenDoor: ContactmomentID?
        public init(
            op: Date, door: GebruikerID?, reden: Correctiereden, toelichting: String, vervangenDoor: ContactmomentID?
        ) {
            (self.op, self.door, self.reden) = (op, door, reden)
            (self.toelichting, self.vervangenDoor) = (toelichting, vervangenDoor)
        }
    }

    public init(
        contactmoment: ContactmomentID, soort: Contactsoort, datum: Datum, duurMinuten: Int, verschijning: Verschijning,
        tolk: Tolkvorm, bij: Contactomstandigheden, doelen: [DoelID], notitie: String, volgendeStap: String,
        volgendeStapOp: Datum?, onleesbaar: Bool, door: GebruikerID?, vastgelegdOp: Date, vervangt: ContactmomentID?,
        vervallen: Vervallen?
    ) {
        (self.contactmoment, self.soort, self.datum, self.duurMinuten) = (contactmoment, soort, datum, duurMinuten)
        (self.verschijning, self.tolk, self.bij, self.doelen) = (verschijning, tolk, bij, doelen)
        (self.notitie, self.volgendeStap, self.volgendeStapOp) = (notitie, volgendeStap, volgendeStapOp)
        (self.onleesbaar, self.door, self.vastgelegdOp) = (onleesbaar, door, vastgelegdOp)
        (self.vervangt, self.vervallen) = (vervangt, vervallen)
    }
}

/// What a form for a new contact begins with: how the last one was, and what was planned for now.
public struct ContactvoorstelOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.contactvoorstel.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Contactvoorstel
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct Contactvoorstel: Codable, Sendable, Equatable {
    /// The last contact at which the person was there, without its words.
    public var laatste: Laatste?
    /// Appointments of today or before that nobody wrote down yet, oldest first; a few.
    public var afspraken: [Afspraakregel]

    public struct Laatste: Codable, Sendable, Equatable {
        public var soort: Contactsoort
        public var datum: Datum
        public var duurMinuten: Int
        public var tolk: Tolkvorm
        public var bij: Contactomstandigheden
        public init(soort: Contactsoort, datum: Datum, duurMinuten: Int, tolk: Tolkvorm, bij: Contactomstandigheden) {
            (self.soort, self.datum, self.duurMinuten, self.tolk, self.bij) = (soort, datum, duurMinuten, tolk, bij)
        }
    }
    public init(laatste: Laatste?, afspraken: [Afspraakregel]) { (self.laatste, self.afspraken) = (laatste, afspraken) }
}
