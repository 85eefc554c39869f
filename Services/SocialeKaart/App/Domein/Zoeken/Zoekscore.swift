// SPDX-License-Identifier: EUPL-1.2

/// How well the text of a record answers a question. Made once for a question, asked for each candidate.
struct Zoekscore: Sendable {
    private let groepen: [Zoekvraag.Groep]
    /// Each searched word once, to its number.
    private let nummers: [Woordsleutel: Int]
    private let getypt: [Woordsleutel]
    /// For each group, for each variant: the numbers of its words and its factor.
    private let varianten: [[(woorden: [Int], factor: Double)]]

    init(_ vraag: Zoekvraag) {
        groepen = vraag.groepen
        var nummers: [Woordsleutel: Int] = [:]
        varianten = vraag.groepen.map { groep in
            groep.varianten.map { variant in
                let woorden = variant.woorden.map { woord in
                    let sleutel = Woordsleutel(woord)
                    let nummer = nummers[sleutel] ?? nummers.count
                    nummers[sleutel] = nummer
                    return nummer
                }
                let plaats = variant.plaats == 0 ? 1 : Zoekgewichten.laterInDeGroep
                return (woorden, Zoekgewichten.soort(variant.soort) * plaats)
            }
        }
        self.nummers = nummers
        getypt = vraag.groepen.flatMap { groep in
            groep.varianten.filter { $0.soort == .woord || $0.soort == .typefout }.flatMap { $0.woorden.map(Woordsleutel.init) }
        }
    }

    struct Uitkomst: Sendable {
        var punten = 0.0
        /// For each group the number of the variant that counted, and the line in which it stood; nil: not found.
        var treffers: [(variant: Int, regel: Int)?] = []
        var gevonden: Int { treffers.count { $0 != nil } }
    }

    /// - Parameter tekst: the index text: a line for each of `Zoekgewichten.regels`, words parted by spaces.
    func punten(_ tekst: String) -> Uitkomst {
        // For each searched word the lines it stands in, a bit each.
        var plekken = [UInt8](repeating: 0, count: nummers.count)
        var (naamwoorden, getypteNaamwoorden) = (0, 0)
        Self.woorden(tekst) { regel, sleutel in
            if regel == 0 {
                naamwoorden += 1
                if getypt.contains(sleutel) { getypteNaamwoorden += 1 }
            }
            guard regel < Zoekgewichten.regels.count, let nummer = nummers[sleutel] else { return }
            plekken[nummer] |= 1 << UInt8(regel)
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

    /// Every word of the text with the line it stands in.
    private static func woorden(_ tekst: String, _ zie: (Int, Woordsleutel) -> Void) {
        var tekst = tekst
        tekst.withUTF8 { letters in
            var (regel, sleutel, isWoord) = (0, Woordsleutel.leeg, false)
            for letter in letters {
                if letter == UInt8(ascii: " ") || letter == UInt8(ascii: "\n") {
                    if isWoord { zie(regel, sleutel) }
                    (sleutel, isWoord) = (.leeg, false)
                    if letter == UInt8(ascii: "\n") { regel += 1 }
                } else {
                    sleutel.voegToe(letter)
                    isWoord = true
                }
            }
            if isWoord { zie(regel, sleutel) }
        }
    }
}

/// A word as 64 bits (FNV-1a): comparing some hundred texts makes no strings. Two words that share one are not expected; they
/// would only cost a place in the order.
private struct Woordsleutel: Hashable, Sendable {
    private var waarde: UInt64
    static let leeg = Woordsleutel(waarde: 0xcbf2_9ce4_8422_2325)

    private init(waarde: UInt64) { self.waarde = waarde }

    init(_ woord: String) {
        self = .leeg
        for letter in woord.utf8 { voegToe(letter) }
    }

    mutating func voegToe(_ letter: UInt8) { waarde = (waarde ^ UInt64(letter)) &* 0x100_0000_01b3 }
}
