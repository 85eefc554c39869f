// SPDX-License-Identifier: EUPL-1.2

/// `W-2027-0012`: what people call a dossier by on the phone and on paper. The year and a number in that year; it says
/// nothing about the person. From the ten thousandth dossier of a year on it has five digits.
struct Dossiernummer: Sendable, Hashable, CustomStringConvertible {
    let jaar: Int
    let volgnummer: Int

    var description: String {
        let digits = String(volgnummer)
        return "W-\(jaar)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }

    /// Whether a search text is (the beginning of) a dossiernummer; gives the prefix to look for.
    static func begin(in text: String) -> String? {
        let text = text.uppercased()
        guard text.hasPrefix("W-"), text.count <= 16,
            text.dropFirst(2).utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) })
        else { return nil }
        return text
    }
}
