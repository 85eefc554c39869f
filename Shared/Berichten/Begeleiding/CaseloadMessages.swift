// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The caseload of one begeleider, weighed. Nil: one's own.
public struct CaseloadOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.caseload.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable {
        public var begeleider: GebruikerID
        public var last: Caseloadlast
        public var fasen: [Fase]
        public var intensiteiten: [Klokstand.Keuze]
        public var pagina: Page<Caseloadregel>
        /// Covers of now and later in which this begeleider has a part.
        public var waarnemingen: [Waarnemingregel]
        /// Whether the asker may change something here.
        public var magVerdelen: Bool
        public init(
            begeleider: GebruikerID, last: Caseloadlast, fasen: [Fase], intensiteiten: [Klokstand.Keuze],
            pagina: Page<Caseloadregel>, waarnemingen: [Waarnemingregel], magVerdelen: Bool
        ) {
            (self.begeleider, self.last, self.fasen, self.intensiteiten) = (begeleider, last, fasen, intensiteiten)
            (self.pagina, self.waarnemingen, self.magVerdelen) = (pagina, waarnemingen, magVerdelen)
        }
    }
    public struct Fase: Codable, Sendable, Equatable {
        public var naam: String
        public var aantal: Int
        public var gewicht: Int
        public init(naam: String, aantal: Int, gewicht: Int) {
            (self.naam, self.aantal, self.gewicht) = (naam, aantal, gewicht)
        }
    }
    public var begeleider: GebruikerID?
    public var page: PageRequest
    public init(begeleider: GebruikerID? = nil, page: PageRequest) { (self.begeleider, self.page) = (begeleider, page) }
}

/// How full somebody is. Weights in percent of an ordinary dossier: 2750 is 27.5 of them.
public struct Caseloadlast: Codable, Sendable, Equatable {
    public var dossiers: Int
    public var gewicht: Int
    public var norm: Int
    public var bron: String
    public init(dossiers: Int, gewicht: Int, norm: Int, bron: String) {
        (self.dossiers, self.gewicht, self.norm, self.bron) = (dossiers, gewicht, norm, bron)
    }
}

public struct Caseloadregel: Codable, Sendable, Equatable {
    public var dossier: DossierID
    public var fase: String
    public var gewicht: Int
    public var waarom: String
    /// Code of the contract; nil is ordinary.
    public var intensiteit: String?
    public var eigenTraject: Bool
    public var gestartOp: Datum?
    public var eindigtOp: Datum?
    /// An open transfer of it.
    public var overdracht: OverdrachtID?
    public var versie: Int
    public init(
        dossier: DossierID, fase: String, gewicht: Int, waarom: String, intensiteit: String?, eigenTraject: Bool,
        gestartOp: Datum?, eindigtOp: Datum?, overdracht: OverdrachtID?, versie: Int
    ) {
        (self.dossier, self.fase, self.gewicht, self.waarom) = (dossier, fase, gewicht, waarom)
        (self.intensiteit, self.eigenTraject, self.gestartOp) = (intensiteit, eigenTraject, gestartOp)
        (self.eindigtOp, self.overdracht, self.versie) = (eindigtOp, overdracht, versie)
    }
}

