// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The plan van aanpak of a dossier, as it is now or as it was in one version.
public struct PlanOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.plan-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Planoverzicht
    public var dossier: DossierID
    /// Nil: the newest.
    public var versie: Int?
    public init(dossier: DossierID, versie: Int? = nil) { (self.dossier, self.versie) = (dossier, versie) }
}

public struct Planoverzicht: Codable, Sendable, Equatable {
    public var dossier: DossierID
    /// In the file of a child: whose plan holds its goals. That plan is discussed and agreed there.
    public var planVan: DossierID?
    /// False when the traject has ended: nothing is changed any more.
    public var loopt: Bool
    /// Of what is shown here; 0 in the file of a child.
    public var versie: Int
    public var nieuwste: Int
    /// How this version came to be.
    public var stap: Planstap?
    public var doelen: [Doel]
    /// Children who ride along: a goal may be theirs.
    public var kinderen: [DossierID]
    /// The client agreed and nothing of what was agreed on has changed since.
    public var akkoordOp: Datum?
    /// What was said about this version, newest first; for the newest version: about the plan, the last five.
    public var besluiten: [Besluit]
    /// The last five talks about the plan, newest first.
    public var gesprekken: [Gesprek]
    /// The next talk that was planned.
    public var volgendGesprekOp: Datum?
    /// By when it must be discussed, with the reason; nil when nothing asks for it.
    public var besprekenUiterlijk: Datum?
    public var besprekenWaarom: String?
    /// Why a goal may be let go, to choose from.
    public var redenen: [Klokstand.Keuze]
    /// Of an agreed version: what is shown comes from the sealed copy.
    public var zegel: Zegel?

    public struct Doel: Codable, Sendable, Equatable {
        public var doel: DoelID
        /// The child whose goal it is; nil for the person's own.
        public var voor: DossierID?
        public var leefgebied: Leefgebied
        public var tekst: String
        /// How the client says it, in the own words.
        public var woorden: String?
        public var toestand: DoelToestand
        /// Why it was let go or reached in part, in words.
        public var reden: String?
        public var streefdatum: Datum?
        public var bereiktOp: Datum?
        public var versie: Int
        public var gewijzigdOp: Date?
        /// The user who changed it last.
        public var gewijzigdDoor: GebruikerID?
        public var acties: [Actie]
        public init(
            doel: DoelID, voor: DossierID? = nil, leefgebied: Leefgebied, tekst: String, woorden: String? = nil,
            toestand: DoelToestand, reden: String? = nil, streefdatum: Datum? = nil, bereiktOp: Datum? = nil, versie: Int,
            gewijzigdOp: Date? = nil, gewijzigdDoor: GebruikerID? = nil, acties: [Actie] = []
        ) {
            (self.doel, self.voor, self.leefgebied, self.tekst, self.woorden) = (doel, voor, leefgebied, tekst, woorden)
            (self.toestand, self.reden, self.streefdatum, self.bereiktOp) = (toestand, reden, streefdatum, bereiktOp)
            (self.versie, self.gewijzigdOp, self.gewijzigdDoor) = (versie, gewijzigdOp, gewijzigdDoor)
            self.acties = acties
        }
    }

    public struct Actie: Codable, Sendable, Equatable {
        public var actie: ActieID
        public var tekst: String
        public var wie: Actiehouder
        /// For an organisation: the referral by which it does this.
        public var verwijzing: VerwijzingID?
        public var uiterlijkOp: Datum?
        public var toestand: ActieToestand
        public var gedaanOp: Datum?
        /// Who really did it.
        public var gedaanDoor: Actiehouder?
        public var versie: Int
        public var gewijzigdOp: Date?
        public var gewijzigdDoor: GebruikerID?
        public init(
            actie: ActieID, tekst: String, wie: Actiehouder, verwijzing: VerwijzingID? = nil, uiterlijkOp: Datum? = nil,
            toestand: ActieToestand, gedaanOp: Datum? = nil, gedaanDoor: Actiehouder? = nil, versie: Int,
            gewijzigdOp: Date? = nil, gewijzigdDoor: GebruikerID? = nil
        ) {
            (self.actie, self.tekst, self.wie, self.verwijzing) = (actie, tekst, wie, verwijzing)
            (self.uiterlijkOp, self.toestand, self.gedaanOp) = (uiterlijkOp, toestand, gedaanOp)
            (self.gedaanDoor, self.versie, self.gewijzigdOp) = (gedaanDoor, versie, gewijzigdOp)
            self.gewijzigdDoor = gewijzigdDoor
        }
    }

    /// What the client, or who speaks for the client, said about one version.
    public struct Besluit: Codable, Sendable, Equatable {
        public var versie: Int
        public var keus: Plankeus
        public var op: Datum
        public var wie: Planstem
        /// The name as it was given; nil when it cannot be read now.
        public var naam: String?
        /// In which language it was discussed: ISO 639 code.
        public var taal: String?
        public var tolk: Tolkvorm
        public var opmerking: String?
        /// The user who wrote it down.
        public var door: GebruikerID?
        public init(
            versie: Int, keus: Plankeus, op: Datum, wie: Planstem, naam: String?, taal: String?, tolk: Tolkvorm,
            opmerking: String? = nil, door: GebruikerID? = nil
        ) {
            (self.versie, self.keus, self.op, self.wie, self.naam) = (versie, keus, op, wie, naam)
            (self.taal, self.tolk, self.opmerking, self.door) = (taal, tolk, opmerking, door)
        }
    }

