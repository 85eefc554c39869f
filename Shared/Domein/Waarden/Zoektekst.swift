// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Folds text for searching, in the same way when it is stored and when it is asked.
///
/// Latin letters lose accents and case; the Turkish dotted and dotless i both become i; letters that do not decompose
/// (ø, ß, ł) get their usual spelling. Other scripts stay as they are: in Arabic the marks are letters.
public enum Zoektekst {
    /// `Şükrü Işık` → `sukru isik`; `Lübbers-O'Neill` → `lubbers oneill`.
    public static func vouw(_ text: String) -> String { woorden(text).joined(separator: " ") }

    /// The folded words. Spaces, hyphens, commas and the like part words; an apostrophe joins.
    public static func woorden(_ text: String) -> [String] {
        // Most names are written in ASCII, and folding those asks nothing of Unicode.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return ascii(text.utf8) }
        var words: [String] = []
        var word = ""
        // Joiners only shape the letters around them; people leave them out when they type.
        let visible = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.value != 0x200C && $0.value != 0x200D }
        for character in String(String.UnicodeScalarView(visible)) {
            if apostrophes.contains(character) { continue }
            if character.isLetter || character.isNumber {
                word += fold(character)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.map(\.precomposedStringWithCanonicalMapping)
    }

    private static func ascii(_ text: String.UTF8View) -> [String] {
        text.split { !isWord($0) }.compactMap { part in
            let word = part.compactMap { byte -> UInt8? in
                switch byte {
                case UInt8(ascii: "'"), UInt8(ascii: "`"): nil
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
                default: byte
                }
            }
            return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "'"), UInt8(ascii: "`"):
            true
        default: false
        }
    }

    private static let apostrophes: Set<Character> = ["'", "\u{2019}", "\u{02BC}", "\u{02BB}", "`", "\u{00B4}"]
    private static let spelled: [Character: String] = [
        "ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ə": "e",
    ]

    private static func fold(_ character: Character) -> String {
        guard let base = character.unicodeScalars.first, isLatin(base) else { return character.lowercased() }
        let lower = Character(base).lowercased()
        return lower.first.flatMap { spelled[$0] } ?? lower
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x24F).contains(scalar.value) || (0x250...0x2AF).contains(scalar.value)
            || (0x1E00...0x1EFF).contains(scalar.value)
    }
}
