// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// How a Dutch word sounds, roughly: words that are spelt by ear have the same key as the word that is meant. `eensame` is `eenzaam`,
/// `klient` is `client`, `buurtsportkoach` is `buurtsportcoach`.
enum Klank {
    static func van(_ woord: String) -> String {
        guard Zoekwoorden.isLatijn(woord) else { return woord }
        var klanken = Zoekstam.van(woord)
        for (spelling, klank) in zelfde { klanken = klanken.replacingOccurrences(of: spelling, with: klank) }
        var uit = ""
        for letter in klanken where letter != uit.last { uit.append(letter) }
        if uit.hasSuffix("d") { uit = uit.dropLast() + "t" }
        return uit
    }

    /// In this order: longer spellings first.
    private static let zelfde: [(String, String)] = [
        ("sch", "sg"), ("ch", "g"), ("ck", "k"), ("qu", "kw"), ("ph", "f"), ("th", "t"), ("ij", "ei"), ("ai", "ei"), ("au", "ou"),
        ("ks", "x"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"), ("v", "f"), ("y", "i"),
    ]
}
