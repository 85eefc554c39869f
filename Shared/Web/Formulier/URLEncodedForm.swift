// SPDX-License-Identifier: EUPL-1.2
import Foundation
import HTTPTypes

/// Reads `application/x-www-form-urlencoded` as browsers write it: UTF-8, `+` for a space, names that may repeat.
/// Strict: a broken percent sign, bytes that are no UTF-8, a control character in a name or too many fields is an error.
public enum URLEncodedForm {
    public static let maximumFields = 500

    public static func parse(_ bytes: some Sequence<UInt8>) throws -> FormValues {
        var values: [String: [String]] = [:]
        var count = 0
        for pair in Array(bytes).split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true) {
            count += 1
            guard count <= maximumFields else { throw Refusal(.contentTooLarge, "Het formulier heeft te veel velden.") }
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try decode(halves[0])
            guard !name.isEmpty, !name.unicodeScalars.contains(where: { $0.value < 32 }) else { throw Refusal.unreadableForm }
            let value: String
            do { value = halves.count == 2 ? try decode(halves[1]) : "" } catch { throw Refusal.unreadable(field: name) }
            // Browsers send line ends as CR LF; everything inside works with LF.
            values[name, default: []].append(value.replacing("\r\n", with: "\n"))
        }
        return FormValues(values)
    }

    /// Reads a query string the same way.
    public static func parse(query: String?) throws -> FormValues { try parse((query ?? "").utf8) }

    private static func decode(_ bytes: ArraySlice<UInt8>) throws -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard index + 2 < bytes.endIndex, let high = hexadecimal(bytes[index + 1]),
                    let low = hexadecimal(bytes[index + 2])
                else { throw Refusal.unreadableForm }
                result.append(high << 4 | low)
                index += 2
            default: result.append(bytes[index])
            }
            index += 1
        }
        guard let text = String(validating: result, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
            throw Refusal.unreadableForm
        }
        return text
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
