// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The first-person sentences to choose a goal from, of the contract of this dossier.
public struct DoelenBibliotheek: Query {
    public static let type = "nl.wegwijs.begeleiding.doelen-bibliotheek.v1"
    public static let service = ServiceName.begeleiding
    public struct Zin: Codable, Sendable, Equatable {
        public var leefgebied: Leefgebied
        public var tekst: String
        /// Stays with this sentence for ever.
        public var code: String?
        /// What somebody can do for it.
        public var acties: [Suggestie]?
        public init(leefgebied: Leefgebied, tekst: String, code: String? = nil, acties: [Suggestie]? = nil) {
            (self.leefgebied, self.tekst, self.code, self.acties) = (leefgebied, tekst, code, acties)
        }
    }
    public struct Suggestie: Codable, Sendable, Equatable {
        public var code: String
        public var tekst: String
        /// Who does it as a rule.
        public var wie: Actiehouder
        public init(code: String, tekst: String, wie: Actiehouder) { (self.code, self.tekst, self.wie) = (code, tekst, wie) }
    }
    public typealias Answer = [Zin]
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct DoelToevoegen: Command {
    public static let type = "nl.wegwijs.begeleiding.doel-toevoegen.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var doel: DoelID
        public init(doel: DoelID) { self.doel = doel }
    }
    public var dossier: DossierID
    public var leefgebied: Leefgebied
    public var tekst: String
    public var streefdatum: Datum?
    /// How the client says it. Sealed.
    public var woorden: String?
    public init(
        dossier: DossierID, leefgebied: Leefgebied, tekst: String, streefdatum: Datum?, woorden: String? = nil
    ) {
        (self.dossier, self.leefgebied, self.tekst) = (dossier, leefgebied, tekst)
        (self.streefdatum, self.woorden) = (streefdatum, woorden)
    }
}

public struct DoelToestandZetten: Command {
    public static let type = "nl.wegwijs.begeleiding.doel-toestand-zetten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var doel: DoelID
    public var toestand: DoelToestand
    /// The version the user saw.
    public var versie: Int
    /// Code of why, for a goal that is let go or reached in part.
    public var reden: String?
    public init(dossier: DossierID, doel: DoelID, toestand: DoelToestand, versie: Int, reden: String? = nil) {
        (self.dossier, self.doel, self.toestand) = (dossier, doel, toestand)
        (self.versie, self.reden) = (versie, reden)
    }
}

/// What happened in a dossier, newest first, in plain sentences.
public struct TijdlijnOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.tijdlijn.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Page<Tijdlijnregel>
    public var dossier: DossierID
    /// `contact`, `agenda`, `plan`, `regeldag`, `traject`; nil for all.
    public var soort: String?
    public var page: PageRequest
    public init(dossier: DossierID, soort: String? = nil, page: PageRequest) {
        (self.dossier, self.soort, self.page) = (dossier, soort, page)
    }
}

public struct Tijdlijnregel: Codable, Sendable, Equatable {
    public var datum: Datum
    public var soort: String
    public var zin: String
    /// The note of a contact moment, for who may read it; nil when the key is away for the moment.
    public var notitie: String?
    public var notitieOnleesbaar: Bool
    public var door: GebruikerID?
    /// The contact or the appointment that it is about, to open it.
    public var contactmoment: ContactmomentID?
    public var afspraak: AfspraakID?
    /// Of a contact that no longer holds: `verbeterd` or `ingetrokken`.
    public var vervallen: String?
    /// Who of the household was there too; the reader may not know them all.
    public var aanwezigen: [DossierID]?
    /// It comes from another dossier of the same person, under this number; nil for the dossier that was asked.
    public var uitDossier: DossierID?
    public var uitDossiernummer: String?
    public init(
        datum: Datum, soort: String, zin: String, notitie: String?, notitieOnleesbaar: Bool = false, door: GebruikerID?,
        contactmoment: ContactmomentID? = nil, afspraak: AfspraakID? = nil, vervallen: String? = nil,
        aanwezigen: [DossierID]? = nil
    ) {
        (self.datum, self.soort, self.zin, self.notitie) = (datum, soort, zin, notitie)
        (self.notitieOnleesbaar, self.door) = (notitieOnleesbaar, door)
        (self.contactmoment, self.afspraak) = (contactmoment, afspraak)
        (self.vervallen, self.aanwezigen) = (vervallen, aanwezigen)
    }
}

/// The paragraphs of the interim report, drafted from the file, each with the ids of what it rests on.
/// For rapportage only; it keeps nothing of it until a person has approved the text.
public struct RapportParagrafen: Query {
    public static let type = "nl.wegwijs.begeleiding.rapport-paragrafen.v1"
    public static let service = ServiceName.begeleiding
    public struct Paragraaf: Codable, Sendable, Equatable {
        /// `verloop`, `doelen`, `regelzaken`, `contact`, `vooruitblik`.
        public var code: String
        public var kop: String
        public var tekst: String
        public var bronnen: [Bron]
        public init(code: String, kop: String, tekst: String, bronnen: [Bron]) {
            (self.code, self.kop, self.tekst, self.bronnen) = (code, kop, tekst, bronnen)
        }
    }
    public struct Bron: Codable, Sendable, Equatable {
        /// `contactmoment`, `doel`, `regelzaak`, `traject`.
        public var soort: String
        public var id: String
        /// What this source says by itself.
        public var zin: String
        /// Which sentence of the text rests on it, counted from 1.
        public var uitspraak: Int?
        public init(soort: String, id: String, zin: String, uitspraak: Int? = nil) {
            (self.soort, self.id, self.zin, self.uitspraak) = (soort, id, zin, uitspraak)
        }
    }
    public typealias Answer = [Paragraaf]
    /// The kind that is drafted at the end of a traject; its paragraphs are `doelen`, `lopend`, `financien`, `aandacht`,
    /// `eigen-woorden`. The last two may stay empty.
    public static let overdrachtsdocument = "overdrachtsdocument"
    public var traject: TrajectID
    /// Nil: the interim report.
    public var soort: String?
    public init(traject: TrajectID, soort: String? = nil) { (self.traject, self.soort) = (traject, soort) }
}
