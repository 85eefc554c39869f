// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The traject of one dossier as the dossier page shows it: clock, plan, next step, timeline.
public struct TrajectOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.traject-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = TrajectOverzicht
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct TrajectOverzicht: Codable, Sendable, Equatable {
    /// Nil for a child that rides along: `meerijdendMet` names whose traject.
    public var traject: TrajectID?
    public var dossier: DossierID
    public var meerijdendMet: DossierID?
    public var huishouden: HuishoudenID
    public var opdracht: String
    /// `lopend`, `afgerond`; `wacht` for a child without anybody to ride with yet.
    public var toestand: String
    public var klok: [KlokDatum]
    public var begeleider: GebruikerID?
    public var team: TeamID
    public var doelen: [Doel]
    public var planVersie: Int
    /// The plan was agreed with the client on this date, in this version; nil when not yet.
    public var planAkkoordOp: Datum?
    public var volgendeStap: VolgendeStap?
    public var laatsteContact: Datum?
    public var versie: Int

    /// One date of the contract clock with the answer to "why this date".
    public struct KlokDatum: Codable, Sendable, Equatable {
        /// `start`, `eerste-contact`, `tussenrapportage`, `einde`, `overdracht`.
        public var code: String
        public var naam: String
        public var datum: Datum
        public var waarom: String
        public init(code: String, naam: String, datum: Datum, waarom: String) {
            (self.code, self.naam, self.datum, self.waarom) = (code, naam, datum, waarom)
        }
    }

    public struct Doel: Codable, Sendable, Equatable {
        public var doel: DoelID
        public var leefgebied: Leefgebied
        /// First-person sentence from the goal library, or own words.
        public var tekst: String
        public var toestand: DoelToestand
        public var streefdatum: Datum?
        public var bereiktOp: Datum?
        public var versie: Int
        /// In the plan of a parent: the child whose goal it is. Nil for the person's own.
        public var voor: DossierID?
        public init(
            doel: DoelID, leefgebied: Leefgebied, tekst: String, toestand: DoelToestand, streefdatum: Datum?, bereiktOp: Datum?,
            versie: Int, voor: DossierID? = nil
        ) {
            (self.doel, self.leefgebied, self.tekst, self.toestand) = (doel, leefgebied, tekst, toestand)
            (self.streefdatum, self.bereiktOp, self.versie, self.voor) = (streefdatum, bereiktOp, versie, voor)
        }
    }

    public struct VolgendeStap: Codable, Sendable, Equatable {
        public var tekst: String
        public var op: Datum?
        public init(tekst: String, op: Datum?) { (self.tekst, self.op) = (tekst, op) }
    }

    public init(
        traject: TrajectID?, dossier: DossierID, meerijdendMet: DossierID?, huishouden: HuishoudenID, opdracht: String,
        toestand: String, klok: [KlokDatum], begeleider: GebruikerID?, team: TeamID, doelen: [Doel], planVersie: Int,
        planAkkoordOp: Datum?, volgendeStap: VolgendeStap?, laatsteContact: Datum?, versie: Int
    ) {
        (self.traject, self.dossier, self.meerijdendMet, self.huishouden) = (traject, dossier, meerijdendMet, huishouden)
        (self.opdracht, self.toestand, self.klok, self.begeleider) = (opdracht, toestand, klok, begeleider)
        (self.team, self.doelen, self.planVersie, self.planAkkoordOp) = (team, doelen, planVersie, planAkkoordOp)
        (self.volgendeStap, self.laatsteContact, self.versie) = (volgendeStap, laatsteContact, versie)
    }
}

/// The state of several trajects at once, for one page of a list. Outside the actor's rights: left out.
public struct TrajectKaarten: Query {
    public static let type = "nl.wegwijs.begeleiding.traject-kaarten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = [TrajectKaart]
    public var dossiers: [DossierID]
    public init(dossiers: [DossierID]) { self.dossiers = dossiers }
}

