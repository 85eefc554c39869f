// SPDX-License-Identifier: EUPL-1.2

/// The figures that this service can compute. Name, definition and the smallest number to show come from the contract; a
/// code of a contract that is not here is not shown, and said in the log at start.
enum Indicatorsoort: String, CaseIterable, Sendable {
    /// People with a traject that has begun and not ended on the last day of the period; each person once.
    case inBegeleiding = "in-begeleiding"
    /// Trajects whose first contact at which the person was present fell in the period: days since the aanmelding came in.
    case dagenTotEersteContact = "dagen-tot-eerste-contact"
    /// Planned contacts (spreekuur, huisbezoek, afspraak) in the period: which share nobody came to.
    case noShow = "no-show"

    /// How the rows become one number.
    enum Maat: Equatable, Sendable {
        /// How many rows.
        case aantal
        /// The median of the rows' values.
        case mediaan
        /// The share of the rows with value 1, in per cent with one decimal.
        case aandeel
    }

    var maat: Maat {
        switch self {
        case .inBegeleiding: .aantal
        case .dagenTotEersteContact: .mediaan
        case .noShow: .aandeel
        }
    }

    /// Per cent with one decimal; halves away from zero.
    static func procent(_ deel: Double, van geheel: Int) -> Double? {
        geheel == 0 ? nil : (deel * 1000 / Double(geheel)).rounded() / 10
    }

    /// Whether a number about so few people must stay hidden. None at all points at nobody.
    static func isTeKlein(personen: Int, kleinsteAantal: Int) -> Bool { personen > 0 && personen < kleinsteAantal }
}
