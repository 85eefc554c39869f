// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// What somebody typed, as FTS5 may read it: quoted words only, never the text itself, so that nothing in it is syntax.
public struct Zoekvraag: Sendable, Equatable {
    static let meesteWoorden = 12
    static let langsteWoord = 40

    /// Each typed word with what means the same; the word itself first.
    public let groepen: [[String]]

    /// Nil when the text holds no word: then there is nothing to search for.
    public init?(_ tekst: String, synoniemen: Synoniemen = .ingebouwd) {
        let woorden = Self.woorden(tekst.prefix(400))
        let zinnig = woorden.contains { $0.count > 1 } ? woorden.filter { $0.count > 1 } : woorden
        guard !zinnig.isEmpty else { return nil }
        groepen = zinnig.prefix(Self.meesteWoorden).map { [$0] + synoniemen.van($0) }
    }

    /// Every word must be there, as the beginning of a word.
    public var alle: String { groepen.map(Self.groep).joined(separator: " AND ") }

    /// One word is enough; asked when nothing holds them all.
    public var eenVan: String { groepen.map(Self.groep).joined(separator: " OR ") }

    private static func groep(_ woorden: [String]) -> String {
        "(" + woorden.map { "\"\($0)\"*" }.joined(separator: " OR ") + ")"
    }

    /// Letters, digits and the marks on them; all else parts words, as `unicode61` does.
    static func woorden(_ tekst: Substring) -> [String] {
        tekst.lowercased().unicodeScalars
            .split { scalar in
                switch scalar.properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                    .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
                    false
                default: true
                }
            }
            .map { String(String.UnicodeScalarView($0)).prefix(langsteWoord) }
            .map(String.init)
            .filter { $0.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } }
    }
}
