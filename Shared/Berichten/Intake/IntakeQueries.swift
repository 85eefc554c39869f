// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What people are called on screen. The asker shows it and never stores it.
public struct DossierLabel: Codable, Sendable, Equatable {
    public var dossier: DossierID
    public var dossiernummer: String
    /// Full name as the person is addressed; `naam onbekend` when there is none.
    public var naam: String
    public init(dossier: DossierID, dossiernummer: String, naam: String) {
        (self.dossier, self.dossiernummer, self.naam) = (dossier, dossiernummer, naam)
    }
}

/// The labels of one screen's dossiers in one question. Dossiers outside the actor's rights are left out.
public struct DossierLabels: Query {
    public static let type = "nl.wegwijs.intake.dossier-labels.v1"
    public static let service = ServiceName.intake
    public typealias Answer = [DossierLabel]
    /// At most 200.
    public var dossiers: [DossierID]
    public init(dossiers: [DossierID]) { self.dossiers = dossiers }
}

/// People by name, within the actor's rights: the own list, the search box.
public struct PersonenZoeken: Query {
    public static let type = "nl.wegwijs.intake.personen-zoeken.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Page<Persoonsregel>
    /// Part of a name or a dossiernummer; empty for the whole list by name.
    public var tekst: String
    public var page: PageRequest
    public init(tekst: String, page: PageRequest) { (self.tekst, self.page) = (tekst, page) }
}

public struct Persoonsregel: Codable, Sendable, Equatable {
    public var dossier: DossierID
    public var dossiernummer: String
    public var naam: String
    /// As known: `1990-01-01`, `1990`, `onbekend`.
    public var geboortedatum: String
    public var huishouden: HuishoudenID
    public var doelgroep: Doelgroep
    public var spreektaal: String?
    public var tolkNodig: Bool
    public var begeleider: GebruikerID?
    public init(
        dossier: DossierID, dossiernummer: String, naam: String, geboortedatum: String, huishouden: HuishoudenID,
        doelgroep: Doelgroep, spreektaal: String?, tolkNodig: Bool, begeleider: GebruikerID?
    ) {
        (self.dossier, self.dossiernummer, self.naam, self.geboortedatum) = (dossier, dossiernummer, naam, geboortedatum)
        (self.huishouden, self.doelgroep, self.spreektaal) = (huishouden, doelgroep, spreektaal)
        (self.tolkNodig, self.begeleider) = (tolkNodig, begeleider)
    }
}

/// Who somebody is, for the head of the dossier page. Reading it is logged with the actor's purpose.
public struct PersoonOpvragen: Query {
    public static let type = "nl.wegwijs.intake.persoon-opvragen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Persoonsgegevens
    public var dossier: DossierID
    /// Also what the dossier was merged with; nil: not asked.
    public var metSamenvoegingen: Bool?
    public init(dossier: DossierID, metSamenvoegingen: Bool? = nil) {
        (self.dossier, self.metSamenvoegingen) = (dossier, metSamenvoegingen)
    }
}

public struct Persoonsgegevens: Codable, Sendable, Equatable {
    public var dossier: DossierID
    public var dossiernummer: String
    public var naam: String
    public var geboortedatum: String
    /// Masked, such as `•••••0006`; nil when not known yet.
    public var bsn: String?
    public var vnummer: String?
    public var doelgroep: Doelgroep
    public var gemeente: String
    public var spreektaal: String?
    public var leestaal: String?
    public var tolktaal: String?
    public var tolkNodig: Bool
    public var telefoon: String?
    /// One line; absent under geheimhouding for who may not see it.
    public var adres: String?
    public var geheimhouding: Bool
    public var verblijfsvorm: Verblijfsvorm
    public var datumHuisvesting: Datum?
    public var huishouden: HuishoudenID
    public var huisgenoten: [Huisgenoot]
    public var versie: Int
    /// True while every exchange about this person is stopped; only for who works with the person.
    public var uitwisselingGestopt: Bool?
    /// What helps to talk with the person and what is not certain; only for who guides the person.
    public var omgang: Omgang?
    /// Only where it was asked.
    public var samenvoegingen: SamenvoegingenOpvragen.Answer?

    public struct Omgang: Codable, Sendable, Equatable {
        /// `ja`, `nee`; nil when nobody asked.
        public var geletterd: Feit?
        /// `A`, `AA`, `NVT`.
        public var alfabetisering: String?
        /// `vrouw`, `man`, `geen-voorkeur`.
        public var tolkgeslacht: String?
        public var voorkeurskanaal: String?
        /// Groups of fields under investigation in the BRP.
        public var inOnderzoek: [String]
        /// The three facts as they are now.
        public var feiten: [Persoonsfeit]
        public init(
            geletterd: Feit?, alfabetisering: String?, tolkgeslacht: String?, voorkeurskanaal: String?, inOnderzoek: [String],
            feiten: [Persoonsfeit]
        ) {
            (self.geletterd, self.alfabetisering, self.tolkgeslacht) = (geletterd, alfabetisering, tolkgeslacht)
            (self.voorkeurskanaal, self.inOnderzoek, self.feiten) = (voorkeurskanaal, inOnderzoek, feiten)
        }
    }

    public struct Huisgenoot: Codable, Sendable, Equatable {
        public var dossier: DossierID
        public var naam: String
        /// `hoofd`, `partner`, `kind`, `overig`.
        public var rol: String
        public var doelgroep: Doelgroep
        /// As known; only for who guides this member.
        public var geboortedatum: String?
        public init(dossier: DossierID, naam: String, rol: String, doelgroep: Doelgroep, geboortedatum: String? = nil) {
            (self.dossier, self.naam, self.rol, self.doelgroep) = (dossier, naam, rol, doelgroep)
            self.geboortedatum = geboortedatum
        }
    }

