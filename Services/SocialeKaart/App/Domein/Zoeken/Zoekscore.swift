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

    private let gezocht: Woordtafel<Gezocht>
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
        gezocht = Woordtafel(
            plaatsen.compactMap { woord, plaats in
                nummers[woord].map { ($0, Gezocht(plaats: plaats, isGetypt: getypt.contains(woord))) }
            })
    }

    /// The number of the variant that counted and the line in which it stood.
    typealias Treffer = (variant: Int, regel: Int)

    /// - Parameter tekst: the index text as `Woordenrij` writes it: a line for each of `Zoekgewichten.perRegel`.
    func punten(_ tekst: UnsafeRawBufferPointer) -> Double {
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
        tekst.bytes.withUnsafeBytes { tekst in
            metPlekken(tekst) { plekken, _ in groepen.map { Self.punten($0.varianten, plekken).1 } }
        }
    }

    /// For each searched word the lines it stands in, a bit each; and the part of the words of the name that was typed.
    private func metPlekken<Uitkomst>(
        _ tekst: UnsafeRawBufferPointer,
        _ doe: (_ plekken: UnsafeMutableBufferPointer<UInt8>, _ deelVanNaam: Double) -> Uitkomst
    ) -> Uitkomst {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: aantal) { plekken in
            plekken.initialize(repeating: 0)
            var (naamwoorden, getypteNaamwoorden) = (0, 0)
            Woordenrij.woorden(tekst) { regel, nummer in
                if regel == 0 { naamwoorden += 1 }
                guard regel < Zoekgewichten.aantalRegels, let woord = gezocht[nummer] else { return }
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

/// A few words by their number, for who asks it of every word of many texts: most askings end at the first, empty, place.
private struct Woordtafel<Waarde: Sendable>: Sendable {
    /// 0, which is no number, is an empty place.
    private var nummers: [Int64]
    private var waarden: [Waarde?]
    private let verschuif: UInt64

    init(_ woorden: [(nummer: Int64, waarde: Waarde)]) {
        var bits: UInt64 = 3
        while 1 << bits < woorden.count * 4 { bits += 1 }
        verschuif = 64 - bits
        nummers = Array(repeating: 0, count: 1 << bits)
        waarden = Array(repeating: nil, count: 1 << bits)
        for (nummer, waarde) in woorden {
            let plek = plek(nummer)
            (nummers[plek], waarden[plek]) = (nummer, waarde)
        }
    }

    subscript(nummer: Int64) -> Waarde? { waarden[plek(nummer)] }

    /// Where it is or would be.
    private func plek(_ nummer: Int64) -> Int {
        var plek = Int(truncatingIfNeeded: (UInt64(bitPattern: nummer) &* 0x9E37_79B9_7F4A_7C15) >> verschuif)
        while nummers[plek] != 0, nummers[plek] != nummer { plek = (plek + 1) & (nummers.count - 1) }
        return plek
    }
}
