// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Several files in one, without compression: the form of zip that every system writes and reads. The tables of an export
/// go out in it, and come in again.
public enum Zipbestand {
    public struct Fout: Error, Equatable {
        /// Dutch, for who sent it.
        public let tekst: String
    }

    /// - Parameter bestanden: in order; names without folders.
    public static func schrijf(_ bestanden: [(naam: String, inhoud: Data)]) -> Data {
        var uit = Data()
        var inhoudsopgave = Data()
        for (naam, inhoud) in bestanden {
            let begin = uit.count
            let bytes = Data(naam.utf8)
            // Version 2.0, names in UTF-8, stored, 1 January 1980: the same directory gives the same file.
            let kop =
                Self.woord(20) + Self.woord(0x0800) + Self.woord(0) + Self.woord(0) + Self.woord(0x21)
                + Self.lang(crc32(inhoud)) + Self.lang(UInt32(inhoud.count)) + Self.lang(UInt32(inhoud.count))
                + Self.woord(UInt16(bytes.count)) + Self.woord(0)
            uit += Data([0x50, 0x4B, 3, 4]) + kop + bytes + inhoud
            inhoudsopgave += Data([0x50, 0x4B, 1, 2]) + Self.woord(20) + kop + Self.woord(0) + Self.woord(0) + Self.woord(0)
            inhoudsopgave += Self.lang(0) + Self.lang(UInt32(begin)) + bytes
        }
        let begin = uit.count
        uit += inhoudsopgave + Data([0x50, 0x4B, 5, 6]) + Self.woord(0) + Self.woord(0) + Self.woord(UInt16(bestanden.count))
        uit +=
            Self.woord(UInt16(bestanden.count)) + Self.lang(UInt32(inhoudsopgave.count)) + Self.lang(UInt32(begin))
            + Self.woord(0)
        return uit
    }

    /// More is no directory: an export has a table for each kind of record.
    static let meesteBestanden = 100

    /// - Throws: `Fout` for what is no zip, is compressed or was damaged, and for a zip in a zip, which could go on without end.
    public static func lees(_ data: Data) throws -> [String: Data] {
        let bytes = [UInt8](data)
        var bestanden: [String: Data] = [:]
        var i = 0
        func getal(_ plaats: Int, _ lengte: Int) -> Int {
            (0..<lengte).reduce(0) { $0 | Int(bytes[plaats + $1]) << (8 * $1) }
        }
        while i + 30 <= bytes.count, bytes[i..<i + 4].elementsEqual([0x50, 0x4B, 3, 4]) {
            let (vlaggen, wijze, som) = (getal(i + 6, 2), getal(i + 8, 2), getal(i + 14, 4))
            let (grootte, naamlengte, extra) = (getal(i + 18, 4), getal(i + 26, 2), getal(i + 28, 2))
            let begin = i + 30 + naamlengte + extra
            guard begin <= bytes.count else { throw Fout(tekst: "Het zipbestand is niet heel.") }
            let naam = String(decoding: bytes[i + 30..<i + 30 + naamlengte], as: UTF8.self)
            guard wijze == 0, vlaggen & 9 == 0 else {
                throw Fout(tekst: "Dit zipbestand is samengeperst. Pak het uit en kies de CSV-bestanden zelf.")
            }
            guard begin + grootte <= bytes.count else { throw Fout(tekst: "Het zipbestand is niet heel.") }
            let inhoud = Data(bytes[begin..<begin + grootte])
            guard Int(crc32(inhoud)) == som else {
                throw Fout(tekst: "Bestand \(bestanden.count + 1) in het zipbestand is beschadigd.")
            }
            guard !naam.lowercased().hasSuffix(".zip") else { throw Fout(tekst: "In het zipbestand zit nog een zipbestand.") }
            guard bestanden.updateValue(inhoud, forKey: naam) == nil, bestanden.count <= meesteBestanden else {
                throw Fout(tekst: "In het zipbestand staat een bestand tweemaal, of het zijn er meer dan \(meesteBestanden).")
            }
            i = begin + grootte
        }
        guard !bestanden.isEmpty else { throw Fout(tekst: "Dit is geen zipbestand met tabellen.") }
        return bestanden
    }

    private static func woord(_ getal: UInt16) -> Data { Data([UInt8(getal & 0xFF), UInt8(getal >> 8)]) }
    private static func lang(_ getal: UInt32) -> Data { woord(UInt16(getal & 0xFFFF)) + woord(UInt16(getal >> 16)) }

    private static let tabel: [UInt32] = (0..<256).map { begin in
        (0..<8).reduce(UInt32(begin)) { som, _ in som & 1 == 1 ? 0xEDB8_8320 ^ (som >> 1) : som >> 1 }
    }

    static func crc32(_ data: Data) -> UInt32 {
        ~data.reduce(UInt32.max) { som, byte in tabel[Int((som ^ UInt32(byte)) & 0xFF)] ^ (som >> 8) }
    }
}
