// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What somebody typed, as groups of what may stand for each word. The words that reach the index are letters and digits only,
/// each between quotes, so that nothing in what was typed is syntax.
struct Zoekvraag: Sendable, Equatable {
    static let meesteGroepen = 12
    static let meesteTekens = 400

    /// One thing to look for.
    struct Groep: Sendable, Equatable {
        /// As typed, folded.
        var getypt: String
        var varianten: [Variant]
        /// 0 to 1: a word that stands everywhere says little. Set from the index.
        var gewicht = 1.0
        /// Nothing in the tables or the index holds this word.
        var isOnbekend = false
    }

    /// One way to find it: all of these words.
    struct Variant: Sendable, Equatable {
        enum Soort: String, Sendable { case woord, begin, stam, deel, verwant, vertaling, typefout }
        var woorden: [String]
        var soort: Soort
        /// The word to show with the reason; nil: what was typed.
        var toon: String?
        /// Where it stands in its word group: the first word is the best.
        var plaats = 0
    }

    var groepen: [Groep]
    /// The last word is perhaps not finished.
    private(set) var laatste: String?

    /// Nil when the text holds no word: then there is nothing to search for.
    init?(_ tekst: String, woordgroepen: Woordgroepen = .ingebouwd) {
        let woorden = Zoekwoorden.lees(tekst.prefix(Self.meesteTekens))
        guard !woorden.isEmpty else { return nil }
        var groepen: [Groep] = []
        var rest = woorden[...]
        var laatste: String?
        while let woord = rest.first, groepen.count < Self.meesteGroepen {
            let isLeeg = Zoekwoorden.stopwoorden.contains(woord) || woord.unicodeScalars.count == 1
            if let vondst = woordgroepen.begin(rest), !(isLeeg && vondst.lengte == 1) {
                groepen.append(Groep(Array(rest.prefix(vondst.lengte)), vondst))
                laatste = vondst.lengte == 1 ? woord : nil
                rest = rest.dropFirst(vondst.lengte)
                continue
            }
            if !isLeeg {
                groepen.append(Groep([woord], nil))
                laatste = woord
            }
            rest = rest.dropFirst()
        }
        // Only words that say little were typed: then they are what is meant.
        if groepen.isEmpty {
            groepen = woorden.prefix(Self.meesteGroepen).map { Groep([$0], woordgroepen.begin([$0])) }
            laatste = woorden.last
        }
        (self.groepen, self.laatste) = (groepen, laatste == woorden.last ? laatste : nil)
    }

    /// The index's expression: every group must be there.
    var alle: String { Self.alle(groepen) { _ in true } }

    /// One group is enough.
    var eenVan: String { groepen.map { Self.match($0.varianten) }.joined(separator: " OR ") }

    static func alle(_ groepen: [Groep], _ telt: (Variant) -> Bool) -> String {
        groepen.map { groep in
            let gekozen = groep.varianten.filter(telt)
            return match(gekozen.isEmpty ? groep.varianten : gekozen)
        }.joined(separator: " AND ")
    }

    /// Words between quotes; a quote cannot be in a word.
    static func match(_ varianten: [Variant]) -> String {
        var gezien: Set<[String]> = []
        let delen = varianten.filter { gezien.insert($0.woorden).inserted }.map { variant in
            let woorden = variant.woorden.map { "\"\($0)\"" }.joined(separator: " AND ")
            return variant.woorden.count > 1 ? "(\(woorden))" : woorden
        }
        return "(" + delen.joined(separator: " OR ") + ")"
    }
}

extension Zoekvraag.Groep {
    /// - Parameter vondst: the word group that holds it, if any.
    init(_ woorden: [String], _ vondst: Woordgroepen.Vondst?) {
        getypt = woorden.joined(separator: " ")
        varianten = []
        let inhoud = Self.inhoud(woorden)
        varianten.append(.init(woorden: inhoud, soort: .woord))
        let stammen = inhoud.map(Zoekstam.van)
        if stammen != inhoud { varianten.append(.init(woorden: stammen, soort: .stam)) }
        if let vondst { voegToe(vondst, behalve: inhoud) }
    }

