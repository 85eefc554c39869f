// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The regeldag board of the household of this dossier.
public struct RegeldagOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.regeldag-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Regeldagbord
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct Regeldagbord: Codable, Sendable, Equatable {
    public var huishouden: HuishoudenID
    /// Which template, such as `almere-2027`, and its date.
    public var sjabloon: String
    public var sjabloonVan: Datum
    public var zaken: [Regelzaak]
    /// There is a newer list with steps that this board does not have.
    public var nieuwer: Nieuwer?
    /// Days without which some steps have no date.
    public var ontbrekendeDagen: [OntbrekendeDag]?
    /// Telephone numbers of the own office.
    public var bereikbaar: [Bereikbaar]?

    public struct Nieuwer: Codable, Sendable, Equatable {
        public var versie: Datum
        /// Names of the steps that would come.
        public var stappen: [String]
        public init(versie: Datum, stappen: [String]) { (self.versie, self.stappen) = (versie, stappen) }
    }

    public struct OntbrekendeDag: Codable, Sendable, Equatable {
        public var dossier: DossierID
        public var anker: Anker
        public init(dossier: DossierID, anker: Anker) { (self.dossier, self.anker) = (dossier, anker) }
    }

    public struct Regelzaak: Codable, Sendable, Equatable {
        public var regelzaak: RegelzaakID
        /// Whose step: a person, or the household (nil).
        public var dossier: DossierID?
        public var code: String
        public var naam: String
        public var toestand: RegelzaakToestand
        public var uiterlijkOp: Datum?
        public var waarom: String
        public var gevolg: String
        public var meenemen: [String]
        /// Names of the steps that must be done first and are not.
        public var wachtOp: [String]
        public var versie: Int
        /// What the begeleider should know, such as an exception.
        public var letOp: String?
        /// Not before this day, and why.
        public var vanaf: Datum?
        public var vanafWaarom: String?
        public var aangevraagdOp: Datum?
        public var beslistOp: Datum?
        /// On this day somebody looks how it stands, and why that day.
        public var controleOp: Datum?
        public var controleWaarom: String?
        /// Of a step that was refused: the last day for an objection, and why.
        public var bezwaarTot: Datum?
        public var bezwaarWaarom: String?
        public var uitvoerder: Regeluitvoerder?
        public var bewijs: Regelbewijs?
        public var reden: Regelreden?
        /// What hangs on somebody's age, and the day on which the age counts. Birth dates are not known here.
        public var leeftijden: [Leeftijdsgrens]?
        public var leeftijdOp: Datum?

        public init(
            regelzaak: RegelzaakID, dossier: DossierID?, code: String, naam: String, toestand: RegelzaakToestand,
            uiterlijkOp: Datum?, waarom: String, gevolg: String, meenemen: [String], wachtOp: [String], versie: Int,
            letOp: String? = nil
        ) {
            (self.regelzaak, self.dossier, self.code, self.naam) = (regelzaak, dossier, code, naam)
            (self.toestand, self.uiterlijkOp, self.waarom, self.gevolg) = (toestand, uiterlijkOp, waarom, gevolg)
            (self.meenemen, self.wachtOp, self.versie, self.letOp) = (meenemen, wachtOp, versie, letOp)
        }
    }

    public init(huishouden: HuishoudenID, sjabloon: String, sjabloonVan: Datum, zaken: [Regelzaak]) {
        (self.huishouden, self.sjabloon, self.sjabloonVan, self.zaken) = (huishouden, sjabloon, sjabloonVan, zaken)
    }
}

/// A step of the regeldag goes to another state.
public struct RegelzaakZetten: Command {
    public static let type = "nl.wegwijs.begeleiding.regelzaak-zetten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var regelzaak: RegelzaakID
    public var toestand: RegelzaakToestand
    public var versie: Int
    /// The day on which it was asked or decided; nil: today.
    public var op: Datum?
    /// Asked when a step does not apply, goes back, or is done before the one it waits for.
    public var reden: Regelreden?
    public init(
        dossier: DossierID, regelzaak: RegelzaakID, toestand: RegelzaakToestand, versie: Int, op: Datum? = nil,
        reden: Regelreden? = nil
    ) {
        (self.dossier, self.regelzaak, self.toestand, self.versie) = (dossier, regelzaak, toestand, versie)
        (self.op, self.reden) = (op, reden)
    }
}
