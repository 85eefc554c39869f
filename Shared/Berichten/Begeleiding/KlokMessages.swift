// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What happened to the clock of a traject, and what may still happen: for the page of the clock.
public struct KlokOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.klok-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Klokstand
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct Klokstand: Codable, Sendable, Equatable {
    public var traject: TrajectID
    /// `lopend` or `afgerond`.
    public var toestand: String
    public var klok: [TrajectOverzicht.KlokDatum]
    public var pauzes: [Pauze]
    public var verlengingen: [Verlenging]
    /// The reasons of the contract for which the clock may stand still. Empty: it cannot.
    public var pauzeredenen: [Keuze]
    /// How many times it can still be extended, and by how many months each.
    public var kanVerlengen: Int
    public var verlengMaanden: Int
    public var eindredenen: [Keuze]
    /// Of a traject that ended.
    public var afgerondOp: Datum?
    public var eindreden: String?
    /// Until this day a traject that ended may be taken up again.
    public var terugTot: Datum?
    public var terugTotWaarom: String?
    /// What may still become of the last day: `verwacht` when a pause lasts, `met-verlenging`. Nothing of it is decided.
    public var vooruitblik: [TrajectOverzicht.KlokDatum]?
    /// Goals that are still open: closing asks for a state of each.
    public var openDoelen: Int
    public var versie: Int

    public struct Pauze: Codable, Sendable, Equatable {
        public var pauze: PauzeID
        public var reden: String
        public var van: Datum
        public var tot: Datum?
        public var verlengt: Bool
        /// Somebody looks again on this day, as long as it lasts.
        public var kijkOp: Datum?
        public init(pauze: PauzeID, reden: String, van: Datum, tot: Datum?, verlengt: Bool, kijkOp: Datum?) {
            (self.pauze, self.reden, self.van) = (pauze, reden, van)
            (self.tot, self.verlengt, self.kijkOp) = (tot, verlengt, kijkOp)
        }
    }

    public struct Verlenging: Codable, Sendable, Equatable {
        public var op: Datum
        public var maanden: Int
        public var door: GebruikerID?
        public init(op: Datum, maanden: Int, door: GebruikerID?) { (self.op, self.maanden, self.door) = (op, maanden, door) }
    }

    /// A code of the contract with its name.
    public struct Keuze: Codable, Sendable, Equatable {
        public var code: String
        public var naam: String
        public init(code: String, naam: String) { (self.code, self.naam) = (code, naam) }
    }

    public init(
        traject: TrajectID, toestand: String, klok: [TrajectOverzicht.KlokDatum], pauzes: [Pauze], verlengingen: [Verlenging],
        pauzeredenen: [Keuze], kanVerlengen: Int, verlengMaanden: Int, eindredenen: [Keuze], afgerondOp: Datum?,
        eindreden: String?, terugTot: Datum?, openDoelen: Int, versie: Int
    ) {
        (self.traject, self.toestand, self.klok, self.pauzes) = (traject, toestand, klok, pauzes)
        (self.verlengingen, self.pauzeredenen, self.kanVerlengen) = (verlengingen, pauzeredenen, kanVerlengen)
        (self.verlengMaanden, self.eindredenen, self.afgerondOp) = (verlengMaanden, eindredenen, afgerondOp)
        (self.eindreden, self.terugTot, self.openDoelen, self.versie) = (eindreden, terugTot, openDoelen, versie)
    }
}

/// The clock stands still from a day, for a reason of the contract.
public struct TrajectPauzeren: Command {
    public static let type = "nl.wegwijs.begeleiding.traject-pauzeren.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var reden: String
    public var van: Datum
    public var versie: Int
    public init(dossier: DossierID, reden: String, van: Datum, versie: Int) {
        (self.dossier, self.reden, self.van, self.versie) = (dossier, reden, van, versie)
    }
}

/// Somebody looked at the pause that lasts.
public struct PauzeBijwerken: Command {
    public static let type = "nl.wegwijs.begeleiding.pauze-bijwerken.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public enum Besluit: String, Codable, Sendable, CaseIterable {
        /// It is over; `tot` is the last day on which the clock stood still.
        case voorbij
        /// It is still right; somebody looks again later.
        case nogNodig = "nog-nodig"
        /// It was a mistake: as if it never was.
        case vergissing
    }
    public var dossier: DossierID
    public var pauze: PauzeID
    public var besluit: Besluit
    public var tot: Datum?
    public var versie: Int
    public init(dossier: DossierID, pauze: PauzeID, besluit: Besluit, tot: Datum? = nil, versie: Int) {
        (self.dossier, self.pauze, self.besluit, self.tot, self.versie) = (dossier, pauze, besluit, tot, versie)
    }
}

/// A team leader extends the traject once, by the months of the contract.
public struct TrajectVerlengen: Command {
    public static let type = "nl.wegwijs.begeleiding.traject-verlengen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var versie: Int
    public init(dossier: DossierID, versie: Int) { (self.dossier, self.versie) = (dossier, versie) }
}

/// The traject ends, with a reason of the contract.
public struct TrajectAfsluiten: Command {
    public static let type = "nl.wegwijs.begeleiding.traject-afsluiten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var reden: String
    /// The last day of the guidance.
    public var op: Datum
    /// What came of each goal that is still open.
    public var doelen: [Doelstand]
    public var versie: Int

    public struct Doelstand: Codable, Sendable, Equatable {
        public var doel: DoelID
        public var toestand: DoelToestand
        public init(doel: DoelID, toestand: DoelToestand) { (self.doel, self.toestand) = (doel, toestand) }
    }

    public init(dossier: DossierID, reden: String, op: Datum, doelen: [Doelstand], versie: Int) {
        (self.dossier, self.reden, self.op, self.doelen, self.versie) = (dossier, reden, op, doelen, versie)
    }
}

/// Somebody comes back soon after the end, or the end was a mistake: the same traject goes on.
public struct TrajectHeropenen: Command {
    public static let type = "nl.wegwijs.begeleiding.traject-heropenen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var versie: Int
    public init(dossier: DossierID, versie: Int) { (self.dossier, self.versie) = (dossier, versie) }
}

/// The dates of a running traject moved.
public struct TrajectklokGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.trajectklok-gewijzigd.v1"
    public var traject: TrajectID
    public var dossier: DossierID
    public var tussenrapportageOp: Datum
    public var eindigtOp: Datum
    /// `pauze`, `verlenging`, `heropend`, `dag` (a pause lasts).
    public var aanleiding: String
    public var subject: String { dossier.description }
    public init(
        traject: TrajectID, dossier: DossierID, tussenrapportageOp: Datum, eindigtOp: Datum, aanleiding: String
    ) {
        (self.traject, self.dossier, self.tussenrapportageOp) = (traject, dossier, tussenrapportageOp)
        (self.eindigtOp, self.aanleiding) = (eindigtOp, aanleiding)
    }
}

/// A traject that had ended goes on.
public struct TrajectHeropend: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.traject-heropend.v1"
    public var traject: TrajectID
    public var dossier: DossierID
    public var heropendOp: Datum
    public var tussenrapportageOp: Datum
    public var eindigtOp: Datum
    public var subject: String { dossier.description }
    public init(traject: TrajectID, dossier: DossierID, heropendOp: Datum, tussenrapportageOp: Datum, eindigtOp: Datum) {
        (self.traject, self.dossier, self.heropendOp) = (traject, dossier, heropendOp)
        (self.tussenrapportageOp, self.eindigtOp) = (tussenrapportageOp, eindigtOp)
    }
}