    public init(
        dossier: DossierID, dossiernummer: String, naam: String, geboortedatum: String, bsn: String?, vnummer: String?,
        doelgroep: Doelgroep, gemeente: String, spreektaal: String?, leestaal: String?, tolktaal: String?, tolkNodig: Bool,
        telefoon: String?, adres: String?, geheimhouding: Bool, verblijfsvorm: Verblijfsvorm, datumHuisvesting: Datum?,
        huishouden: HuishoudenID, huisgenoten: [Huisgenoot], versie: Int, uitwisselingGestopt: Bool? = nil,
        omgang: Omgang? = nil, samenvoegingen: SamenvoegingenOpvragen.Answer? = nil
    ) {
        (self.uitwisselingGestopt, self.omgang, self.samenvoegingen) = (uitwisselingGestopt, omgang, samenvoegingen)
        (self.dossier, self.dossiernummer, self.naam, self.geboortedatum) = (dossier, dossiernummer, naam, geboortedatum)
        (self.bsn, self.vnummer, self.doelgroep, self.gemeente) = (bsn, vnummer, doelgroep, gemeente)
        (self.spreektaal, self.leestaal, self.tolktaal, self.tolkNodig) = (spreektaal, leestaal, tolktaal, tolkNodig)
        (self.telefoon, self.adres, self.geheimhouding, self.verblijfsvorm) = (telefoon, adres, geheimhouding, verblijfsvorm)
        (self.datumHuisvesting, self.huishouden, self.huisgenoten, self.versie) = (
            datumHuisvesting, huishouden, huisgenoten, versie
        )
    }
}

/// The aanmeldingen that wait for a worker, oldest first; or those in another state.
public struct AanmeldingenLijst: Query {
    public static let type = "nl.wegwijs.intake.aanmeldingen-lijst.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Page<Aanmeldingsregel>
    public var toestand: AanmeldingToestand
    /// Only these, where given: a group, and a reason code.
    public var doelgroep: Doelgroep?
    public var reden: String?
    public var page: PageRequest
    public init(toestand: AanmeldingToestand, doelgroep: Doelgroep? = nil, reden: String? = nil, page: PageRequest) {
        (self.toestand, self.doelgroep, self.reden, self.page) = (toestand, doelgroep, reden, page)
    }
}

public struct Aanmeldingsregel: Codable, Sendable, Equatable {
    public var aanmelding: AanmeldingID
    public var naam: String
    public var geboortedatum: String
    /// Nil for who belongs to none of our groups, such as somebody displaced from Ukraine.
    public var doelgroep: Doelgroep?
    public var ontvangenOp: Datum
    public var toestand: AanmeldingToestand
    /// Why it waits: `mogelijk-dubbel` (to somebody outside `nadere-controle`), `doelgroep`, `geen-nummer`, ...
    public var redenen: [String]
    /// The dossier it may be a double of.
    public var mogelijkDubbelMet: [DossierLabel]
    public var versie: Int
    public init(
        aanmelding: AanmeldingID, naam: String, geboortedatum: String, doelgroep: Doelgroep?, ontvangenOp: Datum,
        toestand: AanmeldingToestand, redenen: [String], mogelijkDubbelMet: [DossierLabel], versie: Int
    ) {
        (self.aanmelding, self.naam, self.geboortedatum, self.doelgroep) = (aanmelding, naam, geboortedatum, doelgroep)
        (self.ontvangenOp, self.toestand, self.redenen) = (ontvangenOp, toestand, redenen)
        (self.mogelijkDubbelMet, self.versie) = (mogelijkDubbelMet, versie)
    }
}

/// A worker accepts what waited.
public struct AanmeldingAccepteren: Command {
    public static let type = "nl.wegwijs.intake.aanmelding-accepteren.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var aanmelding: AanmeldingID
    public var versie: Int
    /// The team that gets it, one of the contract's; nil for the one that the contract names first.
    public var team: TeamID?
    public init(aanmelding: AanmeldingID, versie: Int, team: TeamID? = nil) {
        (self.aanmelding, self.versie, self.team) = (aanmelding, versie, team)
    }
}

/// A worker refuses what waited, with a reason code.
public struct AanmeldingAfwijzen: Command {
    public static let type = "nl.wegwijs.intake.aanmelding-afwijzen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var aanmelding: AanmeldingID
    public var reden: String
    public var versie: Int
    public init(aanmelding: AanmeldingID, reden: String, versie: Int) {
        (self.aanmelding, self.reden, self.versie) = (aanmelding, reden, versie)
    }
}

/// The key with which a service seals what it keeps about a person. Held in memory only, never written.
public struct DossierSleutel: Query {
    public static let type = "nl.wegwijs.intake.dossier-sleutel.v1"
    public static let service = ServiceName.intake
    public struct Answer: Codable, Sendable {
        /// 32 bytes.
        public var sleutel: Data
        public init(sleutel: Data) { self.sleutel = sleutel }
    }
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// What a partner may know of a person, by step; only for sociale-kaart, only for a referral that reached that step.
public struct DeelpakketOpvragen: Query {
    public static let type = "nl.wegwijs.intake.deelpakket-opvragen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Deelpakket
    public var dossier: DossierID
    /// The fields on the white list of the service that is referred to.
    public var velden: [String]
    public init(dossier: DossierID, velden: [String]) { (self.dossier, self.velden) = (dossier, velden) }
}

/// Field name to value; only what was asked and is allowed.
public struct Deelpakket: Codable, Sendable, Equatable {
    public var velden: [String: String]
    public init(velden: [String: String]) { self.velden = velden }
}
