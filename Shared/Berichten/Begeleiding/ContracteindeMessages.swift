// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The running trajects of a contract that ends, with what happens to each: the first to end on top.
public struct ContracteindeOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.contracteinde.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable {
        public var opdracht: String
        /// The last day on which new people come under it.
        public var eindigtOp: Datum
        /// The contracts that have an end, to choose from.
        public var opdrachten: [Klokstand.Keuze]
        public var pagina: Page<Contracteinderegel>
        /// How many per choice within the asker's rights; `geen` for who has none yet. First page only.
        public var tellingen: [Telling]
        /// The contract has more trajects than are counted: those that end up to this day were. Nil: all were.
        public var geteldTotEnMet: Datum?
        public init(
            opdracht: String, eindigtOp: Datum, opdrachten: [Klokstand.Keuze], pagina: Page<Contracteinderegel>,
            tellingen: [Telling], geteldTotEnMet: Datum? = nil
        ) {
            self.geteldTotEnMet = geteldTotEnMet
            (self.opdracht, self.eindigtOp, self.opdrachten) = (opdracht, eindigtOp, opdrachten)
            (self.pagina, self.tellingen) = (pagina, tellingen)
        }
    }
    public struct Telling: Codable, Sendable, Equatable {
        public var keuze: String
        public var aantal: Int
        public init(keuze: String, aantal: Int) { (self.keuze, self.aantal) = (keuze, aantal) }
    }
    /// Nil: the one that ends first.
    public var opdracht: String?
    /// The list leaves as a file: asks the right to export, and every person on it is logged.
    public var export: Bool
    public var page: PageRequest
    public init(opdracht: String? = nil, export: Bool = false, page: PageRequest) {
        (self.opdracht, self.export, self.page) = (opdracht, export, page)
    }
}

public struct Contracteinderegel: Codable, Sendable, Equatable {
    public var dossier: DossierID
    public var dossiernummer: String
    public var begeleider: GebruikerID?
    public var gestartOp: Datum
    public var eindigtOp: Datum
    /// Runs on after the last day of the contract.
    public var naEinde: Bool
    public var keuze: Contracteindekeuze?
    public var onderdelen: [String]
    public var driegesprekOp: Datum?
    /// 0 as long as nothing was chosen.
    public var versie: Int
    /// How far the warm transfer is: the client agrees, they talked together, the new provider has taken it over.
    public var instemmingOp: Datum?
    public var geweestOp: Datum?
    public var overgedragenOp: Datum?
    public init(
        dossier: DossierID, dossiernummer: String, begeleider: GebruikerID?, gestartOp: Datum, eindigtOp: Datum,
        naEinde: Bool, keuze: Contracteindekeuze?, onderdelen: [String], driegesprekOp: Datum?, versie: Int,
        instemmingOp: Datum? = nil, geweestOp: Datum? = nil, overgedragenOp: Datum? = nil
    ) {
        (self.instemmingOp, self.geweestOp, self.overgedragenOp) = (instemmingOp, geweestOp, overgedragenOp)
        (self.dossier, self.dossiernummer, self.begeleider) = (dossier, dossiernummer, begeleider)
        (self.gestartOp, self.eindigtOp, self.naEinde) = (gestartOp, eindigtOp, naEinde)
        (self.keuze, self.onderdelen, self.driegesprekOp, self.versie) = (keuze, onderdelen, driegesprekOp, versie)
    }
}

/// What happens to a traject at the end of the contract (ABG 2025, section 4: whole, by the old party, or in part).
public enum Contracteindekeuze: String, Codable, Sendable, CaseIterable {
    /// We finish it ourselves.
    case afronden
    /// The new provider takes it over.
    case overdragen
    /// In part: the parts are named.
    case deels
}

/// What happens to one traject.
public struct ContracteindeKiezen: Command {
    public static let type = "nl.wegwijs.begeleiding.contracteinde-kiezen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    /// What can go over apart.
    public static let onderdelen = ["plan", "regelzaken", "verwijzingen", "reiskosten", "nazorg"]
    public var dossier: DossierID
    public var keuze: Contracteindekeuze
    /// For `deels`: what goes over.
    public var onderdelen: [String]
    /// When the old begeleider, the new one and the client talk together.
    public var driegesprekOp: Datum?
    public var versie: Int
    /// The client agrees that the new provider gets the file.
    public var instemmingOp: Datum?
    /// They talked together.
    public var geweestOp: Datum?
    /// The new provider has taken it over.
    public var overgedragenOp: Datum?
    public init(
        dossier: DossierID, keuze: Contracteindekeuze, onderdelen: [String] = [], driegesprekOp: Datum? = nil, versie: Int,
        instemmingOp: Datum? = nil, geweestOp: Datum? = nil, overgedragenOp: Datum? = nil
    ) {
        (self.instemmingOp, self.geweestOp, self.overgedragenOp) = (instemmingOp, geweestOp, overgedragenOp)
        (self.dossier, self.keuze, self.onderdelen) = (dossier, keuze, onderdelen)
        (self.driegesprekOp, self.versie) = (driegesprekOp, versie)
    }
}

/// What a new provider would get of this traject: the draft of the overdrachtsdocument, to read beforehand. Nothing of it
/// leaves by this.
public struct OverdrachtVoorbeeld: Query {
    public static let type = "nl.wegwijs.begeleiding.overdracht-voorbeeld.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var regel: Contracteinderegel
        public var paragrafen: [RapportParagrafen.Paragraaf]
        public init(regel: Contracteinderegel, paragrafen: [RapportParagrafen.Paragraaf]) {
            (self.regel, self.paragrafen) = (regel, paragrafen)
        }
    }
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// A traject ended in a way that asks for an overdrachtsdocument: rapportage makes a concept, due on this day.
public struct OverdrachtsdocumentGevraagd: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.overdrachtsdocument-gevraagd.v1"
    public var traject: TrajectID
    public var dossier: DossierID
    public var uiterlijkOp: Datum
    public var subject: String { dossier.description }
    public init(traject: TrajectID, dossier: DossierID, uiterlijkOp: Datum) {
        (self.traject, self.dossier, self.uiterlijkOp) = (traject, dossier, uiterlijkOp)
    }
}
