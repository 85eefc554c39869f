// SPDX-License-Identifier: EUPL-1.2

/// Burgerservicenummer: nine digits that meet the elfproef (9a+8b+7c+6d+5e+4f+3g+2h-1i divisible by 11).
///
/// However it is printed, only the last four digits show; `waarde` gives the number itself, for sealing, for the exchange
/// and for nothing else.
public struct BSN: Tekstwaarde, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public enum Fout: String, Waardefout {
        case lengte, teken, elfproef

        public var code: String { "bsn-\(rawValue)" }
        public var text: String {
            switch self {
            case .lengte: "Een BSN heeft 9 cijfers, met de nullen ervoor."
            case .teken: "Een BSN bestaat alleen uit cijfers."
            case .elfproef: "Dit is geen bestaand BSN. Controleer of alle cijfers goed zijn overgenomen."
            }
        }
    }

    public let waarde: String

    /// Spaces, dots and hyphens between the digits are left out; a lost leading zero is not put back by guess.
    public init(parsing text: String) throws(Fout) {
        let text = text.withoutGrouping
        guard text.allSatisfy({ $0.isASCII && $0.isNumber }) else { throw .teken }
        guard text.utf8.count == 9 else { throw .lengte }
        guard text != "000000000", Self.elfproefrest(text) == 0 else { throw .elfproef }
        waarde = text
    }

    private static func elfproefrest(_ digits: String) -> Int {
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
        return zip(digits.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 } % 11
    }

    /// Whether it is in the range that is never given to a person: 999900006 to 999999990.
    public var isTestRange: Bool { ("999900006"..."999999990").contains(waarde) }

    /// `•••••1234`.
    public var description: String { "•••••" + waarde.suffix(4) }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
