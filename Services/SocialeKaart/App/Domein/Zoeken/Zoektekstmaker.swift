// SPDX-License-Identifier: EUPL-1.2

/// What is searched of one service.
struct Zoekbron {
    struct Plek {
        var id: String
        /// Nil when it cannot be found on a map.
        var plaats: Plaats?
        var naam: String?
        var postcode: String?
    }
    var naam = ""
    var alternatief: String?
    var omschrijving = ""
    var begrippen: [String] = []
    var aanbieder = ""
    var status = "active"
    var verwijsbaar = "nee"
    /// Day of the last check with the provider, as the store writes it.
    var controle: String?
    var vanLeeftijd: Double?
    var totLeeftijd: Double?
    /// Language codes.
    var talen: [String] = []
    var heeftTolk = false
    var isGratis = false
    /// Terms of the taxonomies: kind and code.
    var codes: [(soort: String, code: String)] = []
    /// Names of the areas served.
    var gebieden: [String] = []
    var plekken: [Plek] = []

    /// Whether a text about costs says that there are none.
    static func klinktGratis(_ tekst: String?) -> Bool {
        guard let tekst = tekst?.lowercased() else { return false }
        return tekst.contains("gratis") || tekst.contains("geen kosten") || tekst.contains("kosteloos")
    }
}

/// Makes the text of the index: a line for each of `Zoekgewichten.perRegel`, then one with the filters as words.
struct Zoektekstmaker {
    /// Words of the filters begin so.
    static let filterteken = "zz"

    /// For each word met: its stem, then its parts, each with its own stem.
    private var bekend: [String: [String]] = [:]

    mutating func regels(_ bron: Zoekbron) -> [[String]] {
        let naam = Zoekwoorden.lees(bron.naam)
        let regels = [
            naam, vormen(naam), metVormen(Zoekwoorden.lees(bron.alternatief ?? "")),
            metVormen(Zoekwoorden.lees((bron.begrippen + bron.gebieden).joined(separator: " "))),
            metVormen(Zoekwoorden.lees(bron.omschrijving)), metVormen(Zoekwoorden.lees(bron.aanbieder)),
            Self.filters(bron),
        ]
        return regels.map(Self.eenmaal)
    }

    private mutating func metVormen(_ woorden: [String]) -> [String] { woorden + vormen(woorden) }

    /// Stems and parts of compounds with their stems, of words that differ from them.
    private mutating func vormen(_ woorden: [String]) -> [String] {
        let eigen = Set(woorden)
        var uit: [String] = []
        for woord in woorden { for vorm in vormen(woord) where !eigen.contains(vorm) { uit.append(vorm) } }
        return uit
    }

    private mutating func vormen(_ woord: String) -> [String] {
        if let bekend = bekend[woord] { return bekend }
        let delen = Samenstelling.delen(woord) { Samenstelling.bouwstenen.contains($0) }
        let nieuw = [Zoekstam.van(woord)] + delen.flatMap { [$0, Zoekstam.van($0)] }
        bekend[woord] = nieuw
        return nieuw
    }

    private static func eenmaal(_ woorden: [String]) -> [String] {
        var gezien: Set<String> = []
        return woorden.filter { gezien.insert($0).inserted }
    }

    // MARK: Filters

    static func filter(_ soort: String, _ code: String) -> String {
        filterteken + soort + code.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    static func gebied(_ naam: String) -> String { filter("gb", Zoekwoorden.lees(naam).joined()) }

    /// A square of about 5.5 km in which a place lies.
    static func vak(_ plaats: Plaats) -> (Int, Int) {
        (Int((plaats.breedte * 20).rounded(.down)), Int((plaats.lengte * 12.5).rounded(.down)))
    }

    static func vakfilter(_ breedte: Int, _ lengte: Int) -> String { "\(filterteken)vak\(breedte)x\(lengte)" }

    private static func filters(_ bron: Zoekbron) -> [String] {
        var uit = ["\(filterteken)alle", filter("vw", bron.verwijsbaar), filter("st", bron.status)]
        for (soort, code) in bron.codes {
            switch soort {
            case "leefgebied": uit.append(filter("lg", code))
            case "doelgroep": uit.append(filter("dg", code))
            case "toegang": uit.append(filter("tg", code))
            default: break
            }
        }
        uit += bron.talen.map { filter("tl", $0) }
        if bron.heeftTolk { uit.append("\(filterteken)tolk") }
        if bron.isGratis { uit.append("\(filterteken)gratis") }
        uit += bron.gebieden.map(gebied)
        for plaats in bron.plekken.compactMap(\.plaats) {
            let (breedte, lengte) = vak(plaats)
            uit.append(vakfilter(breedte, lengte))
        }
        return uit
    }
}
