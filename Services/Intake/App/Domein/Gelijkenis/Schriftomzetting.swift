// SPDX-License-Identifier: EUPL-1.2

/// Names in Arabic or Ge'ez script in Latin letters, roughly: enough to find the same name in Latin. Arabic leaves short
/// vowels out, so only the consonants and long vowels are certain; Ge'ez writes a vowel with every letter.
enum Schriftomzetting {
    /// Whether a word leaves out its short vowels.
    static func isArabisch(_ woord: String) -> Bool {
        woord.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
    }

    /// The word in Latin letters; other scripts than these two stay as they are and find only themselves.
    static func latijn(_ woord: String) -> String {
        guard woord.utf8.contains(where: { $0 >= 0x80 }) else { return woord }
        var latijn = ""
        for scalar in woord.unicodeScalars {
            if let letters = arabisch[scalar.value] {
                latijn += letters
            } else if (0x1200...0x137F).contains(scalar.value) {
                latijn += geez(scalar.value)
            } else if scalar.isASCII {
                latijn.unicodeScalars.append(scalar)
            }
        }
        // Fatha, kasra and the like are not letters; what gives nothing keeps its own letters.
        return latijn.isEmpty ? woord : latijn
    }

    /// Arabic, with the letters that Persian, Dari, Pashto, Kurdish (Sorani) and Urdu add.
    private static let arabisch: [UInt32: String] = [
        0x0621: "", 0x0622: "a", 0x0623: "a", 0x0624: "9", 0x0625: "i", 0x0626: "i", 0x0627: "a", 0x0628: "b", 0x0629: "a",
        0x062A: "t", 0x062B: "th", 0x062C: "j", 0x062D: "h", 0x062E: "kh", 0x062F: "d", 0x0630: "dh", 0x0631: "r",
        0x0632: "z", 0x0633: "s", 0x0634: "sh", 0x0635: "s", 0x0636: "dh", 0x0637: "t", 0x0638: "z", 0x0639: "a",
        0x063A: "gh", 0x0641: "f", 0x0642: "q", 0x0643: "k", 0x0644: "l", 0x0645: "m", 0x0646: "n", 0x0647: "h",
        0x0648: "9", 0x0649: "a", 0x064A: "i", 0x067E: "p", 0x0686: "tsj", 0x0698: "zh", 0x06A9: "k", 0x06AF: "g",
        0x06CC: "i", 0x06C1: "h", 0x06BE: "h", 0x06D5: "e", 0x06C6: "o", 0x06CE: "e", 0x06B5: "l", 0x0695: "r",
        0x06A4: "v", 0x067C: "t", 0x0689: "d", 0x0693: "r", 0x0696: "zh", 0x069A: "sh", 0x06AB: "g", 0x06BC: "n",
        0x06D0: "e", 0x06CD: "i", 0x0681: "z", 0x0685: "ts", 0x0671: "a", 0x06C0: "e", 0x0679: "t", 0x0688: "d",
        0x0691: "r", 0x06BA: "n", 0x06D2: "e",
    ]

    /// The consonants of the Ethiopic rows: eight code points each.
    private static let rijen = [
        "h", "l", "h", "m", "s", "r", "s", "sh", "q", "q", "q", "q", "b", "v", "t", "ch", "h", "h", "n", "ny", "", "k", "k",
        "kh", "kh", "w", "", "z", "zh", "y", "d", "dh", "j", "g", "g", "g", "t", "ch", "p", "ts", "ts", "f", "p",
    ]
    /// The vowels of a row: ä, u, i, a, e, (ə), o, wa.
    private static let orden = ["e", "u", "i", "a", "e", "", "o", "wa"]

    private static func geez(_ code: UInt32) -> String {
        let plaats = Int(code - 0x1200)
        guard plaats / 8 < rijen.count else { return "" }
        // The first order of the gutturals sounds as a.
        let medeklinker = rijen[plaats / 8]
        let isKeel = ["h", ""].contains(medeklinker)
        let klinker = orden[plaats % 8]
        if plaats % 8 == 0 && isKeel { return medeklinker + "a" }
        if plaats % 8 == 5 && medeklinker.isEmpty { return "e" }
        return medeklinker + klinker
    }
}
