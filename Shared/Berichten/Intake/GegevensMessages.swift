// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Facts about a person changed. The facts as they are now, so that a follower needs no order and no history; ids, dates and
/// codes only.
public struct PersoonGewijzigd: Event, Equatable {
    public static let type = "nl.wegwijs.intake.persoon-gewijzigd.v1"
    public var dossier: DossierID
    /// Names of the fields that changed, such as `datumHuisvesting`.
    public var gewijzigd: [String]
    public var doelgroep: Doelgroep
    public var eigenTraject: Bool
    public var inburgeringsplichtig: Feit
    public var factureerbaar: Bool
    public var verblijfsvorm: Verblijfsvorm
    public var datumHuisvesting: Datum?
    public var spreektaal: String?
    public var tolkNodig: Bool
    public var postcode4: String?
    public var is18: Feit
    public var wordt18In: String?
    public var subject: String { dossier.description }
    public init(
        dossier: DossierID, gewijzigd: [String], doelgroep: Doelgroep, eigenTraject: Bool, inburgeringsplichtig: Feit,
        factureerbaar: Bool, verblijfsvorm: Verblijfsvorm, datumHuisvesting: Datum?, spreektaal: String?, tolkNodig: Bool,
        postcode4: String?, is18: Feit, wordt18In: String?
    ) {
        (self.dossier, self.gewijzigd, self.doelgroep, self.eigenTraject) = (dossier, gewijzigd, doelgroep, eigenTraject)
        (self.inburgeringsplichtig, self.factureerbaar) = (inburgeringsplichtig, factureerbaar)
        (self.verblijfsvorm, self.datumHuisvesting, self.spreektaal) = (verblijfsvorm, datumHuisvesting, spreektaal)
        (self.tolkNodig, self.postcode4, self.is18, self.wordt18In) = (tolkNodig, postcode4, is18, wordt18In)
    }
}

/// Everything about a person that a worker may edit, as the form shows it. Reading it is logged.
public struct GegevensOpvragen: Query {
    public static let type = "nl.wegwijs.intake.gegevens-opvragen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Gegevensblad
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct Gegevensblad: Codable, Sendable, Equatable {
    public var dossier: DossierID
    /// Field to value; a field that is not known is not there. The names stand in docs/begrippen.md.
    public var velden: [String: String]
    /// The groups of fields that are under investigation in the BRP: `naam`, `geboorte`, `adres`, `nummers`.
    public var inOnderzoek: [String]
    public var feiten: [Persoonsfeit]
    public var versie: Int
    public var gewijzigdOp: Date?
    /// The user who changed it last; nil for a service.
    public var gewijzigdDoor: GebruikerID?
    /// Whether the actor may see the whole BSN, logged with a purpose.
    public var magBSN: Bool
    public init(
        dossier: DossierID, velden: [String: String], inOnderzoek: [String], feiten: [Persoonsfeit], versie: Int,
        gewijzigdOp: Date?, gewijzigdDoor: GebruikerID?, magBSN: Bool
    ) {
        (self.dossier, self.velden, self.inOnderzoek, self.feiten) = (dossier, velden, inOnderzoek, feiten)
        (self.versie, self.gewijzigdOp, self.gewijzigdDoor, self.magBSN) = (versie, gewijzigdOp, gewijzigdDoor, magBSN)
    }
}

/// One of the three facts about a person that are not one, with its own day, source and reason.
public struct Persoonsfeit: Codable, Sendable, Equatable {
    /// `doelgroep`, `inburgeringsplichtig`, `factureerbaar`.
    public var soort: String
    /// A code of `Doelgroep` or `buiten`; or `ja`, `nee`, `onbekend`.
    public var waarde: String
    public var van: Datum
    /// `gemeente`, `contract`, `medewerker`, `overgenomen`.
    public var bron: String
    /// `aanmelding`, `wijziging`, `duo`, `leeftijd`, `contract`, `correctie`.
    public var reden: String
    public init(soort: String, waarde: String, van: Datum, bron: String, reden: String) {
        (self.soort, self.waarde, self.van, self.bron, self.reden) = (soort, waarde, van, bron, reden)
    }
}

/// A worker changes what is known of a person. Only the fields named here change; an empty value takes one away.
public struct GegevensVastleggen: Command {
    public static let type = "nl.wegwijs.intake.gegevens-vastleggen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var dossier: DossierID
    public var velden: [String: String]
    /// Nil: as it was.
    public var inOnderzoek: [String]?
    public var versie: Int
    public init(dossier: DossierID, velden: [String: String], inOnderzoek: [String]?, versie: Int) {
        (self.dossier, self.velden, self.inOnderzoek, self.versie) = (dossier, velden, inOnderzoek, versie)
    }
}

/// The whole BSN, for one who needs it now. Logged with the purpose before the answer leaves.
public struct BSNTonen: Query {
    public static let type = "nl.wegwijs.intake.bsn-tonen.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable, Equatable {
        public var bsn: String
        public init(bsn: String) { self.bsn = bsn }
    }
    public var dossier: DossierID
    /// `afspraak-instantie`, `formulier`, `controle`.
    public var waarvoor: String
    public init(dossier: DossierID, waarvoor: String) { (self.dossier, self.waarvoor) = (dossier, waarvoor) }
}

/// One of the three facts changes from a day on.
public struct PersoonsfeitVastleggen: Command {
    public static let type = "nl.wegwijs.intake.persoonsfeit-vastleggen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var dossier: DossierID
    public var soort: String
    public var waarde: String
    public var van: Datum
    public var reden: String
    public var versie: Int
    public init(dossier: DossierID, soort: String, waarde: String, van: Datum, reden: String, versie: Int) {
        (self.dossier, self.soort, self.waarde) = (dossier, soort, waarde)
        (self.van, self.reden, self.versie) = (van, reden, versie)
    }
}
