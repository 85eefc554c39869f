// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

extension Zoekfilter {
    /// Reads what was asked.
    /// - Throws: `Failure.invalid` with every field that cannot be read, all at once.
    init(_ filters: Zoekfilters, nu: Date) throws {
        self.init()
        var fouten: [FieldError] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(FieldError(veld, code: code, tekst)) }
        func code(_ veld: String, _ waarde: String?) -> String? {
            guard let waarde, !waarde.isEmpty else { return nil }
            guard waarde.count <= 60, waarde.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
            else {
                fout(veld, "onbekende-code", "Dit is geen code uit de lijst.")
                return nil
            }
            return waarde
        }
        doelgroep = code("filters.doelgroep", filters.doelgroep)
        taal = code("filters.taal", filters.taal)
        toegang = code("filters.toegang", filters.toegang)
        gratis = filters.gratis ?? false
        if let jaren = filters.leeftijd {
            if (0...120).contains(jaren) {
                leeftijd = jaren...jaren
            } else {
                fout("filters.leeftijd", "bereik", "Een leeftijd van 0 tot en met 120.")
            }
        }
        if let naam = filters.gebied, !naam.isEmpty {
            if naam.count <= 80 {
                gebied = naam
            } else {
                fout("filters.gebied", "lengte", "Een gebied heeft hoogstens 80 tekens.")
            }
        }
        if let postcode = filters.postcode4, !postcode.isEmpty {
            vanaf = Plaats(postcode: postcode)
            if vanaf == nil {
                fout("filters.postcode4", "postcode-onbekend", "Vul de vier cijfers van een bestaande postcode in.")
            }
        }
        if let meter = filters.afstandMeter {
            if !(100...100_000).contains(meter) {
                fout("filters.afstandMeter", "bereik", "Een afstand van 100 tot en met 100.000 meter.")
            } else if filters.postcode4?.isEmpty ?? true {
                fout("filters.postcode4", "verplicht", "Vul bij een afstand ook een postcode in.")
            } else {
                hoogstensMeter = meter
            }
        }
        if let moment = filters.openOp { openOp = Self.moment(moment, nu: nu) { fout("filters.openOp", $0, $1) } }
        guard fouten.isEmpty else { throw Failure.invalid(fouten) }
    }

    /// The next such day from today on; now when no day and time were given.
    private static func moment(_ moment: Openmoment, nu: Date, _ fout: (String, String) -> Void) -> (datum: Datum, tijd: String?)?
    {
        let vandaag = Datum(nu)
        var tijd: String?
        if let getypt = moment.tijd, !getypt.isEmpty {
            tijd = getypt.split(separator: ":").count == 2 ? Openingsregel.tijd(getypt) : nil
            guard let tijd, tijd < "24:00" else {
                fout("geen-tijd", "Schrijf een tijd als 14:30.")
                return nil
            }
        }
        guard let dag = moment.dag else {
            let delen = Datum.calendar.dateComponents([.hour, .minute], from: nu)
            return (vandaag, tijd ?? Openingsregel.tijd("\(delen.hour ?? 0):\(delen.minute ?? 0)"))
        }
        guard (1...7).contains(dag) else {
            fout("bereik", "Een dag van 1 (maandag) tot en met 7 (zondag).")
            return nil
        }
        return (vandaag.adding(days: (dag - vandaag.weekday + 7) % 7), tijd)
    }
}
