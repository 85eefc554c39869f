// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Somebody lives in this household with this role from this day on. One event per member who moved; ids and a role only.
public struct HuishoudenGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.intake.huishouden-gewijzigd.v1"
    public var dossier: DossierID
    public var huishouden: HuishoudenID
    /// `hoofd`, `partner`, `kind`, `overig`.
    public var rol: String
    public var van: Datum
    public var subject: String { dossier.description }
    public init(dossier: DossierID, huishouden: HuishoudenID, rol: String, van: Datum) {
        (self.dossier, self.huishouden, self.rol, self.van) = (dossier, huishouden, rol, van)
    }
}

/// A child that came before its parent: on whose traject it rides is known now.
public struct MeerijdenBekend: Event, Equatable {
    public static let type = "nl.wegwijs.intake.meerijden-bekend.v1"
    public var dossier: DossierID
    public var meerijdendMet: DossierID
    public var subject: String { dossier.description }
    public init(dossier: DossierID, meerijdendMet: DossierID) {
        (self.dossier, self.meerijdendMet) = (dossier, meerijdendMet)
    }
}

/// A child in the traject of a parent or guardian became 18, or may have: the birth date does not always tell.
public struct WerdAchttien: Event, Equatable {
    public static let type = "nl.wegwijs.intake.werd-achttien.v1"
    public var dossier: DossierID
    /// `ja`, or `onbekend` from the first day on which it may be so.
    public var zeker: Feit
    /// `yyyy-MM`.
    public var maand: String
    public var subject: String { dossier.description }
    public init(dossier: DossierID, zeker: Feit, maand: String) {
        (self.dossier, self.zeker, self.maand) = (dossier, zeker, maand)
    }
}

/// Who lives together, since when and why, who is still to come, and how it was before. Only members of whom the actor may
/// know.
public struct HuishoudenOpvragen: Query {
    public static let type = "nl.wegwijs.intake.huishouden-opvragen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Huishoudbeeld
    public var huishouden: HuishoudenID
    /// "Who lived there on": nil for today.
    public var op: Datum?
    public init(huishouden: HuishoudenID, op: Datum? = nil) { (self.huishouden, self.op) = (huishouden, op) }
}

public struct Huishoudbeeld: Codable, Sendable, Equatable {
    public var huishouden: HuishoudenID
    public var op: Datum
    public var leden: [Lid]
    public var verwacht: [Verwacht]
    /// Every fact, newest first; those that were taken back too.
    public var verloop: [Feitregel]
    /// The newest fact of a member that the actor may take back.
    public var magWijzigen: Bool

    public struct Lid: Codable, Sendable, Equatable {
        public var dossier: DossierID
        public var dossiernummer: String
        public var naam: String
        public var rol: String
        public var doelgroep: Doelgroep
        public var van: Datum
        /// False: the actor may know that this person lives here, and nothing more.
        public var magOpenen: Bool
        /// Kept from the sight of the workers of housemates. Only told to who may open the dossier.
        public var afgeschermd: Bool
        /// `yyyy-MM` of the 18th birthday of a child, when it is certain; nil for adults.
        public var wordt18In: String?
        /// `onbekend` for a child of whom the birth date does not tell the month.
        public var is18: Feit
        public var magTerugdraaien: Bool
        public var versie: Int
        public init(
            dossier: DossierID, dossiernummer: String, naam: String, rol: String, doelgroep: Doelgroep, van: Datum,
            magOpenen: Bool, afgeschermd: Bool, wordt18In: String?, is18: Feit, magTerugdraaien: Bool, versie: Int
        ) {
            (self.dossier, self.dossiernummer, self.naam, self.rol) = (dossier, dossiernummer, naam, rol)
            (self.doelgroep, self.van, self.magOpenen, self.afgeschermd) = (doelgroep, van, magOpenen, afgeschermd)
            (self.wordt18In, self.is18, self.magTerugdraaien, self.versie) = (wordt18In, is18, magTerugdraaien, versie)
        }
    }

