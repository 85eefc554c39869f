// SPDX-License-Identifier: EUPL-1.2

/// A day on which a term may begin to run.
public enum Anker: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    /// The person moves into the home or location (Almere 2026: "vanaf het moment van huisvesting").
    case huisvesting
    /// The key of the home is handed over.
    case sleutel
    /// The aanmelding is accepted.
    case acceptatie
    /// First contact between begeleider and person.
    case eersteContact = "eerste-contact"
    /// The person arrives in the Netherlands: matters for a nareiziger.
    case aankomst
    /// The IND decides on the permit.
    case vergunning
    /// The bijstand starts.
    case startBijstand = "start-bijstand"
    /// The permit expires.
    case eindeVergunning = "einde-vergunning"
    /// A child goes to day care.
    case startOpvang = "start-opvang"
    /// The gemeente sends the first bill of its taxes.
    case aanslag

    public var naam: String {
        switch self {
        case .huisvesting: "de dag van huisvesting"
        case .sleutel: "de dag van de sleutel"
        case .acceptatie: "de dag waarop de aanmelding is geaccepteerd"
        case .eersteContact: "de dag van het eerste contact"
        case .aankomst: "de dag van aankomst in Nederland"
        case .vergunning: "de dag van het besluit van de IND"
        case .startBijstand: "de dag waarop de bijstand begint"
        case .eindeVergunning: "de dag waarop de verblijfsvergunning afloopt"
        case .startOpvang: "de dag waarop de kinderopvang begint"
        case .aanslag: "de dag van de eerste aanslag gemeentelijke belastingen"
        }
    }
}

/// The contract clock of a traject.
public struct Trajectregels: Codable, Sendable, Equatable {
    /// From this day the clock runs,
    public var anker: Anker
    /// or from this one as long as the anchor is not known.
    public var terugval: Anker
    /// Anchor to the last day of the traject.
    public var maximum: Termijn
    /// Anchor to the day on which the interim report is due.
    public var tussenrapportage: Termijn
    /// Last day of the traject to the day on which the overdrachtsdocument is due.
    public var overdracht: Termijn
    /// Why the clock may stand still. Empty: it never does.
    public var pauzeredenen: [Pauzereden]
    /// Nil: the traject cannot be extended.
    public var verlenging: Verlenging?
    /// Why a traject may end. Empty: it cannot be closed by hand.
    public var eindredenen: [Eindreden]
    /// Contacts after the end, each so long after the last day.
    public var nazorg: [Termijn]
    /// Nil: who comes back always starts anew.
    public var herstart: Herstart?
    /// Nil: a move to the own home changes nothing.
    public var tweedeStart: TweedeStart?

    public init(
        anker: Anker, terugval: Anker, maximum: Termijn, tussenrapportage: Termijn, overdracht: Termijn,
        pauzeredenen: [Pauzereden] = [], verlenging: Verlenging? = nil, eindredenen: [Eindreden] = [], nazorg: [Termijn] = [],
        herstart: Herstart? = nil, tweedeStart: TweedeStart? = nil
    ) {
        (self.anker, self.terugval, self.maximum) = (anker, terugval, maximum)
        (self.tussenrapportage, self.overdracht) = (tussenrapportage, overdracht)
        (self.pauzeredenen, self.verlenging) = (pauzeredenen, verlenging)
        (self.eindredenen, self.nazorg, self.herstart) = (eindredenen, nazorg, herstart)
        self.tweedeStart = tweedeStart
    }

    public func pauzereden(_ code: String) -> Pauzereden? { pauzeredenen.first { $0.code == code } }
    public func eindreden(_ code: String) -> Eindreden? { eindredenen.first { $0.code == code } }

    /// The day from which the clock counts, and which of the two it is; nil when neither is known.
    public func begin(_ ankers: [Anker: Datum]) -> (anker: Anker, dag: Datum)? {
        if let dag = ankers[anker] { return (anker, dag) }
        if let dag = ankers[terugval] { return (terugval, dag) }
        return nil
    }

    public struct Pauzereden: Codable, Sendable, Equatable {
        public var code: String
        public var naam: String
        /// Whether the end moves on by as many days as the pause lasts.
        public var verlengt: Bool

        public init(code: String, naam: String, verlengt: Bool) {
            (self.code, self.naam, self.verlengt) = (code, naam, verlengt)
        }
    }

    public struct Verlenging: Codable, Sendable, Equatable {
        public var maanden: Int
        /// How many times.
        public var keren: Int

        public init(maanden: Int, keren: Int) { (self.maanden, self.keren) = (maanden, keren) }
    }

    /// Why a traject ends.
    public struct Eindreden: Codable, Sendable, Equatable {
        public enum Soort: String, Codable, Sendable, CaseIterable {
            /// The guidance is done.
            case afgerond
            /// It stopped before it was done.
            case voortijdig
        }

        public var code: String
        public var naam: String
        public var soort: Soort
        /// Whether the contacts after the end are planned.
        public var nazorg: Bool
        /// Whether an overdrachtsdocument follows.
        public var overdrachtsdocument: Bool

        public init(code: String, naam: String, soort: Soort, nazorg: Bool, overdrachtsdocument: Bool = true) {
            (self.code, self.naam, self.soort, self.nazorg) = (code, naam, soort, nazorg)
            self.overdrachtsdocument = overdrachtsdocument
        }
    }

    /// Who goes from temporary housing (HAR, doorstroomlocatie) to the own home: a second regeldag, and perhaps a clock that
    /// begins anew. Whether it does is a question to the gemeente (Almere 2026, chapter 4, question 3).
    public struct TweedeStart: Codable, Sendable, Equatable {
        public enum Klok: String, Codable, Sendable, CaseIterable {
            case opnieuw
            case looptDoor = "loopt-door"
        }

        /// From where.
        public var vormen: [Verblijfsvorm]
        public var klok: Klok
        /// Steps of the regeldag that are done again for the own home.
        public var regelzaken: [String]
        public var bron: String

        public init(vormen: [Verblijfsvorm], klok: Klok, regelzaken: [String], bron: String) {
            (self.vormen, self.klok, self.regelzaken, self.bron) = (vormen, klok, regelzaken, bron)
        }
    }

    /// Who comes back soon goes on with the same traject: it is not a new one.
    public struct Herstart: Codable, Sendable, Equatable {
        /// From the last day to the last day on which somebody may come back.
        public var binnen: Termijn
        /// Whether the clock stood still in between.
        public var klokStondStil: Bool

        public init(binnen: Termijn, klokStondStil: Bool) { (self.binnen, self.klokStondStil) = (binnen, klokStondStil) }
    }
}
