// SPDX-License-Identifier: EUPL-1.2

/// CBS code of a gemeente: four digits with leading zeros, `0034` is Almere. Only codes of gemeenten that exist.
public struct Gemeentecode: Tekstwaarde, Comparable, CustomStringConvertible {
    public enum Fout: String, Waardefout {
        case vorm, onbekend

        public var code: String { "gemeentecode-\(rawValue)" }
        public var text: String {
            switch self {
            case .vorm: "Een gemeentecode heeft vier cijfers, met nullen ervoor: 0034."
            case .onbekend: "Deze gemeentecode staat niet in de lijst van het CBS (\(GemeentenCBS.peildatum))."
            }
        }
    }

    public let waarde: String

    /// Four digits and nothing else: `34` and `GM0034` are refused, for a lost zero is a sign of a damaged file.
    public init(parsing text: String) throws(Fout) {
        let text = text.trimmed
        guard text.utf8.count == 4, text.isDigitsOnly else { throw .vorm }
        guard GemeentenCBS.namen[text] != nil else { throw .onbekend }
        waarde = text
    }

    /// `Almere`.
    public var naam: String { GemeentenCBS.namen[waarde] ?? waarde }

    /// Whether the code was in force on a day. Only the list of 2026 is kept: earlier and later are not certain
    /// (redivisions take effect on 1 January), so the answer is then `onbekend`.
    public func bestaat(op dag: Datum) -> Feit { dag.year == GemeentenCBS.peildatum.year ? .ja : .onbekend }

    public static func < (left: Self, right: Self) -> Bool { left.waarde < right.waarde }
    public var description: String { waarde }
}

extension Gemeentecode {
    /// All of the list, in order of code.
    public static var alle: [Gemeentecode] { GemeentenCBS.namen.keys.compactMap { Gemeentecode($0) }.sorted() }
}
