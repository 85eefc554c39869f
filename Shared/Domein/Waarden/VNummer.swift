// SPDX-License-Identifier: EUPL-1.2

/// Vreemdelingennummer, from the basisvoorziening vreemdelingen: up to ten digits, kept as ten with zeros in front. No
/// check digit is known. It names a person, so it is masked when printed.
public struct VNummer: Tekstwaarde, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public enum Fout: String, Waardefout {
        case lengte, teken, documentnummer

        public var code: String { "v-nummer-\(rawValue)" }
        public var text: String {
            switch self {
            case .lengte: "Een V-nummer heeft 10 cijfers, met de nullen ervoor."
            case .teken: "Een V-nummer bestaat alleen uit cijfers."
            case .documentnummer:
                "Dit lijkt het nummer van het verblijfsdocument. Het V-nummer is een ander nummer, van 10 cijfers."
            }
        }
    }

    public let waarde: String

    /// Reads exactly ten digits. Nine digits are refused: that is how a lost leading zero looks.
    public init(parsing text: String) throws(Fout) {
        let bare = text.withoutGrouping
        if bare.uppercased().first.map({ "IVW".contains($0) }) == true { throw .documentnummer }
        guard bare.allSatisfy({ $0.isASCII && $0.isNumber }) else { throw .teken }
        guard bare.utf8.count == 10 else { throw .lengte }
        waarde = bare
    }

    /// From a system that keeps it as a whole number (DUO: 0 to 9999999999): there the zeros are known to be lost.
    public init?(getal: Int) {
        guard (0...9_999_999_999).contains(getal) else { return nil }
        let digits = String(getal)
        waarde = String(repeating: "0", count: 10 - digits.count) + digits
    }

    /// `••••••1234`.
    public var description: String { "••••••" + waarde.suffix(4) }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