public struct TrajectKaart: Codable, Sendable, Equatable {
    public var dossier: DossierID
    public var traject: TrajectID?
    public var toestand: String
    public var gestartOp: Datum?
    public var tussenrapportageOp: Datum?
    public var eindigtOp: Datum?
    public var begeleider: GebruikerID?
    public var laatsteContact: Datum?
    public var doelenBereikt: Int
    public var doelenTotaal: Int
    public init(
        dossier: DossierID, traject: TrajectID?, toestand: String, gestartOp: Datum?, tussenrapportageOp: Datum?,
        eindigtOp: Datum?, begeleider: GebruikerID?, laatsteContact: Datum?, doelenBereikt: Int, doelenTotaal: Int
    ) {
        (self.dossier, self.traject, self.toestand, self.gestartOp) = (dossier, traject, toestand, gestartOp)
        (self.tussenrapportageOp, self.eindigtOp, self.begeleider) = (tussenrapportageOp, eindigtOp, begeleider)
        (self.laatsteContact, self.doelenBereikt, self.doelenTotaal) = (laatsteContact, doelenBereikt, doelenTotaal)
    }
}

/// What a begeleider must do, in which order, and why: the today page. Team leaders see the team's.
public struct VandaagOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.vandaag.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Page<Aandachtspunt>
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

public struct Aandachtspunt: Codable, Sendable, Equatable {
    public var dossier: DossierID
    /// `eerste-contact`, `regelzaak-termijn`, `tussenrapportage`, `einde-nadert`, `geen-contact`, `no-show`, `afspraak`,
    /// `plan-actie`, `plan-bespreken`, ….
    public var soort: String
    public var tekst: String
    public var uiterlijkOp: Datum?
    public var waarom: String
    /// For who is called for the first time: ISO 639 code, and whether an interpreter must be there.
    public var spreektaal: String?
    public var tolkNodig: Bool?
    /// The appointment that it is about.
    public var afspraak: AfspraakID?
    /// The dossier follows another one of the same person: its number.
    public var uitDossiernummer: String?
    public init(
        dossier: DossierID, soort: String, tekst: String, uiterlijkOp: Datum?, waarom: String, spreektaal: String? = nil,
        tolkNodig: Bool? = nil, afspraak: AfspraakID? = nil, uitDossiernummer: String? = nil
    ) {
        self.uitDossiernummer = uitDossiernummer
        (self.spreektaal, self.tolkNodig, self.afspraak) = (spreektaal, tolkNodig, afspraak)
        (self.dossier, self.soort, self.tekst, self.uiterlijkOp, self.waarom) = (dossier, soort, tekst, uiterlijkOp, waarom)
    }
}

/// Trajects of the team that have no begeleider yet, oldest first.
public struct TeVerdelen: Query {
    public static let type = "nl.wegwijs.begeleiding.te-verdelen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Page<TeVerdelenRegel>
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

public struct TeVerdelenRegel: Codable, Sendable, Equatable {
    public var dossier: DossierID
    public var huishouden: HuishoudenID
    public var doelgroep: Doelgroep
    public var gestartOp: Datum
    public var eersteContactUiterlijk: Datum
    public var spreektaal: String?
    public var tolkNodig: Bool
    /// How heavy it weighs today, in percent of an ordinary dossier, and why.
    public var gewicht: Int?
    public var gewichtWaarom: String?
    public init(
        dossier: DossierID, huishouden: HuishoudenID, doelgroep: Doelgroep, gestartOp: Datum, eersteContactUiterlijk: Datum,
        spreektaal: String?, tolkNodig: Bool, gewicht: Int? = nil, gewichtWaarom: String? = nil
    ) {
        (self.gewicht, self.gewichtWaarom) = (gewicht, gewichtWaarom)
        (self.dossier, self.huishouden, self.doelgroep, self.gestartOp) = (dossier, huishouden, doelgroep, gestartOp)
        (self.eersteContactUiterlijk, self.spreektaal, self.tolkNodig) = (eersteContactUiterlijk, spreektaal, tolkNodig)
    }
}

/// A team leader gives dossiers to a begeleider. Household members that ride along follow.
public struct DossiersToewijzen: Command {
    public static let type = "nl.wegwijs.begeleiding.dossiers-toewijzen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    /// 1 to 200.
    public var dossiers: [DossierID]
    public var begeleider: GebruikerID
    public init(dossiers: [DossierID], begeleider: GebruikerID) { (self.dossiers, self.begeleider) = (dossiers, begeleider) }
}