    public struct Verwacht: Codable, Sendable, Equatable {
        public var id: VerwachtLidID
        public var referent: DossierID
        public var naam: String
        public var geboortedatum: String
        public var land: String?
        public var rol: String
        /// `nareis-aangevraagd`, `verwacht`, `aangekomen`, `vervallen`.
        public var stand: String
        public var verwachtOp: Datum?
        /// Of who came; nil too where the actor may know of that person and not open the dossier.
        public var dossier: DossierID?
        public var versie: Int
        public init(
            id: VerwachtLidID, referent: DossierID, naam: String, geboortedatum: String, land: String?, rol: String,
            stand: String, verwachtOp: Datum?, dossier: DossierID?, versie: Int
        ) {
            (self.id, self.referent, self.naam, self.geboortedatum) = (id, referent, naam, geboortedatum)
            (self.land, self.rol, self.stand, self.verwachtOp) = (land, rol, stand, verwachtOp)
            (self.dossier, self.versie) = (dossier, versie)
        }
    }

    public struct Feitregel: Codable, Sendable, Equatable {
        public var dossier: DossierID
        public var naam: String
        public var rol: String
        public var van: Datum
        public var tot: Datum?
        public var reden: String
        public var bron: String
        public var ingetrokken: Bool
        public init(
            dossier: DossierID, naam: String, rol: String, van: Datum, tot: Datum?, reden: String, bron: String,
            ingetrokken: Bool
        ) {
            (self.dossier, self.naam, self.rol, self.van, self.tot) = (dossier, naam, rol, van, tot)
            (self.reden, self.bron, self.ingetrokken) = (reden, bron, ingetrokken)
        }
    }

    public init(
        huishouden: HuishoudenID, op: Datum, leden: [Lid], verwacht: [Verwacht], verloop: [Feitregel], magWijzigen: Bool
    ) {
        (self.huishouden, self.op, self.leden, self.verwacht) = (huishouden, op, leden, verwacht)
        (self.verloop, self.magWijzigen) = (verloop, magWijzigen)
    }
}

/// People join another household, begin one of their own, or get another role: all that changes who lives with whom.
public struct HuishoudenWijzigen: Command {
    public static let type = "nl.wegwijs.intake.huishouden-wijzigen.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var huishouden: HuishoudenID
        public init(huishouden: HuishoudenID) { self.huishouden = huishouden }
    }
    public struct Lid: Codable, Sendable, Equatable {
        public var dossier: DossierID
        public var rol: String
        public var versie: Int
        public init(dossier: DossierID, rol: String, versie: Int) {
            (self.dossier, self.rol, self.versie) = (dossier, rol, versie)
        }
    }
    /// Who goes together; at most twenty.
    public var leden: [Lid]
    /// The household of this person; nil for a new one.
    public var bij: DossierID?
    public var op: Datum
    /// `verhuisd`, `samenwonen`, `uit-elkaar`, `nareis`, `meerderjarig`, `rol`.
    public var reden: String
    public init(leden: [Lid], bij: DossierID?, op: Datum, reden: String) {
        (self.leden, self.bij, self.op, self.reden) = (leden, bij, op, reden)
    }
}

/// The last change of somebody's household was wrong: another first day or role, or taken back altogether.
public struct HuishoudenVerbeteren: Command {
    public static let type = "nl.wegwijs.intake.huishouden-verbeteren.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var dossier: DossierID
    /// Both nil: it is taken back, and the fact before it goes on.
    public var van: Datum?
    public var rol: String?
    public var versie: Int
    public init(dossier: DossierID, van: Datum? = nil, rol: String? = nil, versie: Int) {
        (self.dossier, self.van, self.rol, self.versie) = (dossier, van, rol, versie)
    }
}

/// Keeps somebody from the sight of the workers of housemates, or no longer.
public struct HuisgenootAfschermen: Command {
    public static let type = "nl.wegwijs.intake.huisgenoot-afschermen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var dossier: DossierID
    public var aan: Bool
    public var versie: Int
    /// Why, when `aan`: 10 to 2,000 characters, sealed with who says it. Not asked to show somebody again.
    public var toelichting: String?
    public init(dossier: DossierID, aan: Bool, versie: Int, toelichting: String? = nil) {
        (self.dossier, self.aan, self.versie, self.toelichting) = (dossier, aan, versie, toelichting)
    }
}

