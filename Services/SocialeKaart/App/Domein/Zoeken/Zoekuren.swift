// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Opening hours as far as HSDS says them in a form that can be counted with: weekly or monthly rules with times, and
/// exceptions, which come in the place of the rules on their days.
struct Zoekuren: Sendable, Equatable {
    /// 1 is Monday; 0: an exception, on every day from the first to the last.
    var dag: Int
    /// 1 to 5: that one of the month; -1: the last; nil: every week.
    var week: Int?
    /// Minutes after midnight, local time; the same twice: shut.
    var van: Int
    var tot: Int
    var geldigVan: Datum?
    var geldigTot: Datum?

    /// - Parameter json: a list of HSDS schedules. What cannot be read is left out: those hours are not known.
    static func lees(_ json: String?) -> [Zoekuren] {
        guard let json, json != "[]", let regels = try? JSONDecoder().decode([Rooster].self, from: Data(json.utf8)) else {
            return []
        }
        return regels.flatMap(\.uren)
    }

    /// Whether this rule holds on a day.
    func geldt(op datum: Datum) -> Bool {
        if let geldigVan, datum < geldigVan { return false }
        if let geldigTot, datum > geldigTot { return false }
        return true
    }

    /// Whether it is open on that day by this rule.
    func opent(op datum: Datum) -> Bool {
        guard geldt(op: datum), datum.weekday == dag else { return false }
        guard let week else { return true }
        return week == -1
            ? datum.day + 7 > Datum.daysIn(month: datum.month, of: datum.year) : (datum.day - 1) / 7 + 1 == week
    }

    /// Open, shut or not known at a moment.
    /// - Parameter minuut: after midnight; nil: at any time of that day.
    static func stand(_ uren: [Zoekuren], op datum: Datum, minuut: Int?) -> String {
        let uitzonderingen = uren.filter { $0.dag == 0 && $0.geldt(op: datum) }
        if !uitzonderingen.isEmpty {
            let open = uitzonderingen.contains { uur in
                uur.van < uur.tot && (minuut.map { uur.van <= $0 && $0 < uur.tot } ?? true)
            }
            return open ? "open" : "dicht"
        }
        // Rules that no longer hold tell nothing about today.
        guard uren.contains(where: { $0.dag != 0 && $0.geldt(op: datum) }) else { return "onbekend" }
        let open = uren.contains { uur in
            uur.opent(op: datum) && (minuut.map { uur.van <= $0 && $0 < uur.tot } ?? true)
        }
        return open ? "open" : "dicht"
    }

    private struct Rooster: Decodable {
        var freq: String?
        var byday: String?
        var opensAt: String?
        var closesAt: String?
        var validFrom: String?
        var validTo: String?
        var locationID: String?
        var plekID: String?

        enum CodingKeys: String, CodingKey {
            case freq, byday
            case opensAt = "opens_at"
            case closesAt = "closes_at"
            case validFrom = "valid_from"
            case validTo = "valid_to"
            case locationID = "location_id"
            case plekID = "service_at_location_id"
        }

        var uren: [Zoekuren] {
            if freq == nil, byday == nil { return uitzondering.map { [$0] } ?? [] }
            guard let byday, let van = Self.minuten(opensAt), let tot = Self.sluit(closesAt), tot > van else { return [] }
            return byday.split(separator: ",").compactMap { deel in
                let deel = deel.trimmingCharacters(in: .whitespaces)
                guard let dag = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].firstIndex(of: String(deel.suffix(2))) else {
                    return nil
                }
                let week = deel.count > 2 ? Int(deel.dropLast(2)) : nil
                if freq == "MONTHLY", week == nil { return nil }
                return Zoekuren(
                    dag: dag + 1, week: week, van: van, tot: tot, geldigVan: validFrom.flatMap { Datum($0) },
                    geldigTot: validTo.flatMap { Datum($0) })
            }
        }

        /// A line without a rule that has a first and a last day; without times it is shut. One of a single place is left out:
        /// another place of the service may be open then.
        private var uitzondering: Zoekuren? {
            guard locationID == nil, plekID == nil, let eerste = validFrom.flatMap({ Datum($0.prefix(10)) }),
                let laatste = validTo.flatMap({ Datum($0.prefix(10)) })
            else { return nil }
            let (van, tot) = (Self.minuten(opensAt) ?? 0, Self.sluit(closesAt) ?? 0)
            return Zoekuren(dag: 0, van: van, tot: max(van, tot), geldigVan: eerste, geldigTot: laatste)
        }

        /// Midnight closes the day.
        static func sluit(_ tekst: String?) -> Int? { minuten(tekst).map { $0 == 0 ? 24 * 60 : $0 } }

        /// `09:00`, `09:00:00` or with an offset, of which only the wall-clock time counts; `24:00` is the end of the day.
        static func minuten(_ tekst: String?) -> Int? {
            guard let delen = tekst?.split(separator: ":"), delen.count >= 2, let uur = Int(delen[0]),
                let minuut = Int(delen[1].prefix(2)), (0...24).contains(uur), (0...59).contains(minuut)
            else { return nil }
            return uur * 60 + minuut
        }
    }
}
