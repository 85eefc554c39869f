// SPDX-License-Identifier: EUPL-1.2
import Foundation

// Ids stand in every row and message, so their text form is read and written without Foundation's detours.
extension UUID {
    /// Reads the form with dashes, in either case; nil for anything else.
    init?(text: String) {
        var text = text
        guard let uuid = text.withUTF8({ Self(utf8: $0) }) else { return nil }
        self = uuid
    }

    private init?(utf8 text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 36 else { return nil }
        var bytes: (UInt64, UInt64) = (0, 0)
        var (place, digits) = (0, 0)
        for byte in text {
            if place == 8 || place == 13 || place == 18 || place == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard let value = Self.value(ofHex: byte), digits < 32 else { return nil }
                if digits < 16 { bytes.0 = bytes.0 << 4 | value } else { bytes.1 = bytes.1 << 4 | value }
                digits += 1
            }
            place += 1
        }
        let (high, low) = bytes
        func part(_ number: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: number >> (56 - 8 * index)) }
        self.init(
            uuid: (
                part(high, 0), part(high, 1), part(high, 2), part(high, 3), part(high, 4), part(high, 5), part(high, 6),
                part(high, 7), part(low, 0), part(low, 1), part(low, 2), part(low, 3), part(low, 4), part(low, 5), part(low, 6),
                part(low, 7)
            ))
    }

    /// The text form in lower case.
    var lowercaseText: String {
        withUnsafeBytes(of: uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { text in
                var place = 0
                for (index, byte) in bytes.enumerated() {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    text[place] = Self.hex(byte >> 4)
                    text[place + 1] = Self.hex(byte & 15)
                    place += 2
                }
                return place
            }
        }
    }

    private static func hex(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }

    private static func value(ofHex byte: UInt8) -> UInt64? {
        switch byte {
        case 48...57: UInt64(byte - 48)
        case 65...70: UInt64(byte - 55)
        case 97...102: UInt64(byte - 87)
        default: nil
        }
    }
}
