// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What gemeenten changed about people who are clients already and nobody looked at yet, oldest first.
public struct WijzigingenLijst: Query {
    public static let type = "nl.wegwijs.intake.wijzigingen-lijst.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Page<Rij>
    public struct Rij: Codable, Sendable, Equatable {
        public var wijziging: WijzigingID
        public var dossier: DossierID
        public var dossiernummer: String
        public var naam: String
        public var ontvangenOp: Datum
        public init(wijziging: WijzigingID, dossier: DossierID, dossiernummer: String, naam: String, ontvangenOp: Datum) {
            (self.wijziging, self.dossier, self.dossiernummer) = (wijziging, dossier, dossiernummer)
            (self.naam, self.ontvangenOp) = (naam, ontvangenOp)
        }
    }
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

/// One change, field by field beside what we have now. Reading it is logged.
public struct WijzigingOpvragen: Query {
    public static let type = "nl.wegwijs.intake.wijziging-opvragen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Wijzigingsblad
    public var wijziging: WijzigingID
    public init(wijziging: WijzigingID) { self.wijziging = wijziging }
}

public struct Wijzigingsblad: Codable, Sendable, Equatable {
    public var wijziging: WijzigingID
    public var dossier: DossierID
    public var dossiernummer: String
    public var naam: String
    public var ontvangenOp: Datum
    /// `in-controle`, `overgenomen`, `deels-overgenomen`, `weggelegd`.
    public var toestand: String
    public var verschillen: [Verschil]
    /// Of the person: what was compared is what changes.
    public var versie: Int

    public struct Verschil: Codable, Sendable, Equatable {
        public var veld: String
        /// In Dutch, as on screen.
        public var naam: String
        public var nu: String?
        public var nieuw: String?
        /// Under investigation in the BRP: never taken over without saying so.
        public var inOnderzoek: Bool
        public init(veld: String, naam: String, nu: String?, nieuw: String?, inOnderzoek: Bool) {
            (self.veld, self.naam, self.nu, self.nieuw, self.inOnderzoek) = (veld, naam, nu, nieuw, inOnderzoek)
        }
    }

    public init(
        wijziging: WijzigingID, dossier: DossierID, dossiernummer: String, naam: String, ontvangenOp: Datum,
        toestand: String, verschillen: [Verschil], versie: Int
    ) {
        (self.wijziging, self.dossier, self.dossiernummer) = (wijziging, dossier, dossiernummer)
        (self.naam, self.ontvangenOp, self.toestand) = (naam, ontvangenOp, toestand)
        (self.verschillen, self.versie) = (verschillen, versie)
    }
}

/// A worker takes over all, some or none of the fields; the rest is set aside with a reason. The gemeente sees which.
public struct WijzigingVerwerken: Command {
    public static let type = "nl.wegwijs.intake.wijziging-verwerken.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var wijziging: WijzigingID
    /// Fields to take over.
    public var overnemen: [String]
    /// True: fields under investigation may be among them.
    public var ookInOnderzoek: Bool
    /// Why the rest is not taken over: `al-bekend`, `onjuist`, `in-onderzoek`, `nagevraagd`. Needed when something is left.
    public var reden: String?
    /// Of the person.
    public var versie: Int
    public init(wijziging: WijzigingID, overnemen: [String], ookInOnderzoek: Bool, reden: String?, versie: Int) {
        (self.wijziging, self.overnemen, self.ookInOnderzoek) = (wijziging, overnemen, ookInOnderzoek)
        (self.reden, self.versie) = (reden, versie)
    }
}
