// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Somebody who is known and may be the same person, with why. Numbers are never told back: only whether they are the same.
public struct Kandidaatregel: Codable, Sendable, Equatable {
    /// Nil for who is no client yet.
    public var dossier: DossierID?
    /// The aanmelding that waits, for who is no client yet.
    public var aanmelding: AanmeldingID?
    public var dossiernummer: String?
    public var naam: String
    /// As known: `1990-01-01`, `1990`, `onbekend`.
    public var geboortedatum: String
    /// `nummer` (BSN or V-nummer agrees), `waarschijnlijk`, `mogelijk`.
    public var sterkte: String
    /// 0 to 100.
    public var punten: Int
    public var redenen: [Dubbelreden]
    public init(
        dossier: DossierID?, aanmelding: AanmeldingID?, dossiernummer: String?, naam: String, geboortedatum: String,
        sterkte: String, punten: Int, redenen: [Dubbelreden]
    ) {
        (self.dossier, self.aanmelding, self.dossiernummer, self.naam) = (dossier, aanmelding, dossiernummer, naam)
        (self.geboortedatum, self.sterkte, self.punten, self.redenen) = (geboortedatum, sterkte, punten, redenen)
    }
}

/// One ground, as a sentence: for the same person (`voor`) or against.
public struct Dubbelreden: Codable, Sendable, Equatable {
    public var tekst: String
    public var voor: Bool
    public init(tekst: String, voor: Bool) { (self.tekst, self.voor) = (tekst, voor) }
}

/// Who may be this person already: asked before somebody is entered by hand. Within the actor's rights, the likeliest first,
/// at most ten. Nothing of the question is kept.
public struct KandidatenZoeken: Query {
    public static let type = "nl.wegwijs.intake.kandidaten-zoeken.v1"
    public static let service = ServiceName.intake
    public typealias Answer = [Kandidaatregel]
    public var voornamen: String?
    public var voorvoegsel: String?
    public var geslachtsnaam: String?
    public var roepnaam: String?
    /// `1990-03-12`, `1990-03`, `1990` or `onbekend`; nil is unknown.
    public var geboortedatum: String?
    public var bsn: String?
    public var vnummer: String?
    public var telefoon: String?
    /// `M`, `V`; anything else is unknown.
    public var geslacht: String?
    public init(
        voornamen: String? = nil, voorvoegsel: String? = nil, geslachtsnaam: String? = nil, roepnaam: String? = nil,
        geboortedatum: String? = nil, bsn: String? = nil, vnummer: String? = nil, telefoon: String? = nil,
        geslacht: String? = nil
    ) {
        (self.voornamen, self.voorvoegsel, self.geslachtsnaam) = (voornamen, voorvoegsel, geslachtsnaam)
        (self.roepnaam, self.geboortedatum, self.bsn, self.vnummer) = (roepnaam, geboortedatum, bsn, vnummer)
        (self.telefoon, self.geslacht) = (telefoon, geslacht)
    }
}

/// One field of two people side by side.
public struct Vergelijkveld: Codable, Sendable, Equatable {
    /// `naam`, `geboortedatum`, `geslacht`, `bsn`, ...
    public var veld: String
    /// Nil when it is not known.
    public var links: String?
    public var rechts: String?
    /// `gelijk`, `lijkt`, `verschilt`, `onbekend`.
    public var stand: String
    public init(veld: String, links: String?, rechts: String?, stand: String) {
        (self.veld, self.links, self.rechts, self.stand) = (veld, links, rechts, stand)
    }
}

/// Two people side by side, for who decides whether they are one.
public struct Vergelijking: Codable, Sendable, Equatable {
    public var kandidaat: Kandidaatregel
    public var velden: [Vergelijkveld]
    /// Of the dossier at the right; nil for who is no client yet.
    public var versie: Int?
    public init(kandidaat: Kandidaatregel, velden: [Vergelijkveld], versie: Int?) {
        (self.kandidaat, self.velden, self.versie) = (kandidaat, velden, versie)
    }
}

