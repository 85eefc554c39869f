// SPDX-License-Identifier: EUPL-1.2

/// From the letters of a name to its sounds: one table of spellings, the longest that fits first. The text is folded
/// already (lower case, no accents).
enum Klankschrift {
    static func klanken(_ woord: String) -> [Klank] {
        let letters = Array(Schriftomzetting.latijn(woord).utf8)
        var klanken: [Klank] = []
        var index = 0
        while index < letters.count {
            let (lengte, gelezen) = lees(letters, index, begin: klanken.isEmpty)
            for klank in gelezen where klanken.last != klank { klanken.append(klank) }
            index += lengte
        }
        // A last h is not heard: Sarah, Abdullah, Fatemeh.
        if klanken.count > 2, klanken.last == .h { klanken.removeLast() }
        return klanken
    }

    /// How many letters one spelling takes, and what it sounds like.
    private static func lees(_ letters: [UInt8], _ index: Int, begin: Bool) -> (Int, [Klank]) {
        if begin, klinkt(letters, index, "ou"), index + 2 < letters.count, isKlinker(letters[index + 2]) { return (2, [.w]) }
        let letter = letters[index]
        for (spelling, klanken) in opLetter[Int(letter)] where letters[index...].starts(with: spelling) {
            return (spelling.count, klanken)
        }
        let volgende = index + 1 < letters.count ? letters[index + 1] : 0
        switch letter {
        case UInt8(ascii: "c"):
            if volgende == UInt8(ascii: "e") || volgende == UInt8(ascii: "i") || volgende == UInt8(ascii: "y") {
                return (1, [[.dj, .tsj, .s, .stil]])
            }
            return (1, [[.k, .dj, .tsj, .stil]])
        case UInt8(ascii: "h"):
            // Not at the beginning it is often left out.
            return (1, [.h])
        default:
            return (1, enkel[letter].map { [$0] } ?? [])
        }
    }

    private static func klinkt(_ letters: [UInt8], _ index: Int, _ spelling: String) -> Bool {
        var spot = index
        for letter in spelling.utf8 {
            guard spot < letters.count, letters[spot] == letter else { return false }
            spot += 1
        }
        return true
    }

    private static func isKlinker(_ letter: UInt8) -> Bool {
        [UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u")].contains(letter)
    }

    /// More letters for one sound, longest first.
    private static let spellingen: [(String, [Klank])] = [
        ("dzsj", [.dj]), ("tsch", [.tsj]), ("dzj", [.dj]), ("dzh", [.dj]), ("tsj", [.tsj]), ("tch", [.tsj]), ("sch", [.sj]),
        ("dsj", [.dj]), ("ksj", [.k, .sj]), ("ch", [[.sj, .tsj, .x, .k]]), ("kh", [[.x, .k]]), ("sh", [.sj]), ("sj", [.sj]),
        ("dj", [.dj]), ("dz", [[.dj, .z]]), ("zh", [[.dj, .z]]), ("tj", [.tsj]), ("ts", [[.s, .tsj, .z]]),
        ("tz", [[.s, .tsj, .z]]), ("th", [[.t, .s]]), ("dh", [[.d, .z]]), ("gh", [[.g, .k, .x]]), ("ph", [.f]),
        ("ck", [.k]), ("qu", [.k]), ("ou", [[.u, .o]]), ("oe", [[.u, .o]]), ("oo", [[.u, .o]]), ("ee", [[.i, .e]]),
        ("ie", [[.i, .e]]), ("ea", [[.e, .a, .i]]), ("ei", [[.e, .i]]), ("ey", [[.e, .i]]), ("ai", [.a, [.i, .y]]),
        ("ay", [.a, [.i, .y]]), ("aa", [.a]), ("ii", [.i]), ("uu", [.u]), ("ue", [[.u, .o]]),
        ("eu", [[.o, .u, .e]]), ("ae", [[.a, .e]]), ("aw", [[.a], [.w]]),
    ]

    /// The same by first letter: a name is read for everybody whom somebody is compared with.
    private static let opLetter: [[(spelling: [UInt8], klanken: [Klank])]] = {
        var tabel = Array(repeating: [(spelling: [UInt8], klanken: [Klank])](), count: 256)
        for (spelling, klanken) in spellingen {
            let letters = Array(spelling.utf8)
            tabel[Int(letters[0])].append((letters, klanken))
        }
        return tabel
    }()

    private static let enkel: [UInt8: Klank] = [
        UInt8(ascii: "a"): .a, UInt8(ascii: "b"): .b, UInt8(ascii: "d"): .d, UInt8(ascii: "e"): .e, UInt8(ascii: "f"): .f,
        UInt8(ascii: "g"): .g, UInt8(ascii: "i"): .i, UInt8(ascii: "j"): [.dj, .y], UInt8(ascii: "k"): .k,
        UInt8(ascii: "l"): .l, UInt8(ascii: "m"): .m, UInt8(ascii: "n"): .n, UInt8(ascii: "o"): .o, UInt8(ascii: "p"): .p,
        UInt8(ascii: "q"): [.k, .g], UInt8(ascii: "r"): .r, UInt8(ascii: "s"): .s, UInt8(ascii: "t"): .t,
        UInt8(ascii: "u"): .u, UInt8(ascii: "v"): .w, UInt8(ascii: "w"): .w, UInt8(ascii: "x"): [.h, .x],
        UInt8(ascii: "y"): [.y, .i], UInt8(ascii: "z"): .z,
        // The Arabic waw, which is both a vowel and a consonant (Schriftomzetting).
        UInt8(ascii: "9"): [.u, .o, .w],
    ]
}

extension Klankschrift {
    /// The consonants that are left when vowels, h and doubled letters are gone; one or more, because a letter may be more
    /// than one sound. Names with the same skeleton are found together; whether they are the same, the comparison says.
    static func geraamten(_ klanken: [Klank]) -> [String] {
        var gevonden: [[UInt8]] = [[]]
        for (plaats, klank) in klanken.enumerated() {
            let letters: [UInt8] = Klank.groepen.filter { !klank.isDisjoint(with: $0.klanken) }.map(\.letter)
            var mogelijk: [UInt8?] = letters.map(Optional.some)
            if klank.kanKlinker || klank.contains(.stil) || !klank.isDisjoint(with: [.h, .x]) {
                mogelijk.append(plaats == 0 ? UInt8(ascii: "A") : nil)
            }
            if mogelijk.isEmpty { continue }
            gevonden = gevonden.flatMap { begin in
                mogelijk.map { letter in
                    guard let letter, begin.last != letter || plaats == 0 else { return begin }
                    return begin + [letter]
                }
            }
            if gevonden.count > 6 { gevonden = Array(gevonden.prefix(6)) }
        }
        var gezien: Set<[UInt8]> = []
        return gevonden.filter { !$0.isEmpty && gezien.insert($0).inserted }.prefix(4).map { String(decoding: $0, as: UTF8.self) }
    }
}
