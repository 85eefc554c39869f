// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// The name of a person, as the BRP knows it. A name chain (no family name system, as in Eritrea or Somalia) stands whole
/// in `geslachtsnaam` and has no `voornamen`; a `geslachtsnaam` of `.` is unknown (Haal Centraal BRP).
///
/// Printing it gives the name: it may stand on a screen, never in a log, event or URL.
public struct Naam: Hashable, Sendable, Codable, CustomStringConvertible {
    public enum Fout: String, Waardefout {
        case leeg, teLang = "te-lang", teken

        public var code: String { "naam-\(rawValue)" }
        public var text: String {
            switch self {
            case .leeg: "Vul de voornamen of de geslachtsnaam in. Bij één naam: zet die bij geslachtsnaam."
            case .teLang: "Een naam heeft hoogstens 200 tekens."
            case .teken: "In de naam staat een teken dat niet in een naam kan staan."
            }
        }
    }

    public let voornamen: String?
    /// `van der`.
    public let voorvoegsel: String?
    /// Nil when unknown.
    public let geslachtsnaam: String?
    /// How the person wants to be called.
    public let roepnaam: String?

    /// Empty text and `.` count as unknown. At least one of voornamen and geslachtsnaam must be known.
    public init(
        voornamen: String? = nil, voorvoegsel: String? = nil, geslachtsnaam: String? = nil, roepnaam: String? = nil
    ) throws(Fout) {
        (self.voornamen, self.voorvoegsel) = (try Self.part(voornamen), try Self.part(voorvoegsel))
        (self.geslachtsnaam, self.roepnaam) = (try Self.part(geslachtsnaam), try Self.part(roepnaam))
        guard self.voornamen != nil || self.geslachtsnaam != nil else { throw .leeg }
    }

    private static func part(_ text: String?) throws(Fout) -> String? {
        guard let text, !text.isEmpty else { return nil }
        if isTidy(text) {
            guard text.utf8.count <= 200 else { throw .teLang }
            return text == "." ? nil : text
        }
        // One white space between words, composed form: so that the same name is the same text.
        let tidy = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").precomposedStringWithCanonicalMapping
        guard !tidy.isEmpty, tidy != "." else { return nil }
        guard tidy.unicodeScalars.count <= 200 else { throw .teLang }
        let forbidden = tidy.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
                // Zero width (non-)joiner belongs to Persian and Kurdish spelling.
                scalar.value != 0x200C && scalar.value != 0x200D
            default: scalar == "<" || scalar == ">"
            }
        }
        guard !forbidden else { throw .teken }
        return tidy
    }

    /// Letters as most write them, with one space between words: nothing to do.
    private static func isTidy(_ text: String) -> Bool {
        var last: UInt8 = 0x20
        for byte in text.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") else { return false }
            if byte == 0x20, last == 0x20 { return false }
            last = byte
        }
        return last != 0x20
    }

    private enum CodingKeys: String, CodingKey { case voornamen, voorvoegsel, geslachtsnaam, roepnaam }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        do {
            try self.init(
                voornamen: fields.decodeIfPresent(String.self, forKey: .voornamen),
                voorvoegsel: fields.decodeIfPresent(String.self, forKey: .voorvoegsel),
                geslachtsnaam: fields.decodeIfPresent(String.self, forKey: .geslachtsnaam),
                roepnaam: fields.decodeIfPresent(String.self, forKey: .roepnaam))
        } catch let fout as Fout {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: fout.code))
        }
    }
}

extension Naam {
    /// `Selam van der Berg`, `Selam Tesfay Haile` (a chain), `Selam` (family name unknown).
    public var volledig: String { [voornamen, voorvoegsel, geslachtsnaam].compactMap(\.self).joined(separator: " ") }

    /// What to call the person on screen: the roepnaam in the place of the voornamen.
    public var weergave: String {
        [roepnaam ?? voornamen, voorvoegsel, geslachtsnaam].compactMap(\.self).joined(separator: " ")
    }

    public var description: String { weergave }

    /// Order of lists: family name, then given names, then prefix; without accents and case.
    public var sorteersleutel: String {
        [geslachtsnaam ?? voornamen, geslachtsnaam == nil ? nil : voornamen, voorvoegsel].compactMap(\.self)
            .map(Zoektekst.vouw).joined(separator: " ")
    }

    /// The words by which the person may be sought, folded, each once and in order: names of either order match.
    public var zoekwoorden: [String] {
        var seen: Set<String> = []
        return [voornamen, roepnaam, voorvoegsel, geslachtsnaam].compactMap(\.self).flatMap(Zoektekst.woorden)
            .filter { seen.insert($0).inserted }
    }
}