/// An aanmelding that waits beside everybody it may be a double of. Looking is logged for each of them.
public struct AanmeldingVergelijken: Query {
    public static let type = "nl.wegwijs.intake.aanmelding-vergelijken.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var aanmelding: AanmeldingID
        public var naam: String
        public var toestand: AanmeldingToestand
        public var versie: Int
        public var vergelijkingen: [Vergelijking]
        /// How many candidates another team has: those are not shown.
        public var elders: Int
        /// The merge that is in force for this aanmelding, when it joined somebody.
        public var samenvoeging: Samenvoegregel?
        public init(
            aanmelding: AanmeldingID, naam: String, toestand: AanmeldingToestand, versie: Int, vergelijkingen: [Vergelijking],
            elders: Int, samenvoeging: Samenvoegregel?
        ) {
            (self.aanmelding, self.naam, self.toestand, self.versie) = (aanmelding, naam, toestand, versie)
            (self.vergelijkingen, self.elders, self.samenvoeging) = (vergelijkingen, elders, samenvoeging)
        }
    }
    public var aanmelding: AanmeldingID
    public init(aanmelding: AanmeldingID) { self.aanmelding = aanmelding }
}

/// Two dossiers side by side.
public struct DossiersVergelijken: Query {
    public static let type = "nl.wegwijs.intake.dossiers-vergelijken.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Vergelijking
    public var dossier: DossierID
    public var ander: DossierID
    public init(dossier: DossierID, ander: DossierID) { (self.dossier, self.ander) = (dossier, ander) }
}

/// One merge, in force or undone.
public struct Samenvoegregel: Codable, Sendable, Equatable {
    public var samenvoeging: SamenvoegingID
    public var volgend: DossierID
    public var leidend: DossierID
    /// Set when an aanmelding joined a dossier.
    public var aanmelding: AanmeldingID?
    /// Number and name of the other one, seen from the dossier that was asked for; nil for who may not see it.
    public var ander: DossierLabel?
    /// Reason code.
    public var reden: String
    public var actief: Bool
    public var samengevoegdOp: Datum
    public var samengevoegdDoor: GebruikerID?
    public var ongedaanOp: Datum?
    public var ongedaanDoor: GebruikerID?
    public var versie: Int
    public init(
        samenvoeging: SamenvoegingID, volgend: DossierID, leidend: DossierID, aanmelding: AanmeldingID?, ander: DossierLabel?,
        reden: String, actief: Bool, samengevoegdOp: Datum, samengevoegdDoor: GebruikerID?, ongedaanOp: Datum?,
        ongedaanDoor: GebruikerID?, versie: Int
    ) {
        (self.samenvoeging, self.volgend, self.leidend, self.aanmelding) = (samenvoeging, volgend, leidend, aanmelding)
        (self.ander, self.reden, self.actief, self.samengevoegdOp) = (ander, reden, actief, samengevoegdOp)
        (self.samengevoegdDoor, self.ongedaanOp, self.ongedaanDoor) = (samengevoegdDoor, ongedaanOp, ongedaanDoor)
        self.versie = versie
    }
}

/// What a dossier was merged with, now and before; newest first.
public struct SamenvoegingenOpvragen: Query {
    public static let type = "nl.wegwijs.intake.samenvoegingen-opvragen.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        /// Who stands for this person, when this dossier follows another.
        public var leidend: DossierLabel?
        public var regels: [Samenvoegregel]
        public init(leidend: DossierLabel?, regels: [Samenvoegregel]) { (self.leidend, self.regels) = (leidend, regels) }
    }
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// A teamleider decides that two dossiers are one person. Nothing is moved; the one follows the other from now on.
public struct DossiersSamenvoegen: Command {
    public static let type = "nl.wegwijs.intake.dossiers-samenvoegen.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var samenvoeging: SamenvoegingID
        public init(samenvoeging: SamenvoegingID) { self.samenvoeging = samenvoeging }
    }
    /// The dossier that is worked in from now on.
    public var leidend: DossierID
    /// The dossier that follows.
    public var volgend: DossierID
    /// Of the dossier that follows, as it was seen.
    public var versie: Int
    /// `zelfde-nummer`, `zelfde-gegevens`, `client-bevestigt`, `gemeente-bevestigt`.
    public var reden: String
    public init(leidend: DossierID, volgend: DossierID, versie: Int, reden: String) {
        (self.leidend, self.volgend, self.versie, self.reden) = (leidend, volgend, versie, reden)
    }
}

