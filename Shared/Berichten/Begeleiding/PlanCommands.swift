// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Changes what a goal says: its words, the client's own words, its target date.
public struct DoelWijzigen: Command {
    public static let type = "nl.wegwijs.begeleiding.doel-wijzigen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var doel: DoelID
    /// Sealed in the store, unless it is a sentence of the library.
    public var tekst: String
    /// How the client says it. Sealed; empty for none.
    public var woorden: String
    public var streefdatum: Datum?
    /// The version the user saw.
    public var versie: Int
    public init(dossier: DossierID, doel: DoelID, tekst: String, woorden: String, streefdatum: Datum?, versie: Int) {
        (self.dossier, self.doel, self.tekst, self.woorden) = (dossier, doel, tekst, woorden)
        (self.streefdatum, self.versie) = (streefdatum, versie)
    }
}

/// Somebody will do something for a goal.
public struct ActieToevoegen: Command {
    public static let type = "nl.wegwijs.begeleiding.actie-toevoegen.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var actie: ActieID
        public init(actie: ActieID) { self.actie = actie }
    }
    public var dossier: DossierID
    public var doel: DoelID
    /// Sealed in the store, unless it is a suggestion of the library.
    public var tekst: String
    public var wie: Actiehouder
    /// Only for `partner`.
    public var verwijzing: VerwijzingID?
    public var uiterlijkOp: Datum?
    public init(
        dossier: DossierID, doel: DoelID, tekst: String, wie: Actiehouder, verwijzing: VerwijzingID? = nil,
        uiterlijkOp: Datum? = nil
    ) {
        (self.dossier, self.doel, self.tekst) = (dossier, doel, tekst)
        (self.wie, self.verwijzing, self.uiterlijkOp) = (wie, verwijzing, uiterlijkOp)
    }
}

public struct ActieWijzigen: Command {
    public static let type = "nl.wegwijs.begeleiding.actie-wijzigen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var actie: ActieID
    public var tekst: String
    public var wie: Actiehouder
    public var verwijzing: VerwijzingID?
    public var uiterlijkOp: Datum?
    public var versie: Int
    public init(
        dossier: DossierID, actie: ActieID, tekst: String, wie: Actiehouder, verwijzing: VerwijzingID?, uiterlijkOp: Datum?,
        versie: Int
    ) {
        (self.dossier, self.actie, self.tekst, self.wie) = (dossier, actie, tekst, wie)
        (self.verwijzing, self.uiterlijkOp, self.versie) = (verwijzing, uiterlijkOp, versie)
    }
}

/// It was done, is still to do, or is no longer needed.
public struct ActieZetten: Command {
    public static let type = "nl.wegwijs.begeleiding.actie-zetten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var actie: ActieID
    public var toestand: ActieToestand
    /// Who really did it; nil: who was to do it.
    public var gedaanDoor: Actiehouder?
    public var versie: Int
    public init(dossier: DossierID, actie: ActieID, toestand: ActieToestand, gedaanDoor: Actiehouder? = nil, versie: Int) {
        (self.dossier, self.actie, self.toestand) = (dossier, actie, toestand)
        (self.gedaanDoor, self.versie) = (gedaanDoor, versie)
    }
}

/// What the client said of the plan as it stands: agreed, which seals this version, or not agreed.
public struct PlanBesluitVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.plan-besluit-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var keus: Plankeus
    public var op: Datum
    public var wie: Planstem
    /// Of who said it. Sealed in the store; never in an event.
    public var naam: String
    /// ISO 639 code.
    public var taal: String
    public var tolk: Tolkvorm
    /// Sealed. Needed when the answer is no.
    public var opmerking: String
    /// The next talk about the plan.
    public var volgendOp: Datum?
    /// The version of the plan that was on the screen.
    public var versie: Int
    public init(
        dossier: DossierID, keus: Plankeus, op: Datum, wie: Planstem, naam: String, taal: String, tolk: Tolkvorm,
        opmerking: String = "", volgendOp: Datum? = nil, versie: Int
    ) {
        (self.dossier, self.keus, self.op, self.wie, self.naam) = (dossier, keus, op, wie, naam)
        (self.taal, self.tolk, self.opmerking) = (taal, tolk, opmerking)
        (self.volgendOp, self.versie) = (volgendOp, versie)
    }
}

/// The plan was discussed with the client.
public struct PlanBesproken: Command {
    public static let type = "nl.wegwijs.begeleiding.plan-besproken.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var op: Datum
    public var volgendOp: Datum?
    /// Sealed in the store.
    public var opmerking: String
    public init(dossier: DossierID, op: Datum, volgendOp: Datum? = nil, opmerking: String = "") {
        (self.dossier, self.op, self.volgendOp, self.opmerking) = (dossier, op, volgendOp, opmerking)
    }
}
