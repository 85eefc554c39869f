// SPDX-License-Identifier: EUPL-1.2

/// Words that mean the same, or nearly so, to who seeks help, in Dutch and in the languages of the people who come.
///
/// The groups are the words of the field (leefgebieden, target groups, schemes of the law, names in daily use); none was made
/// for a single query. Translations are ours and wait for a native speaker: they only lead to Dutch records and are never shown
/// as a text of their own. The tables stand in `Woordgroepen+….swift`.
struct Woordgroepen: Sendable {
    struct Groep: Sendable, Equatable {
        /// The Dutch words, as they may stand in a record; the first is the one that is shown.
        let nederlands: [String]
        /// Language code to words.
        let vertalingen: [String: [String]]
        /// Why these belong together, when that is not plain from the words.
        let reden: String?
    }

    /// What a word or a fixed expression leads to.
    struct Vondst: Sendable, Equatable {
        /// The folded words of each Dutch expression.
        let woorden: [[String]]
        /// The Dutch word to show.
        let toon: String
        /// The language of what was typed; `nl` for a related word.
        let taal: String
        /// How many typed words it took.
        let lengte: Int
    }

    let groepen: [Groep]
    /// Folded expression (words with spaces) to the groups that hold it, with the language in which they do.
    private let ingang: [String: [(groep: Int, taal: String)]]
    /// Stems of Dutch words to groups.
    private let stammen: [String: [Int]]
    private let langste: Int
    /// The single Dutch words.
    private let enkele: [String]
    /// The Dutch words of each group, folded.
    private let gevouwen: [[[String]]]

    init(tabel: String) {
        let groepen = tabel.split(separator: "\n").compactMap { Groep(regel: $0) }
        var ingang: [String: [(groep: Int, taal: String)]] = [:]
        var stammen: [String: [Int]] = [:]
        var langste = 1
        var enkele: Set<String> = []
        for (nummer, groep) in groepen.enumerated() {
            for woord in groep.nederlands {
                let delen = Zoekwoorden.lees(woord)
                langste = max(langste, delen.count)
                ingang[delen.joined(separator: " "), default: []].append((nummer, "nl"))
                if let enig = delen.first, delen.count == 1 {
                    enkele.insert(enig)
                    let stam = Zoekstam.van(enig)
                    if stammen[stam]?.last != nummer { stammen[stam, default: []].append(nummer) }
                }
            }
            for (taal, woorden) in groep.vertalingen.sorted(by: { $0.key < $1.key }) {
                for woord in woorden {
                    let delen = Zoekwoorden.lees(woord)
                    langste = max(langste, delen.count)
                    ingang[delen.joined(separator: " "), default: []].append((nummer, taal))
                }
            }
        }
        (self.groepen, self.ingang, self.stammen, self.langste) = (groepen, ingang, stammen, langste)
        self.enkele = enkele.sorted()
        gevouwen = groepen.map { $0.nederlands.map { Zoekwoorden.lees($0) } }
    }

    /// The longest expression at the start of these words that stands in the table, in any language.
    func begin(_ woorden: ArraySlice<String>) -> Vondst? {
        for lengte in stride(from: min(langste, woorden.count), through: 1, by: -1) {
            let uitdrukking = woorden.prefix(lengte).joined(separator: " ")
            if let vondst = vondst(uitdrukking, lengte: lengte) { return vondst }
        }
        return nil
    }

    private func vondst(_ uitdrukking: String, lengte: Int) -> Vondst? {
        if let plekken = ingang[uitdrukking] {
            // A word that is Dutch as well is read as Dutch.
            let taal = plekken.contains { $0.taal == "nl" } ? "nl" : plekken[0].taal
            return bouw(plekken.filter { $0.taal == taal || taal != "nl" }.map(\.groep), taal: taal, lengte: lengte)
        }
        guard lengte == 1, uitdrukking.utf8.count >= 4 else { return nil }
        if Zoekwoorden.isLatijn(uitdrukking), let groepen = stammen[Zoekstam.van(uitdrukking)] {
            return bouw(groepen, taal: "nl", lengte: 1)
        }
        // Endings of other languages: the table's word is the beginning of what was typed.
        let letters = uitdrukking.unicodeScalars
        for eraf in 1...5 where letters.count - eraf >= (Zoekwoorden.isLatijn(uitdrukking) ? 4 : 3) {
            let kort = String(String.UnicodeScalarView(letters.dropLast(eraf)))
            if let plekken = ingang[kort]?.filter({ $0.taal != "nl" }), let eerste = plekken.first {
                return bouw(plekken.map(\.groep), taal: eerste.taal, lengte: 1)
            }
        }
        // What other languages write on to the beginning, and what then hangs on its end: `he hits me` is one word.
        for kaal in Woordvorm.zonderVoorvoegsel(uitdrukking) {
            if let plekken = ingang[kaal]?.filter({ $0.taal != "nl" }), let eerste = plekken.first {
                return bouw(plekken.map(\.groep), taal: eerste.taal, lengte: 1)
            }
        }
        return nil
    }

    private func bouw(_ nummers: [Int], taal: String, lengte: Int) -> Vondst {
        var gezien: Set<[String]> = []
        let woorden = nummers.flatMap { gevouwen[$0] }.filter { gezien.insert($0).inserted }
        return Vondst(
            woorden: woorden, toon: nummers.first.map { groepen[$0].nederlands[0] } ?? "", taal: taal, lengte: lengte)
    }

    /// Dutch words of the table of about this length that begin or end like this one: for typing errors in words that no record
    /// holds.
    func lijktOp(_ woord: String) -> [String] {
        guard Zoekwoorden.isLatijn(woord) else { return [] }
        let (lengte, begin, eind) = (woord.utf8.count, woord.prefix(2), woord.suffix(2))
        return enkele.filter {
            abs($0.utf8.count - lengte) <= 2 && ($0.hasPrefix(begin) || $0.hasSuffix(eind))
        }
    }

    static let ingebouwd = Woordgroepen(tabel: [leven, zorgEnGezin, meedoen, zinnen].joined(separator: "\n"))
}

extension Woordgroepen.Groep {
    /// `schuld, schulden | en debt, debts | tr borç | # reason`; nil for an empty line.
    init?(regel: Substring) {
        let delen = regel.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        guard let eerste = delen.first, !eerste.isEmpty else { return nil }
        func lijst(_ tekst: some StringProtocol) -> [String] {
            tekst.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        }
        nederlands = lijst(eerste)
        var vertalingen: [String: [String]] = [:]
        var reden: String?
        for deel in delen.dropFirst() {
            if deel.hasPrefix("#") {
                reden = deel.dropFirst().split(separator: " ").joined(separator: " ")
            } else if let spatie = deel.firstIndex(of: " ") {
                vertalingen[String(deel[..<spatie]), default: []] += lijst(deel[spatie...])
            }
        }
        (self.vertalingen, self.reden) = (vertalingen, reden)
    }
}
