// SPDX-License-Identifier: EUPL-1.2

/// How a Dutch word sounds, roughly: words that are spelt by ear have the same key as the word that is meant. `eensame` is `eenzaam`,
/// `klient` is `client`, `buurtsportkoach` is `buurtsportcoach`.
enum Klank {
    static func van(_ woord: String) -> String {
        guard Zoekwoorden.isLatijn(woord) else { return woord }
        var klanken = Array(Zoekstam.van(woord).utf8)
        for (spelling, klank) in zelfde { vervang(spelling, klank, in: &klanken) }
        var uit: [UInt8] = []
        for letter in klanken where letter != uit.last { uit.append(letter) }
        if uit.last == UInt8(ascii: "d") { uit[uit.count - 1] = UInt8(ascii: "t") }
        return String(decoding: uit, as: UTF8.self)
    }

    private static func vervang(_ spelling: [UInt8], _ klank: [UInt8], in letters: inout [UInt8]) {
        var plek = 0
        while plek + spelling.count <= letters.count {
            guard letters[plek] == spelling[0], letters[plek..<(plek + spelling.count)].elementsEqual(spelling) else {
                plek += 1
                continue
            }
            letters.replaceSubrange(plek..<(plek + spelling.count), with: klank)
            plek += klank.count
        }
    }

    /// In this order: longer spellings first.
    private static let zelfde: [([UInt8], [UInt8])] = [
        ("sch", "sg"), ("ch", "g"), ("ck", "k"), ("qu", "kw"), ("ph", "f"), ("th", "t"), ("ij", "ei"), ("ai", "ei"), ("au", "ou"),
        ("ks", "x"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"), ("v", "f"), ("y", "i"),
    ].map { (Array($0.utf8), Array($1.utf8)) }
}
