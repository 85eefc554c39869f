// SPDX-License-Identifier: EUPL-1.2
import Domein

/// How somebody travels to the lesson.
enum Vervoer: String, CaseIterable, Sendable {
    case ov, auto, fiets

    /// As on screen.
    var naam: String {
        switch self {
        case .ov: "Openbaar vervoer"
        case .auto: "Auto"
        case .fiets: "Fiets"
        }
    }
}

/// A calendar month, `2027-03` in messages and stores.
struct Reismaand: Equatable, Comparable, Sendable, CustomStringConvertible {
    let eersteDag: Datum

    /// Nil when the text is not `yyyy-MM` of an existing month.
    init?(_ text: String) {
        guard text.utf8.count == 7, let day = Datum("\(text)-01") else { return nil }
        eersteDag = day
    }

    /// The month in which a date falls.
    init(van dag: Datum) { eersteDag = dag.adding(days: 1 - dag.day) }

    var laatsteDag: Datum { eersteDag.adding(months: 1).adding(days: -1) }
    var aantalDagen: Int { laatsteDag.day }
    /// `maart 2027`.
    var tekst: String { "\(eersteDag.maandnaam) \(eersteDag.year)" }
    var description: String { String(eersteDag.description.prefix(7)) }

    static func < (left: Self, right: Self) -> Bool { left.eersteDag < right.eersteDag }
}

/// The journeys of one month, checked: what an advance is asked for.
struct Reis: Equatable, Sendable {
    let maand: Reismaand
    let vervoer: Vervoer
    /// One way, in metres.
    let afstandMeter: Int
    /// Days of travel, each there and back.
    let dagen: Int
    /// What public transport costs a day, there and back.
    let werkelijkPerDag: Bedrag?
}
