// SPDX-License-Identifier: EUPL-1.2
import Foundation

extension String {
    /// Without white space at both ends; that never means anything in a typed value.
    package var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Only the digits 0 to 9: `isNumber` also takes Arabic-Indic digits and fractions.
    package var isDigitsOnly: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }

    /// Without spaces, hyphens and dots, which people put in numbers for reading.
    package var withoutGrouping: String { filter { !$0.isWhitespace && $0 != "-" && $0 != "." } }
}
