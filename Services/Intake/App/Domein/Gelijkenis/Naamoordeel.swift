// SPDX-License-Identifier: EUPL-1.2

/// What two rows of name parts have in common, and where they contradict each other.
struct Naamoordeel: Sendable, Equatable {
    /// Two parts that are the same name; `zeker` is how much (1 for the same letters).
    struct Paar: Sendable, Equatable {
        var links: String
        var rechts: String
        var zeker: Double
        var isAlgemeen: Bool
    }

    var paren: [Paar] = []
    /// Parts that only the one has.
    var alleenLinks: [String] = []
    var alleenRechts: [String] = []
    /// The given name of the one is not among the names of the other, while both have names left: brothers and sisters, or
    /// a father and his son.
    var voornaamBotst = false
    /// The given name of who has more names is not among those of the other, who has none left: a father and his son, or
    /// somebody whose first name was left out.
    var voornaamMist = false
    /// How much the parts that are left resemble each other at best: a bad spelling, or another name.
    var restGelijkenis = 0.0
    /// The parts stand in another order.
    var andereVolgorde = false

    init(_ left: Naamketting, _ right: Naamketting) {
        let (links, rechts) = Self.opEenLijn(left.delen, right.delen)
        var kansen: [(Int, Int, Double)] = []
        for (i, deel) in links.enumerated() {
            for (j, ander) in rechts.enumerated() {
                // Below 0.3 two parts are simply other names.
                let zeker = deel.gelijkenis(met: ander, vanaf: 0.3)
                if zeker >= 0.3 { kansen.append((i, j, zeker)) }
            }
        }
        // The best pairs first; of equal ones those in the same place, so that Ahmed Ahmed meets itself in order.
        kansen.sort { ($0.2, -abs($0.0 - $0.1)) > ($1.2, -abs($1.0 - $1.1)) }
        var (metLinks, metRechts): ([Int: Int], [Int: Int]) = ([:], [:])
        for (i, j, zeker) in kansen where zeker >= Naamwoord.zelfde && metLinks[i] == nil && metRechts[j] == nil {
            (metLinks[i], metRechts[j]) = (j, i)
            paren.append(
                Paar(links: links[i].tekst, rechts: rechts[j].tekst, zeker: zeker, isAlgemeen: links[i].isAlgemeen))
        }
        koppelRoepnaam(left, links, rechts, &metLinks, &metRechts, keer: false)
        koppelRoepnaam(right, rechts, links, &metRechts, &metLinks, keer: true)
        let restLinks = links.indices.filter { metLinks[$0] == nil }
        let restRechts = rechts.indices.filter { metRechts[$0] == nil }
        restGelijkenis = kansen.filter { restLinks.contains($0.0) && restRechts.contains($0.1) }.map(\.2).max() ?? 0
        (alleenLinks, alleenRechts) = (restLinks.map { links[$0].tekst }, restRechts.map { rechts[$0].tekst })
        voornaamBotst = Self.botst(restLinks, restRechts, links, rechts)
        if restLinks.isEmpty != restRechts.isEmpty {
            let (rest, lang) = restLinks.isEmpty ? (restRechts, rechts) : (restLinks, links)
            voornaamMist = rest.contains(0) && !Self.wordtWeggelaten(lang[0])
        }
        andereVolgorde = metLinks.sorted { $0.key < $1.key }.map(\.value) != metLinks.values.sorted()
    }

    /// Whether two rows can have enough parts in common. Costs less than telling which, and for most who are compared the answer
    /// is no.
    /// - Parameter nodig: how many are enough where the longer row has so many; nil when none are.
    static func kunnenDelen(_ left: Naamketting, _ right: Naamketting, nodig: (_ lengte: Int) -> Int?) -> Bool {
        let (links, rechts) = opEenLijn(left.delen, right.delen)
        guard let aantal = nodig(max(links.count, rechts.count)) else { return false }
        // A name to be called by may be one more of them, on either side.
        var nog = aantal - (left.roepnaam == nil ? 0 : 1) - (right.roepnaam == nil ? 0 : 1)
        for (plaats, deel) in links.enumerated() where nog > 0 {
            guard links.count - plaats >= nog else { return false }
            if rechts.contains(where: { deel.lijkt(op: $0) }) { nog -= 1 }
        }
        return nog <= 0
    }

    /// Whether who is left on both sides holds a given name: the first of a row.
    private static func botst(_ links: [Int], _ rechts: [Int], _ alleLinks: [Naamwoord], _ alleRechts: [Naamwoord]) -> Bool {
        guard !links.isEmpty, !rechts.isEmpty else { return false }
        return (links.contains(0) && !wordtWeggelaten(alleLinks[0])) || (rechts.contains(0) && !wordtWeggelaten(alleRechts[0]))
    }

    /// First names that people add for the faith and leave out again: Mohammed Yonas is called Yonas.
    private static func wordtWeggelaten(_ woord: Naamwoord) -> Bool {
        guard let groep = woord.groep else { return false }
        return voorvoegend.contains(groep)
    }
    private static let voorvoegend = Set(["mohammed", "sayed", "haji"].compactMap { Naamvarianten.groep[$0] })

    /// Joins two parts of the one where the other wrote them as one word.
    private static func opEenLijn(_ left: [Naamwoord], _ right: [Naamwoord]) -> ([Naamwoord], [Naamwoord]) {
        (samen(left, zoals: right), samen(right, zoals: left))
    }

    private static func samen(_ delen: [Naamwoord], zoals ander: [Naamwoord]) -> [Naamwoord] {
        var delen = delen
        var plaats = 0
        while plaats + 1 < delen.count {
            defer { plaats += 1 }
            let lengte = delen[plaats].klanken.count
            guard ander.contains(where: { $0.klanken.count > lengte }) else { continue }
            let paar = Naamwoord(delen[plaats], delen[plaats + 1])
            let isEen = ander.contains { woord in
                woord.klanken.count > lengte && woord.lijkt(op: paar, 0.85) && !woord.lijkt(op: delen[plaats])
                    && !woord.lijkt(op: delen[plaats + 1])
            }
            if isEen { delen.replaceSubrange(plaats...plaats + 1, with: [paar]) }
        }
        return delen
    }

    /// A name to call somebody by may be the given name elsewhere.
    private mutating func koppelRoepnaam(
        _ eigen: Naamketting, _ delen: [Naamwoord], _ ander: [Naamwoord], _ metEigen: inout [Int: Int],
        _ metAnder: inout [Int: Int], keer: Bool
    ) {
        guard let roepnaam = eigen.roepnaam, metEigen[0] == nil, !delen.isEmpty else { return }
        for (j, woord) in ander.enumerated() where metAnder[j] == nil {
            let zeker = roepnaam.gelijkenis(met: woord, vanaf: Naamwoord.zelfde)
            guard zeker >= Naamwoord.zelfde else { continue }
            (metEigen[0], metAnder[j]) = (j, 0)
            let (links, rechts) = keer ? (woord.tekst, roepnaam.tekst) : (roepnaam.tekst, woord.tekst)
            paren.append(Paar(links: links, rechts: rechts, zeker: zeker, isAlgemeen: roepnaam.isAlgemeen))
            return
        }
    }
}
