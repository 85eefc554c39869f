// SPDX-License-Identifier: EUPL-1.2

/// Organisatie-identificatienummer: names a gemeente or other organisation in digital exchange (Logius OIN-stelsel).
///
/// 20 characters: a prefix of 8 that says where the number comes from, the number itself and a suffix of zeros.
public struct OIN: Tekstwaarde, CustomStringConvertible {
    public enum Fout: String, Waardefout {
        case lengte, teken, voorvoegsel, achtervoegsel

        public var code: String { "oin-\(rawValue)" }
        public var text: String {
            switch self {
            case .lengte: "Een OIN heeft 20 tekens."
            case .teken: "Een OIN bestaat uit cijfers en hoofdletters."
            case .voorvoegsel: "De eerste 8 cijfers van dit OIN bestaan niet. Controleer het nummer in het OIN-register."
            case .achtervoegsel: "Dit OIN eindigt niet op drie nullen. Controleer het nummer in het OIN-register."
            }
        }
    }

    public let waarde: String

    /// Sources of the number behind the prefix (Logius): RSIN, FI, KvK, subOIN, Logius, BRIN, foreign, UZI, and 99 for tests.
    private static let prefixes: Set<Int> = [1, 2, 3, 4, 6, 7, 8, 9, 99]

    public init(parsing text: String) throws(Fout) {
        let text = text.trimmed
        guard text.utf8.count == 20, text.count == 20 else { throw .lengte }
        guard text.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) }) else { throw .teken }
        guard let prefix = Int(text.prefix(8)), Self.prefixes.contains(prefix) else { throw .voorvoegsel }
        // A main number of 8 leaves four zeros, one of 9 leaves three; test numbers are free in their last twelve.
        guard prefix == 99 || text.hasSuffix("000") else { throw .achtervoegsel }
        waarde = text
    }

    /// Whether it is one of the numbers set apart for tests (prefix 00000099).
    public var isTest: Bool { waarde.hasPrefix("00000099") }

    public var description: String { waarde }
}
