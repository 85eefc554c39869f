// SPDX-License-Identifier: EUPL-1.2

/// How many typing errors lie between two words: letters added, left out, changed, or two neighbours swapped.
enum Bewerkingsafstand {
    /// How many errors are forgiven in a word of this length.
    static func grens(_ lengte: Int) -> Int { lengte < 4 ? 0 : lengte < 8 ? 1 : 2 }

    /// Nil when it is more than `grens`.
    static func tussen(_ links: String, _ rechts: String, grens: Int) -> Int? {
        let (a, b) = (Array(links.unicodeScalars), Array(rechts.unicodeScalars))
        guard abs(a.count - b.count) <= grens else { return nil }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var (eerder, vorige) = ([Int](), Array(0...b.count))
        for i in 1...a.count {
            var rij = [i]
            rij.reserveCapacity(b.count + 1)
            var laagste = i
            for j in 1...b.count {
                var kosten = min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { kosten = min(kosten, eerder[j - 2] + 1) }
                rij.append(kosten)
                laagste = min(laagste, kosten)
            }
            if laagste > grens { return nil }
            (eerder, vorige) = (vorige, rij)
        }
        return vorige[b.count] <= grens ? vorige[b.count] : nil
    }

    /// The pieces of three letters of a word, with its ends marked: words that share some are worth comparing.
    static func drielettergrepen(_ woord: String) -> Set<String> {
        let letters = Array(" \(woord) ".unicodeScalars)
        guard letters.count >= 3 else { return [] }
        return Set((0...(letters.count - 3)).map { String(String.UnicodeScalarView(letters[$0..<($0 + 3)])) })
    }
}
