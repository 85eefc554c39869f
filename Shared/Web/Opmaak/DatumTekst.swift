// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Shorter forms of a date for screens, beside those of Shared/Domein.
extension Datum {
    /// `18 jan 2027`
    public var kort: String { "\(day) \(Self.afgekort[month - 1]) \(year)" }

    /// `18-01-2027`, for tables.
    public var cijfers: String { String(format: "%02d-%02d-%04d", day, month, year) }

    /// `vandaag`, `morgen`, `gisteren`, `over 3 dagen`, `4 dagen geleden`; further away the date itself.
    public func ten(opzichteVan vandaag: Datum) -> String {
        let afstand = vandaag.days(until: self)
        switch afstand {
        case 0: return "vandaag"
        case 1: return "morgen"
        case -1: return "gisteren"
        case 2...14: return "over \(afstand) dagen"
        case (-14)...(-2): return "\(-afstand) dagen geleden"
        default: return year == vandaag.year ? "\(day) \(maandnaam)" : tekst
        }
    }

    /// Reads what people type: `18-1-2027`, `18/01/2027`, `18 1 2027` or `2027-01-18`.
    public init?(getypt text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        if let iso = Datum(trimmed) {
            self = iso
            return
        }
        let parts = trimmed.split(whereSeparator: { "-/. ".contains($0) }).map(String.init)
        guard parts.count == 3, parts[2].count == 4, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        self.init(year, month, day)
    }

    private static let afgekort = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
}

extension Date {
    /// `14.05 uur`, in Europe/Amsterdam.
    public var kloktijd: String {
        let parts = Datum.calendar.dateComponents([.hour, .minute], from: self)
        return String(format: "%02d.%02d uur", parts.hour ?? 0, parts.minute ?? 0)
    }

    /// `18 januari 2027, 14.05 uur`
    public var voluit: String { "\(Datum(self).tekst), \(kloktijd)" }
}
