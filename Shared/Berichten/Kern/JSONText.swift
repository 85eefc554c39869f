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

    /// The text between quotes with its escapes undone; nil when one of them is not one that `append` writes, or a slash.
    static func unescaped(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var at = 0
        while at < text.count {
            if text[at] != 0x5C {
                out.append(text[at])
                at += 1
                continue
            }
            guard at + 1 < text.count else { return nil }
            switch text[at + 1] {
            case 0x22, 0x5C, 0x2F: out.append(text[at + 1])
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "f"): out.append(0x0C)
            case UInt8(ascii: "r"): out.append(0x0D)
            case UInt8(ascii: "u"):
                // Of the control characters alone: `\u00` and two digits, of which the first is 0 or 1.
                guard at + 5 < text.count, text[at + 2] == 0x30, text[at + 3] == 0x30,
                    text[at + 4] == 0x30 || text[at + 4] == 0x31,
                    let digit = Character(UnicodeScalar(text[at + 5])).hexDigitValue
                else { return nil }
                out.append((text[at + 4] - 0x30) << 4 | UInt8(digit))
                at += 4
            default: return nil
            }
            at += 2
        }
        return String(validating: out, as: UTF8.self)
    }
}
