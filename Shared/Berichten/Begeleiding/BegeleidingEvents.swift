// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A traject runs. The dates follow from the contract's rules of that day.
public struct TrajectGestart: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.traject-gestart.v1"
    public var traject: TrajectID
    public var dossier: DossierID
    public var dossiernummer: String
    public var huishouden: HuishoudenID
    public var gemeente: String
    public var opdracht: String
    public var ontvangenOp: Datum
    public var gestartOp: Datum
    public var tussenrapportageOp: Datum
    public var eindigtOp: Datum
    public var factureerbaar: Bool
    public var team: TeamID
    public var subject: String { dossier.description }
    public init(
        traject: TrajectID, dossier: DossierID, dossiernummer: String, huishouden: HuishoudenID, gemeente: String,
        opdracht: String, ontvangenOp: Datum, gestartOp: Datum, tussenrapportageOp: Datum, eindigtOp: Datum,
        factureerbaar: Bool, team: TeamID
    ) {
        (self.traject, self.dossier, self.dossiernummer, self.huishouden) = (traject, dossier, dossiernummer, huishouden)
        (self.gemeente, self.opdracht, self.ontvangenOp, self.gestartOp) = (gemeente, opdracht, ontvangenOp, gestartOp)
        (self.tussenrapportageOp, self.eindigtOp) = (tussenrapportageOp, eindigtOp)
        (self.factureerbaar, self.team) = (factureerbaar, team)
    }
}

/// A begeleider has this dossier in the caseload from now on, in place of who had it. Children that ride along follow.
public struct DossierToegewezen: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.dossier-toegewezen.v1"
    public var dossier: DossierID
    public var huishouden: HuishoudenID
    public var gemeente: String
    public var begeleider: GebruikerID
    public var team: TeamID
    public var subject: String { dossier.description }
    public init(dossier: DossierID, huishouden: HuishoudenID, gemeente: String, begeleider: GebruikerID, team: TeamID) {
        (self.dossier, self.huishouden, self.gemeente) = (dossier, huishouden, gemeente)
        (self.begeleider, self.team) = (begeleider, team)
    }
}

public struct ContactmomentVastgelegd: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.contactmoment-vastgelegd.v1"
    public var contactmoment: ContactmomentID
    public var traject: TrajectID
    public var dossier: DossierID
    public var soort: Contactsoort
    public var datum: Datum
    public var duurMinuten: Int
    public var verschijning: Verschijning
    public var tolk: Tolkvorm
    /// Known since later than the rest; absent in what was told before.
    public var plaats: Contactplaats?
    public var tolkMinuten: Int?
    /// The contact in whose place this one came. That one was told as `ContactmomentIngetrokken` just before.
    public var vervangt: ContactmomentID?
    public var subject: String { dossier.description }
    public init(
        contactmoment: ContactmomentID, traject: TrajectID, dossier: DossierID, soort: Contactsoort, datum: Datum,
        duurMinuten: Int, verschijning: Verschijning, tolk: Tolkvorm, plaats: Contactplaats? = nil, tolkMinuten: Int? = nil,
        vervangt: ContactmomentID? = nil
    ) {
        (self.contactmoment, self.traject, self.dossier, self.soort) = (contactmoment, traject, dossier, soort)
        (self.datum, self.duurMinuten, self.verschijning, self.tolk) = (datum, duurMinuten, verschijning, tolk)
        (self.plaats, self.tolkMinuten, self.vervangt) = (plaats, tolkMinuten, vervangt)
    }
}

/// A goal was set or changed state.
public struct DoelGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.doel-gewijzigd.v1"
    public var doel: DoelID
    public var traject: TrajectID
    public var dossier: DossierID
    public var leefgebied: Leefgebied
    public var toestand: DoelToestand
    public var datum: Datum
    public var subject: String { dossier.description }
    public init(
        doel: DoelID, traject: TrajectID, dossier: DossierID, leefgebied: Leefgebied, toestand: DoelToestand, datum: Datum
    ) {
        (self.doel, self.traject, self.dossier) = (doel, traject, dossier)
        (self.leefgebied, self.toestand, self.datum) = (leefgebied, toestand, datum)
    }
}

/// A step of the regeldag changed state.
public struct RegelzaakGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.regelzaak-gewijzigd.v1"
    public var regelzaak: RegelzaakID
    public var dossier: DossierID
    public var huishouden: HuishoudenID
    /// Code in the contract's template, such as `zorgverzekering`.
    public var code: String
    public var toestand: RegelzaakToestand
    public var uiterlijkOp: Datum?
    public var datum: Datum
    public var subject: String { dossier.description }
    public init(
        regelzaak: RegelzaakID, dossier: DossierID, huishouden: HuishoudenID, code: String, toestand: RegelzaakToestand,
        uiterlijkOp: Datum?, datum: Datum
    ) {
        (self.regelzaak, self.dossier, self.huishouden, self.code) = (regelzaak, dossier, huishouden, code)
        (self.toestand, self.uiterlijkOp, self.datum) = (toestand, uiterlijkOp, datum)
    }
}

public struct TrajectAfgerond: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.traject-afgerond.v1"
    public var traject: TrajectID
    public var dossier: DossierID
    public var reden: String
    public var afgerondOp: Datum
    public var subject: String { dossier.description }
    public init(traject: TrajectID, dossier: DossierID, reden: String, afgerondOp: Datum) {
        (self.traject, self.dossier, self.reden, self.afgerondOp) = (traject, dossier, reden, afgerondOp)
    }
}
