// SPDX-License-Identifier: EUPL-1.2

/// The Dutch stemmer of M.F. Porter as Snowball describes it (`dutch_porter`), held against Snowball's own list of 45,670 words.
///
/// Not Kraaij-Pohlmann, Snowball's default since version 3: it makes `beleid` of `begeleiding` and `zin` of `gezin`.
struct NederlandseStam {
    private var letters: [Unicode.Scalar]
    private var r1: Int
    private var r2: Int
    private var eGevonden = false

    static func van(_ woord: String) -> String {
        var stam = NederlandseStam(woord)
        return stam.knip()
    }

    private init(_ woord: String) {
        letters = woord.lowercased().unicodeScalars.map { Self.kaal[$0] ?? $0 }
        (r1, r2) = (letters.count, letters.count)
        // `y` at the start or after a vowel, and `i` between vowels, are consonants; written as capitals until the end.
        if letters.first == "y" { letters[0] = "Y" }
        var plaats = 0
        while plaats + 1 < letters.count {
            if Self.isKlinker(letters[plaats]) {
                if letters[plaats + 1] == "i", plaats + 2 < letters.count, Self.isKlinker(letters[plaats + 2]) {
                    letters[plaats + 1] = "I"
                    plaats += 1
                } else if letters[plaats + 1] == "y" {
                    letters[plaats + 1] = "Y"
                    plaats += 1
                }
            }
            plaats += 1
        }
        guard letters.count >= 3 else { return }
        guard let eerste = na(medeklinkerVanaf: 0) else { return }
        r1 = max(eerste, 3)
        if let tweede = na(medeklinkerVanaf: eerste) { r2 = tweede }
    }

    /// The place after the first consonant that follows a vowel.
    private func na(medeklinkerVanaf begin: Int) -> Int? {
        guard let klinker = letters[begin...].firstIndex(where: Self.isKlinker) else { return nil }
        guard let medeklinker = letters[klinker...].firstIndex(where: { !Self.isKlinker($0) }) else { return nil }
        return medeklinker + 1
    }

    private mutating func knip() -> String {
        meervoud()
        eindE()
        heid()
        achtervoegsel()
        dubbeleKlinker()
        var uit = String.UnicodeScalarView()
        for letter in letters { uit.append(letter == "Y" ? "y" : letter == "I" ? "i" : letter) }
        return String(uit)
    }

    private mutating func meervoud() {
        if eindigt("heden") {
            if lengte(5) >= r1 { vervang(5, "heid") }
        } else if eindigt("ene") {
            eindEn(3)
        } else if eindigt("en") {
            eindEn(2)
        } else if eindigt("se") {
            eindS(2)
        } else if eindigt("s") {
            eindS(1)
        }
    }

    private mutating func eindEn(_ aantal: Int) {
        let begin = lengte(aantal)
        guard begin >= r1, begin > 0, !Self.isKlinker(letters[begin - 1]), !eindigt("gem", voor: begin) else { return }
        letters.removeLast(aantal)
        ontdubbel()
    }

    private mutating func eindS(_ aantal: Int) {
        let begin = lengte(aantal)
        guard begin >= r1, begin > 0, !Self.isKlinker(letters[begin - 1]), letters[begin - 1] != "j" else { return }
        letters.removeLast(aantal)
    }

    private mutating func eindE() {
        eGevonden = false
        guard eindigt("e"), lengte(1) >= r1, lengte(1) > 0, !Self.isKlinker(letters[lengte(1) - 1]) else { return }
        letters.removeLast()
        eGevonden = true
        ontdubbel()
    }

    private mutating func heid() {
        guard eindigt("heid"), lengte(4) >= r2, lengte(4) == 0 || letters[lengte(4) - 1] != "c" else { return }
        letters.removeLast(4)
        if eindigt("en") { eindEn(2) }
    }

    private mutating func achtervoegsel() {
        if eindigt("end") || eindigt("ing") {
            guard lengte(3) >= r2 else { return }
            letters.removeLast(3)
            if eindigt("ig"), lengte(2) >= r2, lengte(2) == 0 || letters[lengte(2) - 1] != "e" {
                letters.removeLast(2)
            } else {
                ontdubbel()
            }
        } else if eindigt("lijk") {
            guard lengte(4) >= r2 else { return }
            letters.removeLast(4)
            eindE()
        } else if eindigt("baar") {
            if lengte(4) >= r2 { letters.removeLast(4) }
        } else if eindigt("bar") {
            if lengte(3) >= r2, eGevonden { letters.removeLast(3) }
        } else if eindigt("ig") {
            if lengte(2) >= r2, lengte(2) == 0 || letters[lengte(2) - 1] != "e" { letters.removeLast(2) }
        }
    }

    /// `maan` and `manen` meet: a double vowel between consonants becomes single.
    private mutating func dubbeleKlinker() {
        let aantal = letters.count
        guard aantal >= 4, let laatste = letters.last, !Self.isKlinker(laatste), laatste != "I",
            letters[aantal - 2] == letters[aantal - 3], ["a", "e", "o", "u"].contains(letters[aantal - 2]),
            !Self.isKlinker(letters[aantal - 4])
        else { return }
        letters.remove(at: aantal - 2)
    }

    private mutating func ontdubbel() {
        if eindigt("kk") || eindigt("dd") || eindigt("tt") { letters.removeLast() }
    }

    private mutating func vervang(_ aantal: Int, _ tekst: String) {
        letters.removeLast(aantal)
        letters.append(contentsOf: tekst.unicodeScalars)
    }

    private func lengte(_ zonder: Int) -> Int { letters.count - zonder }

    private func eindigt(_ eind: String, voor plaats: Int? = nil) -> Bool {
        let grens = plaats ?? letters.count
        let eind = eind.unicodeScalars
        guard eind.count <= grens else { return false }
        return letters[(grens - eind.count)..<grens].elementsEqual(eind)
    }

    private static func isKlinker(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a", "e", "i", "o", "u", "y", "\u{E8}": true
        default: false
        }
    }

    private static let kaal: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{E4}": "a", "\u{EB}": "e", "\u{EF}": "i", "\u{F6}": "o", "\u{FC}": "u",
        "\u{E1}": "a", "\u{E9}": "e", "\u{ED}": "i", "\u{F3}": "o", "\u{FA}": "u",
    ]
}
