// SPDX-License-Identifier: EUPL-1.2

/// The rules for travel money of one contract.
public struct Reiskostenregeling: Codable, Sendable, Equatable {
    /// One way, in metres; 10 km is 10000.
    public var minimumAfstandMeter: Int
    /// True: the minimum distance itself already counts ("vanaf"); false: only more ("meer dan").
    public var minimumTeltMee: Bool
    /// For own transport.
    public var perKilometer: Bedrag
    /// True: the real cost of public transport, second class.
    public var openbaarVervoerWerkelijk: Bool
    public var maximumPerMaand: Bedrag
    public var bewijssoorten: [Bewijssoort]
    /// From the journey to the day on which the evidence must be in.
    public var indienen: Termijn
    public var voorschot: Voorschotregels
    /// Where the rule stands; "plaatselijke praktijk, te bevestigen" when nobody wrote it down yet.
    public var bron: String

    public init(
        minimumAfstandMeter: Int, minimumTeltMee: Bool, perKilometer: Bedrag, openbaarVervoerWerkelijk: Bool,
        maximumPerMaand: Bedrag, bewijssoorten: [Bewijssoort], indienen: Termijn, voorschot: Voorschotregels, bron: String
    ) {
        (self.minimumAfstandMeter, self.minimumTeltMee) = (minimumAfstandMeter, minimumTeltMee)
        (self.perKilometer, self.openbaarVervoerWerkelijk) = (perKilometer, openbaarVervoerWerkelijk)
        (self.maximumPerMaand, self.bewijssoorten, self.indienen) = (maximumPerMaand, bewijssoorten, indienen)
        (self.voorschot, self.bron) = (voorschot, bron)
    }

    /// Whether a distance one way is far enough.
    public func isVerGenoeg(meter: Int) -> Bool {
        minimumTeltMee ? meter >= minimumAfstandMeter : meter > minimumAfstandMeter
    }

    /// A kind of evidence: `ov-overzicht`.
    public struct Bewijssoort: Codable, Sendable, Equatable {
        public var code: String
        public var naam: String

        public init(code: String, naam: String) { (self.code, self.naam) = (code, naam) }
    }

    public struct Voorschotregels: Codable, Sendable, Equatable {
        /// The most that one advance may be.
        public var plafond: Bedrag
        /// How many may be open (paid and not settled) at the same time for one person.
        public var maximumOpen: Int
        /// Who asks may not decide.
        public var vierOgen: Bool

        public init(plafond: Bedrag, maximumOpen: Int, vierOgen: Bool) {
            (self.plafond, self.maximumOpen, self.vierOgen) = (plafond, maximumOpen, vierOgen)
        }
    }
}

/// A number for the gemeente, with what it means.
public struct Indicator: Codable, Sendable, Equatable {
    public enum Eenheid: String, Codable, Sendable, CaseIterable { case personen, dagen, procent, aantal }

    /// `in-begeleiding`, `dagen-tot-eerste-contact`, `no-show`.
    public var code: String
    public var naam: String
    /// What is counted, over what, and what is left out. Dutch.
    public var definitie: String
    public var eenheid: Eenheid
    /// Under this many people the number is not shown; 0 shows all.
    public var kleinsteAantal: Int

    public init(code: String, naam: String, definitie: String, eenheid: Eenheid, kleinsteAantal: Int) {
        (self.code, self.naam, self.definitie) = (code, naam, definitie)
        (self.eenheid, self.kleinsteAantal) = (eenheid, kleinsteAantal)
    }
}
