// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A report was approved by a person; the gemeente may see it from now on.
public struct RapportVastgesteld: Event, Equatable {
    public static let type = "nl.wegwijs.rapportage.rapport-vastgesteld.v1"
    public var rapport: RapportID
    /// `tussenrapportage`, `overdrachtsdocument`; `overdrachtsdocument-2` after a traject that went on again.
    public var soort: String
    public var traject: TrajectID
    public var dossier: DossierID
    public var gemeente: String
    public var vastgesteldOp: Datum
    public var subject: String { dossier.description }
    public init(rapport: RapportID, soort: String, traject: TrajectID, dossier: DossierID, gemeente: String, vastgesteldOp: Datum)
    {
        (self.rapport, self.soort, self.traject) = (rapport, soort, traject)
        (self.dossier, self.gemeente, self.vastgesteldOp) = (dossier, gemeente, vastgesteldOp)
    }
}

/// The interim reports within the actor's rights: due, in concept, approved; earliest due first.
public struct RapportenLijst: Query {
    public static let type = "nl.wegwijs.rapportage.rapporten-lijst.v1"
    public static let service = ServiceName.rapportage
    public typealias Answer = Page<Rapportregel>
    /// Nil for all.
    public var toestand: RapportToestand?
    public var dossier: DossierID?
    public var page: PageRequest
    public init(toestand: RapportToestand? = nil, dossier: DossierID? = nil, page: PageRequest) {
        (self.toestand, self.dossier, self.page) = (toestand, dossier, page)
    }
}

public struct Rapportregel: Codable, Sendable, Equatable {
    public var rapport: RapportID
    public var traject: TrajectID
    public var dossier: DossierID
    public var dossiernummer: String
    public var soort: String
    public var uiterlijkOp: Datum
    public var toestand: RapportToestand
    public var vastgesteldOp: Datum?
    public var versie: Int
    public init(
        rapport: RapportID, traject: TrajectID, dossier: DossierID, dossiernummer: String, soort: String, uiterlijkOp: Datum,
        toestand: RapportToestand, vastgesteldOp: Datum?, versie: Int
    ) {
        (self.rapport, self.traject, self.dossier, self.dossiernummer) = (rapport, traject, dossier, dossiernummer)
        (self.soort, self.uiterlijkOp, self.toestand) = (soort, uiterlijkOp, toestand)
        (self.vastgesteldOp, self.versie) = (vastgesteldOp, versie)
    }
}

/// One report with its text: the draft from begeleiding, or the approved version.
public struct RapportOpvragen: Query {
    public static let type = "nl.wegwijs.rapportage.rapport-opvragen.v1"
    public static let service = ServiceName.rapportage
    public struct Answer: Codable, Sendable, Equatable {
        public var regel: Rapportregel
        public var paragrafen: [RapportParagrafen.Paragraaf]
        /// The figures at the head of the report: of this moment for a draft, of the approval after it.
        public var kerncijfers: [Kerncijfer]?
        /// True while the exchange about this person or somebody in the household is stopped: there is no PDF then, and the
        /// gemeente does not see the report. Otherwise nil.
        public var uitwisselingGestopt: Bool?
        public init(
            regel: Rapportregel, paragrafen: [RapportParagrafen.Paragraaf], kerncijfers: [Kerncijfer]? = nil,
            uitwisselingGestopt: Bool? = nil
        ) {
            (self.regel, self.paragrafen, self.kerncijfers) = (regel, paragrafen, kerncijfers)
            self.uitwisselingGestopt = uitwisselingGestopt
        }
    }
    public struct Kerncijfer: Codable, Sendable, Equatable {
        /// `Contactmomenten`.
        public var naam: String
        /// `14`, `3 van 5`.
        public var waarde: String
        /// `waarvan 2 keer niet verschenen`.
        public var toelichting: String
        public init(naam: String, waarde: String, toelichting: String) {
            (self.naam, self.waarde, self.toelichting) = (naam, waarde, toelichting)
        }
    }
    public var rapport: RapportID
    public init(rapport: RapportID) { self.rapport = rapport }
}

/// The begeleider approves the text as it stands on the form; it is sealed and cannot be changed any more.
public struct RapportVaststellen: Command {
    public static let type = "nl.wegwijs.rapportage.rapport-vaststellen.v1"
    public static let service = ServiceName.rapportage
    public typealias Answer = Done
    public var rapport: RapportID
    public var versie: Int
    public var paragrafen: [RapportParagrafen.Paragraaf]
    public init(rapport: RapportID, versie: Int, paragrafen: [RapportParagrafen.Paragraaf]) {
        (self.rapport, self.versie, self.paragrafen) = (rapport, versie, paragrafen)
    }
}

