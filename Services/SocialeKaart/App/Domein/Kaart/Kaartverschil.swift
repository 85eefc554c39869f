// SPDX-License-Identifier: EUPL-1.2

/// What differs between two versions of a record, field by field, in words that a person can judge.
public struct Kaartverschil: Sendable, Equatable, Codable {
    /// As HSDS calls it: `fees_description`.
    public var veld: String
    /// Nil: it was not there, or is not there any more.
    public var was: String?
    public var wordt: String?

    public init(veld: String, was: String?, wordt: String?) { (self.veld, self.was, self.wordt) = (veld, was, wordt) }

    /// - Parameter term: the name of a term by its id.
    public static func tussen(_ oud: JSONWaarde?, _ nieuw: JSONWaarde, term: (String) -> String? = { _ in nil })
        -> [Kaartverschil]
    {
        let (links, rechts) = (oud?.alsObject ?? [:], nieuw.alsObject ?? [:])
        return Set(links.keys).union(rechts.keys).sorted().filter { $0 != "id" }.flatMap { veld -> [Kaartverschil] in
            guard links[veld] != rechts[veld] else { return [] }
            if veld == "attributes" { return kenmerken(links[veld], rechts[veld], term) }
            let (was, wordt) = (links[veld].map(woorden), rechts[veld].map(woorden))
            // The same words in another wrapping, such as a new id of a part, is no difference to judge.
            return was == wordt ? [] : [Kaartverschil(veld: veld, was: was, wordt: wordt)]
        }
    }

    /// Attributes apart by kind: each has its own place on the page.
    private static func kenmerken(_ oud: JSONWaarde?, _ nieuw: JSONWaarde?, _ term: (String) -> String?) -> [Kaartverschil] {
        func perSoort(_ waarde: JSONWaarde?) -> [String: [String]] {
            (waarde?.alsLijst ?? []).reduce(into: [:]) { uit, kenmerk in
                let naam = kenmerk["value"]?.alsTekst ?? kenmerk["taxonomy_term_id"]?.alsTekst.map { term($0) ?? $0 } ?? "?"
                uit[kenmerk["link_type"]?.alsTekst ?? "overig", default: []].append(naam)
            }
        }
        let (links, rechts) = (perSoort(oud), perSoort(nieuw))
        return Set(links.keys).union(rechts.keys).sorted().compactMap { soort in
            let (was, wordt) = (links[soort]?.sorted(), rechts[soort]?.sorted())
            guard was != wordt else { return nil }
            return Kaartverschil(veld: soort, was: was?.joined(separator: ", "), wordt: wordt?.joined(separator: ", "))
        }
    }

    /// The words of a value without its ids; a list as one line per part.
    static func woorden(_ waarde: JSONWaarde) -> String { woorden(waarde, waar: "ja", nietWaar: "nee") }

    static func woorden(_ waarde: JSONWaarde, waar ja: String, nietWaar nee: String) -> String {
        switch waarde {
        case .tekst(let tekst): tekst
        case .geheel(let getal): String(getal)
        case .getal(let getal): String(getal)
        case .waar(let waar): waar ? ja : nee
        case .niets: ""
        case .lijst(let lijst): lijst.map(woorden).joined(separator: "\n")
        case .object(let velden):
            velden.keys.sorted().filter { $0 != "id" && !$0.hasSuffix("_id") && $0 != "link_entity" && $0 != "resource_type" }
                .compactMap { velden[$0].map(woorden) }.filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }
}
