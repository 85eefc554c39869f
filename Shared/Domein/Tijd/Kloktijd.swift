// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// A time on the clock of Europe/Amsterdam, in whole minutes: `09:30` in messages and stores. By itself no instant: only a day
/// makes it one, and on the night in which the clock goes forward some times do not exist.
public struct Kloktijd: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let hour: Int
    public let minute: Int

    public init?(_ hour: Int, _ minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        (self.hour, self.minute) = (hour, minute)
    }

    /// Reads `HH:mm` and nothing else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour, minute)
    }

    /// Reads what people type: `9.30`, `9:30`, `09u30`, `930`, `9`.
    public init?(getypt text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespaces).lowercased()
        let parts = trimmed.split(whereSeparator: { ".:u h".contains($0) }).map(String.init)
        guard !parts.isEmpty, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        switch (parts.count, parts[0].count) {
        case (1, 1...2): self.init(Int(parts[0]) ?? -1, 0)
        case (1, 3...4): self.init(Int(parts[0].dropLast(2)) ?? -1, Int(parts[0].suffix(2)) ?? -1)
        case (2, 1...2) where parts[1].count == 2: self.init(Int(parts[0]) ?? -1, Int(parts[1]) ?? -1)
        default: return nil
        }
    }

    /// `09:30`.
    public var description: String { String(format: "%02d:%02d", hour, minute) }

    /// `9.30 uur`.
    public var tekst: String { String(format: "%d.%02d uur", hour, minute) }

    /// Minutes since midnight on the clock.
    public var minuten: Int { hour * 60 + minute }

    /// So many minutes later on the clock; nil when that is past midnight.
    public func later(minuten: Int) -> Kloktijd? {
        let som = self.minuten + minuten
        return som < 0 ? nil : Kloktijd(som / 60, som % 60)
    }

    public static func < (left: Self, right: Self) -> Bool { left.minuten < right.minuten }
}

extension Kloktijd: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Kloktijd(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time of the form HH:mm")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Datum {
    /// The instant of this time on this day in Europe/Amsterdam. Nil when the clock skips it (the last Sunday of March, from
    /// two to three). A time that comes twice (the last Sunday of October) is the first of the two, in summer time.
    public func moment(_ tijd: Kloktijd) -> Date? {
        let moment = at(hour: tijd.hour, minute: tijd.minute)
        let terug = Datum.calendar.dateComponents([.year, .month, .day, .hour, .minute], from: moment)
        guard terug.year == year, terug.month == month, terug.day == day, terug.hour == tijd.hour, terug.minute == tijd.minute
        else { return nil }
        let eerder = moment.addingTimeInterval(-3600)
        let vroeger = Datum.calendar.dateComponents([.day, .hour, .minute], from: eerder)
        return vroeger.day == day && vroeger.hour == tijd.hour && vroeger.minute == tijd.minute ? eerder : moment
    }

    /// The Monday of its week (ISO 8601).
    public var maandag: Datum { adding(days: 1 - weekday) }

    /// Number of the week in its year (ISO 8601): the week belongs to the year that has its Thursday.
    public var weeknummer: Int {
        let donderdag = adding(days: 4 - weekday)
        guard let nieuwjaar = Datum(donderdag.year, 1, 1) else { return 1 }
        return nieuwjaar.days(until: donderdag) / 7 + 1
    }
}
