// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Parts text into the words that are searched: folded in the same way when a record is indexed and when it is asked.
///
/// Latin letters lose case and marks. Arabic script loses vowel signs, tatweel and hamza seats; alef, yaa, kaf and taa marbuta
/// get one form, so that Persian spelling finds Arabic and the other way round; the article al- and what clings to it goes.
/// Other scripts keep their letters in lower case.
enum Zoekwoorden {
    static let langsteWoord = 40

    static func lees(_ tekst: some StringProtocol) -> [String] {
        var tekst = String(tekst)
        return tekst.withUTF8 { bytes in
            var woorden: [String] = []
            var begin = 0
            // From one sign of ASCII that parts words to the next: nearly every piece is one word of plain letters.
            while begin < bytes.count {
                var (eind, isGewoon) = (begin, true)
                while eind < bytes.count, bytes[eind] >= 128 || isDeel(bytes[eind]) {
                    if bytes[eind] >= 128 { isGewoon = false }
                    eind += 1
                }
                let stuk = UnsafeBufferPointer(rebasing: bytes[begin..<eind])
                if isGewoon { gewoon(stuk, &woorden) } else { bijzonder(String(decoding: stuk, as: UTF8.self), &woorden) }
                begin = eind + 1
            }
            return woorden
        }
    }

    /// Letters, digits, and the apostrophe, which joins.
    private static func isDeel(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 39
    }

    private static func gewoon(_ stuk: UnsafeBufferPointer<UInt8>, _ woorden: inout [String]) {
        let hoogstens = min(stuk.count, langsteWoord)
        let woord = String(unsafeUninitializedCapacity: hoogstens) { uit in
            var aantal = 0
            for byte in stuk where byte != 39 && aantal < hoogstens {
                uit[aantal] = (65...90).contains(byte) ? byte + 32 : byte
                aantal += 1
            }
            return aantal
        }
        if !woord.isEmpty { woorden.append(woord) }
    }

