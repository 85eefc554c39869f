// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// An advance came into a state.
public struct VoorschotGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.reiskosten.voorschot-gewijzigd.v1"
    public var voorschot: VoorschotID
    public var dossier: DossierID
    public var gemeente: String
    public var toestand: VoorschotToestand
    public var bedrag: Bedrag
    /// What was proved and accepted so far.
    public var verantwoord: Bedrag
    public var datum: Datum
    public var subject: String { dossier.description }
    public init(
        voorschot: VoorschotID, dossier: DossierID, gemeente: String, toestand: VoorschotToestand, bedrag: Bedrag,
        verantwoord: Bedrag, datum: Datum
    ) {
        (self.voorschot, self.dossier, self.gemeente, self.toestand) = (voorschot, dossier, gemeente, toestand)
        (self.bedrag, self.verantwoord, self.datum) = (bedrag, verantwoord, datum)
    }
}

/// Asks an advance for the journeys of one calendar month.
public struct VoorschotAanvragen: Command {
    public static let type = "nl.wegwijs.reiskosten.voorschot-aanvragen.v1"
    public static let service = ServiceName.reiskosten
    public struct Answer: Codable, Sendable, Equatable {
        public var voorschot: VoorschotID
        public init(voorschot: VoorschotID) { self.voorschot = voorschot }
    }
    public var dossier: DossierID
    /// `yyyy-MM`.
    public var maand: String
    /// `ov`, `auto`, `fiets`.
    public var vervoer: String
    /// Of one single journey, in tenths of a kilometre.
    public var afstandTiendeKm: Int
    /// Days of travel in the month, each there and back.
    public var dagen: Int
    /// What it really costs where the rule says so (public transport), per day there and back.
    public var werkelijkPerDag: Bedrag?
    public init(dossier: DossierID, maand: String, vervoer: String, afstandTiendeKm: Int, dagen: Int, werkelijkPerDag: Bedrag?) {
        (self.dossier, self.maand, self.vervoer) = (dossier, maand, vervoer)
        (self.afstandTiendeKm, self.dagen, self.werkelijkPerDag) = (afstandTiendeKm, dagen, werkelijkPerDag)
    }
}

/// Somebody else than the asker decides.
public struct VoorschotBeslissen: Command {
    public static let type = "nl.wegwijs.reiskosten.voorschot-beslissen.v1"
    public static let service = ServiceName.reiskosten
    public typealias Answer = Done
    public var voorschot: VoorschotID
    public var versie: Int
    public var goedgekeurd: Bool
    /// Code of the reason when refused: `afstand`, `geen-recht`, `openstaand-voorschot`, `overig`.
    public var reden: String?
    public init(voorschot: VoorschotID, versie: Int, goedgekeurd: Bool, reden: String?) {
        (self.voorschot, self.versie, self.goedgekeurd, self.reden) = (voorschot, versie, goedgekeurd, reden)
    }
}

public struct VoorschotBetaald: Command {
    public static let type = "nl.wegwijs.reiskosten.voorschot-betaald.v1"
    public static let service = ServiceName.reiskosten
    public typealias Answer = Done
    public var voorschot: VoorschotID
    public var versie: Int
    public var betaaldOp: Datum
    public init(voorschot: VoorschotID, versie: Int, betaaldOp: Datum) {
        (self.voorschot, self.versie, self.betaaldOp) = (voorschot, versie, betaaldOp)
    }
}

/// Settles: what was proved, what comes back. Together they are what was paid.
public struct VoorschotAfrekenen: Command {
    public static let type = "nl.wegwijs.reiskosten.voorschot-afrekenen.v1"
    public static let service = ServiceName.reiskosten
    public typealias Answer = Done
    public var voorschot: VoorschotID
    public var versie: Int
    public var verantwoord: Bedrag
    public init(voorschot: VoorschotID, versie: Int, verantwoord: Bedrag) {
        (self.voorschot, self.versie, self.verantwoord) = (voorschot, versie, verantwoord)
    }
}

/// One piece of an upload. The file is visible only after `laatste` with the right hash.
public struct BewijsstukDeel: Command {
    public static let type = "nl.wegwijs.reiskosten.bewijsstuk-deel.v1"
    public static let carriesFile = true
    public static let service = ServiceName.reiskosten
    public struct Answer: Codable, Sendable, Equatable {
        /// How many bytes are there now: where to go on after a break.
        public var ontvangen: Int
        /// Set after the last piece.
        public var bewijsstuk: BewijsstukID?
        public init(ontvangen: Int, bewijsstuk: BewijsstukID?) { (self.ontvangen, self.bewijsstuk) = (ontvangen, bewijsstuk) }
    }
    public var voorschot: VoorschotID
    public var bewijsstuk: BewijsstukID
    /// Where this piece begins.
    public var vanaf: Int
    /// At most 256 KiB.
    public var inhoud: Data
    public var laatste: Bool
    /// SHA-256 of the whole file, lower-case hex.
    public var hash: String
    public init(voorschot: VoorschotID, bewijsstuk: BewijsstukID, vanaf: Int, inhoud: Data, laatste: Bool, hash: String) {
        (self.voorschot, self.bewijsstuk, self.vanaf) = (voorschot, bewijsstuk, vanaf)
        (self.inhoud, self.laatste, self.hash) = (inhoud, laatste, hash)
    }
}

