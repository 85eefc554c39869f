// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Reads JSON (RFC 8259) into `JSONWaarde`, strictly. A directory of a hundred thousand services is some hundreds of
/// megabytes.
struct JSONLezer {
    /// What is wrong and at which byte.
    struct Fout: Error, Equatable {
        let plaats: Int
    }

    /// Deeper than this is no directory, and would use up the stack.
    static let diepste = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private var i = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// - Throws: `Fout`.
    static func lees(_ bytes: some Sequence<UInt8>) throws -> JSONWaarde {
        try Array(bytes).withUnsafeBufferPointer { buffer in
            var lezer = JSONLezer(buffer)
            let waarde = try lezer.waarde(0)
            lezer.spaties()
            guard lezer.i == buffer.count else { throw Fout(plaats: lezer.i) }
            return waarde
        }
    }

    private mutating func waarde(_ diepte: Int) throws -> JSONWaarde {
        spaties()
        guard i < bytes.count, diepte < Self.diepste else { throw Fout(plaats: i) }
        switch bytes[i] {
        case UInt8(ascii: "\""): return .tekst(try tekst())
        case UInt8(ascii: "{"): return try object(diepte)
        case UInt8(ascii: "["): return try lijst(diepte)
        case UInt8(ascii: "t"): return try woord("true", .waar(true))
        case UInt8(ascii: "f"): return try woord("false", .waar(false))
        case UInt8(ascii: "n"): return try woord("null", .niets)
        default: return try getal()
        }
    }

    private mutating func spaties() {
        while i < bytes.count, bytes[i] == 32 || bytes[i] == 10 || bytes[i] == 13 || bytes[i] == 9 { i += 1 }
    }

    private mutating func woord(_ woord: StaticString, _ waarde: JSONWaarde) throws -> JSONWaarde {
        for nummer in 0..<woord.utf8CodeUnitCount {
            guard i < bytes.count, bytes[i] == woord.utf8Start[nummer] else { throw Fout(plaats: i) }
            i += 1
        }
        return waarde
    }

    private mutating func object(_ diepte: Int) throws -> JSONWaarde {
        i += 1
        var velden: [String: JSONWaarde] = [:]
        spaties()
        if try neem(UInt8(ascii: "}")) { return .object(velden) }
        while true {
            spaties()
            guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") else { throw Fout(plaats: i) }
            let naam = try tekst()
            spaties()
            guard try neem(UInt8(ascii: ":")) else { throw Fout(plaats: i) }
            // A second one could hide the first from a check (I-JSON).
            guard velden.updateValue(try waarde(diepte + 1), forKey: naam) == nil else { throw Fout(plaats: i) }
            spaties()
            if try neem(UInt8(ascii: ",")) { continue }
            guard try neem(UInt8(ascii: "}")) else { throw Fout(plaats: i) }
            return .object(velden)
        }
    }

    private mutating func lijst(_ diepte: Int) throws -> JSONWaarde {
        i += 1
        var delen: [JSONWaarde] = []
        spaties()
        if try neem(UInt8(ascii: "]")) { return .lijst(delen) }
        while true {
            delen.append(try waarde(diepte + 1))
            spaties()
            if try neem(UInt8(ascii: ",")) { continue }
            guard try neem(UInt8(ascii: "]")) else { throw Fout(plaats: i) }
            return .lijst(delen)
        }
    }

    private mutating func neem(_ byte: UInt8) throws -> Bool {
        guard i < bytes.count else { throw Fout(plaats: i) }
        guard bytes[i] == byte else { return false }
        i += 1
        return true
    }

