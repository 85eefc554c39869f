// SPDX-License-Identifier: EUPL-1.2

extension Datum {
    private static let dagnamen = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    static let maandnamen = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]

    /// `maandag`.
    public var weekdagnaam: String { Self.dagnamen[weekday - 1] }

    /// `januari`.
    public var maandnaam: String { Self.maandnamen[month - 1] }

    /// `18 januari 2027`: the form of screens and letters; the name of the month keeps day and month apart.
    public var tekst: String { "\(day) \(maandnaam) \(year)" }

    /// `maandag 18 januari 2027`.
    public var voluit: String { "\(weekdagnaam) \(tekst)" }
}
