// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// How to reach somebody without danger, and what was agreed for safety.
public struct VeiligheidOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.veiligheid-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Veiligheidsoverzicht
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct Veiligheidsoverzicht: Codable, Sendable, Equatable {
    /// Nil when nothing was said, or while it cannot be read.
    public var contact: VeiligContact?
    /// There is something that cannot be read now: then nobody rings until it can.
    public var onleesbaar: Bool
    /// 0 when nothing was said yet.
    public var versie: Int
    /// Nil for who may see how to reach somebody and no more.
    public var afspraken: [Afspraak]?
    public init(contact: VeiligContact?, onleesbaar: Bool, versie: Int, afspraken: [Afspraak]?) {
        (self.contact, self.onleesbaar, self.versie, self.afspraken) = (contact, onleesbaar, versie, afspraken)
    }

    public struct Afspraak: Codable, Sendable, Equatable {
        public var afspraak: VeiligheidsafspraakID
        public var op: Datum
        public var geldtTot: Datum?
        /// Nil while it cannot be read.
        public var tekst: String?
        public var beeindigdOp: Datum?
        public var reden: String?
        public var door: GebruikerID?
        public var versie: Int
        public init(
            afspraak: VeiligheidsafspraakID, op: Datum, geldtTot: Datum?, tekst: String?, beeindigdOp: Datum?, reden: String?,
            door: GebruikerID?, versie: Int
        ) {
            (self.afspraak, self.op, self.geldtTot, self.tekst) = (afspraak, op, geldtTot, tekst)
            (self.beeindigdOp, self.reden, self.door, self.versie) = (beeindigdOp, reden, door, versie)
        }
    }
}

/// What somebody who calls or visits must know. Empty text: nothing to say.
public struct VeiligContact: Codable, Sendable, Equatable {
    /// The only number to ring.
    public var nummer: String
    public var tijden: String
    /// Which interpreter must not be used.
    public var nietTolk: String
    public var geenBericht: Bool
    public var nietThuis: Bool
    public var toelichting: String
    public init(
        nummer: String = "", tijden: String = "", nietTolk: String = "", geenBericht: Bool = false, nietThuis: Bool = false,
        toelichting: String = ""
    ) {
        (self.nummer, self.tijden, self.nietTolk) = (nummer, tijden, nietTolk)
        (self.geenBericht, self.nietThuis, self.toelichting) = (geenBericht, nietThuis, toelichting)
    }

    public var isLeeg: Bool { self == VeiligContact() }
}

/// Writes down how to reach somebody safely; everything empty takes it away.
public struct VeiligContactZetten: Command {
    public static let type = "nl.wegwijs.begeleiding.veilig-contact-zetten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var contact: VeiligContact
    public var versie: Int
    public init(dossier: DossierID, contact: VeiligContact, versie: Int) {
        (self.dossier, self.contact, self.versie) = (dossier, contact, versie)
    }
}

public struct VeiligheidsafspraakVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.veiligheidsafspraak-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var op: Datum
    public var geldtTot: Datum?
    public var tekst: String
    public init(dossier: DossierID, op: Datum, geldtTot: Datum?, tekst: String) {
        (self.dossier, self.op, self.geldtTot, self.tekst) = (dossier, op, geldtTot, tekst)
    }
}

public struct VeiligheidsafspraakBeeindigen: Command {
    public static let type = "nl.wegwijs.begeleiding.veiligheidsafspraak-beeindigen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var afspraak: VeiligheidsafspraakID
    public var reden: String
    public var versie: Int
    public init(dossier: DossierID, afspraak: VeiligheidsafspraakID, reden: String, versie: Int) {
        (self.dossier, self.afspraak, self.reden, self.versie) = (dossier, afspraak, reden, versie)
    }
}
