// SPDX-License-Identifier: EUPL-1.2

/// Reads JSON strictly: RFC 8259, no name twice in one object (I-JSON: a second one could hide the first from a check),
/// no lone surrogates, bounded depth. The size is bounded by who calls. Written by hand because Foundation takes the last
/// of two equal names in silence.
struct JSONLezer {
    static let maximaleDiepte = 16

    private let bytes: [UInt8]
    private var index = 0

    static func lees(_ bytes: [UInt8]) throws(JSONFout) -> JSONWaarde {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .geenUTF8 }
        var reader = JSONLezer(bytes: bytes)
        reader.skipSpace()
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.count else { throw .vorm(byte: reader.index) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var present: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = present, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func take(_ byte: UInt8) throws(JSONFout) {
        guard present == byte else { throw .vorm(byte: index) }
        index += 1
    }

    private mutating func word(_ text: StaticString, _ value: JSONWaarde) throws(JSONFout) -> JSONWaarde {
        let start = index
        for offset in 0..<text.utf8CodeUnitCount {
            guard present == text.utf8Start[offset] else { throw .vorm(byte: start) }
            index += 1
        }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFout) -> JSONWaarde {
        guard depth < Self.maximaleDiepte else { throw .teDiep }
        switch present {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .tekst(try string())
        case UInt8(ascii: "t"): return try word("true", .logisch(true))
        case UInt8(ascii: "f"): return try word("false", .logisch(false))
        case UInt8(ascii: "n"): return try word("null", .leeg)
        default: return .getal(try number())
        }
    }

    private mutating func object(depth: Int) throws(JSONFout) -> JSONWaarde {
        var fields: [String: JSONWaarde] = [:]
        try take(UInt8(ascii: "{"))
        skipSpace()
        if present == UInt8(ascii: "}") {
            index += 1
            return .object(fields)
        }
        while true {
            skipSpace()
            let start = index
            let name = try string()
            skipSpace()
            try take(UInt8(ascii: ":"))
            skipSpace()
            guard fields.updateValue(try value(depth: depth + 1), forKey: name) == nil else { throw .dubbeleNaam(byte: start) }
            skipSpace()
            if present == UInt8(ascii: ",") {
                index += 1
            } else {
                try take(UInt8(ascii: "}"))
                return .object(fields)
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONFout) -> JSONWaarde {
        var items: [JSONWaarde] = []
        try take(UInt8(ascii: "["))
        skipSpace()
        if present == UInt8(ascii: "]") {
            index += 1
            return .lijst(items)
        }
        while true {
            skipSpace()
            items.append(try value(depth: depth + 1))
            skipSpace()
            if present == UInt8(ascii: ",") {
                index += 1
            } else {
                try take(UInt8(ascii: "]"))
                return .lijst(items)
            }
        }
    }

    private mutating func number() throws(JSONFout) -> String {
        let start = index
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (48...57).contains($0) } ?? false }
        func digits(_ index: inout Int) throws(JSONFout) {
            guard index < bytes.count, isDigit(bytes[index]) else { throw .vorm(byte: index) }
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        }
        if present == UInt8(ascii: "-") { index += 1 }
        if present == UInt8(ascii: "0") { index += 1 } else { try digits(&index) }
        if present == UInt8(ascii: ".") {
            index += 1
            try digits(&index)
        }
        if present == UInt8(ascii: "e") || present == UInt8(ascii: "E") {
            index += 1
            if present == UInt8(ascii: "+") || present == UInt8(ascii: "-") { index += 1 }
            try digits(&index)
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func string() throws(JSONFout) -> String {
        try take(UInt8(ascii: "\""))
        var out: [UInt8] = []
        while let byte = present {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &out)
            case 0..<0x20: throw .vorm(byte: index - 1)
            default: out.append(byte)
            }
        }
        throw .vorm(byte: index)
    }

    private mutating func escape(into out: inout [UInt8]) throws(JSONFout) {
        let start = index - 1
        guard let byte = present else { throw .vorm(byte: index) }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"):
            var code = UInt32(try unit())
            if (0xD800..<0xDC00).contains(code) {
                guard present == UInt8(ascii: "\\") else { throw .vorm(byte: start) }
                index += 1
                try take(UInt8(ascii: "u"))
                let low = UInt32(try unit())
                guard (0xDC00..<0xE000).contains(low) else { throw .vorm(byte: start) }
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw .vorm(byte: start) }
            out.append(contentsOf: Array(String(Character(scalar)).utf8))
        default: throw .vorm(byte: start)
        }
    }

    private mutating func unit() throws(JSONFout) -> UInt16 {
        guard index + 4 <= bytes.count else { throw .vorm(byte: index) }
        var value: UInt16 = 0
        for byte in bytes[index..<index + 4] {
            let digit: UInt8
            switch byte {
            case 48...57: digit = byte - 48
            case 65...70: digit = byte - 55
            case 97...102: digit = byte - 87
            default: throw .vorm(byte: index)
            }
            value = value << 4 | UInt16(digit)
        }
        index += 4
        return value
    }
}
