// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Instants as text: ISO 8601 in UTC with three decimals, `2027-01-01T09:30:00.125Z`. The one form in messages and stores,
/// where it sorts as text.
///
/// Made by hand because it stands on the event path, and because Foundation's style cuts the thousandths off: half of all
/// instants would lose a millisecond each time they are read and written.
public enum Instant {
    public static func text(_ date: Date) -> String { String(decoding: bytes(date), as: UTF8.self) }

    static func bytes(_ date: Date) -> [UInt8] {
        let total = (date.timeIntervalSince1970 * 1000).rounded()
        // Years 0001 to 9999; what lies outside is pinned to the edge, since four digits cannot say it.
        let milliseconds = Int64(min(max(total, -62_135_596_800_000), 253_402_300_799_999))
        let (days, inDay) = floored(milliseconds, 86_400_000)
        let (year, month, day) = civil(days)
        var out: [UInt8] = []
        out.reserveCapacity(24)
        func put(_ value: Int64, _ width: Int) {
            var divisor: Int64 = width == 4 ? 1000 : width == 3 ? 100 : 10
            while divisor > 0 {
                out.append(UInt8(48 + (value / divisor) % 10))
                divisor /= 10
            }
        }
        put(year, 4)
        out.append(0x2D)
        put(month, 2)
        out.append(0x2D)
        put(day, 2)
        out.append(0x54)
        put(inDay / 3_600_000, 2)
        out.append(0x3A)
        put(inDay / 60_000 % 60, 2)
        out.append(0x3A)
        put(inDay / 1000 % 60, 2)
        out.append(0x2E)
        put(inDay % 1000, 3)
        out.append(0x5A)
        return out
    }

    /// Reads an instant; nil when it is none, such as 30 February. No fraction, a longer one and an offset in place of `Z`
    /// are read as well; what is smaller than a millisecond is cut off.
    public static func date(_ text: some StringProtocol) -> Date? { date(utf8: text.utf8) }

    static func date(utf8: some Collection<UInt8>) -> Date? {
        let bytes = Array(utf8)
        guard (20...35).contains(bytes.count), bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54, bytes[13] == 0x3A,
            bytes[16] == 0x3A
        else { return nil }
        var isNumber = true
        func number(_ from: Int, _ count: Int) -> Int64 {
            var value: Int64 = 0
            for byte in bytes[from..<from + count] {
                guard byte >= 48, byte <= 57 else {
                    isNumber = false
                    return 0
                }
                value = value * 10 + Int64(byte - 48)
            }
            return value
        }
        let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
        let (hour, minute, second) = (number(11, 2), number(14, 2), number(17, 2))
        var at = 19
        var milliseconds: Int64 = 0
        if bytes[at] == 0x2E {
            let end = bytes[(at + 1)...].firstIndex { $0 < 48 || $0 > 57 } ?? bytes.count
            let digits = end - at - 1
            guard (1...9).contains(digits) else { return nil }
            milliseconds = number(at + 1, min(3, digits)) * (digits == 1 ? 100 : digits == 2 ? 10 : 1)
            at = end
        }
        var offset: Int64 = 0
        if bytes.count == at + 6, bytes[at] == 0x2B || bytes[at] == 0x2D, bytes[at + 3] == 0x3A {
            let (hours, minutes) = (number(at + 1, 2), number(at + 4, 2))
            guard hours < 24, minutes < 60 else { return nil }
            offset = (hours * 60 + minutes) * (bytes[at] == 0x2B ? 60 : -60)
        } else if bytes.count != at + 1 || bytes[at] != 0x5A {
            return nil
        }
        guard isNumber, (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60 else { return nil }
        let days = dayNumber(year, month, day)
        guard civil(days) == (year, month, day) else { return nil }
        let total = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
        return Date(timeIntervalSince1970: Double(total * 1000 + milliseconds) / 1000)
    }

    // Days to a date of the Gregorian calendar and back, by eras of 400 years (H. Hinnant, chrono-compatible algorithms).
    private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
        let (era, dayOfEra) = floored(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let (era, yearOfEra) = floored(month <= 2 ? year - 1 : year, 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func floored(_ value: Int64, _ divisor: Int64) -> (Int64, Int64) {
        let quotient = value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
        return (quotient, value - quotient * divisor)
    }
}
