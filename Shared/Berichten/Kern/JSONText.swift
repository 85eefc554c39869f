// SPDX-License-Identifier: EUPL-1.2

/// A text as JSON, the same bytes as `MessageCoding` writes: by hand, because it stands on every path.
public enum JSONText {
    public static func append(_ text: UnsafeRawBufferPointer, to out: inout [UInt8]) {
        out.append(0x22)
        if text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            out.append(contentsOf: text)
        } else {
            for byte in text { append(escaping: byte, to: &out) }
        }
        out.append(0x22)
    }

    public static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0), to: &out) }
    }

    private static func append(escaping byte: UInt8, to out: inout [UInt8]) {
        switch byte {
        case 0x22, 0x5C: out += [0x5C, byte]
        case 0x08: out += "\\b".utf8
        case 0x09: out += "\\t".utf8
        case 0x0A: out += "\\n".utf8
        case 0x0C: out += "\\f".utf8
        case 0x0D: out += "\\r".utf8
        case 0..<0x20:
            out += "\\u00".utf8
            for digit in [byte >> 4, byte & 15] { out.append(digit < 10 ? 48 + digit : 87 + digit) }
        default: out.append(byte)
        }
    }
}
