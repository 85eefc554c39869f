// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Hands dossiers over to a colleague, with a note. Until the receiver accepts, the giver stays responsible.
public struct OverdrachtenStarten: Command {
    public static let type = "nl.wegwijs.begeleiding.overdrachten-starten.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var overdrachten: [OverdrachtID]
        public init(overdrachten: [OverdrachtID]) { self.overdrachten = overdrachten }
    }
    /// 1 to 200.
    public var dossiers: [DossierID]
    public var aan: GebruikerID
    /// Sealed in the store, apart for each dossier; never in an event.
    public var notitie: String
    /// When giver, receiver and client talk together.
    public var driegesprekOp: Datum?
    public init(dossiers: [DossierID], aan: GebruikerID, notitie: String = "", driegesprekOp: Datum? = nil) {
        (self.dossiers, self.aan, self.notitie, self.driegesprekOp) = (dossiers, aan, notitie, driegesprekOp)
    }
}

/// The receiver answers, or the giver takes it back.
public struct OverdrachtBeslissen: Command {
    public static let type = "nl.wegwijs.begeleiding.overdracht-beslissen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public enum Besluit: String, Codable, Sendable, CaseIterable { case accepteren, weigeren, intrekken }
    public var overdracht: OverdrachtID
    public var besluit: Besluit
    /// For a refusal: a code of the contract.
    public var reden: String?
    public var versie: Int
    public init(overdracht: OverdrachtID, besluit: Besluit, reden: String? = nil, versie: Int) {
        (self.overdracht, self.besluit, self.reden, self.versie) = (overdracht, besluit, reden, versie)
    }
}

/// Another day for the driegesprek.
public struct DriegesprekZetten: Command {
    public static let type = "nl.wegwijs.begeleiding.driegesprek-zetten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var overdracht: OverdrachtID
    public var driegesprekOp: Datum?
    public var versie: Int
    public init(overdracht: OverdrachtID, driegesprekOp: Datum?, versie: Int) {
        (self.overdracht, self.driegesprekOp, self.versie) = (overdracht, driegesprekOp, versie)
    }
}

/// Open transfers in which the asker has a part, the one that must be answered first on top: given, received, of the team.
public struct OverdrachtenOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.overdrachten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Page<Overdrachtregel>
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

public struct Overdrachtregel: Codable, Sendable, Equatable {
    public var overdracht: OverdrachtID
    public var dossier: DossierID
    /// The receiver does not know the person yet: the number says nothing of who it is.
    public var dossiernummer: String
    public var van: GebruikerID?
    public var aan: GebruikerID
    public var gevraagdOp: Datum
    public var uiterlijkOp: Datum
    public var driegesprekOp: Datum?
    /// `open`, `geaccepteerd`, `geweigerd`, `ingetrokken`.
    public var toestand: String
    public var versie: Int
    public init(
        overdracht: OverdrachtID, dossier: DossierID, dossiernummer: String, van: GebruikerID?, aan: GebruikerID,
        gevraagdOp: Datum, uiterlijkOp: Datum, driegesprekOp: Datum?, toestand: String, versie: Int
    ) {
        (self.overdracht, self.dossier, self.dossiernummer) = (overdracht, dossier, dossiernummer)
        (self.van, self.aan, self.gevraagdOp, self.uiterlijkOp) = (van, aan, gevraagdOp, uiterlijkOp)
        (self.driegesprekOp, self.toestand, self.versie) = (driegesprekOp, toestand, versie)
    }
}

/// One transfer with its note and what is open in the dossier.
public struct OverdrachtOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.overdracht.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var regel: Overdrachtregel
        /// Nil when it cannot be read at the moment; empty when there is none.
        public var notitie: String?
        /// What is open now, most urgent first; at most fifty.
        public var taken: [Taak]
        public var fase: String
        public var doelgroep: Doelgroep
        public var spreektaal: String?
        public var tolkNodig: Bool
        public var kinderen: Int
        public var weigerredenen: [Klokstand.Keuze]
        /// Why it was refused, in words.
        public var reden: String?
        public var beslistOp: Datum?
        /// What the asker may do with it.
        public var magBeantwoorden: Bool
        public var magIntrekken: Bool
        public init(
            regel: Overdrachtregel, notitie: String?, taken: [Taak], fase: String, doelgroep: Doelgroep,
            spreektaal: String?, tolkNodig: Bool, kinderen: Int, weigerredenen: [Klokstand.Keuze], reden: String?,
            beslistOp: Datum?, magBeantwoorden: Bool, magIntrekken: Bool
        ) {
            (self.regel, self.notitie, self.taken, self.fase) = (regel, notitie, taken, fase)
            (self.doelgroep, self.spreektaal, self.tolkNodig) = (doelgroep, spreektaal, tolkNodig)
            (self.kinderen, self.weigerredenen, self.reden) = (kinderen, weigerredenen, reden)
            (self.beslistOp, self.magBeantwoorden, self.magIntrekken) = (beslistOp, magBeantwoorden, magIntrekken)
        }
    }
    public struct Taak: Codable, Sendable, Equatable {
        public var tekst: String
        public var uiterlijkOp: Datum
        public init(tekst: String, uiterlijkOp: Datum) { (self.tekst, self.uiterlijkOp) = (tekst, uiterlijkOp) }
    }
    public var overdracht: OverdrachtID
    public init(overdracht: OverdrachtID) { self.overdracht = overdracht }
}
