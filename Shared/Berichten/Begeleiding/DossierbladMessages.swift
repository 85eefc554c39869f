// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// All that begeleiding has for the page of one dossier, in one answer: to ask for its parts one by one cost the page more than
/// to read them. A part that the actor may not see, or that is not there, is nil.
public struct DossierbladOpvragen: Query {
    public static let type = "nl.wegwijs.begeleiding.dossierblad.v1"
    public static let service = ServiceName.begeleiding
    public struct Answer: Codable, Sendable {
        public var traject: TrajectOverzicht?
        public var regeldag: Regeldagstand?
        public var tijdlijn: Page<Tijdlijnregel>?
        public var afspraken: [Afspraakregel]?
        public var veiligheid: Veiligheidsoverzicht?
        public init(
            traject: TrajectOverzicht?, regeldag: Regeldagstand?, tijdlijn: Page<Tijdlijnregel>?, afspraken: [Afspraakregel]?,
            veiligheid: Veiligheidsoverzicht?
        ) {
            (self.traject, self.regeldag, self.tijdlijn) = (traject, regeldag, tijdlijn)
            (self.afspraken, self.veiligheid) = (afspraken, veiligheid)
        }
    }
    public var dossier: DossierID
    /// Of the timeline: one kind, and which page of it. As in `TijdlijnOpvragen`.
    public var soort: String?
    public var page: PageRequest
    public init(dossier: DossierID, soort: String? = nil, page: PageRequest) {
        (self.dossier, self.soort, self.page) = (dossier, soort, page)
    }
}

/// How far a regeldag is, and what can be done first: the board in short.
public struct Regeldagstand: Codable, Sendable, Equatable {
    /// Steps that apply.
    public var totaal: Int
    public var geregeld: Int
    /// At most four that are open and wait for nothing; what must be done soonest first.
    public var eerst: [Stap]

    /// An open step that can be done now.
    public struct Stap: Codable, Sendable, Equatable {
        public var naam: String
        public var uiterlijkOp: Datum?
        public var waarom: String
        public init(naam: String, uiterlijkOp: Datum?, waarom: String) {
            (self.naam, self.uiterlijkOp, self.waarom) = (naam, uiterlijkOp, waarom)
        }
    }

    public init(totaal: Int, geregeld: Int, eerst: [Stap]) {
        (self.totaal, self.geregeld, self.eerst) = (totaal, geregeld, eerst)
    }
}

extension Regeldagbord {
    /// What must be done soonest first; what has no deadline last.
    public static func opVolgorde(_ zaken: [Regelzaak]) -> [Regelzaak] {
        zaken.sorted { links, rechts in
            switch (links.uiterlijkOp, rechts.uiterlijkOp) {
            case (let l?, let r?) where l != r: l < r
            case (.some, .none): true
            case (.none, .some): false
            default: links.naam < rechts.naam
            }
        }
    }
}
