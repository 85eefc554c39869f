// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The measurements of one person with what the contract asks: for its page and its form.
public struct MetingenOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.metingen-opvragen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Metingoverzicht
    public var dossier: DossierID
    public init(dossier: DossierID) { self.dossier = dossier }
}

public struct Metingoverzicht: Codable, Sendable, Equatable {
    public var traject: TrajectID
    /// False when the traject has ended: nothing is measured any more.
    public var loopt: Bool
    public var momenten: [Moment]
    public var leefgebieden: [Gebied]
    /// The words of the steps; the first is step 1.
    public var schaal: [String]
    public var participatieladder: [String]
    public var nietBeoordeeld: [Klokstand.Keuze]
    /// At most one for each moment: the newest.
    public var metingen: [Meting]

    public struct Moment: Codable, Sendable, Equatable {
        public var moment: Meetmoment
        public var uiterlijkOp: Datum
        public var waarom: String
        public init(moment: Meetmoment, uiterlijkOp: Datum, waarom: String) {
            (self.moment, self.uiterlijkOp, self.waarom) = (moment, uiterlijkOp, waarom)
        }
    }

    public struct Gebied: Codable, Sendable, Equatable {
        public var leefgebied: Leefgebied
        /// Why it is not asked of this person; nil when it is.
        public var uitReden: String?
        public init(leefgebied: Leefgebied, uitReden: String?) { (self.leefgebied, self.uitReden) = (leefgebied, uitReden) }
    }

    public struct Meting: Codable, Sendable, Equatable {
        public var moment: Meetmoment
        public var op: Datum
        public var scores: [Score]
        public var ladder: Int?
        public var door: GebruikerID?
        /// How many times this moment was written down: more than one says that it was corrected.
        public var aantal: Int
        public init(moment: Meetmoment, op: Datum, scores: [Score], ladder: Int?, door: GebruikerID?, aantal: Int) {
            (self.moment, self.op, self.scores) = (moment, op, scores)
            (self.ladder, self.door, self.aantal) = (ladder, door, aantal)
        }
    }

    public struct Score: Codable, Sendable, Equatable {
        public var leefgebied: Leefgebied
        /// 1 to 5; nil: not assessed, for `reden`.
        public var score: Int?
        public var reden: String?
        /// What the client gives it, 1 to 10.
        public var eigen: Int?
        public init(leefgebied: Leefgebied, score: Int?, reden: String? = nil, eigen: Int? = nil) {
            (self.leefgebied, self.score, self.reden, self.eigen) = (leefgebied, score, reden, eigen)
        }
    }

    public init(
        traject: TrajectID, loopt: Bool, momenten: [Moment], leefgebieden: [Gebied], schaal: [String],
        participatieladder: [String], nietBeoordeeld: [Klokstand.Keuze], metingen: [Meting]
    ) {
        (self.traject, self.loopt, self.momenten, self.leefgebieden) = (traject, loopt, momenten, leefgebieden)
        (self.schaal, self.participatieladder) = (schaal, participatieladder)
        (self.nietBeoordeeld, self.metingen) = (nietBeoordeeld, metingen)
    }
}

/// Writes down a measurement. One of the same moment again is a correction; both are kept.
public struct MetingVastleggen: Command {
    public static let type = "nl.wegwijs.begeleiding.meting-vastleggen.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var moment: Meetmoment
    public var op: Datum
    public var scores: [Metingoverzicht.Score]
    public var ladder: Int?
    /// How many times this moment was written down when the form was opened (`Metingoverzicht.Meting.aantal`): with another
    /// number now it is a conflict. Nil is not looked at.
    public var versie: Int?
    public init(
        dossier: DossierID, moment: Meetmoment, op: Datum, scores: [Metingoverzicht.Score], ladder: Int?, versie: Int? = nil
    ) {
        (self.dossier, self.moment, self.op, self.scores) = (dossier, moment, op, scores)
        (self.ladder, self.versie) = (ladder, versie)
    }
}

/// An area of life is not asked of this person, for a reason; or it is again.
public struct MeetgebiedZetten: Command {
    public static let type = "nl.wegwijs.begeleiding.meetgebied-zetten.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = Done
    public var dossier: DossierID
    public var leefgebied: Leefgebied
    /// Code of why it is not asked; nil: it is asked.
    public var uitReden: String?
    public init(dossier: DossierID, leefgebied: Leefgebied, uitReden: String?) {
        (self.dossier, self.leefgebied, self.uitReden) = (dossier, leefgebied, uitReden)
    }
}

/// How self-reliance moved over the people of a team: per area how many went how many steps up or down.
public struct MetingVerdeling: Query {
    public static let type = "nl.wegwijs.begeleiding.meting-verdeling.v1"
    public static let service = ServiceName.begeleiding
    public typealias Answer = [Gebied]

    public struct Gebied: Codable, Sendable, Equatable {
        public var leefgebied: Leefgebied
        /// People with a score at the start and at a later moment.
        public var aantal: Int
        /// Nil where there are too few people to show.
        public var achteruit: Int?
        public var gelijk: Int?
        public var vooruit: Int?
        public init(leefgebied: Leefgebied, aantal: Int, achteruit: Int?, gelijk: Int?, vooruit: Int?) {
            (self.leefgebied, self.aantal) = (leefgebied, aantal)
            (self.achteruit, self.gelijk, self.vooruit) = (achteruit, gelijk, vooruit)
        }
    }
    public init() {}
}

/// A measurement was written down. Not what it says: scores can tell of health.
public struct MetingVastgelegd: Event, Equatable {
    public static let type = "nl.wegwijs.begeleiding.meting-vastgelegd.v1"
    public var traject: TrajectID
    public var dossier: DossierID
    public var moment: Meetmoment
    public var op: Datum
    public var subject: String { dossier.description }
    public init(traject: TrajectID, dossier: DossierID, moment: Meetmoment, op: Datum) {
        (self.traject, self.dossier, self.moment, self.op) = (traject, dossier, moment, op)
    }
}
