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
    /// - Parameters:
    ///   - draagtHuishouden: true for one adult of each household, so that a household step stands once.
    ///   - gezin: the groups of everybody in the household, for steps that are there only with a child.
    public func stappen(
        voor doelgroep: Doelgroep, verblijfsvorm: Verblijfsvorm, draagtHuishouden: Bool, gezin: Set<Doelgroep> = []
    ) -> [Regelstap] {
        let groepen = gezin.union([doelgroep])
        return stappen.filter { stap in
            guard stap.geldt(voor: doelgroep, verblijfsvorm: verblijfsvorm) else { return false }
            if stap.niveau == .persoon { return true }
            return draagtHuishouden && (stap.alleenMet.isEmpty || !groepen.isDisjoint(with: stap.alleenMet))
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
    /// From the day on which it was asked to the day on which the agency must have decided.
    public var beslistermijn: Termijn?
    /// From the day of the decision to the last day for an objection.
    public var bezwaartermijn: Termijn?
    /// A step of the household that is there only with somebody of one of these groups. Empty: always.
    public var alleenMet: [Doelgroep]
    /// What hangs on somebody's age.
    public var leeftijden: [Leeftijdsgrens]

    public init(
        code: String, naam: String, leefgebied: Leefgebied, niveau: Niveau, anker: Anker, nietEerder: Termijn? = nil,
        termijn: Termijn, na: [String] = [],
        meenemen: [String] = [], doelgroepen: [Doelgroep] = [], verblijfsvormen: [Verblijfsvorm] = [], letOp: String? = nil,
        beslistermijn: Termijn? = nil, bezwaartermijn: Termijn? = nil, alleenMet: [Doelgroep] = [],
        leeftijden: [Leeftijdsgrens] = []
    ) {
        (self.code, self.naam, self.leefgebied, self.niveau) = (code, naam, leefgebied, niveau)
        (self.anker, self.nietEerder, self.termijn) = (anker, nietEerder, termijn)
        (self.na, self.meenemen) = (na, meenemen)
        (self.doelgroepen, self.verblijfsvormen, self.letOp) = (doelgroepen, verblijfsvormen, letOp)
        (self.beslistermijn, self.bezwaartermijn) = (beslistermijn, bezwaartermijn)
        (self.alleenMet, self.leeftijden) = (alleenMet, leeftijden)
    }

    /// Boards keep their template for years: what an older one does not have is empty.
    public init(from decoder: any Decoder) throws {
        let c = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            code: try c.decode(String.self, forKey: .code), naam: try c.decode(String.self, forKey: .naam),
            leefgebied: try c.decode(Leefgebied.self, forKey: .leefgebied), niveau: try c.decode(Niveau.self, forKey: .niveau),
            anker: try c.decode(Anker.self, forKey: .anker),
            nietEerder: try c.decodeIfPresent(Termijn.self, forKey: .nietEerder),
            termijn: try c.decode(Termijn.self, forKey: .termijn), na: try c.decode([String].self, forKey: .na),
            meenemen: try c.decode([String].self, forKey: .meenemen),
            doelgroepen: try c.decode([Doelgroep].self, forKey: .doelgroepen),
            verblijfsvormen: try c.decode([Verblijfsvorm].self, forKey: .verblijfsvormen),
            letOp: try c.decodeIfPresent(String.self, forKey: .letOp),
            beslistermijn: try c.decodeIfPresent(Termijn.self, forKey: .beslistermijn),
            bezwaartermijn: try c.decodeIfPresent(Termijn.self, forKey: .bezwaartermijn),
            alleenMet: try c.decodeIfPresent([Doelgroep].self, forKey: .alleenMet) ?? [],
            leeftijden: try c.decodeIfPresent([Leeftijdsgrens].self, forKey: .leeftijden) ?? [])
    }

    public func geldt(voor doelgroep: Doelgroep, verblijfsvorm: Verblijfsvorm) -> Bool {
        (doelgroepen.isEmpty || doelgroepen.contains(doelgroep))
            && (verblijfsvormen.isEmpty || verblijfsvormen.contains(verblijfsvorm))
    }

    /// The due day with its explanation; nil as long as the anchor is not known.
    public func uiterlijk(_ ankers: [Anker: Datum]) -> Termijn.Uitkomst? {
        ankers[anker].map { termijn.bereken(vanaf: $0, anker: anker.naam) }
    }

    /// The first day on which it can be done, with its explanation; nil when there is none or the anchor is not known.
    public func eerste(_ ankers: [Anker: Datum]) -> Termijn.Uitkomst? {
        nietEerder.flatMap { term in ankers[anker].map { term.bereken(vanaf: $0, anker: anker.naam) } }
    }

    /// The first day on which it can be done; nil when there is none or the anchor is not known.
    public func vanaf(_ ankers: [Anker: Datum]) -> Datum? { eerste(ankers)?.dag }
}
