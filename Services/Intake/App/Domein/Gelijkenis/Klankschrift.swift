// SPDX-License-Identifier: EUPL-1.2

/// From the letters of a name to its sounds: one table of spellings, the longest that fits first. The text is folded
/// already (lower case, no accents).
enum Klankschrift {
    static func klanken(_ woord: String) -> [Klank] {
        var latijn = Schriftomzetting.latijn(woord)
        var klanken = latijn.withUTF8(klanken)
        // A last h is not heard: Sarah, Abdullah, Fatemeh.
        if klanken.count > 2, klanken.last == .h { klanken.removeLast() }
        return klanken
    }

    private static func klanken(_ letters: UnsafeBufferPointer<UInt8>) -> [Klank] {
        var klanken: [Klank] = []
        klanken.reserveCapacity(letters.count + 1)
        var index = 0
        while index < letters.count {
            let gelezen = lees(letters, index, begin: klanken.isEmpty)
            if let klank = gelezen.eerste, klanken.last != klank { klanken.append(klank) }
            if let klank = gelezen.tweede, klanken.last != klank { klanken.append(klank) }
            index += gelezen.lengte
        }
        return klanken
    }

    /// One spelling, which the letters begin with here.
    private static func lees(_ letters: UnsafeBufferPointer<UInt8>, _ index: Int, begin: Bool) -> Spelling {
        var vier: UInt32 = 0
        for plaats in 0..<min(4, letters.count - index) { vier |= UInt32(letters[index + plaats]) << (8 * plaats) }
        if begin, vier & 0xFFFF == Spelling.ou, isKlinker(UInt8(truncatingIfNeeded: vier >> 16)) { return Spelling(2, .w) }
        let letter = letters[index]
        for spelling in opLetter[Int(letter)] where vier & spelling.masker == spelling.letters { return spelling }
        guard letter == UInt8(ascii: "c") else { return Spelling(1, enkel[Int(letter)]) }
        return switch UInt8(truncatingIfNeeded: vier >> 8) {
        case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"): Spelling(1, [.dj, .tsj, .s, .stil])
        default: Spelling(1, [.k, .dj, .tsj, .stil])
        }
    }

    /// Some letters and what they sound like. No more than numbers, since a name is read for everybody whom somebody is compared with.
    private struct Spelling {
        /// The first letter in the lowest byte.
        var letters: UInt32 = 0
        var masker: UInt32 = 0
        let lengte: Int
        let eerste: Klank?
        var tweede: Klank?

        static let ou = UInt32(UInt8(ascii: "o")) | UInt32(UInt8(ascii: "u")) << 8

        init(_ lengte: Int, _ klank: Klank?) { (self.lengte, eerste) = (lengte, klank) }

        init(_ tekst: String, _ klanken: [Klank]) {
            (lengte, eerste, tweede) = (tekst.utf8.count, klanken.first, klanken.dropFirst().first)
            for (plaats, letter) in tekst.utf8.enumerated() {
                letters |= UInt32(letter) << (8 * plaats)
                masker |= 0xFF << (8 * plaats)
            }
        }
    }

    private static func isKlinker(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
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

    /// The same by first letter.
    private static let opLetter: [[Spelling]] = {
        var tabel = Array(repeating: [Spelling](), count: 256)
        for (tekst, klanken) in spellingen {
            guard let letter = tekst.utf8.first else { continue }
            tabel[Int(letter)].append(Spelling(tekst, klanken))
        }
        return tabel
    }()

    /// By letter; a c depends on what follows.
    private static let enkel: [Klank?] = {
        var tabel = [Klank?](repeating: nil, count: 256)
        for (letter, klank) in letters { tabel[Int(letter)] = klank }
        return tabel
    }()

    private static let letters: [UInt8: Klank] = [
        UInt8(ascii: "a"): .a, UInt8(ascii: "b"): .b, UInt8(ascii: "d"): .d, UInt8(ascii: "e"): .e, UInt8(ascii: "f"): .f,
        UInt8(ascii: "g"): .g,
        // Not at the beginning it is often left out.
        UInt8(ascii: "h"): .h, UInt8(ascii: "i"): .i, UInt8(ascii: "j"): [.dj, .y], UInt8(ascii: "k"): .k,
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
