// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Everything that a worker needs to decide about one aanmelding. Reading it is logged.
public struct AanmeldingOpvragen: Query {
    public static let type = "nl.wegwijs.intake.aanmelding-opvragen.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Aanmeldingsbeeld
    public var aanmelding: AanmeldingID
    public init(aanmelding: AanmeldingID) { self.aanmelding = aanmelding }
}

public struct Aanmeldingsbeeld: Codable, Sendable, Equatable {
    public var regel: Aanmeldingsregel
    public var wie: Wie
    public var talen: Talen
    public var wonen: Wonen
    public var opdracht: Opdrachtbeeld
    /// Of the gemeente: whom to call.
    public var contactpersoon: Contactpersoon?
    /// The others of the household, accepted or not; head first.
    public var huisgenoten: [Huisgenoot]
    /// When the first contact must have been: from the day of acceptance, or from today while it waits.
    public var eersteContact: Eerste
    /// The team that has it or gets it, and all that the contract names.
    public var team: TeamID
    public var teams: [Team]
    public var mag: Mogelijk

    public struct Wie: Codable, Sendable, Equatable {
        /// Set once the person is a client.
        public var dossier: DossierID?
        public var dossiernummer: String?
        /// Masked, such as `•••••0006`.
        public var bsn: String?
        public var vnummer: String?
        public var telefoon: String?
        public var inburgeringsplichtig: Feit
        public init(
            dossier: DossierID?, dossiernummer: String?, bsn: String?, vnummer: String?, telefoon: String?,
            inburgeringsplichtig: Feit
        ) {
            (self.dossier, self.dossiernummer, self.bsn, self.vnummer) = (dossier, dossiernummer, bsn, vnummer)
            (self.telefoon, self.inburgeringsplichtig) = (telefoon, inburgeringsplichtig)
        }
    }

    /// Codes of ISO 639.
    public struct Talen: Codable, Sendable, Equatable {
        public var spreektaal: String?
        public var leestaal: String?
        public var tolktaal: String?
        public var tolkNodig: Bool
        public var geletterd: Bool?
        public init(spreektaal: String?, leestaal: String?, tolktaal: String?, tolkNodig: Bool, geletterd: Bool?) {
            (self.spreektaal, self.leestaal, self.tolktaal) = (spreektaal, leestaal, tolktaal)
            (self.tolkNodig, self.geletterd) = (tolkNodig, geletterd)
        }
    }

    public struct Wonen: Codable, Sendable, Equatable {
        public var verblijfsvorm: Verblijfsvorm
        /// One line.
        public var adres: String?
        public var geheimhouding: Bool
        /// The day on which the person was matched with the gemeente, and the day of moving in as it is known now.
        public var datumKoppeling: Datum?
        public var datumHuisvesting: Datum?
        public init(
            verblijfsvorm: Verblijfsvorm, adres: String?, geheimhouding: Bool, datumKoppeling: Datum?, datumHuisvesting: Datum?
        ) {
            (self.verblijfsvorm, self.adres, self.geheimhouding) = (verblijfsvorm, adres, geheimhouding)
            (self.datumKoppeling, self.datumHuisvesting) = (datumKoppeling, datumHuisvesting)
        }
    }

    /// The contract and what it says about this group.
    public struct Opdrachtbeeld: Codable, Sendable, Equatable {
        public var id: String
        public var gemeentenaam: String
        public var van: Datum
        public var tot: Datum?
        public var geldtVandaag: Bool
        /// False: the contract does not name the group.
        public var kentDoelgroep: Bool
        public var eigenTraject: Bool
        public var factureerbaar: Bool
        public init(
            id: String, gemeentenaam: String, van: Datum, tot: Datum?, geldtVandaag: Bool, kentDoelgroep: Bool,
            eigenTraject: Bool, factureerbaar: Bool
        ) {
            (self.id, self.gemeentenaam, self.van, self.tot) = (id, gemeentenaam, van, tot)
            (self.geldtVandaag, self.kentDoelgroep) = (geldtVandaag, kentDoelgroep)
            (self.eigenTraject, self.factureerbaar) = (eigenTraject, factureerbaar)
        }
    }

