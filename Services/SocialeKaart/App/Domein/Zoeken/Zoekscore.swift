// SPDX-License-Identifier: EUPL-1.2

/// How well the text of a record answers a question. Made once for a question, asked for each candidate.
struct Zoekscore: Sendable {
    private let groepen: [Zoekvraag.Groep]
    /// The number of each searched word that some record holds, to its place.
    private let plaatsen: [Int64: Int]
    private let aantal: Int
    private let getypt: Set<Int64>
    /// For each group, for each variant: the numbers of its words and its factor.
    private let varianten: [[(woorden: [Int], factor: Double)]]

    /// - Parameter nummers: the numbers of the words of the question, of those that have one.
    init(_ vraag: Zoekvraag, nummers: [String: Int64]) {
        groepen = vraag.groepen
        var plekken: [String: Int] = [:]
        varianten = vraag.groepen.map { groep in
            groep.varianten.map { variant in
                let woorden = variant.woorden.map { woord in
                    let plek = plekken[woord] ?? plekken.count
                    plekken[woord] = plek
                    return plek
                }
                let plaats = variant.plaats == 0 ? 1 : Zoekgewichten.laterInDeGroep
                return (woorden, Zoekgewichten.soort(variant.soort) * plaats)
            }
        }
        aantal = plekken.count
        plaatsen = plekken.reduce(into: [:]) { uit, paar in
            if let nummer = nummers[paar.key] { uit[nummer] = paar.value }
        }
        getypt = Set(
            vraag.groepen.flatMap { groep in
                groep.varianten.filter { $0.soort == .woord || $0.soort == .typefout }.flatMap {
                    $0.woorden.compactMap { nummers[$0] }
                }
            })
    }

    struct Uitkomst: Sendable {
        var punten = 0.0
        /// For each group the number of the variant that counted, and the line in which it stood; nil: not found.
        var treffers: [(variant: Int, regel: Int)?] = []
        var gevonden: Int { treffers.count { $0 != nil } }
    }

    /// - Parameter tekst: the index text: a line for each of `Zoekgewichten.regels`.
    func punten(_ tekst: Woordenrij) -> Uitkomst {
        // For each searched word the lines it stands in, a bit each.
        var plekken = [UInt8](repeating: 0, count: aantal)
        var (naamwoorden, getypteNaamwoorden) = (0, 0)
        tekst.woorden { regel, nummer in
            if regel == 0 {
                naamwoorden += 1
                if getypt.contains(nummer) { getypteNaamwoorden += 1 }
            }
            guard regel < Zoekgewichten.regels.count, let plaats = plaatsen[nummer] else { return }
            plekken[plaats] |= 1 << UInt8(regel)
        }
        var uitkomst = Uitkomst()
        for (nummer, groep) in groepen.enumerated() {
            var (hoogste, treffer): (Double, (variant: Int, regel: Int)?) = (0, nil)
            var perRegel = [Double](repeating: 0, count: Zoekgewichten.regels.count)
            for (index, variant) in varianten[nummer].enumerated() {
                guard let eerste = variant.woorden.first else { continue }
                // Several words count where the worst of them stands; lines stand in the order of their weight.
                let laagste = variant.woorden.map { plekken[$0] == 0 ? 8 : plekken[$0].trailingZeroBitCount }.max() ?? 8
                guard laagste < 8 else { continue }
                let punten = Zoekgewichten.regels[laagste] * variant.factor
                if punten > hoogste { (hoogste, treffer) = (punten, (index, laagste)) }
                let overal = variant.woorden.count == 1 ? plekken[eerste] : 1 << UInt8(laagste)
                for regel in perRegel.indices where overal & (1 << UInt8(regel)) != 0 {
                    perRegel[regel] = max(perRegel[regel], Zoekgewichten.regels[regel] * variant.factor)
                }
            }
            let verder = perRegel.reduce(0, +) - (perRegel.max() ?? 0)
            uitkomst.punten += (hoogste + Zoekgewichten.vaker * verder) * groep.gewicht
            uitkomst.treffers.append(treffer)
        }
        if naamwoorden > 0, getypteNaamwoorden > 0 {
            uitkomst.punten += Zoekgewichten.naamdeel * Double(getypteNaamwoorden) / Double(naamwoorden)
            if getypteNaamwoorden == naamwoorden { uitkomst.punten += Zoekgewichten.naamPrecies }
        }
        return uitkomst
    }

}
