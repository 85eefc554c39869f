// SPDX-License-Identifier: EUPL-1.2

/// Words without what Arabic and Tigrinya write on to them. Only used to look a word up in the tables, so that a wrong guess
/// finds nothing and does no harm.
enum Woordvorm {
    static func zonderVoorvoegsel(_ woord: String) -> [String] {
        let letters = Array(woord.unicodeScalars)
        guard let eerste = letters.first?.value, letters.count >= 4 else { return [] }
        let (voor, achter): (Set<Unicode.Scalar>, [String]) =
            switch eerste {
            // And, so, with, for, will; I, he, she, we before a verb. My, me, his, her, our, your; plural.
            case 0x600...0x6FF:
                (["و", "ف", "ب", "ل", "س", "ا", "ي", "ت", "ن"], ["ني", "نا", "هم", "ها", "ات", "ين", "ون", "ي", "ه", "ك"])
            // That, of, with, not; who. My, and, plural.
            case 0x1200...0x137F: (["ክ", "ን", "ብ", "ዝ", "እ", "ይ", "ት", "ም"], ["ታት", "ኒ", "ን", "ይ"])
            default: ([], [])
            }
        let kern = String(String.UnicodeScalarView(letters.dropFirst()))
        var vormen = voor.contains(letters[0]) ? [woord, kern] : [woord]
        for vorm in vormen {
            vormen += achter.filter { vorm.hasSuffix($0) }.map { String(vorm.dropLast($0.count)) }
        }
        return vormen.dropFirst().filter { $0.unicodeScalars.count >= 3 }
    }
}
