// SPDX-License-Identifier: EUPL-1.2
import Domein

/// A name as a row of parts, the given name first as far as that is known. Which part is the family name does not matter:
/// in Eritrea, Ethiopia and Somalia nobody has one, and a clerk puts the parts in any order.
struct Naamketting: Sendable, Hashable {
    /// At most eight; longer rows are cut off.
    let delen: [Naamwoord]
    /// How the person wants to be called, when that is not one of the parts: may stand for any of them elsewhere.
    let roepnaam: Naamwoord?

    init(_ naam: Naam) { self.init(Naamtekst(naam)) }

    init(_ tekst: Naamtekst) { self.init(woorden: tekst.woorden, roepnaam: tekst.roepnaam) }

    /// From folded words in any order.
    init(woorden: [String], roepnaam: String? = nil) {
        let delen = Self.samengevoegd(woorden).prefix(8).map { Naamwoord($0) }
        self.delen = Array(delen)
        let roep = roepnaam.map { Naamwoord($0) }
        self.roepnaam = roep.flatMap { roep in
            delen.contains { $0.lijkt(op: roep) } ? nil : roep
        }
    }

    /// Articles, prefixes and words for son and daughter of: they say nothing of who it is.
    private static let weg: Set<String> = [
        "al", "el", "ul", "il", "ur", "as", "ar", "ad", "ash", "ibn", "bin", "ben", "bn", "bint", "binti", "ould", "van", "von",
        "der", "den", "de", "het", "te", "ter", "ten", "di", "da", "af", "the",
    ]
    private static let abd: Set<String> = ["abd", "abdul", "abdel", "abdal", "abdoel", "abdoul", "abdur", "abder", "abdu", "عبد"]
    private static let vader: Set<String> = ["abu", "abou", "umm", "um", "oum", "bou", "ابو", "أبو"]
    private static let geloof: Set<String> = [
        "din", "deen", "dine", "dien", "eddin", "eddine", "uddin", "addin", "aldin", "eldin", "tin", "ettin", "الدين",
    ]
    private static let god: Set<String> = ["ullah", "allah", "ollah", "oullah", "ulla", "llah", "elah", "الله"]
    private static let nakomeling: Set<String> = [
        "zadeh", "zada", "zade", "zadah", "pour", "pur", "poor", "nejad", "nezhad", "زاده", "پور",
    ]

    private enum Rol { case weg, abd, vader, geloof, god, nakomeling }

    /// What a word is beside a name: one look for each word of everybody whom somebody is compared with.
    private static let rollen: [String: Rol] = {
        let soorten: [(Set<String>, Rol)] = [
            (weg, .weg), (abd, .abd), (vader, .vader), (geloof, .geloof), (god, .god), (nakomeling, .nakomeling),
        ]
        var rollen: [String: Rol] = [:]
        for (woorden, rol) in soorten { for woord in woorden { rollen[woord] = rol } }
        return rollen
    }()

    /// Puts together what one name is though it is written in two or three words, and leaves out what says nothing.
    private static func samengevoegd(_ woorden: [String]) -> [String] {
        var delen: [String] = []
        var begin = ""
        for (plaats, woord) in woorden.enumerated() {
            let isLaatste = plaats == woorden.count - 1
            let rol = rollen[woord]
            if rol == .abd || rol == .vader, !isLaatste {
                begin = rol == .abd ? (woord == "عبد" ? "عبد" : "abdul") : "abu"
            } else if !begin.isEmpty {
                if rol == .weg, !isLaatste { continue }
                delen.append(begin != "abu" && rol == .god ? "abdullah" : begin + zonderLidwoord(woord))
                begin = ""
            } else if rol == .geloof, let vorige = delen.popLast() {
                delen.append(vorige + "din")
            } else if rol == .god || rol == .nakomeling, let vorige = delen.popLast() {
                delen.append(vorige + (rol == .god ? "ullah" : woord))
            } else if rol != .weg, woord.count > 1 {
                delen.append(zonderLidwoord(metDin(woord)))
            }
        }
        // Only particles: then they are the name.
        return delen.isEmpty ? woorden : delen
    }

    private static let dinvormen = [
        "eddine", "eddin", "uddeen", "uddien", "oeddin", "uddin", "aldeen", "aldin", "eldeen", "eldin", "addin", "attin", "ettin",
        "iddin", "edine", "udin", "edin",
    ]

    private static func metDin(_ woord: String) -> String {
        // The shortest has four letters, and three stand before it.
        guard woord.utf8.last == UInt8(ascii: "n") || woord.utf8.last == UInt8(ascii: "e"), woord.utf8.count >= 7 else {
            return woord
        }
        for vorm in dinvormen where woord.hasSuffix(vorm) && woord.count >= vorm.count + 3 {
            return woord.dropLast(vorm.count) + "din"
        }
        return woord
    }

    private static func zonderLidwoord(_ woord: String) -> String {
        guard let letter = woord.utf8.first, letter == UInt8(ascii: "a") || letter == UInt8(ascii: "e") || letter >= 0x80 else {
            return woord
        }
        if woord.hasPrefix("ال"), woord.count >= 5 { return String(woord.dropFirst(2)) }
        guard woord.hasPrefix("al") || woord.hasPrefix("el"), woord.count >= 6, Naamvarianten.groep[woord] == nil else {
            return woord
        }
        let rest = woord.dropFirst(2)
        guard let eerste = rest.first, !"aeiou".contains(eerste), eerste != "l" else { return woord }
        return String(rest)
    }

    /// The first halves of names that some write as one word and others as two.
    private static let eersteHelft: Set<String> = [
        "gebre", "ghebre", "haile", "hayle", "wolde", "welde", "tewolde", "tekle", "kidane", "habte", "tesfa", "berhane", "amde",
        "sahle", "fikre", "zere", "zer", "mehari", "gide", "hadish", "kahsay", "mohammad", "mohammed", "mohamed", "muhammad",
        "ali", "amir", "gholam", "ghulam", "gul", "goel", "noor", "nur", "nour", "fatima", "fatema", "fatemeh", "fatma", "mir",
        "shah", "jan", "khan", "seyed", "sayed", "abdul", "mulu", "letebr", "ato", "birhane", "medhane", "gabr",
    ]

    /// The parts, and those that somebody may have written as one: by these the name is found.
    var zoekdelen: [Naamwoord] {
        var zoek = delen
        for plaats in delen.indices.dropLast() where Self.eersteHelft.contains(delen[plaats].tekst) {
            zoek.append(Naamwoord(delen[plaats], delen[plaats + 1]))
        }
        if let roepnaam { zoek.append(roepnaam) }
        return zoek
    }
}
