// SPDX-License-Identifier: EUPL-1.2

/// A language that people speak, read or need an interpreter for: ISO 639-1 where it has a code, else 639-3.
/// Kurmanji and Sorani are two languages here, and so are Farsi and Dari: an interpreter of the one is no use to the other.
public enum Taal: String, Codable, Sendable, CaseIterable, Comparable {
    case nederlands = "nl"
    case arabisch = "ar"
    case tigrinya = "ti"
    case turks = "tr"
    case farsi = "fa"
    case dari = "prs"
    case pasjtoe = "ps"
    case kurmanji = "kmr"
    case sorani = "ckb"
    case somalisch = "so"
    case amhaars = "am"
    case engels = "en"
    case frans = "fr"
    case oekraiens = "uk"
    case russisch = "ru"
    case urdu = "ur"

    public enum Richting: String, Codable, Sendable { case ltr, rtl }

    /// Reads the code, and the older spellings `ku` (taken as Kurmanji) and `fa-AF`; nil for a language not in the list.
    public init?(code: String) {
        switch code.lowercased() {
        case "ku": self = .kurmanji
        case "fa-af": self = .dari
        case let code: self.init(rawValue: code)
        }
    }

    /// In Dutch, as on screen.
    public var naam: String {
        switch self {
        case .nederlands: "Nederlands"
        case .arabisch: "Arabisch"
        case .tigrinya: "Tigrinya"
        case .turks: "Turks"
        case .farsi: "Farsi (Perzisch)"
        case .dari: "Dari"
        case .pasjtoe: "Pasjtoe"
        case .kurmanji: "Koerdisch (Kurmanji)"
        case .sorani: "Koerdisch (Sorani)"
        case .somalisch: "Somalisch"
        case .amhaars: "Amhaars"
        case .engels: "Engels"
        case .frans: "Frans"
        case .oekraiens: "Oekraïens"
        case .russisch: "Russisch"
        case .urdu: "Urdu"
        }
    }

    /// In which direction it is written: the `dir` of a page.
    public var richting: Richting {
        switch self {
        case .arabisch, .farsi, .dari, .pasjtoe, .sorani, .urdu: .rtl
        default: .ltr
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.naam < right.naam }
}
