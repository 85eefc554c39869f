// SPDX-License-Identifier: EUPL-1.2

/// Dutch postcode: four digits, the first not 0, and two capitals that are not SA, SD or SS.
public struct Postcode: Tekstwaarde, CustomStringConvertible {
    public enum Fout: String, Waardefout {
        case vorm, letters

        public var code: String { "postcode-\(rawValue)" }
        public var text: String {
            switch self {
            case .vorm: "Een postcode heeft vier cijfers en twee letters: 1315 HR."
            case .letters: "De letters SA, SD en SS komen in postcodes niet voor."
            }
        }
    }

    /// `1315HR`.
    public let waarde: String

    public init(parsing text: String) throws(Fout) {
        let bare = text.filter { !$0.isWhitespace }.uppercased()
        let bytes = Array(bare.utf8)
        guard bytes.count == 6, (49...57).contains(bytes[0]), bytes[1...3].allSatisfy({ (48...57).contains($0) }),
            bytes[4...5].allSatisfy({ (65...90).contains($0) })
        else { throw .vorm }
        guard !["SA", "SD", "SS"].contains(bare.suffix(2)) else { throw .letters }
        waarde = bare
    }

    /// `1315`: the area, for distance and for figures.
    public var cijfers: String { String(waarde.prefix(4)) }

    /// `1315 HR`.
    public var description: String { "\(cijfers) \(waarde.suffix(2))" }
}