    /// The words that say something; all of them when none does.
    static func inhoud(_ woorden: [String]) -> [String] {
        let zinnig = woorden.filter { !Zoekwoorden.stopwoorden.contains($0) && $0.unicodeScalars.count > 1 }
        return zinnig.isEmpty ? woorden : zinnig
    }

    mutating func voegToe(_ vondst: Woordgroepen.Vondst, behalve: [String] = []) {
        for (plaats, woorden) in vondst.woorden.enumerated() where woorden != behalve {
            let inhoud = Self.inhoud(woorden)
            // `niet meer naar school` is known when it is typed; what is left of it, `school`, would find every school.
            if woorden.count > 1, inhoud.count == 1 { continue }
            let termen = inhoud.map(Zoekstam.van)
            guard !varianten.contains(where: { $0.woorden == termen }) else { continue }
            varianten.append(
                .init(
                    woorden: termen, soort: vondst.taal == "nl" ? .verwant : .vertaling, toon: woorden.joined(separator: " "),
                    plaats: plaats))
        }
    }
}

/// The words that stand in the records, as far as a question needs them. Made by the store.
struct Woordenlijst {
    /// How many records hold each of these words; a word that none holds is left out.
    var aantallen: (_ woorden: Set<String>) throws -> [String: Int]
    /// Words that begin so, the most frequent first.
    var begint: (_ begin: String, _ hoogstens: Int) throws -> [String]
    /// Words that share pieces of three letters with this one.
    var lijktOp: (_ woord: String) throws -> [String]
    /// How many records there are.
    var records: Int
}

extension Zoekvraag {
    /// Words that are nearly what was typed, of words that nothing holds: `bedoelde u …`.
    struct Bedoeld: Sendable, Equatable {
        var getypt: String
        var woord: String
    }

    static let meesteAanvullingen = 24

    /// The question with what only the records can tell: endings of an unfinished word, parts of a compound, words with a
    /// typing error, and how much each word says.
    func aangevuld(_ lijst: Woordenlijst, woordgroepen: Woordgroepen = .ingebouwd) throws -> (
        vraag: Zoekvraag, bedoeld: [Bedoeld]
    ) {
        var vraag = self
        var bedoeld: [Bedoeld] = []
        let bekend = try lijst.aantallen(Set(groepen.flatMap { $0.varianten.flatMap(\.woorden) }))
        vraag.groepen = []
        for (nummer, groep) in groepen.enumerated() {
            var groep = groep
            let isEnig = groep.varianten.first?.woorden.count == 1
            let isEigen = groep.varianten.contains {
                ($0.soort == .woord || $0.soort == .stam) && $0.woorden.allSatisfy { bekend[$0] != nil }
            }
            if nummer == groepen.count - 1, let laatste, laatste.unicodeScalars.count >= 2, isEnig,
                (bekend[laatste] ?? 0) < Self.meesteAanvullingen, groepen.count == 1 || laatste.unicodeScalars.count >= 4
            {
                for woord in try lijst.begint(laatste, Self.meesteAanvullingen) where woord != laatste {
                    groep.varianten.append(.init(woorden: [woord], soort: .begin, toon: woord))
                }
            }
            let vindt =
                isEigen
                || groep.varianten.contains {
                    $0.soort != .woord && $0.woorden.allSatisfy { bekend[$0] != nil } || $0.soort == .begin
                }
            if !vindt || (!isEigen && groep.varianten.count <= 2), isEnig {
                let delen = try Self.delen(groep.getypt, lijst, woordgroepen)
                if !delen.isEmpty {
                    vraag.groepen += delen
                    continue
                }
                if let beste = try Self.verbeter(&groep, lijst, woordgroepen) { bedoeld.append(beste) }
            }
            vraag.groepen.append(groep)
        }
        try vraag.weeg(lijst)
        return (vraag, bedoeld)
    }

