// SPDX-License-Identifier: EUPL-1.2

/// What a gemeente ordered, as data: everything that differs per gemeente, contract or year.
///
/// Read from `compose/opdrachten/*.yaml` by Shared/Opdrachten. A running traject keeps the `id` it started with, and so
/// its rules, unless a change says otherwise.
public struct Opdracht: Codable, Sendable, Equatable, Identifiable {
    /// `almere-2027`; the name of the file.
    public var id: String
    public var gemeente: Gemeentecode
    /// As on screen and paper; usually the name of the list, but a region may call itself otherwise.
    public var gemeentenaam: String
    public var geldigVan: Datum
    /// The last day on which new aanmeldingen fall under it; nil when it has no end yet.
    public var geldigTot: Datum?
    /// With which the gemeente names itself in the koppeling.
    public var oin: OIN
    /// The team that gets new trajects.
    public var team: String
    /// Other teams that may get one, where a worker chooses.
    public var andereTeams: [String]
    /// Who may be handed over. A group that is not here is refused.
    public var doelgroepen: [Doelgroepregel]
    /// From acceptance to the first contact.
    public var eersteContact: Termijn
    public var traject: Trajectregels
    /// The areas of life in plans and measurements, in the order of the screens.
    public var leefgebieden: [Leefgebied]
    public var doelen: Doelenbibliotheek
    /// How the plan van aanpak is kept alive.
    public var plan = Planregels()
    public var regeldag: Regeldagsjabloon
    /// Nil: self-reliance is not measured under this contract.
    public var metingen: Meetregels?
    /// Nil: the contract says nothing, and our own practice holds (`signaalregels`).
    public var signalen: Signaalregels?
    public var reiskosten: Reiskostenregeling
    public var indicatoren: [Indicator]
    public var tarieven: [Tarief]
    public var taakstelling: [Taakstelling]
    /// How inflow and capacity are reckoned.
    public var instroom: Instroomregels
    /// Where people can reach the own office: on the paper of the regeldag.
    public var bereikbaar: [Bereikbaar] = []
    /// When somebody comes on the standing list.
    public var uitbeeld = Uitbeeldregels()
    /// How heavy dossiers weigh, and how they are handed over.
    public var caseload = Caseloadregels()

    public init(
        id: String, gemeente: Gemeentecode, gemeentenaam: String, geldigVan: Datum, geldigTot: Datum? = nil, oin: OIN,
        team: String, doelgroepen: [Doelgroepregel], eersteContact: Termijn, traject: Trajectregels,
        leefgebieden: [Leefgebied], doelen: Doelenbibliotheek, regeldag: Regeldagsjabloon,
        reiskosten: Reiskostenregeling, indicatoren: [Indicator], tarieven: [Tarief] = [], taakstelling: [Taakstelling] = [],
        andereTeams: [String] = [], instroom: Instroomregels = Instroomregels()
    ) {
        (self.andereTeams, self.instroom) = (andereTeams, instroom)
        (self.id, self.gemeente, self.gemeentenaam) = (id, gemeente, gemeentenaam)
        (self.geldigVan, self.geldigTot, self.oin, self.team) = (geldigVan, geldigTot, oin, team)
        (self.doelgroepen, self.eersteContact, self.traject) = (doelgroepen, eersteContact, traject)
        (self.leefgebieden, self.doelen, self.regeldag) = (leefgebieden, doelen, regeldag)
        (self.reiskosten, self.indicatoren) = (reiskosten, indicatoren)
        (self.tarieven, self.taakstelling) = (tarieven, taakstelling)
    }

    /// Whether a new aanmelding of this day falls under it.
    public func geldt(op dag: Datum) -> Bool { dag >= geldigVan && geldigTot.map { dag <= $0 } ?? true }

    /// Every team of the contract, the one that gets new trajects first.
    public var teams: [String] { [team] + andereTeams.filter { $0 != team } }

    /// The rules for a group; nil when the contract does not take it.
    public func regel(voor doelgroep: Doelgroep) -> Doelgroepregel? { doelgroepen.first { $0.doelgroep == doelgroep } }

    /// How long signals hold and when they ask for follow-up.
    public var signaalregels: Signaalregels { signalen ?? .standaard }

    public func indicator(_ code: String) -> Indicator? { indicatoren.first { $0.code == code } }
}

/// A telephone number of the own office.
public struct Bereikbaar: Codable, Sendable, Equatable {
    public var naam: String
    public var telefoon: String
    /// When somebody answers; nil: always.
    public var wanneer: String?

    public init(naam: String, telefoon: String, wanneer: String? = nil) {
        (self.naam, self.telefoon, self.wanneer) = (naam, telefoon, wanneer)
    }
}

/// How the contract treats one group.
public struct Doelgroepregel: Codable, Sendable, Equatable {
    public var doelgroep: Doelgroep
    /// False for a child, who rides on the traject of a parent or guardian.
    public var eigenTraject: Bool
    /// Whether the traject is paid for by itself.
    public var factureerbaar: Bool

    public init(_ doelgroep: Doelgroep, eigenTraject: Bool, factureerbaar: Bool) {
        (self.doelgroep, self.eigenTraject, self.factureerbaar) = (doelgroep, eigenTraject, factureerbaar)
    }
}

/// An amount the provider may invoice.
public struct Tarief: Codable, Sendable, Equatable {
    public enum Per: String, Codable, Sendable, CaseIterable { case traject, maand, uur, mijlpaal }

    public var code: String
    public var naam: String
    public var bedrag: Bedrag
    public var per: Per

    public init(code: String, naam: String, bedrag: Bedrag, per: Per) {
        (self.code, self.naam, self.bedrag, self.per) = (code, naam, bedrag, per)
    }
}

/// How many people the gemeente must house in a year: what the inflow is held against.
public struct Taakstelling: Codable, Sendable, Equatable {
    public var jaar: Int
    /// 1 or 2; nil for a number that was given per year only.
    public var helft: Int?
    public var personen: Int
    /// Ours, to have something to reckon with until the gemeente gives a number; shown as an example, and nothing is learned from it.
    public var isVoorbeeld: Bool

    public init(jaar: Int, helft: Int? = nil, personen: Int, isVoorbeeld: Bool = false) {
        (self.jaar, self.helft, self.personen, self.isVoorbeeld) = (jaar, helft, personen, isVoorbeeld)
    }

    /// The first half-year that it is about.
    public var begin: Halfjaar? { Halfjaar("\(jaar)-\(helft ?? 1)") }
}

/// With what the inflow is forecast and held against the capacity. None of these is law: each is an agreement or a practice,
/// and the page says so.
public struct Instroomregels: Codable, Sendable, Equatable {
    /// Where the taakstelling comes from, for the page.
    public var taakstellingBron: String
    /// How many running trajects one begeleider has at most.
    public var caseload: Int
    /// From koppeling to moving in (VNG: 14 weeks), where no day of moving in is known.
    public var wekenTotHuisvesting: Int
    /// Below this many people a gemeente sees no number.
    public var kleinsteAantal: Int
    public var bron: String

    public init(
        taakstellingBron: String = "Niet genoemd in de opdracht", caseload: Int = 30, wekenTotHuisvesting: Int = 14,
        kleinsteAantal: Int = 5, bron: String = "Plaatselijke praktijk, te bevestigen"
    ) {
        (self.taakstellingBron, self.caseload, self.wekenTotHuisvesting) = (taakstellingBron, caseload, wekenTotHuisvesting)
        (self.kleinsteAantal, self.bron) = (kleinsteAantal, bron)
    }
}
