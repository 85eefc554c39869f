// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

// The Meldcode: a compartment of its own. There is no event of it, on purpose: that a file exists is already told to
// nobody but who is named in it and the aandachtsfunctionaris. Whoever may not read it gets `Failure.notFound`.

/// The Meldcode files that the actor may read, the newest first.
public struct MeldcodeZaken: Query {
    public static let type = "nl.wegwijs.begeleiding.meldcode-zaken.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Page<Zaak>
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }

    public struct Zaak: Codable, Sendable, Equatable {
        public var zaak: MeldcodeID
        public var dossier: DossierID
        public var dossiernummer: String
        public var geopendOp: Datum
        public var geslotenOp: Datum?
        public init(zaak: MeldcodeID, dossier: DossierID, dossiernummer: String, geopendOp: Datum, geslotenOp: Datum?) {
            (self.zaak, self.dossier, self.dossiernummer) = (zaak, dossier, dossiernummer)
            (self.geopendOp, self.geslotenOp) = (geopendOp, geslotenOp)
        }
    }
}

/// One file: what was written down, who may read it, and who did.
public struct MeldcodeOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.meldcode-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Meldcodezaak
    public var zaak: MeldcodeID
    public init(zaak: MeldcodeID) { self.zaak = zaak }
}

public struct Meldcodezaak: Codable, Sendable, Equatable {
    public var zaak: MeldcodeID
    public var dossier: DossierID
    public var dossiernummer: String
    public var geopendOp: Datum
    public var geslotenOp: Datum?
    public var feiten: [Feit]
    /// The steps that are done, by number.
    public var gedaan: [Int]
    /// The next step in the order; nil when all are done or the file is closed.
    public var aanZet: Int?
    public var kindcheckGedaan: Bool
    public var betrokkenen: [GebruikerID]
    public var inzagen: [Inzage]
    public var versie: Int
    /// Until when it is read in an emergency, and only read; nil for who has a right to the file.
    public var noodTot: Date?
    public init(
        zaak: MeldcodeID, dossier: DossierID, dossiernummer: String, geopendOp: Datum, geslotenOp: Datum?, feiten: [Feit],
        gedaan: [Int], aanZet: Int?, kindcheckGedaan: Bool, betrokkenen: [GebruikerID], inzagen: [Inzage], versie: Int
    ) {
        (self.zaak, self.dossier, self.dossiernummer) = (zaak, dossier, dossiernummer)
        (self.geopendOp, self.geslotenOp, self.feiten) = (geopendOp, geslotenOp, feiten)
        (self.gedaan, self.aanZet, self.kindcheckGedaan) = (gedaan, aanZet, kindcheckGedaan)
        (self.betrokkenen, self.inzagen, self.versie) = (betrokkenen, inzagen, versie)
    }

    /// One thing that was written down. Never changed: a correction is another one that names its number.
    public struct Feit: Codable, Sendable, Equatable {
        public var nummer: Int
        public var inhoud: Meldcodefeit
        public var door: GebruikerID?
        public var vastgelegdOp: Date
        public init(nummer: Int, inhoud: Meldcodefeit, door: GebruikerID?, vastgelegdOp: Date) {
            (self.nummer, self.inhoud, self.door, self.vastgelegdOp) = (nummer, inhoud, door, vastgelegdOp)
        }
    }

    /// The read log of the compartment itself.
    public struct Inzage: Codable, Sendable, Equatable {
        /// `gelezen`, `geschreven`, `geweigerd`; `nood` for opening it in an emergency, `nood-gelezen` for reading it so.
        public var wat: String
        public var door: GebruikerID?
        public var op: Date
        public init(wat: String, door: GebruikerID?, op: Date) { (self.wat, self.door, self.op) = (wat, door, op) }
    }
}

/// What is sealed of one thing that was written down.
public struct Meldcodefeit: Codable, Sendable, Equatable {
    public var soort: Meldcodesoort
    /// The day on which it was done.
    public var op: Datum
    /// With whom: the colleague who was consulted, the people who were spoken to, where the report went.
    public var met: String
    public var tekst: String
    /// Codes by question: `zorg` … `werkt` of the weighing, `melden` and `hulp` of the decision, `veilig-thuis` of the
    /// consultation, `kinderen` of the kindcheck; each with `ja`, `nee` or `weet-niet`.
    public var antwoorden: [String: String]
    /// Why a step is done before the one that comes first; empty in the normal order.
    public var afwijking: String
    /// Of a correction: the number of what it corrects.
    public var over: Int?
    public init(
        soort: Meldcodesoort, op: Datum, met: String = "", tekst: String, antwoorden: [String: String] = [:],
        afwijking: String = "", over: Int? = nil
    ) {
        (self.soort, self.op, self.met, self.tekst) = (soort, op, met, tekst)
        (self.antwoorden, self.afwijking, self.over) = (antwoorden, afwijking, over)
    }
}

/// Opens a file. Who opens it is named in it.
public struct MeldcodeOpenen: Command {
    public static let type = "nl.wegwijs.begeleiding.meldcode-openen.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable, Equatable {
        public var zaak: MeldcodeID
        public init(zaak: MeldcodeID) { self.zaak = zaak }
    }
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

/// Writes something down in a file: a step, or what comes beside the steps.
public struct MeldcodeVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.meldcode-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var zaak: MeldcodeID
    public var feit: Meldcodefeit
    public var versie: Int
    public init(zaak: MeldcodeID, feit: Meldcodefeit, versie: Int) { (self.zaak, self.feit, self.versie) = (zaak, feit, versie) }
}

/// Names somebody in a file, or no longer, with a reason.
public struct MeldcodeBetrekken: Command {
    public static let type = "nl.wegwijs.begeleiding.meldcode-betrekken.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var zaak: MeldcodeID
    public var gebruiker: GebruikerID
    public var erbij: Bool
    public var reden: String
    public var versie: Int
    public init(zaak: MeldcodeID, gebruiker: GebruikerID, erbij: Bool, reden: String, versie: Int) {
        (self.zaak, self.gebruiker, self.erbij, self.reden) = (zaak, gebruiker, erbij, reden)
        self.versie = versie
    }
}