    private mutating func tekst() throws -> String {
        i += 1
        let begin = i
        // Nearly every text has no escapes: then it is copied at once.
        while i < bytes.count, bytes[i] != UInt8(ascii: "\""), bytes[i] != UInt8(ascii: "\\"), bytes[i] >= 32 { i += 1 }
        var stukken = bytes[begin..<i]
        guard i < bytes.count else { throw Fout(plaats: i) }
        if bytes[i] == UInt8(ascii: "\"") {
            defer { i += 1 }
            return try Self.gelezen(UnsafeBufferPointer(rebasing: stukken), begin)
        }
        var uit = Array(stukken)
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "\""):
                i += 1
                return try uit.withUnsafeBufferPointer { try Self.gelezen($0, begin) }
            case UInt8(ascii: "\\"): try ontsnapping(&uit)
            case ..<32: throw Fout(plaats: i)
            default:
                let vanaf = i
                while i < bytes.count, bytes[i] != UInt8(ascii: "\""), bytes[i] != UInt8(ascii: "\\"), bytes[i] >= 32 { i += 1 }
                stukken = bytes[vanaf..<i]
                uit.append(contentsOf: stukken)
            }
        }
        throw Fout(plaats: i)
    }

    private static func gelezen(_ bytes: UnsafeBufferPointer<UInt8>, _ plaats: Int) throws -> String {
        guard let tekst = String(validating: bytes, as: UTF8.self) else { throw Fout(plaats: plaats) }
        return tekst
    }

    private mutating func ontsnapping(_ uit: inout [UInt8]) throws {
        guard i + 1 < bytes.count else { throw Fout(plaats: i) }
        let teken = bytes[i + 1]
        i += 2
        switch teken {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): uit.append(teken)
        case UInt8(ascii: "b"): uit.append(8)
        case UInt8(ascii: "f"): uit.append(12)
        case UInt8(ascii: "n"): uit.append(10)
        case UInt8(ascii: "r"): uit.append(13)
        case UInt8(ascii: "t"): uit.append(9)
        case UInt8(ascii: "u"):
            var code = UInt32(try hex())
            if (0xD800..<0xDC00).contains(code) {
                guard i + 1 < bytes.count, bytes[i] == UInt8(ascii: "\\"), bytes[i + 1] == UInt8(ascii: "u") else {
                    throw Fout(plaats: i)
                }
                i += 2
                let laag = UInt32(try hex())
                guard (0xDC00..<0xE000).contains(laag) else { throw Fout(plaats: i) }
                code = 0x10000 + ((code - 0xD800) << 10) + (laag - 0xDC00)
            }
            // The store would end a text at a NUL.
            guard code > 0, let scalar = Unicode.Scalar(code) else { throw Fout(plaats: i) }
            uit.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        default: throw Fout(plaats: i)
        }
    }

    private mutating func hex() throws -> UInt16 {
        var code: UInt16 = 0
        for _ in 0..<4 {
            guard i < bytes.count else { throw Fout(plaats: i) }
            let cijfer: UInt16
            switch bytes[i] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): cijfer = UInt16(bytes[i] - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): cijfer = UInt16(bytes[i] - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): cijfer = UInt16(bytes[i] - 55)
            default: throw Fout(plaats: i)
            }
            code = code << 4 | cijfer
            i += 1
        }
        return code
    }

    private mutating func getal() throws -> JSONWaarde {
        let begin = i
        func cijfers(_ i: inout Int) -> Int {
            let vanaf = i
            while i < bytes.count, (48...57).contains(bytes[i]) { i += 1 }
            return i - vanaf
        }
        if bytes[i] == UInt8(ascii: "-") { i += 1 }
        let nul = i < bytes.count && bytes[i] == 48
        let geheel = cijfers(&i)
        guard geheel > 0, !nul || geheel == 1 else { throw Fout(plaats: begin) }
        var isGeheel = true
        if i < bytes.count, bytes[i] == UInt8(ascii: ".") {
            isGeheel = false
            i += 1
            guard cijfers(&i) > 0 else { throw Fout(plaats: i) }
        }
        if i < bytes.count, bytes[i] == UInt8(ascii: "e") || bytes[i] == UInt8(ascii: "E") {
            isGeheel = false
            i += 1
            if i < bytes.count, bytes[i] == UInt8(ascii: "+") || bytes[i] == UInt8(ascii: "-") { i += 1 }
            guard cijfers(&i) > 0 else { throw Fout(plaats: i) }
        }
        let tekst = String(decoding: bytes[begin..<i], as: UTF8.self)
        if isGeheel, let getal = Int(tekst) { return .geheel(getal) }
        guard let getal = Double(tekst), getal.isFinite else { throw Fout(plaats: begin) }
        return Self.getal(getal)
    }

    /// `52.0` and `52` are the same number, and must have the same text and the same hash.
    static func getal(_ getal: Double) -> JSONWaarde {
        Int(exactly: getal).map { .geheel($0) } ?? .getal(getal)
    }
}