/// Whether somebody is kept from the sight of housemates' workers, why and by whom: for who may change that. Every reading
/// is logged.
public struct SchermOpvragen: Query {
    public static let type = "nl.wegwijs.intake.scherm-opvragen.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var dossier: DossierID
        public var dossiernummer: String
        public var naam: String
        public var afgeschermd: Bool
        public var sinds: Datum?
        /// Nil when nobody is kept from sight, and for what was set before reasons were kept.
        public var toelichting: String?
        public var door: GebruikerID?
        public var versie: Int
        public init(
            dossier: DossierID, dossiernummer: String, naam: String, afgeschermd: Bool, sinds: Datum?, toelichting: String?,
            door: GebruikerID?, versie: Int
        ) {
            (self.dossier, self.dossiernummer, self.naam, self.afgeschermd) = (dossier, dossiernummer, naam, afgeschermd)
            (self.sinds, self.toelichting, self.door, self.versie) = (sinds, toelichting, door, versie)
        }
    }
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// Somebody of the family who is abroad is written down, or what is known of that person changes.
public struct VerwachtLidVastleggen: Command {
    public static let type = "nl.wegwijs.intake.verwacht-lid-vastleggen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    /// Nil: a new one.
    public var id: VerwachtLidID?
    /// Who is here already.
    public var referent: DossierID
    public var naam: String
    /// `1990-01-01`, `1990-01`, `1990` or `onbekend`.
    public var geboortedatum: String
    public var land: String?
    public var rol: String
    /// `nareis-aangevraagd`, `verwacht`, `vervallen`.
    public var stand: String
    public var verwachtOp: Datum?
    /// Of the expected member; 0 for a new one.
    public var versie: Int
    public init(
        id: VerwachtLidID? = nil, referent: DossierID, naam: String, geboortedatum: String, land: String?, rol: String,
        stand: String, verwachtOp: Datum?, versie: Int
    ) {
        (self.id, self.referent, self.naam, self.geboortedatum) = (id, referent, naam, geboortedatum)
        (self.land, self.rol, self.stand, self.verwachtOp, self.versie) = (land, rol, stand, verwachtOp, versie)
    }
}

/// Who was expected has come: the dossier joins the household of the referent.
public struct VerwachtLidAangekomen: Command {
    public static let type = "nl.wegwijs.intake.verwacht-lid-aangekomen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var id: VerwachtLidID
    /// Number of the dossier of who came, such as `W-2027-0031`.
    public var dossiernummer: String
    public var op: Datum
    public var versie: Int
    public init(id: VerwachtLidID, dossiernummer: String, op: Datum, versie: Int) {
        (self.id, self.dossiernummer, self.op, self.versie) = (id, dossiernummer, op, versie)
    }
}

/// That somebody expected had come was a mistake: the wrong dossier, or nobody came. All that the arrival did is undone.
public struct VerwachtLidTerugdraaien: Command {
    public static let type = "nl.wegwijs.intake.verwacht-lid-terugdraaien.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var id: VerwachtLidID
    /// Of the expected member.
    public var versie: Int
    public init(id: VerwachtLidID, versie: Int) { (self.id, self.versie) = (id, versie) }
}

/// The children who become 18 within a number of months, or of whom that may be; soonest first.
public struct WordtAchttienLijst: Query {
    public static let type = "nl.wegwijs.intake.wordt-achttien-lijst.v1"
    public static let service = ServiceName.intake
    public typealias Answer = [Rij]
    public struct Rij: Codable, Sendable, Equatable {
        public var dossier: DossierID
        public var dossiernummer: String
        public var naam: String
        public var huishouden: HuishoudenID
        /// First and last month, `yyyy-MM`; the same when it is certain. Nil: the birth date is unknown.
        public var vroegst: String?
        public var laatst: String?
        public init(
            dossier: DossierID, dossiernummer: String, naam: String, huishouden: HuishoudenID, vroegst: String?,
            laatst: String?
        ) {
            (self.dossier, self.dossiernummer, self.naam) = (dossier, dossiernummer, naam)
            (self.huishouden, self.vroegst, self.laatst) = (huishouden, vroegst, laatst)
        }
    }
    /// 1 to 24.
    public var maanden: Int
    /// After whom the page begins; nil: at the beginning.
    public var na: DossierID?
    /// How many at most, 1 to 201; nil: 200.
    public var limit: Int?
    public init(maanden: Int, na: DossierID? = nil, limit: Int? = nil) {
        (self.maanden, self.na, self.limit) = (maanden, na, limit)
    }
}
