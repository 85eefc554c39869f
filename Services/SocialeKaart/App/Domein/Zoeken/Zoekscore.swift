// SPDX-License-Identifier: EUPL-1.2

/// How well the text of a record answers a question. Made once for a question, asked for each of some hundred candidates, so it
/// makes nothing on the way.
struct Zoekscore: Sendable {
    /// A searched word that some record holds: its place among those of the question, and whether it was typed so.
    private struct Gezocht {
        var plaats: Int
        var isGetypt: Bool
    }

    /// A way to find a group: its first word, the others, and what a hit is worth.
    private struct Variant {
        var nummer: Int
        var eerste: Int
        var verder: [Int]
        var factor: Double
    }

    private let gezocht: [Int64: Gezocht]
    /// The last six bits of the numbers in `gezocht`: most words of a record are passed over by this alone.
    private let zeef: UInt64
    private let aantal: Int
    private let groepen: [(gewicht: Double, varianten: [Variant])]

    /// - Parameter nummers: the numbers of the words of the question, of those that have one.
    init(_ vraag: Zoekvraag, nummers: [String: Int64]) {
        var plaatsen: [String: Int] = [:]
        func plaats(_ woord: String) -> Int {
            let plaats = plaatsen[woord] ?? plaatsen.count
            plaatsen[woord] = plaats
            return plaats
        }
        groepen = vraag.groepen.map { groep in
            let varianten = groep.varianten.enumerated().compactMap { nummer, variant -> Variant? in
                let woorden = variant.woorden.map(plaats)
                let later = variant.plaats == 0 ? 1 : Zoekgewichten.laterInDeGroep
                return woorden.first.map {
                    Variant(
                        nummer: nummer, eerste: $0, verder: Array(woorden.dropFirst()),
                        factor: Zoekgewichten.soort(variant.soort) * later)
                }
            }
            return (groep.gewicht, varianten)
        }
        aantal = plaatsen.count
        let getypt = Set(
            vraag.groepen.lazy.flatMap(\.varianten).filter { $0.soort == .woord || $0.soort == .typefout }.flatMap(\.woorden))
        gezocht = plaatsen.reduce(into: [:]) { uit, paar in
            guard let nummer = nummers[paar.key] else { return }
            uit[nummer] = Gezocht(plaats: paar.value, isGetypt: getypt.contains(paar.key))
        }
        zeef = gezocht.keys.reduce(0) { $0 | 1 << UInt64(bitPattern: $1 & 63) }
    }

    /// The number of the variant that counted and the line in which it stood.
    typealias Treffer = (variant: Int, regel: Int)

    /// - Parameter tekst: the index text: a line for each of `Zoekgewichten.perRegel`.
    func punten(_ tekst: Woordenrij) -> Double {
        metPlekken(tekst) { plekken, deelVanNaam in
            var punten = 0.0
            for groep in groepen { punten += Self.punten(groep.varianten, plekken).0 * groep.gewicht }
            if deelVanNaam > 0 { punten += Zoekgewichten.naamdeel * deelVanNaam }
            if deelVanNaam == 1 { punten += Zoekgewichten.naamPrecies }
            return punten
        }
    }

    /// For each group what counted; nil: not found.
    func treffers(_ tekst: Woordenrij) -> [Treffer?] {
        metPlekken(tekst) { plekken, _ in groepen.map { Self.punten($0.varianten, plekken).1 } }
    }

    /// For each searched word the lines it stands in, a bit each; and the part of the words of the name that was typed.
    private func metPlekken<Uitkomst>(
        _ tekst: Woordenrij, _ doe: (_ plekken: UnsafeMutableBufferPointer<UInt8>, _ deelVanNaam: Double) -> Uitkomst
    ) -> Uitkomst {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: aantal) { plekken in
            plekken.initialize(repeating: 0)
            var (naamwoorden, getypteNaamwoorden) = (0, 0)
            tekst.woorden { regel, nummer in
                if regel == 0 { naamwoorden += 1 }
                guard zeef & 1 << UInt64(bitPattern: nummer & 63) != 0, regel < Zoekgewichten.aantalRegels,
                    let woord = gezocht[nummer]
                else { return }
                plekken[woord.plaats] |= 1 << UInt8(regel)
                if regel == 0, woord.isGetypt { getypteNaamwoorden += 1 }
            }
            return doe(plekken, naamwoorden == 0 ? 0 : Double(getypteNaamwoorden) / Double(naamwoorden))
        }
    }

    /// The best hit of a group and a part of what its other lines give.
    private static func punten(_ varianten: [Variant], _ plekken: UnsafeMutableBufferPointer<UInt8>)
        -> (Double, Treffer?)
    {
        var (hoogste, treffer): (Double, Treffer?) = (0, nil)
        var perRegel = SIMD8<Double>.zero
        for variant in varianten where plekken[variant.eerste] != 0 {
            // Several words count where the worst of them stands; lines stand in the order of their weight.
            var laagste = plekken[variant.eerste].trailingZeroBitCount
            for woord in variant.verder { laagste = max(laagste, plekken[woord].trailingZeroBitCount) }
            guard laagste < 8 else { continue }
            let punten = Zoekgewichten.perRegel[laagste] * variant.factor
            if punten > hoogste { (hoogste, treffer) = (punten, (variant.nummer, laagste)) }
            var overal = variant.verder.isEmpty ? plekken[variant.eerste] : 1 << UInt8(laagste)
            while overal != 0 {
                let regel = overal.trailingZeroBitCount
                perRegel[regel] = max(perRegel[regel], Zoekgewichten.perRegel[regel] * variant.factor)
                overal &= overal - 1
            }
        }
        return (hoogste + Zoekgewichten.vaker * (perRegel.sum() - perRegel.max()), treffer)
    }
}
