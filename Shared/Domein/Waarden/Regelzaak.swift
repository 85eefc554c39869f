// SPDX-License-Identifier: EUPL-1.2

/// Who does a step of the regeldag.
public enum Regeluitvoerder: String, Codable, Sendable, CaseIterable {
    case client, begeleider, vrijwilliger, instantie

    public var naam: String {
        switch self {
        case .client: "De cliënt zelf"
        case .begeleider: "De begeleider"
        case .vrijwilliger: "Een vrijwilliger"
        case .instantie: "De instantie"
        }
    }
}

/// With what it was seen that a step was requested or arranged.
public enum Regelbewijs: String, Codable, Sendable, CaseIterable {
    case brief, bericht, contract, pas, bijschrijving, gezien, mondeling

    public var naam: String {
        switch self {
        case .brief: "Brief of besluit"
        case .bericht: "E-mail of bericht"
        case .contract: "Contract of polis"
        case .pas: "Pas of document"
        case .bijschrijving: "Bijschrijving op de rekening"
        case .gezien: "Zelf gezien, zonder papier"
        case .mondeling: "Mondeling gehoord"
        }
    }

    /// What can be photographed.
    public static let opPapier: [Regelbewijs] = [.brief, .bericht, .contract, .pas, .bijschrijving]
}

/// Why a document of a step is withdrawn. A closed list: it stays when the document is gone.
public enum Documentreden: String, Codable, Sendable, CaseIterable {
    case verkeerdBestand = "verkeerd-bestand"
    case anderePersoon = "andere-persoon"
    case teVeel = "te-veel"
    case onleesbaar
    case vervangen
    case wilNiet = "wil-niet"

    public var naam: String {
        switch self {
        case .verkeerdBestand: "Het is het verkeerde bestand"
        case .anderePersoon: "Het hoort bij iemand anders"
        case .teVeel: "Er staat meer in dan nodig is"
        case .onleesbaar: "Het is niet goed te lezen"
        case .vervangen: "Er is een nieuwer document"
        case .wilNiet: "De cliënt wil niet dat het hier staat"
        }
    }
}

/// Why a step of the regeldag goes another way than usual. A closed list: it may stand in lists and history, and names
/// nothing of anybody's health.
public enum Regelreden: String, Codable, Sendable, CaseIterable {
    case geldtNiet = "geldt-niet"
    case alGeregeld = "al-geregeld"
    case wilNiet = "wil-niet"
    case anderRegelt = "ander-regelt"
    case tegelijk
    case instantieAkkoord = "instantie-akkoord"
    case haast
    case vergissing
    case moetOpnieuw = "moet-opnieuw"

    /// For what it is a reason.
    public enum Soort: String, Sendable, CaseIterable {
        /// The step need not be done.
        case nietVanToepassing
        /// The step is done before the one it waits for.
        case voorrang
        /// The step goes back.
        case terug
    }

    public var soort: Soort {
        switch self {
        case .geldtNiet, .alGeregeld, .wilNiet, .anderRegelt: .nietVanToepassing
        case .tegelijk, .instantieAkkoord, .haast: .voorrang
        case .vergissing, .moetOpnieuw: .terug
        }
    }

    public var naam: String {
        switch self {
        case .geldtNiet: "Geldt niet voor deze persoon of dit gezin"
        case .alGeregeld: "Was al geregeld"
        case .wilNiet: "De cliënt wil dit niet"
        case .anderRegelt: "Een ander regelt dit"
        case .tegelijk: "Gaat tegelijk met de stap ervoor"
        case .instantieAkkoord: "De instantie neemt het zo aan"
        case .haast: "Dit kan niet wachten"
        case .vergissing: "Het was een vergissing"
        case .moetOpnieuw: "Het moet opnieuw"
        }
    }
}

/// How it stands with the interpreter of an appointment.
public enum Tolkstand: String, Codable, Sendable, CaseIterable {
    case nietNodig = "niet-nodig"
    case nodig, geregeld

    public var naam: String {
        switch self {
        case .nietNodig: "Geen tolk nodig"
        case .nodig: "Tolk nog regelen"
        case .geregeld: "Tolk is geregeld"
        }
    }
}
