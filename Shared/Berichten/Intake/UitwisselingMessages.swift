// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// From now on nothing about this person leaves, over any channel (decision 0013). Who stopped it and why, intake alone
/// knows.
public struct UitwisselingGestopt: Event, Equatable {
    public static let type = "nl.wegwijs.intake.uitwisseling-gestopt.v1"
    public var dossier: DossierID
    public var subject: String { dossier.description }
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// The stop was lifted: what is due may leave again.
public struct UitwisselingHervat: Event, Equatable {
    public static let type = "nl.wegwijs.intake.uitwisseling-hervat.v1"
    public var dossier: DossierID
    public var subject: String { dossier.description }
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// About whom of these nothing may leave now. A service asks it before it hands anything to a gemeente, a partner or
/// another outsider; without an answer it hands over nothing.
public struct UitwisselingNagaan: Query {
    public static let type = "nl.wegwijs.intake.uitwisseling-nagaan.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        /// Of the dossiers asked, in the order asked.
        public var gestopt: [DossierID]
        public init(gestopt: [DossierID]) { self.gestopt = gestopt }
    }
    /// At most 500.
    public var dossiers: [DossierID]
    /// Also name who shares a household with somebody about whom the exchange was stopped: for what tells of a household.
    public var metHuishouden: Bool
    public init(dossiers: [DossierID], metHuishouden: Bool = false) {
        (self.dossiers, self.metHuishouden) = (dossiers, metHuishouden)
    }
}

/// A begeleider or team leader stops every exchange about a person, at once.
public struct UitwisselingStoppen: Command {
    public static let type = "nl.wegwijs.intake.uitwisseling-stoppen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var dossier: DossierID
    /// Why: 10 to 2,000 characters. Sealed together with who says it.
    public var toelichting: String
    public init(dossier: DossierID, toelichting: String) { (self.dossier, self.toelichting) = (dossier, toelichting) }
}

/// A team leader who did not stop it lifts the stop.
public struct UitwisselingHervatten: Command {
    public static let type = "nl.wegwijs.intake.uitwisseling-hervatten.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var dossier: DossierID
    /// Why it is safe again: 10 to 2,000 characters. Sealed.
    public var toelichting: String
    public init(dossier: DossierID, toelichting: String) { (self.dossier, self.toelichting) = (dossier, toelichting) }
}

/// How it stands for one person, without who and why: for the page where a worker stops or lifts it.
public struct UitwisselingOpvragen: Query {
    public static let type = "nl.wegwijs.intake.uitwisseling-opvragen.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var dossiernummer: String
        /// The day since when; nil when nothing is stopped.
        public var gestoptSinds: Datum?
        /// What the actor may do here. Who stopped it may not lift it, which only lifting itself looks at.
        public var magStoppen: Bool
        public var magHervatten: Bool
        public var magRedenLezen: Bool
        public init(dossiernummer: String, gestoptSinds: Datum?, magStoppen: Bool, magHervatten: Bool, magRedenLezen: Bool) {
            (self.dossiernummer, self.gestoptSinds, self.magStoppen) = (dossiernummer, gestoptSinds, magStoppen)
            (self.magHervatten, self.magRedenLezen) = (magHervatten, magRedenLezen)
        }
    }
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// Who stopped and lifted it and why, newest first. Every reading is logged.
public struct UitwisselingRedenLezen: Query {
    public static let type = "nl.wegwijs.intake.uitwisseling-reden-lezen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = [Regel]
    public struct Regel: Codable, Sendable, Equatable {
        /// `gestopt` or `hervat`.
        public var soort: String
        public var op: Datum
        public var door: GebruikerID?
        public var toelichting: String
        public init(soort: String, op: Datum, door: GebruikerID?, toelichting: String) {
            (self.soort, self.op, self.door, self.toelichting) = (soort, op, door, toelichting)
        }
    }
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// About whom the exchange is stopped, longest first: for the team leader of the team and the functionaris
/// gegevensbescherming, so that no stop is forgotten.
public struct UitwisselingsstoppenLijst: Query {
    public static let type = "nl.wegwijs.intake.uitwisselingsstoppen-lijst.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Page<Rij>
    public struct Rij: Codable, Sendable, Equatable {
        public var dossier: DossierID
        public var dossiernummer: String
        public var sinds: Datum
        public init(dossier: DossierID, dossiernummer: String, sinds: Datum) {
            (self.dossier, self.dossiernummer, self.sinds) = (dossier, dossiernummer, sinds)
        }
    }
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

extension Failure {
    /// What a worker hears at each exchange that does not happen. Never why, and never said to an outsider.
    public static let uitwisselingGestopt = Failure.state(reason: "Uitwisseling over deze persoon is stopgezet.")
}
