// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// How the person agreed with the help: who, when, how, in which language, with an interpreter or not.
public struct Instemmingsregel: Codable, Sendable, Equatable {
    public var door: String
    public var op: Datum
    public var hoe: String
    public var taal: String?
    public var metTolk: Bool
    /// Neither withdrawn nor too old.
    public var isGeldig: Bool
    public init(door: String, op: Datum, hoe: String, taal: String?, metTolk: Bool, isGeldig: Bool) {
        (self.door, self.op, self.hoe, self.taal) = (door, op, hoe, taal)
        (self.metTolk, self.isGeldig) = (metTolk, isGeldig)
    }
}

/// The terms that run.
public struct Verwijzingsklokregel: Codable, Sendable, Equatable {
    public var herinneringOp: Datum?
    public var herinnerdOp: Datum?
    public var escalatieOp: Datum?
    /// When the escalation falls within a day.
    public var escalatieOm: Date?
    public var geescaleerdOp: Datum?
    public var uiterlijkOp: Datum?
    /// The unanswered question how it goes.
    public var statusvraagOp: Datum?
    public init(
        herinneringOp: Datum? = nil, herinnerdOp: Datum? = nil, escalatieOp: Datum? = nil, escalatieOm: Date? = nil,
        geescaleerdOp: Datum? = nil, uiterlijkOp: Datum? = nil, statusvraagOp: Datum? = nil
    ) {
        (self.herinneringOp, self.herinnerdOp) = (herinneringOp, herinnerdOp)
        (self.escalatieOp, self.escalatieOm, self.geescaleerdOp) = (escalatieOp, escalatieOm, geescaleerdOp)
        (self.uiterlijkOp, self.statusvraagOp) = (uiterlijkOp, statusvraagOp)
    }
}

/// The referrals of a begeleider or a team that somebody must act on: what is overdue first, then the nearest date.
public struct VerwijzingenVolgen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.verwijzingen-volgen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Page<Verwijzingsregel>
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

/// All that the directory has for somebody's today page, in one answer. A part that the actor may not see is nil.
public struct KaartVandaagOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.vandaag-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable {
        /// The first referrals with a task of the worker.
        public var verwijzingen: Page<Verwijzingsregel>?
        /// How much there is to do on the directory; without the entries themselves.
        public var kaart: KaartWerk.Answer?
        public init(verwijzingen: Page<Verwijzingsregel>?, kaart: KaartWerk.Answer?) {
            (self.verwijzingen, self.kaart) = (verwijzingen, kaart)
        }
    }
    /// Of the referrals.
    public var page: PageRequest
    /// Also the work on the directory itself.
    public var metKaart: Bool
    public init(page: PageRequest, metKaart: Bool) { (self.page, self.metKaart) = (page, metKaart) }
}

/// The worker has dealt with a task; the referral stays as it is.
public struct VerwijzingTaakAfdoen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.verwijzing-taak-afdoen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var verwijzing: VerwijzingID
    public var taak: String
    public init(verwijzing: VerwijzingID, taak: String) { (self.verwijzing, self.taak) = (verwijzing, taak) }
}

/// The person agreed again, or withdrew the agreement without the referral being withdrawn yet.
public struct InstemmingVastleggen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.instemming-vastleggen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var verwijzing: VerwijzingID
    public var versie: Int
    public var hoe: String
    public var door: String?
    public var op: Datum?
    public var taal: String?
    public var metTolk: Bool?
    public init(
        verwijzing: VerwijzingID, versie: Int, hoe: String, door: String? = nil, op: Datum? = nil, taal: String? = nil,
        metTolk: Bool? = nil
    ) {
        (self.verwijzing, self.versie, self.hoe) = (verwijzing, versie, hoe)
        (self.door, self.op, self.taal, self.metTolk) = (door, op, taal, metTolk)
    }
}

/// How partners deal with referrals, within the actor's rights: times, share connected, reasons of refusal.
public struct PartneroverzichtOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.partneroverzicht-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = [Partneroverzicht]
    /// Sent on these days.
    public var van: Datum
    public var tot: Datum
    public init(van: Datum, tot: Datum) { (self.van, self.tot) = (van, tot) }
}

/// One partner over a period. Times are medians in hours of the calendar; nil when nothing came to that.
public struct Partneroverzicht: Codable, Sendable, Equatable {
    public var organisatie: OrganisatieID
    public var naam: String
    public var verstuurd: Int
    /// Contact between the person and the partner: the loop is closed.
    public var verbonden: Int
    public var verlopen: Int
    public var afgewezen: Int
    public var urenTotOntvangst: Double?
    public var urenTotBesluit: Double?
    public var dagenTotContact: Double?
    /// Code of the reason and how often.
    public var redenen: [String: Int]
    public init(
        organisatie: OrganisatieID, naam: String, verstuurd: Int, verbonden: Int, verlopen: Int, afgewezen: Int,
        urenTotOntvangst: Double?, urenTotBesluit: Double?, dagenTotContact: Double?, redenen: [String: Int]
    ) {
        (self.organisatie, self.naam, self.verstuurd, self.verbonden) = (organisatie, naam, verstuurd, verbonden)
        (self.verlopen, self.afgewezen, self.urenTotOntvangst) = (verlopen, afgewezen, urenTotOntvangst)
        (self.urenTotBesluit, self.dagenTotContact, self.redenen) = (urenTotBesluit, dagenTotContact, redenen)
    }
}
