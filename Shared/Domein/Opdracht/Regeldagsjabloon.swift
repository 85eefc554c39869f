// SPDX-License-Identifier: EUPL-1.2

/// What must be arranged around the regeldag: a dated template. A running board keeps the version it was made from.
public struct Regeldagsjabloon: Codable, Sendable, Equatable {
    /// Since when this list is used; with the id of the opdracht it names the version.
    public var versie: Datum
    /// In the order of the screen.
    public var stappen: [Regelstap]

    public init(versie: Datum, stappen: [Regelstap]) { (self.versie, self.stappen) = (versie, stappen) }

    public func stap(_ code: String) -> Regelstap? { stappen.first { $0.code == code } }

    /// The steps of one person: those of the person, and those of the household for the one who carries them.
    /// - Parameter draagtHuishouden: true for one adult of each household, so that a household step stands once.
    public func stappen(voor doelgroep: Doelgroep, verblijfsvorm: Verblijfsvorm, draagtHuishouden: Bool) -> [Regelstap] {
        stappen.filter { stap in
            stap.geldt(voor: doelgroep, verblijfsvorm: verblijfsvorm) && (stap.niveau == .persoon || draagtHuishouden)
        }
    }
}

/// One thing to arrange.
public struct Regelstap: Codable, Sendable, Equatable {
    public enum Niveau: String, Codable, Sendable, CaseIterable { case persoon, huishouden }

    public var code: String
    /// Short, Dutch at B1: `Inschrijven bij de gemeente`.
    public var naam: String
    public var leefgebied: Leefgebied
    public var niveau: Niveau
    /// From which day the term runs.
    public var anker: Anker
    /// Before this day it cannot be done; nil when it may be done at any time.
    public var nietEerder: Termijn?
    public var termijn: Termijn
    /// Codes of the steps that come first. Never in a circle.
    public var na: [String]
    /// What to bring.
    public var meenemen: [String]
    /// For whom. Empty: for everybody.
    public var doelgroepen: [Doelgroep]
    /// In which form of stay. Empty: in all.
    public var verblijfsvormen: [Verblijfsvorm]
    /// What the begeleider should know, such as an exception. Dutch.
    public var letOp: String?

    public init(
        code: String, naam: String, leefgebied: Leefgebied, niveau: Niveau, anker: Anker, nietEerder: Termijn? = nil,
        termijn: Termijn, na: [String] = [],
        meenemen: [String] = [], doelgroepen: [Doelgroep] = [], verblijfsvormen: [Verblijfsvorm] = [], letOp: String? = nil
    ) {
        (self.code, self.naam, self.leefgebied, self.niveau) = (code, naam, leefgebied, niveau)
        (self.anker, self.nietEerder, self.termijn) = (anker, nietEerder, termijn)
        (self.na, self.meenemen) = (na, meenemen)
        (self.doelgroepen, self.verblijfsvormen, self.letOp) = (doelgroepen, verblijfsvormen, letOp)
    }

    public func geldt(voor doelgroep: Doelgroep, verblijfsvorm: Verblijfsvorm) -> Bool {
        (doelgroepen.isEmpty || doelgroepen.contains(doelgroep))
            && (verblijfsvormen.isEmpty || verblijfsvormen.contains(verblijfsvorm))
    }

    /// The due day with its explanation; nil as long as the anchor is not known.
    public func uiterlijk(_ ankers: [Anker: Datum]) -> Termijn.Uitkomst? {
        ankers[anker].map { termijn.bereken(vanaf: $0, anker: anker.naam) }
    }

    /// The first day on which it can be done; nil when there is none or the anchor is not known.
    public func vanaf(_ ankers: [Anker: Datum]) -> Datum? {
        nietEerder.flatMap { term in ankers[anker].map { term.uiterlijk(vanaf: $0) } }
    }
}
