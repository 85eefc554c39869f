// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Who must be looked at now, and why: the standing list. A begeleider sees the own dossiers (and those covered), a team
/// leader the team's. Longest waiting first.
public struct UitbeeldOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.uit-beeld.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable {
        public var pagina: Page<Uitbeeldregel>
        /// How many dossiers per reason, within the rights and the begeleider asked; on the first page only.
        public var tellingen: [Telling]
        public init(pagina: Page<Uitbeeldregel>, tellingen: [Telling]) {
            (self.pagina, self.tellingen) = (pagina, tellingen)
        }
    }
    public struct Telling: Codable, Sendable, Equatable {
        public var reden: String
        public var naam: String
        /// Nil when there are more than are counted: 500.
        public var aantal: Int?
        public init(reden: String, naam: String, aantal: Int?) {
            (self.reden, self.naam, self.aantal) = (reden, naam, aantal)
        }
    }
    /// `geen-begeleider`, `eerste-contact`, `geen-contact`, `no-show`, `niets-gepland`, `klok-loopt-af`, `termijn`,
    /// `rapport`, `document`, `wacht-op-ouder`, `overdracht`, `pauze`, `nazorg`; nil for all.
    public var reden: String?
    public var begeleider: GebruikerID?
    public var page: PageRequest
    public init(reden: String? = nil, begeleider: GebruikerID? = nil, page: PageRequest) {
        (self.reden, self.begeleider, self.page) = (reden, begeleider, page)
    }
}

public struct Uitbeeldregel: Codable, Sendable, Equatable {
    public var dossier: DossierID
    public var begeleider: GebruikerID?
    /// Since when it is on the list.
    public var sinds: Datum
    /// The first of each kind, longest first.
    public var redenen: [Uitbeeldreden]
    /// How many more there are of these kinds; nil when there are none.
    public var meer: Int?
    /// The dossier follows another one of the same person: its number.
    public var uitDossiernummer: String?
    public init(
        dossier: DossierID, begeleider: GebruikerID?, sinds: Datum, redenen: [Uitbeeldreden], meer: Int? = nil,
        uitDossiernummer: String? = nil
    ) {
        self.uitDossiernummer = uitDossiernummer
        (self.dossier, self.begeleider, self.sinds) = (dossier, begeleider, sinds)
        (self.redenen, self.meer) = (redenen, meer)
    }
}

public struct Uitbeeldreden: Codable, Sendable, Equatable {
    public var code: String
    /// `Er is te lang geen contact geweest.`
    public var tekst: String
    public var waarom: String
    /// Since when it is a reason, or from when it will be one.
    public var sinds: Datum
    /// The day it is about.
    public var uiterlijkOp: Datum
    public init(code: String, tekst: String, waarom: String, sinds: Datum, uiterlijkOp: Datum) {
        (self.code, self.tekst, self.waarom) = (code, tekst, waarom)
        (self.sinds, self.uiterlijkOp) = (sinds, uiterlijkOp)
    }
}

/// Why one dossier is on the list, or on which day it comes back, and what was seen.
public struct UitbeeldDossier: Query {
    public static let type = "nl.wegwijs.begeleiding.uit-beeld-dossier.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        /// On the list now.
        public var nu: [Uitbeeldreden]
        /// Comes later by itself, soonest first.
        public var straks: [Uitbeeldreden]
        /// Newest first, at most twenty.
        public var gezien: [Gezien]
        public var gezienRedenen: [Klokstand.Keuze]
        /// The furthest day to look again, if it is seen today.
        public var gezienTot: Datum
        /// The last day of the residence document, as far as known.
        public var documentTot: Datum?
        /// 0 as long as nobody wrote it down.
        public var documentVersie: Int
        public var loopt: Bool
        public var versie: Int
        public init(
            nu: [Uitbeeldreden], straks: [Uitbeeldreden], gezien: [Gezien], gezienRedenen: [Klokstand.Keuze],
            gezienTot: Datum, documentTot: Datum?, documentVersie: Int, loopt: Bool, versie: Int
        ) {
            (self.nu, self.straks, self.gezien, self.gezienRedenen) = (nu, straks, gezien, gezienRedenen)
            (self.gezienTot, self.documentTot, self.documentVersie) = (gezienTot, documentTot, documentVersie)
            (self.loopt, self.versie) = (loopt, versie)
        }
    }
    public struct Gezien: Codable, Sendable, Equatable {
        public var op: Datum
        public var kijkOp: Datum
        /// In words.
        public var reden: String
        public var door: GebruikerID?
        public init(op: Datum, kijkOp: Datum, reden: String, door: GebruikerID?) {
            (self.op, self.kijkOp, self.reden, self.door) = (op, kijkOp, reden, door)
        }
    }
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// Somebody looked and it is all right until a day. It covers the reasons that stand there now, and nothing that comes later.
public struct UitbeeldGezien: Command {
    public static let type = "nl.wegwijs.begeleiding.uit-beeld-gezien.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    /// A code of the contract.
    public var reden: String
    public var kijkOp: Datum
    public var versie: Int
    public init(dossier: DossierID, reden: String, kijkOp: Datum, versie: Int) {
        (self.dossier, self.reden, self.kijkOp, self.versie) = (dossier, reden, kijkOp, versie)
    }
}

/// The last day of the residence document; nil when it is not known (any more).
public struct VerblijfsdocumentVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.verblijfsdocument-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var geldigTot: Datum?
    public var versie: Int
    public init(dossier: DossierID, geldigTot: Datum?, versie: Int) {
        (self.dossier, self.geldigTot, self.versie) = (dossier, geldigTot, versie)
    }
}
