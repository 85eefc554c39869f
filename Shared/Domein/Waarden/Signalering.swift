// SPDX-License-Identifier: EUPL-1.2
//
// The closed lists of signals and of the Meldcode. Explained in docs/begrippen.md, chapter Signals and safety.

/// Where a signal comes from. There is no fourth: what somebody thinks of it is no signal.
public enum Signaalbron: String, Codable, Sendable, CaseIterable {
    case zelfGezien = "zelf-gezien"
    case clientZei = "client-zei"
    case derdeZei = "derde-zei"

    public var naam: String {
        switch self {
        case .zelfGezien: "Ik zag of hoorde het zelf"
        case .clientZei: "De cliënt vertelde het"
        case .derdeZei: "Iemand anders vertelde het"
        }
    }
}

/// What a signal is about.
public enum Signaalsoort: String, Codable, Sendable, CaseIterable {
    case schulden
    case schoolverzuim
    case wonen
    case eenzaamheid
    case verslaving
    case suicide
    case radicalisering
    case uitbuiting
    case geweld
    case anders

    public var naam: String {
        switch self {
        case .schulden: "Schulden of geen geld"
        case .schoolverzuim: "Een kind gaat niet naar school"
        case .wonen: "Woning kwijt of bijna kwijt"
        case .eenzaamheid: "Eenzaamheid"
        case .verslaving: "Alcohol, drugs of gokken"
        case .suicide: "Praat over niet meer willen leven"
        case .radicalisering: "Radicalisering"
        case .uitbuiting: "Uitbuiting of mensenhandel"
        case .geweld: "Geweld, dwang of verwaarlozing thuis"
        case .anders: "Iets anders"
        }
    }

    /// Whether the steps of the Meldcode belong to it: danger in dependence or at home.
    public var vraagtMeldcode: Bool { self == .geweld || self == .uitbuiting }
}

/// How soon somebody must do something.
public enum Signaalprioriteit: String, Codable, Sendable, CaseIterable {
    case gewoon, hoog, spoed

    public var naam: String {
        switch self {
        case .gewoon: "Gewoon"
        case .hoog: "Hoog"
        case .spoed: "Spoed"
        }
    }
}

/// How a signal ended. None of these tells whether a Meldcode file was opened.
public enum Signaaluitkomst: String, Codable, Sendable, CaseIterable {
    case opgelost
    case hulpErbij = "hulp-erbij"
    case nietBevestigd = "niet-bevestigd"
    case wilGeenHulp = "wil-geen-hulp"
    case overgedragen
    case vergissing

    public var naam: String {
        switch self {
        case .opgelost: "Het is opgelost"
        case .hulpErbij: "Een ander helpt hier nu bij"
        case .nietBevestigd: "Het bleek niet zo te zijn"
        case .wilGeenHulp: "De cliënt wil hier geen hulp bij"
        case .overgedragen: "Een andere dienst heeft het overgenomen"
        case .vergissing: "Het was verkeerd opgeschreven"
        }
    }
}

/// What is written down in a Meldcode file. The five steps in their order, and what may come beside them.
public enum Meldcodesoort: String, Codable, Sendable, CaseIterable {
    case signalen, overleg, gesprek
    case gesprekOvergeslagen = "gesprek-overgeslagen"
    case weging, besluit
    case kindcheck, gevaar, melding, aanvulling, verbetering, gesloten
    /// Somebody was named in it, or no longer.
    case betrokken

    /// Which of the five steps it does; nil for what comes beside them.
    public var stap: Int? {
        switch self {
        case .signalen: 1
        case .overleg: 2
        case .gesprek, .gesprekOvergeslagen: 3
        case .weging: 4
        case .besluit: 5
        case .kindcheck, .gevaar, .melding, .aanvulling, .verbetering, .gesloten, .betrokken: nil
        }
    }

    public var naam: String {
        switch self {
        case .signalen: "Stap 1: de signalen op een rij"
        case .overleg: "Stap 2: overleg"
        case .gesprek: "Stap 3: gesprek"
        case .gesprekOvergeslagen: "Stap 3: geen gesprek"
        case .weging: "Stap 4: afwegen"
        case .besluit: "Stap 5: besluiten"
        case .kindcheck: "Kindcheck"
        case .gevaar: "Direct gevaar"
        case .melding: "Melding gedaan"
        case .aanvulling: "Aanvulling"
        case .verbetering: "Verbetering"
        case .gesloten: "Zaak gesloten"
        case .betrokken: "Wie mag dit lezen"
        }
    }
}

/// The questions of the weighing, in our own words. No published instrument is copied here.
public enum Afwegingsvraag: String, Codable, Sendable, CaseIterable {
    case zorg, gevaar, kunnen, willen, werkt

    public var naam: String {
        switch self {
        case .zorg: "Is er na de eerste drie stappen nog steeds reden tot zorg?"
        case .gevaar: "Is iemand nu in gevaar, of gebeurt het steeds opnieuw?"
        case .kunnen: "Kunnen wij, samen met anderen, hulp geven die echt verschil maakt?"
        case .willen: "Doen de mensen om wie het gaat mee met die hulp?"
        case .werkt: "Wordt het met die hulp op tijd en blijvend veilig?"
        }
    }
}

/// Why somebody must read now what is written in the Meldcode compartment of a dossier (decision 0042).
public enum Noodreden: String, Codable, Sendable, CaseIterable {
    case gevaar
    case hulpdienst
    case onbereikbaar

    public var naam: String {
        switch self {
        case .gevaar: "Er is nu gevaar voor iemand"
        case .hulpdienst: "De politie, een ambulance of Veilig Thuis moet nu iets weten"
        case .onbereikbaar: "Het kan niet wachten en wie erover gaat is niet te bereiken"
        }
    }
}

/// What the aandachtsfunctionaris found of it afterwards.
public enum Nooduitkomst: String, Codable, Sendable, CaseIterable {
    case terecht
    case anders
    case onterecht

    public var naam: String {
        switch self {
        case .terecht: "Dit was nodig"
        case .anders: "Dit was nodig, en het moet een volgende keer anders"
        case .onterecht: "Dit was niet nodig"
        }
    }
}
