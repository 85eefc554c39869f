// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The terms of the directory by name, with how many other words lead to each.
public struct BegrippenOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.begrippen-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Page<Begripregel>
    public var page: PageRequest
    public init(page: PageRequest) { self.page = page }
}

public struct Begripregel: Codable, Sendable, Equatable {
    public var begrip: UUID
    public var naam: String
    /// `leefgebied`, `doelgroep`, `toegang`, `soort`, `verwijsbaar`, `upl`, `overig`.
    public var soort: String
    public var woorden: Int
    /// Of those: which nobody who speaks the language looked at.
    public var nietNagekeken: Int
    public init(begrip: UUID, naam: String, soort: String, woorden: Int, nietNagekeken: Int) {
        (self.begrip, self.naam, self.soort) = (begrip, naam, soort)
        (self.woorden, self.nietNagekeken) = (woorden, nietNagekeken)
    }
}

/// One term with the words that lead to it.
public struct BegripOpvragen: Query {
    public static let type = "nl.wegwijs.sociale-kaart.begrip-opvragen.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var regel: Begripregel
        public var woorden: [Begripswoord]
        public init(regel: Begripregel, woorden: [Begripswoord]) { (self.regel, self.woorden) = (regel, woorden) }
    }
    public var begrip: UUID
    public init(begrip: UUID) { self.begrip = begrip }
}

/// A word that leads to a term: its name in another language, another word, or one that is only searched with.
public struct Begripswoord: Codable, Sendable, Equatable {
    public var woord: UUID
    /// Code of the language.
    public var taal: String
    /// `voorkeur`, `anders`, `verborgen`.
    public var soort: String
    public var tekst: String
    /// Who says that somebody who speaks the language looked at it; nil: it is a draft.
    public var nagekekenDoor: String?
    public var nagekekenOp: Datum?
    public var versie: Int
    public init(
        woord: UUID, taal: String, soort: String, tekst: String, nagekekenDoor: String?, nagekekenOp: Datum?, versie: Int
    ) {
        (self.woord, self.taal, self.soort, self.tekst) = (woord, taal, soort, tekst)
        (self.nagekekenDoor, self.nagekekenOp, self.versie) = (nagekekenDoor, nagekekenOp, versie)
    }
}

public struct BegripswoordToevoegen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.begripswoord-toevoegen.v1"
    public static let service = ServiceName.socialeKaart
    public struct Answer: Codable, Sendable, Equatable {
        public var woord: UUID
        public init(woord: UUID) { self.woord = woord }
    }
    public var begrip: UUID
    public var taal: String
    public var soort: String
    public var tekst: String
    /// Somebody who speaks the language looked at it.
    public var nagekeken: Bool
    public init(begrip: UUID, taal: String, soort: String, tekst: String, nagekeken: Bool) {
        (self.begrip, self.taal, self.soort) = (begrip, taal, soort)
        (self.tekst, self.nagekeken) = (tekst, nagekeken)
    }
}

/// A word was looked at by somebody who speaks the language, or it leads nowhere any more.
public struct BegripswoordWijzigen: Command {
    public static let type = "nl.wegwijs.sociale-kaart.begripswoord-wijzigen.v1"
    public static let service = ServiceName.socialeKaart
    public typealias Answer = Done
    public enum Stap: String, Codable, Sendable { case nagekeken, vervallen }
    public var woord: UUID
    public var versie: Int
    public var stap: Stap
    public init(woord: UUID, versie: Int, stap: Stap) { (self.woord, self.versie, self.stap) = (woord, versie, stap) }
}
