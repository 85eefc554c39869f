// SPDX-License-Identifier: EUPL-1.2
//
// The closed lists of the field that messages and stores share. Each is explained in docs/begrippen.md.

/// Area of life in a plan, a measurement, the directory. Our own division, after the contract (Almere 2026, chapter 2).
public enum Leefgebied: String, Codable, Sendable, CaseIterable {
    case wonen
    case financien
    case werk
    case onderwijs
    case taalInburgering = "taal-inburgering"
    case gezondheid
    case opvoeding
    case netwerk
    case participatie
    case veiligheid
    case rechten
    case vervoer

    /// As on screen.
    public var naam: String {
        switch self {
        case .wonen: "Wonen"
        case .financien: "Geld en administratie"
        case .werk: "Werk"
        case .onderwijs: "School en opleiding"
        case .taalInburgering: "Taal en inburgering"
        case .gezondheid: "Gezondheid"
        case .opvoeding: "Gezin en opvoeding"
        case .netwerk: "Mensen om mij heen"
        case .participatie: "Meedoen"
        case .veiligheid: "Veiligheid"
        case .rechten: "Rechten en regels"
        case .vervoer: "Vervoer"
        }
    }
}

/// The groups of the contract, each with its own path (Almere 2026, chapter 3).
public enum Doelgroep: String, Codable, Sendable, CaseIterable {
    case statushouder18plus
    case kind
    case exAMV = "ex-amv"
    case nareiziger

    public var naam: String {
        switch self {
        case .statushouder18plus: "Statushouder van 18 jaar of ouder"
        case .kind: "Kind in het traject van ouder of voogd"
        case .exAMV: "Ex-AMV"
        case .nareiziger: "Nareiziger"
        }
    }
}

/// Where somebody lives at the start. HAR and doorstroomlocatie mean a second regeldag at the later move.
public enum Verblijfsvorm: String, Codable, Sendable, CaseIterable {
    case eigenWoning = "eigen-woning"
    case har
    case doorstroomlocatie

    public var naam: String {
        switch self {
        case .eigenWoning: "Eigen woning"
        case .har: "HAR (hotel of accommodatie)"
        case .doorstroomlocatie: "Doorstroomlocatie"
        }
    }
}

/// A fact that may not be known, such as "is 18" with a partial birth date. Rules answer `onbekend`, they do not guess.
public enum Feit: String, Codable, Sendable, CaseIterable {
    case ja, nee, onbekend
}

/// How a contact took place.
public enum Contactsoort: String, Codable, Sendable, CaseIterable {
    case spreekuur, huisbezoek, afspraak, telefoon, bericht, outreach

    public var naam: String {
        switch self {
        case .spreekuur: "Spreekuur"
        case .huisbezoek: "Huisbezoek"
        case .afspraak: "Afspraak"
        case .telefoon: "Telefoon"
        case .bericht: "Bericht (app of sms)"
        case .outreach: "Poging tot contact"
        }
    }
}

/// Whether somebody came.
public enum Verschijning: String, Codable, Sendable, CaseIterable {
    case aanwezig, afgemeld
    case nietVerschenen = "niet-verschenen"

    public var naam: String {
        switch self {
        case .aanwezig: "Aanwezig"
        case .afgemeld: "Afgemeld"
        case .nietVerschenen: "Niet verschenen"
        }
    }
}

public enum Tolkvorm: String, Codable, Sendable, CaseIterable {
    case geen
    case telefonisch
    case fysiek = "op-locatie"
    case naaste

    public var naam: String {
        switch self {
        case .geen: "Geen tolk"
        case .telefonisch: "Tolk aan de telefoon"
        case .fysiek: "Tolk erbij"
        case .naaste: "Naaste vertaalde"
        }
    }
}

public enum DoelToestand: String, Codable, Sendable, CaseIterable {
    case open, bezig, bereikt
    case deelsBereikt = "deels-bereikt"
    /// The traject ended and it was not reached.
    case nietBereikt = "niet-bereikt"
    case vervallen

    public var naam: String {
        switch self {
        case .open: "Nog niet begonnen"
        case .bezig: "Bezig"
        case .bereikt: "Bereikt"
        case .deelsBereikt: "Deels bereikt"
        case .nietBereikt: "Niet bereikt"
        case .vervallen: "Vervallen"
        }
    }
}

/// State of one step of the regeldag.
public enum RegelzaakToestand: String, Codable, Sendable, CaseIterable {
    case nietVanToepassing = "niet-van-toepassing"
    case open, aangevraagd, toegekend, afgewezen, bezwaar

    public var naam: String {
        switch self {
        case .nietVanToepassing: "Niet van toepassing"
        case .open: "Open"
        case .aangevraagd: "Aangevraagd"
        case .toegekend: "Geregeld"
        case .afgewezen: "Afgewezen"
        case .bezwaar: "Bezwaar"
        }
    }
}

/// The ten states of a referral (docs: verwijzing).
public enum VerwijzingToestand: String, Codable, Sendable, CaseIterable {
    case concept, verstuurd, ontvangen, wachtlijst, geaccepteerd, gestart, afgerond, afgewezen, ingetrokken, verlopen

    public var naam: String {
        switch self {
        case .concept: "Concept"
        case .verstuurd: "Verstuurd"
        case .ontvangen: "Ontvangen"
        case .wachtlijst: "Wachtlijst"
        case .geaccepteerd: "Geaccepteerd"
        case .gestart: "Gestart"
        case .afgerond: "Afgerond"
        case .afgewezen: "Afgewezen"
        case .ingetrokken: "Ingetrokken"
        case .verlopen: "Verlopen"
        }
    }
}

/// The life of an advance of travel money.
public enum VoorschotToestand: String, Codable, Sendable, CaseIterable {
    case aangevraagd, goedgekeurd, afgewezen, betaald, verantwoord, afgerekend

    public var naam: String {
        switch self {
        case .aangevraagd: "Aangevraagd"
        case .goedgekeurd: "Goedgekeurd"
        case .afgewezen: "Afgewezen"
        case .betaald: "Betaald"
        case .verantwoord: "Bewijs ontvangen"
        case .afgerekend: "Afgerekend"
        }
    }
}

/// The life of an aanmelding, as the gemeente may ask it.
public enum AanmeldingToestand: String, Codable, Sendable, CaseIterable {
    case ontvangen
    case inControle = "in-controle"
    case geaccepteerd, afgewezen, ingetrokken

    public var naam: String {
        switch self {
        case .ontvangen: "Ontvangen"
        case .inControle: "In controle"
        case .geaccepteerd: "Geaccepteerd"
        case .afgewezen: "Afgewezen"
        case .ingetrokken: "Ingetrokken"
        }
    }
}

public enum RapportToestand: String, Codable, Sendable, CaseIterable {
    case concept, vastgesteld

    public var naam: String { self == .concept ? "Concept" : "Vastgesteld" }
}
