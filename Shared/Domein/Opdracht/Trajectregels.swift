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

    public init(
        anker: Anker, terugval: Anker, maximum: Termijn, tussenrapportage: Termijn, overdracht: Termijn,
        pauzeredenen: [Pauzereden] = [], verlenging: Verlenging? = nil
    ) {
        (self.anker, self.terugval, self.maximum) = (anker, terugval, maximum)
        (self.tussenrapportage, self.overdracht) = (tussenrapportage, overdracht)
        (self.pauzeredenen, self.verlenging) = (pauzeredenen, verlenging)
    }

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
}