    public struct Contactpersoon: Codable, Sendable, Equatable {
        public var naam: String?
        public var telefoon: String?
        public var email: String?
        public init(naam: String?, telefoon: String?, email: String?) {
            (self.naam, self.telefoon, self.email) = (naam, telefoon, email)
        }
    }

    public struct Huisgenoot: Codable, Sendable, Equatable {
        public var aanmelding: AanmeldingID
        /// Set once this member is a client.
        public var dossier: DossierID?
        public var naam: String
        public var doelgroep: Doelgroep?
        public var toestand: AanmeldingToestand
        public init(
            aanmelding: AanmeldingID, dossier: DossierID?, naam: String, doelgroep: Doelgroep?, toestand: AanmeldingToestand
        ) {
            (self.aanmelding, self.dossier, self.naam) = (aanmelding, dossier, naam)
            (self.doelgroep, self.toestand) = (doelgroep, toestand)
        }
    }

    public struct Eerste: Codable, Sendable, Equatable {
        public var uiterlijk: Datum
        /// "Waarom deze datum", with the source.
        public var waarom: String
        public init(uiterlijk: Datum, waarom: String) { (self.uiterlijk, self.waarom) = (uiterlijk, waarom) }
    }

    public struct Team: Codable, Sendable, Equatable {
        public var id: TeamID
        public var naam: String
        public init(id: TeamID, naam: String) { (self.id, self.naam) = (id, naam) }
    }

    /// What the actor may do with it now.
    public struct Mogelijk: Codable, Sendable, Equatable {
        public var beslissen: Bool
        public var terugzetten: Bool
        /// Why it cannot be put back although it was decided; nil when it can, or was not decided.
        public var nietTerug: String?
        public init(beslissen: Bool, terugzetten: Bool, nietTerug: String? = nil) {
            (self.beslissen, self.terugzetten, self.nietTerug) = (beslissen, terugzetten, nietTerug)
        }
    }

    public init(
        regel: Aanmeldingsregel, wie: Wie, talen: Talen, wonen: Wonen, opdracht: Opdrachtbeeld, contactpersoon: Contactpersoon?,
        huisgenoten: [Huisgenoot], eersteContact: Eerste, team: TeamID, teams: [Team], mag: Mogelijk
    ) {
        (self.regel, self.wie, self.talen, self.wonen) = (regel, wie, talen, wonen)
        (self.opdracht, self.contactpersoon, self.huisgenoten) = (opdracht, contactpersoon, huisgenoten)
        (self.eersteContact, self.team, self.teams, self.mag) = (eersteContact, team, teams, mag)
    }
}

/// A worker takes a decision back: the aanmelding waits again. Possible as long as nothing was done with it.
public struct AanmeldingTerugzetten: Command {
    public static let type = "nl.wegwijs.intake.aanmelding-terugzetten.v1"
    public static let service = ServiceName.intake
    public typealias Answer = Done
    public var aanmelding: AanmeldingID
    public var versie: Int
    public init(aanmelding: AanmeldingID, versie: Int) { (self.aanmelding, self.versie) = (aanmelding, versie) }
}

/// A decision was taken back: the aanmelding waits again.
public struct AanmeldingTeruggezet: Event, Equatable {
    public static let type = "nl.wegwijs.intake.aanmelding-teruggezet.v1"
    public var aanmelding: AanmeldingID
    /// Set when it had become a dossier: that is none any more.
    public var dossier: DossierID?
    public var gemeente: String
    public var teruggezetOp: Datum
    public var subject: String { dossier?.description ?? aanmelding.description }
    public init(aanmelding: AanmeldingID, dossier: DossierID?, gemeente: String, teruggezetOp: Datum) {
        (self.aanmelding, self.dossier, self.gemeente) = (aanmelding, dossier, gemeente)
        self.teruggezetOp = teruggezetOp
    }
}
