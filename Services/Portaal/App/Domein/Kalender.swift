// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// An iCalendar stream (RFC 5545) of appointments that says when and what kind, and nothing of whom or where: a calendar app
/// of a worker may lie on a kitchen table or at a foreign provider.
enum Kalender {
    struct Afspraak: Sendable, Equatable {
        let id: AfspraakID
        /// `Huisbezoek`: a kind, never a name.
        let kop: String
        let dag: Datum
        let van: Kloktijd
        let tot: Kloktijd
        let versie: Int
        let gewijzigdOp: Date
    }

    static func tekst(_ afspraken: [Afspraak], naam: String = "Wegwijs") -> String {
        let regels =
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Wegwijs//Agenda 1.0//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "X-WR-CALNAME:\(veilig(naam))", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
            ] + tijdzone + afspraken.flatMap(gebeurtenis) + ["END:VCALENDAR"]
        return regels.map { gevouwen($0) + "\r\n" }.joined()
    }

    private static func gebeurtenis(_ afspraak: Afspraak) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(afspraak.id)@wegwijs", "DTSTAMP:\(utc(afspraak.gewijzigdOp))",
            "LAST-MODIFIED:\(utc(afspraak.gewijzigdOp))", "SEQUENCE:\(max(0, afspraak.versie - 1))",
            "DTSTART;TZID=Europe/Amsterdam:\(plaatselijk(afspraak.dag, afspraak.van))",
            "DTEND;TZID=Europe/Amsterdam:\(plaatselijk(afspraak.dag, afspraak.tot))", "SUMMARY:\(veilig(afspraak.kop))",
            "DESCRIPTION:\(veilig("Met wie en waar staat in Wegwijs."))", "STATUS:CONFIRMED", "TRANSP:OPAQUE",
            "CLASS:PRIVATE", "END:VEVENT",
        ]
    }

    /// The rules of the zone since 1996; both changes are at one o'clock UTC on the last Sunday.
    private static let tijdzone = [
        "BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam", "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
    ]

    /// TEXT of RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks are escaped; other control characters left out.
    static func veilig(_ tekst: String) -> String {
        var uit = ""
        for teken in tekst.replacing("\r\n", with: "\n").unicodeScalars {
            switch teken {
            case "\\", ";", ",": uit += "\\\(teken)"
            case "\n", "\r": uit += "\\n"
            case _ where teken.value < 0x20 || teken.value == 0x7F: break
            default: uit.unicodeScalars.append(teken)
            }
        }
        return uit
    }

    /// RFC 5545, 3.1: no line has more than 75 bytes without its line break; a character is never cut in two.
    static func gevouwen(_ regel: String) -> String {
        var uit = ""
        var lengte = 0
        for teken in regel.unicodeScalars {
            let bytes = String(teken).utf8.count
            if lengte + bytes > 75 {
                uit += "\r\n "
                lengte = 1
            }
            uit.unicodeScalars.append(teken)
            lengte += bytes
        }
        return uit
    }

    private static func plaatselijk(_ dag: Datum, _ tijd: Kloktijd) -> String {
        String(format: "%04d%02d%02dT%02d%02d00", dag.year, dag.month, dag.day, tijd.hour, tijd.minute)
    }

    private static func utc(_ moment: Date) -> String {
        let seconden = Int(moment.timeIntervalSince1970.rounded(.down))
        let dagnummer = Int((Double(seconden) / 86_400).rounded(.down))
        let rest = seconden - dagnummer * 86_400
        guard let nul = Datum(1970, 1, 1) else { return "" }
        let dag = nul.adding(days: dagnummer)
        return String(
            format: "%04d%02d%02dT%02d%02d%02dZ", dag.year, dag.month, dag.day, rest / 3600, rest / 60 % 60, rest % 60)
    }
}
