// SPDX-License-Identifier: EUPL-1.2
import Domein

/// A name as a row of parts, the given name first as far as that is known. Which part is the family name does not matter:
/// in Eritrea, Ethiopia and Somalia nobody has one, and a clerk puts the parts in any order.
struct Naamketting: Sendable, Hashable {
    /// At most eight; longer rows are cut off.
    let delen: [Naamwoord]
    /// How the person wants to be called, when that is not one of the parts: may stand for any of them elsewhere.
    let roepnaam: Naamwoord?

    init(_ naam: Naam) {
        let volgorde = [naam.voornamen, naam.geslachtsnaam].compactMap(\.self).flatMap(Zoektekst.woorden)
        self.init(woorden: volgorde, roepnaam: naam.roepnaam.map(Zoektekst.woorden)?.first)
    }

    /// From folded words in any order, as the search box keeps them.
    init(woorden: [String], roepnaam: String? = nil) {
        let delen = Self.samengevoegd(woorden).prefix(8).map { Naamwoord($0) }
        self.delen = Array(delen)
        let roep = roepnaam.map { Naamwoord($0) }
        self.roepnaam = roep.flatMap { roep in
            delen.contains { $0.gelijkenis(met: roep) >= Naamwoord.zelfde } ? nil : roep
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

    /// Puts together what one name is though it is written in two or three words, and leaves out what says nothing.
    private static func samengevoegd(_ woorden: [String]) -> [String] {
        var delen: [String] = []
        var begin = ""
        for (plaats, woord) in woorden.enumerated() {
            let isLaatste = plaats == woorden.count - 1
            if abd.contains(woord) || vader.contains(woord), !isLaatste {
                begin = abd.contains(woord) ? (woord == "عبد" ? "عبد" : "abdul") : "abu"
            } else if !begin.isEmpty {
                if weg.contains(woord), !isLaatste { continue }
                delen.append(begin != "abu" && god.contains(woord) ? "abdullah" : begin + zonderLidwoord(woord))
                begin = ""
            } else if geloof.contains(woord), let vorige = delen.popLast() {
                delen.append(vorige + "din")
            } else if god.contains(woord) || nakomeling.contains(woord), let vorige = delen.popLast() {
                delen.append(vorige + (god.contains(woord) ? "ullah" : woord))
            } else if !weg.contains(woord), woord.count > 1 {
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
        guard woord.utf8.last == UInt8(ascii: "n") || woord.utf8.last == UInt8(ascii: "e") else { return woord }
        for vorm in dinvormen where woord.hasSuffix(vorm) && woord.count >= vorm.count + 3 {
            return woord.dropLast(vorm.count) + "din"
        }
        return woord
    }

    private static func zonderLidwoord(_ woord: String) -> String {
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
