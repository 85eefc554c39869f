// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What a search is narrowed by. Everything holds together.
struct Zoekfilter: Sendable, Equatable {
    /// Only what was checked on this day or later: the public face. Nil: everything.
    var gecontroleerdVanaf: Datum?
    var leefgebied: Leefgebied?
    var alleenVerwijsbaar = false
    var doelgroep: String?
    var leeftijd: ClosedRange<Int>?
    /// Language code that must be spoken.
    var taal: String?
    /// Language code that puts a service higher, without being asked of it.
    var liefstTaal: String?
    /// Code of a target group that puts a service higher.
    var liefstDoelgroep: String?
    var gratis = false
    var toegang: String?
    var gebied: String?
    /// From where distances are counted.
    var vanaf: Plaats?
    var hoogstensMeter: Int?
    /// The day and the time (`HH:mm`; nil: any) at which it must not be known to be shut.
    var openOp: (datum: Datum, tijd: String?)?

    static func == (links: Self, rechts: Self) -> Bool {
        links.filters == rechts.filters && links.gecontroleerdVanaf == rechts.gecontroleerdVanaf
            && links.leeftijd == rechts.leeftijd && links.vanaf == rechts.vanaf && links.openOp?.datum == rechts.openOp?.datum
            && links.openOp?.tijd == rechts.openOp?.tijd
    }

    /// The words of the index that a service must have: each inner list is a choice.
    var filters: [[String]] {
        var uit: [[String]] = []
        func en(_ soort: String, _ code: String?, of: String...) {
            if let code { uit.append([Zoektekstmaker.filter(soort, code)] + of) }
        }
        en("lg", leefgebied?.rawValue)
        if alleenVerwijsbaar {
            en("vw", "ja")
            en("st", "active")
        }
        en("dg", doelgroep, of: Zoektekstmaker.filter("dg", "iedereen"))
        en("tl", taal)
        if gratis { uit.append(["\(Zoektekstmaker.filterteken)gratis"]) }
        en("tg", toegang)
        if let gebied { uit.append([Zoektekstmaker.gebied(gebied)]) }
        return uit
    }

    /// As the index's expression; nil when there is none.
    var match: String? {
        let delen = filters.map { "(" + $0.map { "\"\($0)\"" }.joined(separator: " OR ") + ")" }
        return delen.isEmpty ? nil : delen.joined(separator: " AND ")
    }

    /// The squares within a distance of where the asker is; nil when those would be too many to name.
    func vakken(binnen meter: Double) -> String? {
        guard let vanaf else { return nil }
        let noord = meter / 111_000
        let oost = noord / 0.6
        let (laag, hoog) = (
            Zoektekstmaker.vak(Plaats(breedte: vanaf.breedte - noord, lengte: vanaf.lengte - oost)),
            Zoektekstmaker.vak(Plaats(breedte: vanaf.breedte + noord, lengte: vanaf.lengte + oost))
        )
        guard (hoog.0 - laag.0 + 1) * (hoog.1 - laag.1 + 1) <= 200 else { return nil }
        let vakken = (laag.0...hoog.0).flatMap { breedte in
            (laag.1...hoog.1).map { "\"\(Zoektekstmaker.vakfilter(breedte, $0))\"" }
        }
        return "(" + vakken.joined(separator: " OR ") + ")"
    }
}