    /// A compound that no record holds, as the groups of its parts.
    private static func delen(_ woord: String, _ lijst: Woordenlijst, _ woordgroepen: Woordgroepen) throws -> [Groep] {
        guard woord.utf8.count >= 7, Zoekwoorden.isLatijn(woord) else { return [] }
        let letters = Array(woord.utf8)
        var stukken: Set<String> = []
        for van in letters.indices {
            for tot in stride(from: van + Samenstelling.kortsteDeel, through: letters.count, by: 1) {
                stukken.insert(String(decoding: letters[van..<tot], as: UTF8.self))
            }
        }
        let bekend = try lijst.aantallen(stukken)
        let delen = Samenstelling.delen(woord) { bekend[$0] != nil || Samenstelling.bouwstenen.contains($0) }
        return delen.map { deel in
            var groep = Groep([deel], woordgroepen.begin([deel]))
            for nummer in groep.varianten.indices where groep.varianten[nummer].soort != .verwant {
                groep.varianten[nummer].soort = .deel
                groep.varianten[nummer].toon = deel
            }
            return groep
        }
    }

    /// Adds the words that lie nearest to one that is not known; the best of them, when there is one.
    private static func verbeter(_ groep: inout Groep, _ lijst: Woordenlijst, _ woordgroepen: Woordgroepen) throws -> Bedoeld? {
        let woord = groep.getypt
        let grens = Bewerkingsafstand.grens(woord.unicodeScalars.count)
        groep.isOnbekend = true
        guard grens > 0 else { return nil }
        let kandidaten = Set(try lijst.lijktOp(woord) + woordgroepen.lijktOp(woord))
        let telling = try lijst.aantallen(kandidaten)
        let klank = Klank.van(woord)
        let gevonden = kandidaten.compactMap { kandidaat -> (woord: String, afstand: Int)? in
            if Klank.van(kandidaat) == klank { return (kandidaat, 0) }
            // Who errs seldom errs in the first letter: `buren` is no `huren`.
            guard woord.utf8.count >= 8 || kandidaat.first == woord.first else { return nil }
            return Bewerkingsafstand.tussen(woord, kandidaat, grens: grens).map { (kandidaat, $0) }
        }.sorted {
            ($0.afstand, -(telling[$0.woord] ?? 0), $0.woord) < ($1.afstand, -(telling[$1.woord] ?? 0), $1.woord)
        }
        guard let beste = gevonden.first else {
            // `bibliotheekpas`: the longest word that it begins with.
            for lengte in stride(from: woord.utf8.count - 3, through: 6, by: -1) where Zoekwoorden.isLatijn(woord) {
                let begin = String(woord.prefix(lengte))
                if try lijst.aantallen([begin])[begin] != nil || woordgroepen.begin([begin]) != nil {
                    groep.varianten.append(.init(woorden: [begin], soort: .deel, toon: begin))
                    if let vondst = woordgroepen.begin([begin]) { groep.voegToe(vondst) }
                    return nil
                }
            }
            return nil
        }
        for kandidaat in gevonden.prefix(4) where kandidaat.afstand <= beste.afstand + 1 {
            groep.varianten.append(.init(woorden: [kandidaat.woord], soort: .typefout, toon: kandidaat.woord))
            let stam = Zoekstam.van(kandidaat.woord)
            if stam != kandidaat.woord { groep.varianten.append(.init(woorden: [stam], soort: .typefout, toon: kandidaat.woord)) }
            if let vondst = woordgroepen.begin([kandidaat.woord]) { groep.voegToe(vondst) }
        }
        return Bedoeld(getypt: woord, woord: beste.woord)
    }

    /// What each group says: a word that half of the records hold says nearly nothing.
    private mutating func weeg(_ lijst: Woordenlijst) throws {
        let telling = try lijst.aantallen(Set(groepen.flatMap { $0.varianten.flatMap(\.woorden) }))
        let alle = Double(max(lijst.records, 2))
        for nummer in groepen.indices {
            let eigen = groepen[nummer].varianten.filter { $0.soort == .woord || $0.soort == .stam || $0.soort == .typefout }
            let bron = eigen.contains { $0.woorden.contains { telling[$0] != nil } } ? eigen : groepen[nummer].varianten
            let vaakst = Double(bron.compactMap { $0.woorden.compactMap { telling[$0] }.min() }.max() ?? 1)
            let minste =
                groepen[nummer].getypt.contains(" ") ? Zoekgewichten.minsteUitdrukking : Zoekgewichten.minsteWoordgewicht
            groepen[nummer].gewicht = min(1, max(minste, log(alle / vaakst) / log(alle)))
        }
    }
}
