// SPDX-License-Identifier: EUPL-1.2

/// What one letter or pair of letters of a name may sound like. Who writes a name down in another script hears it: `ch` is
/// sh in French, kh in Dutch, tsh in English. So a letter is a set of sounds, and two letters agree when the sets meet.
struct Klank: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    static let b = Klank(rawValue: 1), p = Klank(rawValue: 1 << 1), f = Klank(rawValue: 1 << 2), m = Klank(rawValue: 1 << 3)
    static let n = Klank(rawValue: 1 << 4), r = Klank(rawValue: 1 << 5), l = Klank(rawValue: 1 << 6)
    static let d = Klank(rawValue: 1 << 7), t = Klank(rawValue: 1 << 8), k = Klank(rawValue: 1 << 9)
    static let g = Klank(rawValue: 1 << 10), h = Klank(rawValue: 1 << 11)
    /// The throat sound: kh, Dutch ch, Somali x.
    static let x = Klank(rawValue: 1 << 12)
    static let s = Klank(rawValue: 1 << 13)
    /// sh, Dutch sj, Turkish ş.
    static let sj = Klank(rawValue: 1 << 14)
    static let z = Klank(rawValue: 1 << 15)
    /// English j, Turkish c.
    static let dj = Klank(rawValue: 1 << 16)
    /// English ch, Turkish ç.
    static let tsj = Klank(rawValue: 1 << 17)
    static let w = Klank(rawValue: 1 << 18), y = Klank(rawValue: 1 << 19)
    static let a = Klank(rawValue: 1 << 20), e = Klank(rawValue: 1 << 21), i = Klank(rawValue: 1 << 22)
    static let o = Klank(rawValue: 1 << 23), u = Klank(rawValue: 1 << 24)
    /// Maybe nothing at all: Somali c, the h that a clerk leaves out.
    static let stil = Klank(rawValue: 1 << 25)

    static let klinkers: Klank = [.a, .e, .i, .o, .u]
    /// Sounds that one alphabet keeps apart and another does not; the letters of the skeleton.
    static let groepen: [(letter: UInt8, klanken: Klank)] = [
        (UInt8(ascii: "B"), [.b, .p]), (UInt8(ascii: "F"), [.f]), (UInt8(ascii: "M"), [.m]), (UInt8(ascii: "N"), [.n]),
        (UInt8(ascii: "R"), [.r]), (UInt8(ascii: "L"), [.l]), (UInt8(ascii: "D"), [.d, .t]),
        (UInt8(ascii: "K"), [.k, .g]), (UInt8(ascii: "Z"), [.s, .sj, .z, .dj, .tsj]), (UInt8(ascii: "W"), [.w]),
    ]

    /// A vowel, or a letter that is written as one elsewhere.
    var isKlinker: Bool { !isDisjoint(with: Self.klinkers) || self == .y }
    var kanKlinker: Bool { !isDisjoint(with: [.a, .e, .i, .o, .u, .y]) }

    /// Whether one sound of mine and another one of the other's fall in the same group. A group of one sound they would share.
    func isVerwant(met ander: Klank) -> Bool {
        func beide(_ groep: Klank) -> Bool { !isDisjoint(with: groep) && !ander.isDisjoint(with: groep) }
        return beide([.b, .p]) || beide([.d, .t]) || beide([.k, .g]) || beide([.s, .sj, .z, .dj, .tsj]) || beide([.h, .x])
    }
}

extension Klank {
    /// How far two sounds are apart, 0 (the same) to 1 (nothing in common).
    ///
    /// Vowels: Arabic, Persian and Turkish write the same vowel as a or e, as e or i, as o or u; a for i makes another name
    /// (Jamal, Jamil).
    static func afstand(_ left: Klank, _ right: Klank) -> Double {
        if left == right { return 0 }
        if !left.isDisjoint(with: right) { return left.isKlinker ? 0.05 : 0.08 }
        if left.isKlinker && right.isKlinker { return klinkerafstand(left, right) }
        if left.isVerwant(met: right) { return 0.3 }
        // Arabic ḍād and dhāl: Ramadan and Ramazan.
        if both(left, right, .d, .z) || both(left, right, .t, .s) { return 0.45 }
        // Initial q and kh: Kadija and Khadija.
        if both(left, right, .k, .x) || both(left, right, .g, .x) { return 0.4 }
        // Egyptian and Eritrean g: Gamal and Jamal.
        if both(left, right, .g, .dj) { return 0.5 }
        if both(left, right, .w, .u) || both(left, right, .w, .o) || both(left, right, .w, .b) || both(left, right, .w, .f) {
            return 0.45
        }
        return 1
    }

    /// All sounds that are less than wholly apart from this one: most pairs are told by this alone.
    var bereik: Klank {
        var bereik = self
        if isKlinker { bereik.formUnion([.a, .e, .i, .o, .u, .y]) }
        for (een, ander) in Self.nabij {
            if !isDisjoint(with: een) { bereik.formUnion(ander) }
            if !isDisjoint(with: ander) { bereik.formUnion(een) }
        }
        return bereik
    }

    /// The pairs of `afstand`, from both sides.
    private static let nabij: [(Klank, Klank)] = [
        (.b, .p), (.d, .t), (.k, .g), (.h, .x), ([.s, .sj, .z, .dj, .tsj], [.s, .sj, .z, .dj, .tsj]), (.d, .z), (.t, .s),
        ([.k, .g], .x), (.g, .dj), (.w, [.u, .o, .b, .f]),
    ]

    private static func both(_ left: Klank, _ right: Klank, _ one: Klank, _ other: Klank) -> Bool {
        (!left.isDisjoint(with: one) && !right.isDisjoint(with: other))
            || (!left.isDisjoint(with: other) && !right.isDisjoint(with: one))
    }

    private static func klinkerafstand(_ left: Klank, _ right: Klank) -> Double {
        if both(left, right, .o, .u) { return 0.08 }
        if both(left, right, .a, .e) || both(left, right, .e, .i) || both(left, right, .i, .y) || both(left, right, .e, .y) {
            return 0.15
        }
        if both(left, right, .a, .o) { return 0.35 }
        if both(left, right, .a, .u) || both(left, right, .e, .o) || both(left, right, .e, .u) { return 0.45 }
        return 0.6
    }

    /// What it costs that one side has this letter and the other has nothing.
    var weglating: Double {
        if contains(.stil) { return 0.1 }
        if isKlinker { return 0.3 }
        if self == .h || self == [.h, .x] { return 0.25 }
        if contains(.w) || contains(.y) { return 0.35 }
        if contains(.x) { return 0.5 }
        return 1
    }
}
