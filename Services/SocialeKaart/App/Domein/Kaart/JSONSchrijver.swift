// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Writes `JSONWaarde` as JSON: names in order, nothing escaped that need not be, so that the same value always gives the
/// same text.
struct JSONSchrijver {
    private(set) var bytes: [UInt8] = []

    init(_ waarde: JSONWaarde) {
        bytes.reserveCapacity(1024)
        schrijf(waarde)
    }

    private mutating func schrijf(_ waarde: JSONWaarde) {
        switch waarde {
        case .niets: bytes += "null".utf8
        case .waar(let waar): bytes += (waar ? "true" : "false").utf8
        case .geheel(let getal): bytes += String(getal).utf8
        case .getal(let getal): bytes += (getal.isFinite ? String(getal) : "null").utf8
        case .tekst(let tekst): schrijf(tekst)
        case .lijst(let lijst):
            bytes.append(UInt8(ascii: "["))
            for (nummer, deel) in lijst.enumerated() {
                if nummer > 0 { bytes.append(UInt8(ascii: ",")) }
                schrijf(deel)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let velden):
            bytes.append(UInt8(ascii: "{"))
            for (nummer, naam) in velden.keys.sorted().enumerated() {
                if nummer > 0 { bytes.append(UInt8(ascii: ",")) }
                schrijf(naam)
                bytes.append(UInt8(ascii: ":"))
                schrijf(velden[naam] ?? .niets)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private mutating func schrijf(_ tekst: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in tekst.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += #"\""#.utf8
            case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
            case 10: bytes += #"\n"#.utf8
            case 13: bytes += #"\r"#.utf8
            case 9: bytes += #"\t"#.utf8
            case ..<32:
                let hex = String(byte, radix: 16)
                bytes += (#"\u00"# + (hex.count == 1 ? "0" : "") + hex).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
