// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// A name to sign in with: 3 to 60 letters, digits, dots, dashes, underscores and at signs, so that an e-mail address fits.
/// Case does not count.
struct Gebruikersnaam: Sendable, Equatable {
    let waarde: String

    init?(_ getypt: String) {
        let naam = Self.vorm(getypt)
        guard (3...60).contains(naam.utf8.count),
            naam.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || ".-_@".utf8.contains($0) })
        else { return nil }
        waarde = naam
    }

    /// The form in which names are compared, also those that cannot exist.
    static func vorm(_ getypt: String) -> String { getypt.trimmingCharacters(in: .whitespaces).lowercased() }
}