    private static func bijzonder(_ tekst: String, _ woorden: inout [String]) {
        var woord = String.UnicodeScalarView()
        func sluit() {
            guard !woord.isEmpty else { return }
            woorden.append(zonderLidwoord(String(woord)))
            woord.removeAll(keepingCapacity: true)
        }
        for scalar in tekst.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch letter(scalar) {
            case .houd(let scalar): if woord.count < langsteWoord { woord.append(scalar) }
            case .schrijf(let tekst): if woord.count < langsteWoord { woord.append(contentsOf: tekst.unicodeScalars) }
            case .sla: break
            case .grens: sluit()
            }
        }
        sluit()
    }

    /// The words with spaces between: what the index holds.
    static func tekst(_ tekst: some StringProtocol) -> String { lees(tekst).joined(separator: " ") }

    private enum Lezing {
        case houd(Unicode.Scalar)
        case schrijf(String)
        /// A mark or a joiner: the word goes on without it.
        case sla
        case grens
    }

    private static func letter(_ scalar: Unicode.Scalar) -> Lezing {
        let waarde = scalar.value
        if waarde < 128 {
            switch waarde {
            case 97...122, 48...57: return .houd(scalar)
            case 65...90: return .houd(Unicode.Scalar(UInt8(waarde + 32)))
            // An apostrophe joins: `auto's`, `women's`.
            case 39: return .sla
            default: return .grens
            }
        }
        if let vast = vaste[waarde] { return vast.isEmpty ? .sla : .schrijf(vast) }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return .sla
        case .uppercaseLetter, .titlecaseLetter: return .schrijf(scalar.properties.lowercaseMapping)
        case .lowercaseLetter, .otherLetter, .modifierLetter: return .houd(scalar)
        case .decimalNumber:
            return scalar.properties.numericValue.map { .schrijf(String(Int($0))) } ?? .grens
        default: return .grens
        }
    }

    /// Letters that do not decompose, and signs that shape the letters around them or join.
    private static let vaste: [UInt32: String] = [
        0x131: "i", 0xF8: "o", 0xD8: "o", 0xE6: "ae", 0xC6: "ae", 0x153: "oe", 0xDF: "ss", 0x142: "l", 0x141: "l", 0x111: "d",
        0x110: "d", 0xF0: "d", 0xFE: "th", 0x259: "e",
        // Apostrophes, joiners, direction marks, soft hyphen.
        0x2018: "", 0x2019: "", 0x2BC: "", 0x2BB: "", 0xB4: "", 0x200B: "", 0x200C: "", 0x200D: "", 0x200E: "", 0x200F: "",
        0x202A: "", 0x202B: "", 0x202C: "", 0x202D: "", 0x202E: "", 0x2066: "", 0x2067: "", 0x2068: "", 0x2069: "", 0xAD: "",
        0xFEFF: "",
        // Arabic and Persian: tatweel; alef wasla; alef maqsura and Persian yeh to yaa; keheh to kaf; taa marbuta and Urdu heh
        // to haa.
        0x640: "", 0x671: "\u{627}", 0x649: "\u{64A}", 0x6CC: "\u{64A}", 0x6D2: "\u{64A}", 0x6A9: "\u{643}", 0x629: "\u{647}",
        0x6C1: "\u{647}", 0x6BE: "\u{647}", 0x6D5: "\u{647}",
    ]

    /// Without `al-` and what is written on to it (and, with, for): `اللاجئين` and `لاجئين` are one word.
    private static func zonderLidwoord(_ woord: String) -> String {
        guard let eerste = woord.unicodeScalars.first, (0x600...0x6FF).contains(eerste.value) else { return woord }
        for voor in ["\u{648}\u{627}\u{644}", "\u{628}\u{627}\u{644}", "\u{644}\u{644}", "\u{627}\u{644}"]
        where woord.hasPrefix(voor) && woord.unicodeScalars.count - voor.unicodeScalars.count >= 2 {
            return String(woord.dropFirst(voor.count))
        }
        return woord
    }

    /// Without the spelling of one script in another: only these get the Dutch stem.
    static func isLatijn(_ woord: String) -> Bool { woord.utf8.allSatisfy { $0 < 128 } }

    /// Words that say nothing about what is sought.
    static let stopwoorden: Set<String> = [
        // Dutch
        "de", "het", "een", "en", "of", "in", "op", "aan", "bij", "met", "van", "voor", "naar", "uit", "om", "te", "ten",
        "ter", "tot", "door", "over", "onder", "als", "dan", "dat", "die", "dit", "deze", "er", "is", "ben", "bent", "zijn",
        "was", "ik", "je", "jij", "u", "hij", "zij", "ze", "wij", "we", "mij", "me", "mijn", "jouw", "uw", "hem", "haar",
        "ons", "onze", "hun", "kan", "kunnen", "wil", "willen", "moet", "moeten", "mag", "heb", "heeft", "hebben", "word",
        "wordt", "worden", "niet", "geen", "wel", "ook", "maar", "meer", "even", "graag", "nog", "al", "zo", "hoe", "wat",
        "waar", "wie", "wanneer", "welke", "zoek", "zoeken", "vraag", "vragen", "hulp", "helpen", "nodig", "krijgen",
        "iemand", "iets", "mensen", "via", "toen", "zich", "tegen", "na", "reeds", "ja", "nee", "doen", "doe", "doet", "deed",
        "gedaan", "zal", "zullen", "zou", "zouden", "zelf", "hier", "daar", "niets", "alles", "altijd", "soms", "vaak",
        "weer", "nu", "straks", "laatste", "eerste", "nieuw", "nieuwe", "oud", "oude", "goed", "goede", "slecht", "veel",
        "weinig", "heel", "erg", "ga", "gaat", "gaan", "komt", "kom", "komen", "krijg", "krijgt", "kreeg", "gekregen",
        "kwijt", "loopt", "lopen", "staat", "sta", "staan", "ligt", "zit", "hangt", "weet", "weten", "snapt", "snap",
        "snappen", "begrijp", "begrijpt", "lukt", "lukken", "jaar", "jaren", "maand", "week", "ander", "andere", "jullie",
        "zonder", "tussen", "omdat", "want", "dus", "toch", "iedereen", "niemand", "elke", "ieder", "laat", "laten", "maken",
        "maak", "maakt", "vind", "vinden", "vindt", "geef", "geeft", "hoeveel", "hoelang", "waarom", "mogelijk",
        "alstublieft", "aub", "svp", "bellen", "mevrouw", "meneer", "heer",
        // English
        "the", "a", "an", "and", "or", "for", "to", "on", "at", "with", "my", "i", "am", "are", "need", "find", "looking",
        "help", "support", "where", "can", "get", "how", "people", "from", "be", "been", "were", "do", "does", "did", "have",
        "has", "had", "this", "that", "these", "those", "it", "its", "he", "she", "him", "her", "his", "they", "them",
        "their", "you", "your", "by", "about", "into", "out", "up", "down", "if", "so", "but", "not", "no", "very", "much",
        "many", "some", "any", "year", "years", "what", "who", "when", "which", "could", "would", "should", "wants", "apply",
        "please", "than", "then", "there", "here", "just", "got", "go", "going", "im", "ive", "dont", "cant", "cannot", "us",
        "our", "new",
        // Turkish
        "icin", "ve", "bir", "ile", "ariyorum", "istiyorum", "nerede", "yardim", "yardimi", "cok", "bana", "beni", "benim",
        "nasil", "ne", "bu", "su", "o", "da", "ki", "mi", "var", "yok", "ama", "gibi", "daha", "olan", "olarak", "kadar",
        "sonra", "once", "ister", "istiyoruz", "lazim", "gerek",
        // Arabic, Persian, Tigrinya, Ukrainian
        "في", "من", "علي", "الي", "مع", "عن", "اريد", "مساعده", "انا", "هو", "هي", "هذا", "هل", "كيف", "اين", "عندي", "احتاج",
        "بعد", "در", "از", "با", "براي", "به", "كمك", "ናይ", "ን", "ሓገዝ", "ኣብ", "እደሊ", "ኣለኹ", "ኣሎ", "እየ", "ኣነ", "ከመይ",
        "допомога", "для", "та", "і", "з", "у", "в", "на",
    ]
}
