// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// A calendar date in Europe/Amsterdam, without a time: `2027-01-18` in messages and stores.
public struct Datum: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil when the three do not name an existing day of the Gregorian calendar.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.daysIn(month: month, of: year) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `yyyy-MM-dd` and nothing else. Byte by byte: every row and every message holds some.
    public init?(_ text: String) {
        var text = text
        guard let day = text.withUTF8({ Self(utf8: $0) }) else { return nil }
        self = day
    }

    public init?(_ text: Substring) { self.init(String(text)) }

    private init?(utf8 text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 10 else { return nil }
        var (place, part, parts) = (0, 0, (0, 0, 0))
        for byte in text {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                if place == 4 { parts.0 = part } else { parts.1 = part }
                part = 0
            } else {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                part = part * 10 + Int(byte - UInt8(ascii: "0"))
            }
            place += 1
        }
        parts.2 = part
        self.init(parts.0, parts.1, parts.2)
    }

    /// The date in Europe/Amsterdam at an instant.
    public init(_ instant: Date) {
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: instant)
        (year, month, day) = (parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
    }

    init(dayNumber: Int) {
        // Howard Hinnant's days-to-civil, with 1970-01-01 as day 0.
        let z = dayNumber + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        day = doy - (153 * mp + 2) / 5 + 1
        month = mp < 10 ? mp + 3 : mp - 9
        year = yoe + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01.
    public var dayNumber: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
        return era * 146_097 + doe - 719_468
    }

    /// 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

    public func adding(days: Int) -> Datum { Datum(dayNumber: dayNumber + days) }

    /// The same day of the month so many months on; the last day of that month where it is shorter (the
    /// custom of the law; the Algemene termijnenwet does not say how months are counted).
    public func adding(months: Int) -> Datum {
        let index = year * 12 + (month - 1) + months
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        // Also past the year 9999, as with days: a date that stayed where it was would let a loop over months go on forever.
        return Datum(unchecked: newYear, newMonth, min(day, Self.daysIn(month: newMonth, of: newYear)))
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Whole days from this date to another; negative when the other is earlier.
    public func days(until other: Datum) -> Int { other.dayNumber - dayNumber }

    /// The instant at which this date begins in Europe/Amsterdam.
    public var start: Date {
        Self.calendar.date(from: DateComponents(year: year, month: month, day: day))
            ?? Date(timeIntervalSince1970: Double(dayNumber) * 86_400)
    }

    /// An instant on this date at a wall-clock time in Europe/Amsterdam.
    public func at(hour: Int, minute: Int = 0) -> Date {
        Self.calendar.date(from: DateComponents(year: year, month: month, day: day, hour: hour, minute: minute)) ?? start
    }

    public var description: String {
        guard (0...9999).contains(year) else { return String(format: "%04d-%02d-%02d", year, month, day) }
        return String(unsafeUninitializedCapacity: 10) { text in
            var place = 0
            func put(_ byte: Int) {
                text[place] = UInt8(byte)
                place += 1
            }
            for divisor in [1000, 100, 10, 1] { put(48 + year / divisor % 10) }
            for number in [month, day] {
                put(45)
                put(48 + number / 10)
                put(48 + number % 10)
            }
            return place
        }
    }

    public static func < (left: Datum, right: Datum) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    public static func isLeap(_ year: Int) -> Bool { (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 }

    public static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The Gregorian calendar of Europe/Amsterdam.
    public static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? TimeZone(secondsFromGMT: 3600) ?? .current
        return calendar
    }()
}

extension Datum: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Datum(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date of the form yyyy-MM-dd")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