    public struct Gesprek: Codable, Sendable, Equatable {
        public var versie: Int
        public var op: Datum
        public var volgendOp: Datum?
        public var opmerking: String?
        public var door: GebruikerID?
        public init(versie: Int, op: Datum, volgendOp: Datum? = nil, opmerking: String? = nil, door: GebruikerID? = nil) {
            (self.versie, self.op, self.volgendOp) = (versie, op, volgendOp)
            (self.opmerking, self.door) = (opmerking, door)
        }
    }

    public struct Zegel: Codable, Sendable, Equatable {
        public var op: Datum
        /// SHA-256 of what was sealed, in hexadecimal.
        public var hash: String
        /// What came out of the seal gives this hash.
        public var klopt: Bool
        public init(op: Datum, hash: String, klopt: Bool) { (self.op, self.hash, self.klopt) = (op, hash, klopt) }
    }

    public init(
        dossier: DossierID, planVan: DossierID? = nil, loopt: Bool, versie: Int, nieuwste: Int, stap: Planstap? = nil,
        doelen: [Doel], kinderen: [DossierID] = [], akkoordOp: Datum? = nil, besluiten: [Besluit] = [],
        gesprekken: [Gesprek] = [], volgendGesprekOp: Datum? = nil, besprekenUiterlijk: Datum? = nil,
        besprekenWaarom: String? = nil, redenen: [Klokstand.Keuze] = [], zegel: Zegel? = nil
    ) {
        (self.dossier, self.planVan, self.loopt, self.versie) = (dossier, planVan, loopt, versie)
        (self.nieuwste, self.stap, self.doelen, self.kinderen) = (nieuwste, stap, doelen, kinderen)
        (self.akkoordOp, self.besluiten, self.gesprekken) = (akkoordOp, besluiten, gesprekken)
        (self.volgendGesprekOp, self.besprekenUiterlijk) = (volgendGesprekOp, besprekenUiterlijk)
        (self.besprekenWaarom, self.redenen, self.zegel) = (besprekenWaarom, redenen, zegel)
    }
}

/// One version of the plan: when, by whom, what made it.
public struct Planstap: Codable, Sendable, Equatable {
    public var versie: Int
    public var op: Date
    public var door: GebruikerID?
    /// `Doel toegevoegd over wonen.`
    public var zin: String
    /// What was agreed on changed: the client is asked again.
    public var vraagtAkkoord: Bool
    /// The client agreed with this version; it lies sealed.
    public var akkoordOp: Datum?
    /// The client did not agree with this version.
    public var geweigerdOp: Datum?
    public init(
        versie: Int, op: Date, door: GebruikerID?, zin: String, vraagtAkkoord: Bool, akkoordOp: Datum? = nil,
        geweigerdOp: Datum? = nil
    ) {
        (self.versie, self.op, self.door, self.zin) = (versie, op, door, zin)
        (self.vraagtAkkoord, self.akkoordOp, self.geweigerdOp) = (vraagtAkkoord, akkoordOp, geweigerdOp)
    }
}

/// The versions of a plan, newest first.
public struct PlanVersies: Query {
    public static let type = "nl.wegwijs.begeleiding.plan-versies.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Page<Planstap>
    public var dossier: DossierID
    public var page: PageRequest
    public init(dossier: DossierID, page: PageRequest) { (self.dossier, self.page) = (dossier, page) }
}

/// What is different between two versions of a plan.
public struct PlanVergelijken: Query {
    public static let type = "nl.wegwijs.begeleiding.plan-vergelijken.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Planverschillen
    public var dossier: DossierID
    /// In either order: the older one is the one that was.
    public var van: Int
    public var naar: Int
    public init(dossier: DossierID, van: Int, naar: Int) { (self.dossier, self.van, self.naar) = (dossier, van, naar) }
}

public struct Planverschillen: Codable, Sendable, Equatable {
    public var van: Planstap
    public var naar: Planstap
    public var regels: [Regel]

    public struct Regel: Codable, Sendable, Equatable {
        /// `toegevoegd`, `verdwenen`, `gewijzigd`.
        public var soort: String
        /// `doel`, `actie`.
        public var wat: String
        public var leefgebied: Leefgebied
        public var voor: DossierID?
        /// What happened, as a sentence.
        public var zin: String
        /// What was and what is, field by field.
        public var velden: [Veld]
        public init(soort: String, wat: String, leefgebied: Leefgebied, voor: DossierID?, zin: String, velden: [Veld]) {
            (self.soort, self.wat, self.leefgebied) = (soort, wat, leefgebied)
            (self.voor, self.zin, self.velden) = (voor, zin, velden)
        }
    }

    public struct Veld: Codable, Sendable, Equatable {
        public var naam: String
        public var oud: String?
        public var nieuw: String?
        public init(naam: String, oud: String?, nieuw: String?) { (self.naam, self.oud, self.nieuw) = (naam, oud, nieuw) }
    }

    public init(van: Planstap, naar: Planstap, regels: [Regel]) { (self.van, self.naar, self.regels) = (van, naar, regels) }
}
