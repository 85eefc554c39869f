// SPDX-License-Identifier: EUPL-1.2

/// The form under which the forms of one word meet in the index: Porter's stem with what it leaves apart, and a list of words
/// that it would bring together wrongly or not at all.
enum Zoekstam {
    /// - Parameter woord: folded, as `Zoekwoorden` gives it.
    static func van(_ woord: String) -> String {
        guard woord.utf8.count >= 4, Zoekwoorden.isLatijn(woord) else { return woord }
        if let vast = uitzonderingen[woord] { return vast }
        return eindklank(NederlandseStam.van(woord))
    }

    /// Porter stops at `kk`, `dd` and `tt` and leaves `huiz` beside `huis`: `gezinnen` is to meet `gezin`, `brieven` `brief`.
    private static func eindklank(_ stam: String) -> String {
        var letters = Array(stam.utf8)
        if letters.count >= 7, stam.hasSuffix("ches") { letters.removeLast(2) }
        guard letters.count >= 3, let laatste = letters.last else { return stam }
        if letters[letters.count - 2] == laatste, !"aeiou".utf8.contains(laatste) { letters.removeLast() }
        if letters.last == UInt8(ascii: "z") { letters[letters.count - 1] = UInt8(ascii: "s") }
        if letters.last == UInt8(ascii: "v") { letters[letters.count - 1] = UInt8(ascii: "f") }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Where the rules hurt. Each line has the reason why it is there; they hold for all who search, not for one query.
    static let uitzonderingen: [String: String] = {
        var lijst: [String: String] = [:]
        func samen(_ stam: String, _ woorden: String...) { for woord in woorden { lijst[woord] = stam } }
        // Plurals that change the word.
        samen("kind", "kinderen", "kinder", "kinders", "kindje", "kindjes")
        samen("stad", "stad", "steden")
        samen("lid", "lid", "leden")
        samen("ei", "eieren")
        samen("schip", "schip", "schepen")
        // Parents are not the elderly: both would become `ouder`.
        samen("ouderen", "ouderen", "oudere", "bejaarden", "bejaarde")
        samen("ouder", "ouder", "ouders")
        // Schooling is not a school.
        samen("scholing", "scholing", "scholingen")
        samen("omscholing", "omscholing", "omscholen")
        // A rule is not a scheme, and a regiment of neither.
        samen("regeling", "regeling", "regelingen")
        // To be homeless bends irregularly.
        samen("dakloos", "dakloos", "dakloze", "daklozen", "dakloosheid", "thuisloos", "thuisloze", "thuislozen")
        samen("werkloos", "werkloos", "werkloze", "werklozen", "werkloosheid")
        // One who does and what is done.
        samen("verslaving", "verslaving", "verslavingen", "verslaafd", "verslaafde", "verslaafden")
        samen("gehandicapt", "gehandicapt", "gehandicapte", "gehandicapten", "handicap", "handicaps")
        samen("eenzaam", "eenzaam", "eenzame", "eenzaamheid")
        samen("arm", "arm", "arme", "armen", "armoede")
        samen("verward", "verward", "verwarde", "verwardheid")
        samen("zwanger", "zwanger", "zwangere", "zwangeren", "zwangerschap")
        // Short words that Porter leaves alone.
        samen("les", "les", "lessen")
        samen("bus", "bus", "bussen")
        return lijst
    }()
}
