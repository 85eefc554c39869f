// SPDX-License-Identifier: EUPL-1.2

/// How self-reliance is measured under one contract: when, over which areas of life, on which scale.
///
/// The scale is in our own words, in the rule file. No published instrument is in it: their texts have owners.
public struct Meetregels: Codable, Sendable, Equatable {
    /// Since when this scale is used. Measurements on different versions are never compared.
    public var versie: Datum
    /// In the order of time.
    public var momenten: [Meetmomentregel]
    /// Which areas are asked as a rule; each can be left out for one person, with a reason (necessity per area).
    public var leefgebieden: [Leefgebied]
    /// From "not at all" to "by oneself", in words that a client understands. The first step is 1.
    public var schaal: [String]
    /// Steps of taking part in society, the first is 1. Empty: not asked.
    public var participatieladder: [String]
    /// Why an area has no score.
    public var nietBeoordeeld: [Reden]

    public struct Reden: Codable, Sendable, Equatable {
        public var code: String
        public var naam: String
        public init(code: String, naam: String) { (self.code, self.naam) = (code, naam) }
    }

    public init(
        versie: Datum, momenten: [Meetmomentregel], leefgebieden: [Leefgebied], schaal: [String], participatieladder: [String],
        nietBeoordeeld: [Reden]
    ) {
        (self.versie, self.momenten, self.leefgebieden) = (versie, momenten, leefgebieden)
        (self.schaal, self.participatieladder, self.nietBeoordeeld) = (schaal, participatieladder, nietBeoordeeld)
    }

    public func regel(_ moment: Meetmoment) -> Meetmomentregel? { momenten.first { $0.moment == moment } }
}

/// At the start, midway or at the end.
public enum Meetmoment: String, Codable, Sendable, CaseIterable {
    case start, midden, einde

    public var naam: String {
        switch self {
        case .start: "Begin"
        case .midden: "Halverwege"
        case .einde: "Einde"
        }
    }
}

/// When one of them is due.
public struct Meetmomentregel: Codable, Sendable, Equatable {
    public var moment: Meetmoment
    /// From the start of the traject; for the end: from its last day.
    public var termijn: Termijn

    public init(_ moment: Meetmoment, _ termijn: Termijn) { (self.moment, self.termijn) = (moment, termijn) }

    /// The day on which it must be done, with its reason.
    public func uiterlijk(start: Datum, einde: Datum) -> Termijn.Uitkomst {
        moment == .einde
            ? termijn.bereken(vanaf: einde, anker: "de laatste dag van het traject")
            : termijn.bereken(vanaf: start, anker: "de start van het traject")
    }
}
