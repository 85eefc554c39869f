// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A referral as somebody at the partner sees it: never a reason of ours, never a field outside the white list.
public struct Partnerverwijzing: Codable, Sendable, Equatable {
    public struct Stap: Codable, Sendable, Equatable {
        public var wanneer: Date
        public var naar: VerwijzingToestand
        /// `verwijzer`, `partner`, `systeem`, `teamleider`.
        public var wie: String
        public init(wanneer: Date, naar: VerwijzingToestand, wie: String) {
            (self.wanneer, self.naar, self.wie) = (wanneer, naar, wie)
        }
    }
    public var verwijzing: VerwijzingID
    public var voorzieningNaam: String
    public var leefgebied: Leefgebied
    public var toestand: VerwijzingToestand
    public var wachtOp: String?
    public var uiterlijkOp: Datum?
    public var versie: Int
    public var urgentie: String
    public var verstuurdOp: Date?
    /// Step 1; nil once access is closed.
    public var deelpakket: [String: String]?
    /// Step 2; only of one referral, after acceptance.
    public var persoon: [String: String]?
    /// Step 2 is open but cannot be fetched now.
    public var persoonNietBereikbaar: Bool
    /// What the partner itself said.
    public var antwoord: [String: String]
    public var mogelijk: [VerwijzingToestand]
    /// A question how it goes waits for an answer since this day.
    public var statusvraagOp: Datum?
    public var geschiedenis: [Stap]
    public init(
        verwijzing: VerwijzingID, voorzieningNaam: String, leefgebied: Leefgebied, toestand: VerwijzingToestand,
        wachtOp: String?, uiterlijkOp: Datum?, versie: Int, urgentie: String, verstuurdOp: Date?,
        deelpakket: [String: String]?, persoon: [String: String]? = nil, persoonNietBereikbaar: Bool = false,
        antwoord: [String: String], mogelijk: [VerwijzingToestand], statusvraagOp: Datum? = nil, geschiedenis: [Stap] = []
    ) {
        (self.verwijzing, self.voorzieningNaam, self.leefgebied) = (verwijzing, voorzieningNaam, leefgebied)
        (self.toestand, self.wachtOp, self.uiterlijkOp, self.versie) = (toestand, wachtOp, uiterlijkOp, versie)
        (self.urgentie, self.verstuurdOp, self.deelpakket) = (urgentie, verstuurdOp, deelpakket)
        (self.persoon, self.persoonNietBereikbaar) = (persoon, persoonNietBereikbaar)
        (self.antwoord, self.mogelijk, self.statusvraagOp) = (antwoord, mogelijk, statusvraagOp)
        self.geschiedenis = geschiedenis
    }
}

/// The referrals to the actor's own organisation: what waits for an answer first, step 1 only.
public struct PartnerVerwijzingen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.partner-verwijzingen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Page<Partnerverwijzing>
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

/// One referral to the actor's own organisation, with step 2 once it is open.
public struct PartnerVerwijzingOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.partner-verwijzing-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Partnerverwijzing
    public var verwijzing: VerwijzingID
    public init(verwijzing: VerwijzingID) { self.verwijzing = verwijzing }
}

/// Somebody with an account at the partner answers.
public struct PartnerAntwoorden: Command {
    public static let type = "nl.wegwijs.sociale-kaart.partner-antwoorden.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var verwijzing: VerwijzingID
    public var versie: Int
    public var naar: VerwijzingToestand
    public var velden: [String: String]
    public init(verwijzing: VerwijzingID, versie: Int, naar: VerwijzingToestand, velden: [String: String]) {
        (self.verwijzing, self.versie, self.naar, self.velden) = (verwijzing, versie, naar, velden)
    }
}

/// "It goes on": the answer to a question how it goes.
public struct PartnerStatusMelden: Command {
    public static let type = "nl.wegwijs.sociale-kaart.partner-status-melden.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public var verwijzing: VerwijzingID
    public init(verwijzing: VerwijzingID) { self.verwijzing = verwijzing }
}
