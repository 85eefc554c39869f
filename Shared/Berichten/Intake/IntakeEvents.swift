// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The gemeente handed somebody over and the receipt was given; nothing is decided yet.
public struct AanmeldingOntvangen: Event, Equatable {
    public static let type = "nl.wegwijs.intake.aanmelding-ontvangen.v1"
    public var aanmelding: AanmeldingID
    public var gemeente: String
    public var ontvangenOp: Datum
    public var subject: String { aanmelding.description }
    public init(aanmelding: AanmeldingID, gemeente: String, ontvangenOp: Datum) {
        (self.aanmelding, self.gemeente, self.ontvangenOp) = (aanmelding, gemeente, ontvangenOp)
    }
}

/// Somebody is a client of ours from now on. Facts and ids only: who it is, intake alone knows.
public struct AanmeldingGeaccepteerd: Event, Equatable {
    public static let type = "nl.wegwijs.intake.aanmelding-geaccepteerd.v1"
    public var dossier: DossierID
    /// Number for people to call the dossier by, such as `W-2027-0012`. Says nothing about the person.
    public var dossiernummer: String
    public var aanmelding: AanmeldingID
    public var huishouden: HuishoudenID
    public var gemeente: String
    /// Id of the contract whose rules hold, such as `almere-2027`.
    public var opdracht: String
    public var doelgroep: Doelgroep
    /// True for everyone of 18 or older and every ex-AMV; a child rides on a parent's or guardian's traject.
    public var eigenTraject: Bool
    /// For a child: the dossier on whose traject it rides, when known.
    public var meerijdendMet: DossierID?
    public var ontvangenOp: Datum
    public var geaccepteerdOp: Datum
    public var datumHuisvesting: Datum?
    public var verblijfsvorm: Verblijfsvorm
    /// Is this person 18 on the day of acceptance; unknown with a partial birth date.
    public var is18: Feit
    /// `yyyy-MM` of the 18th birthday of a child, when the birth date tells it.
    public var wordt18In: String?
    public var inburgeringsplichtig: Feit
    public var factureerbaar: Bool
    /// ISO 639 code of the language to speak; for the choice of begeleider and interpreter.
    public var spreektaal: String?
    public var tolkNodig: Bool
    public var postcode4: String?
    public var team: TeamID
    /// When the first contact must have been, by the contract's rule of this day.
    public var eersteContactVoor: Datum?
    public var subject: String { dossier.description }

    public init(
        dossier: DossierID, dossiernummer: String, aanmelding: AanmeldingID, huishouden: HuishoudenID, gemeente: String,
        opdracht: String, doelgroep: Doelgroep, eigenTraject: Bool, meerijdendMet: DossierID? = nil, ontvangenOp: Datum,
        geaccepteerdOp: Datum, datumHuisvesting: Datum? = nil, verblijfsvorm: Verblijfsvorm, is18: Feit,
        wordt18In: String? = nil, inburgeringsplichtig: Feit, factureerbaar: Bool, spreektaal: String? = nil,
        tolkNodig: Bool, postcode4: String? = nil, team: TeamID, eersteContactVoor: Datum? = nil
    ) {
        self.eersteContactVoor = eersteContactVoor
        (self.dossier, self.dossiernummer, self.aanmelding, self.huishouden) = (dossier, dossiernummer, aanmelding, huishouden)
        (self.gemeente, self.opdracht, self.doelgroep, self.eigenTraject) = (gemeente, opdracht, doelgroep, eigenTraject)
        (self.meerijdendMet, self.ontvangenOp, self.geaccepteerdOp) = (meerijdendMet, ontvangenOp, geaccepteerdOp)
        (self.datumHuisvesting, self.verblijfsvorm, self.is18) = (datumHuisvesting, verblijfsvorm, is18)
        (self.wordt18In, self.inburgeringsplichtig, self.factureerbaar) = (wordt18In, inburgeringsplichtig, factureerbaar)
        (self.spreektaal, self.tolkNodig, self.postcode4, self.team) = (spreektaal, tolkNodig, postcode4, team)
    }
}

/// The aanmelding was refused, with a code of the contract.
public struct AanmeldingAfgewezen: Event, Equatable {
    public static let type = "nl.wegwijs.intake.aanmelding-afgewezen.v1"
    public var aanmelding: AanmeldingID
    public var gemeente: String
    /// `buiten-doelgroep`, `ontheemde-oekraine`, `dubbel`, `andere-gemeente`, `onvolledig`, `overig`.
    public var reden: String
    public var afgewezenOp: Datum
    public var subject: String { aanmelding.description }
    public init(aanmelding: AanmeldingID, gemeente: String, reden: String, afgewezenOp: Datum) {
        (self.aanmelding, self.gemeente, self.reden, self.afgewezenOp) = (aanmelding, gemeente, reden, afgewezenOp)
    }
}

/// The gemeente took it back.
public struct AanmeldingIngetrokken: Event, Equatable {
    public static let type = "nl.wegwijs.intake.aanmelding-ingetrokken.v1"
    public var aanmelding: AanmeldingID
    /// Set when it had become a dossier already.
    public var dossier: DossierID?
    public var ingetrokkenOp: Datum
    public var subject: String { dossier?.description ?? aanmelding.description }
    public init(aanmelding: AanmeldingID, dossier: DossierID? = nil, ingetrokkenOp: Datum) {
        (self.aanmelding, self.dossier, self.ingetrokkenOp) = (aanmelding, dossier, ingetrokkenOp)
    }
}
