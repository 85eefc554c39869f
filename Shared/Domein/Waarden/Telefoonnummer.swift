// SPDX-License-Identifier: EUPL-1.2

/// A telephone number, kept as `+31612345678`. Only its shape is checked: who answers is another matter.
public struct Telefoonnummer: Tekstwaarde, CustomStringConvertible {
    public enum Fout: String, Waardefout {
        case teken, lengte

        public var code: String { "telefoonnummer-\(rawValue)" }
        public var text: String {
            switch self {
            case .teken: "Een telefoonnummer heeft alleen cijfers, met + of 00 voor een ander land."
            case .lengte: "Een Nederlands nummer heeft 10 cijfers: 06 12345678. Begin met + voor een nummer uit een ander land."
            }
        }
    }

    public let waarde: String

    /// Reads `06 12345678`, `036-5399999`, `(036) 539 99 99`, `+31 (0)6 12345678` and `0031 6 12345678`.
    public init(parsing text: String) throws(Fout) {
        var bare = text.withoutGrouping.replacing("(0)", with: "").filter { $0 != "(" && $0 != ")" }
        if bare.hasPrefix("00") { bare = "+" + bare.dropFirst(2) }
        if bare.hasPrefix("0") { bare = "+31" + bare.dropFirst() }
        guard bare.hasPrefix("+"), String(bare.dropFirst()).isDigitsOnly else {
            throw bare.hasPrefix("+") || !bare.isDigitsOnly ? .teken : .lengte
        }
        let digits = bare.count - 1
        guard bare.hasPrefix("+31") ? digits == 11 : (8...15).contains(digits) else { throw .lengte }
        waarde = bare
    }

    /// `06 12345678`, `036 5399999` and, from abroad, the international form.
    public var description: String {
        guard waarde.hasPrefix("+31") else { return waarde }
        let national = "0" + waarde.dropFirst(3)
        let area = national.hasPrefix("06") ? 2 : 3
        return "\(national.prefix(area)) \(national.dropFirst(area))"
    }
}
