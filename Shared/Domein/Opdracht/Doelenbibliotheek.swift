// SPDX-License-Identifier: EUPL-1.2

/// Goals to choose from, as sentences in the first person: a habit of gemeenten (GGM, subdoelen in de "Ik ..."-vorm).
public struct Doelenbibliotheek: Codable, Sendable, Equatable {
    /// In the order of the file.
    public var zinnen: [Doelzin]
    /// Code of the goal with which every new plan begins.
    public var eersteDoel: String

    public init(zinnen: [Doelzin], eersteDoel: String) { (self.zinnen, self.eersteDoel) = (zinnen, eersteDoel) }

    public func zin(_ code: String) -> Doelzin? { zinnen.first { $0.code == code } }
    public func zinnen(voor leefgebied: Leefgebied) -> [Doelzin] { zinnen.filter { $0.leefgebied == leefgebied } }
    /// The sentence with exactly these words; nil for own words.
    public func zin(tekst: String, in leefgebied: Leefgebied) -> Doelzin? {
        zinnen.first { $0.leefgebied == leefgebied && $0.tekst == tekst }
    }
    /// The suggestion with exactly these words, of a goal of this area; nil for own words.
    public func actie(tekst: String, in leefgebied: Leefgebied) -> Actiezin? {
        zinnen.lazy.filter { $0.leefgebied == leefgebied }.flatMap(\.acties).first { $0.tekst == tekst }
    }
}

/// A code is never given to another sentence: running plans and figures refer to it.
public struct Doelzin: Codable, Sendable, Equatable {
    public var code: String
    public var leefgebied: Leefgebied
    /// `Ik weet waar ik heen kan met vragen over geld.`
    public var tekst: String
    /// What somebody can do for it.
    public var acties: [Actiezin]

    public init(code: String, leefgebied: Leefgebied, tekst: String, acties: [Actiezin] = []) {
        (self.code, self.leefgebied, self.tekst, self.acties) = (code, leefgebied, tekst, acties)
    }
}

/// A suggestion for an action, in words that fit behind "Wat:".
public struct Actiezin: Codable, Sendable, Equatable {
    public var code: String
    /// `Een lijst maken van wat er elke maand binnenkomt en uitgaat.`
    public var tekst: String
    /// Who does it as a rule: the client, where that can be.
    public var wie: Actiehouder

    public init(code: String, tekst: String, wie: Actiehouder) { (self.code, self.tekst, self.wie) = (code, tekst, wie) }
}
