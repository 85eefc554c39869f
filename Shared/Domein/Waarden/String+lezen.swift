// SPDX-License-Identifier: EUPL-1.2
import Foundation

extension String {
    /// Without white space at both ends; that never means anything in a typed value.
    package var trimmed: String {
        // Most text has none, and then Foundation need not be asked.
        if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) {
            return self
        }
        return isEmpty ? self : trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Only visible ASCII and spaces: nothing to compose, to fold or to forbid.
    package var isPlain: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

    /// Only the digits 0 to 9: `isNumber` also takes Arabic-Indic digits and fractions.
    package var isDigitsOnly: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }

    /// Without spaces, hyphens and dots, which people put in numbers for reading.
    package var withoutGrouping: String { filter { !$0.isWhitespace && $0 != "-" && $0 != "." } }
}
