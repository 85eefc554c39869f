// SPDX-License-Identifier: EUPL-1.2
import Domein

/// The group as a gemeente names it. Wider than `Doelgroep`: gemeenten also hand over people who are no statushouder,
/// and those must be refused with the right reason instead of "unknown value".
enum Doelgroepopgave: Sendable, Equatable, Codable {
    case groep(Doelgroep)
    /// Displaced people from Ukraine fall under the Richtlijn tijdelijke bescherming, not under the Wet inburgering.
    case ontheemdeOekraine

    static let ontheemd = "ontheemde-oekraine"

    /// Every value that the koppeling knows, for the error text and the OpenAPI document.
    static let alle: [String] = Doelgroep.allCases.map(\.rawValue) + [ontheemd]

    init?(_ text: String) {
        if text == Self.ontheemd {
            self = .ontheemdeOekraine
        } else if let groep = Doelgroep(rawValue: text) {
            self = .groep(groep)
        } else {
            return nil
        }
    }

    var waarde: String {
        switch self {
        case .groep(let groep): groep.rawValue
        case .ontheemdeOekraine: Self.ontheemd
        }
    }

    /// Nil for somebody outside every group of ours.
    var groep: Doelgroep? {
        if case .groep(let groep) = self { groep } else { nil }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "unknown doelgroep")
        }
        self = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(waarde)
    }
}