/// A teamleider takes a merge back, whenever and in whatever order. Everything is as the other merges have it.
public struct SamenvoegingOngedaanMaken: Command {
    public static let type = "nl.wegwijs.intake.samenvoeging-ongedaan-maken.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var samenvoeging: SamenvoegingID
    public var versie: Int
    public init(samenvoeging: SamenvoegingID, versie: Int) { (self.samenvoeging, self.versie) = (samenvoeging, versie) }
}

/// An aanmelding that waits is somebody we know: it is accepted and joins that dossier; no second one begins.
public struct AanmeldingBijDossier: Command {
    public static let type = "nl.wegwijs.intake.aanmelding-bij-dossier.v1"
    public static let service = ServiceName.intake
    public typealias Answer = DossiersSamenvoegen.Answer
    public var aanmelding: AanmeldingID
    public var dossier: DossierID
    /// Of the aanmelding, as it was seen.
    public var versie: Int
    public var reden: String
    public init(aanmelding: AanmeldingID, dossier: DossierID, versie: Int, reden: String) {
        (self.aanmelding, self.dossier, self.versie, self.reden) = (aanmelding, dossier, versie, reden)
    }
}

/// A teamleider decides that these are two people: the pair is not shown again.
public struct AnderePersoonVastleggen: Command {
    public static let type = "nl.wegwijs.intake.andere-persoon-vastleggen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var aanmelding: AanmeldingID
    /// The candidate: a client, or who waits (then its aanmelding).
    public var dossier: DossierID?
    public var andereAanmelding: AanmeldingID?
    public init(aanmelding: AanmeldingID, dossier: DossierID? = nil, andereAanmelding: AanmeldingID? = nil) {
        (self.aanmelding, self.dossier, self.andereAanmelding) = (aanmelding, dossier, andereAanmelding)
    }
}

/// Two dossiers are one person: from now on work, lists and counts go by `leidend`. Ids only.
public struct PersoonSamengevoegd: Event, Equatable {
    public static let type = "nl.wegwijs.intake.persoon-samengevoegd.v1"
    public var samenvoeging: SamenvoegingID
    /// The dossier that follows; of an aanmelding that joined, the id that it would have had.
    public var volgend: DossierID
    public var leidend: DossierID
    /// Set when an aanmelding joined a dossier: then `volgend` never had a traject.
    public var aanmelding: AanmeldingID?
    public var samengevoegdOp: Datum
    public var subject: String { volgend.description }
    public init(
        samenvoeging: SamenvoegingID, volgend: DossierID, leidend: DossierID, aanmelding: AanmeldingID? = nil,
        samengevoegdOp: Datum
    ) {
        (self.samenvoeging, self.volgend, self.leidend, self.aanmelding) = (samenvoeging, volgend, leidend, aanmelding)
        self.samengevoegdOp = samengevoegdOp
    }
}

/// A merge was taken back: `volgend` stands by itself again.
public struct SamenvoegingOngedaan: Event, Equatable {
    public static let type = "nl.wegwijs.intake.samenvoeging-ongedaan.v1"
    public var samenvoeging: SamenvoegingID
    public var volgend: DossierID
    public var leidend: DossierID
    public var aanmelding: AanmeldingID?
    public var ongedaanOp: Datum
    public var subject: String { volgend.description }
    public init(
        samenvoeging: SamenvoegingID, volgend: DossierID, leidend: DossierID, aanmelding: AanmeldingID? = nil, ongedaanOp: Datum
    ) {
        (self.samenvoeging, self.volgend, self.leidend, self.aanmelding) = (samenvoeging, volgend, leidend, aanmelding)
        self.ongedaanOp = ongedaanOp
    }
}
