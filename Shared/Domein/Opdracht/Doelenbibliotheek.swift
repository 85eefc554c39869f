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
}

public struct Doelzin: Codable, Sendable, Equatable {
    public var code: String
    public var leefgebied: Leefgebied
    /// `Ik weet waar ik heen kan met vragen over geld.`
    public var tekst: String

    public init(code: String, leefgebied: Leefgebied, tekst: String) {
        (self.code, self.leefgebied, self.tekst) = (code, leefgebied, tekst)
    }
}
