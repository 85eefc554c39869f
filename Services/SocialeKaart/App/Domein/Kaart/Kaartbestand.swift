// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// A directory file in the form of HSDS 3.1, checked: every record has what it must have and points at what exists.
public struct Kaartbestand: Sendable, Equatable {
    public var taxonomieen: [Taxonomie] = []
    public var begrippen: [Begrip] = []
    public var organisaties: [Organisatie] = []
    public var voorzieningen: [Voorziening] = []

    public struct Taxonomie: Sendable, Equatable {
        public var id: String
        public var naam: String
        public var document: JSONWaarde
    }

    public struct Begrip: Sendable, Equatable {
        public var id: String
        public var taxonomie: String?
        public var code: String?
        public var naam: String
        public var taal: String?
        /// Its other words; nil: the file says nothing of them.
        public var woorden: [Woord]?
        public var document: JSONWaarde
    }

    /// Another word for a term, or its name in another language.
    public struct Woord: Sendable, Hashable {
        public enum Soort: String, Sendable, CaseIterable {
            case voorkeur = "preferred"
            case anders = "alternate"
            case verborgen = "hidden"

            /// As the store and the messages call it.
            var naam: String { "\(self)" }
        }
        public var taal: String
        public var soort: Soort
        public var tekst: String
        /// When somebody who speaks the language looked at it; nil: a draft.
        public var nagekekenOp: Datum?

        static let lengte = 80
        /// Of one term; more is a list and no help.
        static let meeste = 200

        static func schoon(_ tekst: String) -> String { tekst.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    public struct Organisatie: Sendable, Equatable {
        public var id: String
        public var naam: String
        public var alternatief: String?
        public var kenmerken: [Kenmerk]
        public var document: JSONWaarde
    }

    public struct Voorziening: Sendable, Equatable {
        public var id: String
        public var organisatie: String?
        public var naam: String
        public var alternatief: String?
        public var omschrijving: String?
        public var status: String
        public var gecontroleerdOp: Datum?
        public var kenmerken: [Kenmerk]
        public var locaties: [Locatie]
        public var plekken: [Plek] = []
        /// Codes of the languages that are spoken there.
        public var talen: [String] = []
        public var minimumLeeftijd: Double?
        public var maximumLeeftijd: Double?
        public var document: JSONWaarde

        /// The document says it all; the rest is read from it.
        public static func == (left: Voorziening, right: Voorziening) -> Bool { left.document == right.document }

        /// `ja`, `professional`, `nee`; `nee` when the entry does not say.
        public var verwijsbaar: String {
            kenmerken.first { $0.soort == "verwijsbaar" }?.code ?? "nee"
        }
        public var leefgebieden: [Leefgebied] {
            kenmerken.filter { $0.soort == "leefgebied" }.compactMap { $0.code.flatMap(Leefgebied.init) }
        }
    }

    /// An HSDS attribute: a term of a taxonomy, or a text such as the source.
    public struct Kenmerk: Sendable, Equatable {
        public var id: String
        public var begrip: String?
        /// `link_type`: `leefgebied`, `doelgroep`, `toegang`, `soort`, `verwijsbaar`, `upl`, `source`.
        public var soort: String
        public var code: String?
        public var naam: String?
        public var waarde: String?
    }

    /// A service at one of its places (HSDS `service_at_location`).
    public struct Plek: Sendable, Equatable {
        public var id: String
        public var locatie: String?
    }

    public struct Locatie: Sendable, Equatable {
        public var id: String
        public var soort: String
        public var naam: String?
        public var breedte: Double?
        public var lengte: Double?
        public var postcode: String?
    }
}