/// The team, a line per begeleider, paged by worker.
public struct TeamCaseload: Query {
    public static let type = "nl.wegwijs.begeleiding.team-caseload.v1"
    public static let service = ServiceName.begeleiding
    public struct Regel: Codable, Sendable, Equatable {
        public var begeleider: GebruikerID
        public var last: Caseloadlast
        /// Away now, and until when somebody covers.
        public var waargenomenTot: Datum?
        public init(begeleider: GebruikerID, last: Caseloadlast, waargenomenTot: Datum?) {
            (self.begeleider, self.last, self.waargenomenTot) = (begeleider, last, waargenomenTot)
        }
    }
    public typealias Answer = Page<Regel>
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

/// How much somebody needs, as the begeleider sees it: a code of the contract, nil for ordinary.
public struct IntensiteitZetten: Command {
    public static let type = "nl.wegwijs.begeleiding.intensiteit-zetten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var intensiteit: String?
    public var versie: Int
    public init(dossier: DossierID, intensiteit: String?, versie: Int) {
        (self.dossier, self.intensiteit, self.versie) = (dossier, intensiteit, versie)
    }
}

/// One cover.
public struct Waarnemingregel: Codable, Sendable, Equatable {
    public var waarneming: WaarnemingID
    public var begeleider: GebruikerID
    public var waarnemer: GebruikerID
    public var van: Datum
    public var totEnMet: Datum
    public var versie: Int
    public init(
        waarneming: WaarnemingID, begeleider: GebruikerID, waarnemer: GebruikerID, van: Datum, totEnMet: Datum, versie: Int
    ) {
        (self.waarneming, self.begeleider, self.waarnemer) = (waarneming, begeleider, waarnemer)
        (self.van, self.totEnMet, self.versie) = (van, totEnMet, versie)
    }
}

/// A colleague looks after somebody's dossiers while that one is away: sees them from the first day to the last, and loses
/// them by itself.
public struct WaarnemingVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.waarneming-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var waarneming: WaarnemingID
        public init(waarneming: WaarnemingID) { self.waarneming = waarneming }
    }
    public var begeleider: GebruikerID
    public var waarnemer: GebruikerID
    public var van: Datum
    public var totEnMet: Datum
    public init(begeleider: GebruikerID, waarnemer: GebruikerID, van: Datum, totEnMet: Datum) {
        (self.begeleider, self.waarnemer, self.van, self.totEnMet) = (begeleider, waarnemer, van, totEnMet)
    }
}

/// The colleague is back earlier, or it was a mistake: it ends now.
public struct WaarnemingBeeindigen: Command {
    public static let type = "nl.wegwijs.begeleiding.waarneming-beeindigen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var waarneming: WaarnemingID
    public var versie: Int
    public init(waarneming: WaarnemingID, versie: Int) { (self.waarneming, self.versie) = (waarneming, versie) }
}

/// Who covers for whom, from when to when. Told when it is made and when it is taken back; its last day comes by itself.
public struct WaarnemingGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.waarneming-gewijzigd.v1"
    public var waarneming: WaarnemingID
    public var begeleider: GebruikerID
    public var waarnemer: GebruikerID
    public var team: TeamID
    public var van: Datum
    public var totEnMet: Datum
    /// Taken back on this day; nil while it holds.
    public var ingetrokkenOp: Datum?
    public var subject: String { waarneming.description }
    public init(
        waarneming: WaarnemingID, begeleider: GebruikerID, waarnemer: GebruikerID, team: TeamID, van: Datum,
        totEnMet: Datum, ingetrokkenOp: Datum? = nil
    ) {
        (self.waarneming, self.begeleider, self.waarnemer, self.team) = (waarneming, begeleider, waarnemer, team)
        (self.van, self.totEnMet, self.ingetrokkenOp) = (van, totEnMet, ingetrokkenOp)
    }
}

/// Who had this dossier when, and who covered, newest first.
public struct ToewijzingenOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.toewijzingen.v1"
    public static let service = ServiceName.begeleiding
    public struct Rij: Codable, Sendable, Equatable {
        public var begeleider: GebruikerID
        public var van: Datum
        /// Nil: until now.
        public var totEnMet: Datum?
        /// Covered for whoever had it.
        public var waarneming: Bool
        /// Who gave it.
        public var door: GebruikerID?
        public init(begeleider: GebruikerID, van: Datum, totEnMet: Datum?, waarneming: Bool, door: GebruikerID?) {
            (self.begeleider, self.van, self.totEnMet) = (begeleider, van, totEnMet)
            (self.waarneming, self.door) = (waarneming, door)
        }
    }
    public typealias Answer = [Rij]
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}