/// The file itself, in pieces, for who may see it.
public struct BewijsstukLezen: Query {
    public static let type = "nl.wegwijs.reiskosten.bewijsstuk-lezen.v1"
    public static let service = ServiceName.reiskosten
    public struct Answer: Codable, Sendable {
        /// Found from the content: `image/jpeg`, `image/png`, `application/pdf`.
        public var mediatype: String
        public var grootte: Int
        public var inhoud: Data
        public init(mediatype: String, grootte: Int, inhoud: Data) {
            (self.mediatype, self.grootte, self.inhoud) = (mediatype, grootte, inhoud)
        }
    }
    public var bewijsstuk: BewijsstukID
    public var vanaf: Int
    public init(bewijsstuk: BewijsstukID, vanaf: Int) { (self.bewijsstuk, self.vanaf) = (bewijsstuk, vanaf) }
}

/// The advances: of one dossier, or the queue of a financial worker by state.
public struct VoorschottenLijst: Query {
    public static let type = "nl.wegwijs.reiskosten.voorschotten-lijst.v1"
    public static let service = ServiceName.reiskosten
    public typealias Answer = Page<Voorschotsregel>
    public var dossier: DossierID?
    public var toestand: VoorschotToestand?
    public var page: PageRequest
    public init(dossier: DossierID? = nil, toestand: VoorschotToestand? = nil, page: PageRequest) {
        (self.dossier, self.toestand, self.page) = (dossier, toestand, page)
    }
}

public struct VoorschotOpvragen: Query {
    public static let type = "nl.wegwijs.reiskosten.voorschot-opvragen.v1"
    public static let service = ServiceName.reiskosten
    public typealias Answer = Voorschotsregel
    public var voorschot: VoorschotID
    public init(voorschot: VoorschotID) { self.voorschot = voorschot }
}

public struct Voorschotsregel: Codable, Sendable, Equatable {
    public var voorschot: VoorschotID
    public var dossier: DossierID
    public var maand: String
    public var bedrag: Bedrag
    public var verantwoord: Bedrag
    public var terugTeBetalen: Bedrag
    public var toestand: VoorschotToestand
    /// How the amount was found: the rule that was used, in a sentence.
    public var berekening: String
    public var gevraagdDoor: GebruikerID?
    public var gevraagdOp: Datum
    public var beslistDoor: GebruikerID?
    public var betaaldOp: Datum?
    public var redenAfwijzing: String?
    public var bewijsstukken: [Bewijsstukregel]
    public var versie: Int
    /// By when the evidence must be in, why, and what follows when it is not.
    public var bewijsUiterlijkOp: Datum?
    public var bewijsWaarom: String?

    public struct Bewijsstukregel: Codable, Sendable, Equatable {
        public var bewijsstuk: BewijsstukID
        public var mediatype: String
        public var grootte: Int
        public var ontvangenOp: Date
        /// Another advance has the same file: a signal for a human.
        public var eerderGezien: Bool
        public init(bewijsstuk: BewijsstukID, mediatype: String, grootte: Int, ontvangenOp: Date, eerderGezien: Bool) {
            (self.bewijsstuk, self.mediatype, self.grootte) = (bewijsstuk, mediatype, grootte)
            (self.ontvangenOp, self.eerderGezien) = (ontvangenOp, eerderGezien)
        }
    }

    public init(
        voorschot: VoorschotID, dossier: DossierID, maand: String, bedrag: Bedrag, verantwoord: Bedrag, terugTeBetalen: Bedrag,
        toestand: VoorschotToestand, berekening: String, gevraagdDoor: GebruikerID?, gevraagdOp: Datum,
        beslistDoor: GebruikerID?, betaaldOp: Datum?, redenAfwijzing: String?, bewijsstukken: [Bewijsstukregel], versie: Int
    ) {
        (self.voorschot, self.dossier, self.maand, self.bedrag) = (voorschot, dossier, maand, bedrag)
        (self.verantwoord, self.terugTeBetalen, self.toestand) = (verantwoord, terugTeBetalen, toestand)
        (self.berekening, self.gevraagdDoor, self.gevraagdOp) = (berekening, gevraagdDoor, gevraagdOp)
        (self.beslistDoor, self.betaaldOp, self.redenAfwijzing) = (beslistDoor, betaaldOp, redenAfwijzing)
        (self.bewijsstukken, self.versie) = (bewijsstukken, versie)
    }
}
