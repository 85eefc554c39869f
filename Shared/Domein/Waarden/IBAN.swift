// SPDX-License-Identifier: EUPL-1.2

/// International bank account number (ISO 13616): country, two check digits, account; the whole is 1 modulo 97.
/// The old Dutch account check of eleven is not applied: not all accounts meet it.
public struct IBAN: Tekstwaarde, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public enum Fout: String, Waardefout {
        case vorm, lengte, controlegetal

        public var code: String { "iban-\(rawValue)" }
        public var text: String {
            switch self {
            case .vorm: "Een IBAN begint met twee letters en twee cijfers, zoals NL91. Daarna alleen letters en cijfers."
            case .lengte: "Dit IBAN heeft niet de goede lengte. Een Nederlands IBAN heeft 18 tekens."
            case .controlegetal: "Dit IBAN klopt niet. Controleer of alle tekens goed zijn overgenomen."
            }
        }
    }

    /// Capitals, without spaces.
    public let waarde: String

    /// Lengths by country (ISO 13616 registry) for the countries of SEPA with most accounts here; others 15 to 34.
    private static let lengths: [String: Int] = [
        "NL": 18, "BE": 16, "DE": 22, "FR": 27, "ES": 24, "IT": 27, "AT": 20, "LU": 20, "LT": 20, "IE": 22, "PT": 25,
        "PL": 28, "SE": 24, "DK": 18, "FI": 18, "GR": 27, "GB": 22,
    ]

    public init(parsing text: String) throws(Fout) {
        let bare = text.withoutGrouping.uppercased()
        guard bare.utf8.count == bare.count, bare.utf8.count >= 4,
            bare.prefix(2).utf8.allSatisfy({ (65...90).contains($0) }),
            bare.dropFirst(2).prefix(2).utf8.allSatisfy({ (48...57).contains($0) }),
            bare.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
        else { throw .vorm }
        if let length = Self.lengths[String(bare.prefix(2))] {
            guard bare.count == length else { throw .lengte }
        } else {
            guard (15...34).contains(bare.count) else { throw .lengte }
        }
        if bare.hasPrefix("NL") {
            guard bare.dropFirst(4).prefix(4).utf8.allSatisfy({ (65...90).contains($0) }),
                bare.suffix(10).utf8.allSatisfy({ (48...57).contains($0) })
            else { throw .vorm }
        }
        // Check digits 00, 01 and 99 are never given, though 00 and 99 may meet the sum.
        guard Self.rest(bare) == 1, !["00", "01", "99"].contains(bare.dropFirst(2).prefix(2)) else { throw .controlegetal }
        waarde = bare
    }

    private static func rest(_ iban: String) -> Int {
        var rest = 0
        for byte in (iban.dropFirst(4) + iban.prefix(4)).utf8 {
            let value = byte >= 65 ? Int(byte) - 55 : Int(byte) - 48
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97
        }
        return rest
    }

    /// `NL•• •••• 4300`: country and last four.
    public var gemaskeerd: String { "\(waarde.prefix(2))•• •••• \(waarde.suffix(4))" }

    public var description: String { gemaskeerd }
    public var debugDescription: String { gemaskeerd }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