/// The report as PDF (A4), in pieces of at most 256 KiB. Refused to everybody while the exchange is stopped.
public struct RapportPDF: Query {
    public static let type = "nl.wegwijs.rapportage.rapport-pdf.v1"
    public static let service = ServiceName.rapportage
    public struct Answer: Codable, Sendable {
        public var grootte: Int
        public var inhoud: Data
        /// Which print this is: ask the next piece with it, so that all pieces are of one file.
        public var afdruk: String?
        public init(grootte: Int, inhoud: Data, afdruk: String? = nil) {
            (self.grootte, self.inhoud, self.afdruk) = (grootte, inhoud, afdruk)
        }
    }
    public var rapport: RapportID
    public var vanaf: Int
    /// The `afdruk` of the piece before; nil for the first.
    public var afdruk: String?
    public init(rapport: RapportID, vanaf: Int, afdruk: String? = nil) {
        (self.rapport, self.vanaf, self.afdruk) = (rapport, vanaf, afdruk)
    }
}

/// The indicators of a gemeente over a period.
public struct IndicatorenOpvragen: Query {
    public static let type = "nl.wegwijs.rapportage.indicatoren-opvragen.v1"
    public static let service = ServiceName.rapportage
    public typealias Answer = [Indicator]
    public var gemeente: String
    public var van: Datum
    public var totEnMet: Datum
    public init(gemeente: String, van: Datum, totEnMet: Datum) {
        (self.gemeente, self.van, self.totEnMet) = (gemeente, van, totEnMet)
    }
}

public struct Indicator: Codable, Sendable, Equatable {
    /// `in-begeleiding`, `dagen-tot-eerste-contact`, `no-show`.
    public var code: String
    public var naam: String
    public var definitie: String
    /// `personen`, `dagen` (median), `procent`.
    public var eenheid: String
    /// Nil when there is nothing to count, or when `onderdrukt`.
    public var waarde: Double?
    /// How many rows are behind it: exactly those that `IndicatorRijen` gives.
    public var aantalRijen: Int
    /// Too few to show without pointing at a person.
    public var onderdrukt: Bool
    /// Value per month of the period, for the chart.
    public var reeks: [Punt]
    public struct Punt: Codable, Sendable, Equatable {
        public var maand: String
        public var waarde: Double?
        public init(maand: String, waarde: Double?) { (self.maand, self.waarde) = (maand, waarde) }
    }
    public init(
        code: String, naam: String, definitie: String, eenheid: String, waarde: Double?, aantalRijen: Int, onderdrukt: Bool,
        reeks: [Punt]
    ) {
        (self.code, self.naam, self.definitie, self.eenheid) = (code, naam, definitie, eenheid)
        (self.waarde, self.aantalRijen, self.onderdrukt, self.reeks) = (waarde, aantalRijen, onderdrukt, reeks)
    }
}

/// Exactly the rows behind one number.
public struct IndicatorRijen: Query {
    public static let type = "nl.wegwijs.rapportage.indicator-rijen.v1"
    public static let service = ServiceName.rapportage
    public typealias Answer = Page<Rij>
    public struct Rij: Codable, Sendable, Equatable {
        public var dossier: DossierID
        public var dossiernummer: String
        /// `Begin`: `2027-01-04`, `Dagen`: `6`, `Verschenen`: `nee`, ...
        public var kolommen: [Kolom]
        public init(dossier: DossierID, dossiernummer: String, kolommen: [Kolom]) {
            (self.dossier, self.dossiernummer, self.kolommen) = (dossier, dossiernummer, kolommen)
        }
    }
    public struct Kolom: Codable, Sendable, Equatable {
        public var naam: String
        public var waarde: String
        public init(naam: String, waarde: String) { (self.naam, self.waarde) = (naam, waarde) }
    }
    public var code: String
    public var gemeente: String
    public var van: Datum
    public var totEnMet: Datum
    public var page: PageRequest
    public init(code: String, gemeente: String, van: Datum, totEnMet: Datum, page: PageRequest) {
        (self.code, self.gemeente, self.van, self.totEnMet, self.page) = (code, gemeente, van, totEnMet, page)
    }
}
