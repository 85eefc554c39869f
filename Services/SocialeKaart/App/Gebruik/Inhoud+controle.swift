// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// What must hold of what a person filled in, before it becomes a record; the errors carry the names of the form.
extension Voorzieningsinhoud {
    func fouten() -> [FieldError] {
        var fouten: [FieldError] = []
        func fout(_ veld: String, _ code: String, _ tekst: String) { fouten.append(FieldError(veld, code: code, tekst)) }
        if naam.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty {
            fout("naam", "verplicht", "Geef de voorziening een naam.")
        }
        if Self.statussen[status] == nil {
            fout("status", "onbekende-code", "Kies een van: \(Self.statussen.keys.sorted().joined(separator: ", ")).")
        }
        for (nummer, locatie) in locaties.enumerated() { Self.keur(locatie, "locaties[\(nummer)]", fout) }
        for (nummer, opening) in openingstijden.enumerated() { Self.keur(opening, "openingstijden[\(nummer)]", fout) }
        for (nummer, taal) in talen.enumerated() where !(2...3).contains(taal.count) || !taal.allSatisfy(\.isLetter) {
            fout("talen[\(nummer)]", "geen-taalcode", "Schrijf de taal als code van twee of drie letters, zoals nl of prs.")
        }
        for (nummer, contact) in contacten.enumerated() {
            if let email = contact.email, !email.isEmpty, email.split(separator: "@").count != 2 {
                fout("contacten[\(nummer)].email", "geen-email", "Dit is geen e-mailadres.")
            }
        }
        if let capaciteit {
            if capaciteit.beschikbaar < 0 { fout("capaciteit.beschikbaar", "bereik", "Schrijf 0 of meer.") }
            if let maximum = capaciteit.maximum, maximum < capaciteit.beschikbaar {
                fout("capaciteit.maximum", "bereik", "Er zijn meer plaatsen vrij dan er zijn.")
            }
        }
        return fouten
    }

    private static func keur(_ locatie: Locatie, _ pad: String, _ fout: (String, String, String) -> Void) {
        if Locatie.soorten[locatie.soort] == nil {
            fout("\(pad).soort", "onbekende-code", "Kies bezoek, post of online.")
        }
        let adres = [("straat", locatie.straat), ("postcode", locatie.postcode), ("plaats", locatie.plaats)]
        if locatie.geheim {
            let plek = [
                ("straat", locatie.straat != nil), ("postcode", locatie.postcode != nil),
                ("bereikbaar", locatie.bereikbaar != nil),
                ("breedte", locatie.breedte != nil), ("lengte", locatie.lengte != nil),
            ]
            for (veld, gevuld) in plek where gevuld {
                fout(
                    "\(pad).\(veld)", "geheim-adres", "Van een geheim adres bewaren we alleen de plaatsnaam. Maak dit veld leeg.")
            }
            return
        }
        if adres.contains(where: { $0.1 != nil }) {
            for (veld, waarde) in adres where waarde == nil {
                fout("\(pad).\(veld)", "verplicht", "Een adres heeft een straat met nummer, een postcode en een plaats.")
            }
        }
        if let postcode = locatie.postcode, (try? Postcode(parsing: postcode)) == nil {
            fout("\(pad).postcode", "geen-postcode", "Een postcode heeft vier cijfers en twee letters: 1315 HR.")
        }
        if let breedte = locatie.breedte, !(-90...90).contains(breedte) {
            fout("\(pad).breedte", "bereik", "Van -90 tot 90 graden.")
        }
        if let lengte = locatie.lengte, !(-180...180).contains(lengte) {
            fout("\(pad).lengte", "bereik", "Van -180 tot 180 graden.")
        }
    }

    private static func keur(_ opening: Opening, _ pad: String, _ fout: (String, String, String) -> Void) {
        for (veld, tijd) in [("van", opening.van), ("tot", opening.tot)] {
            guard let tijd else { continue }
            if Openingsregel.tijd(tijd) != tijd { fout("\(pad).\(veld)", "geen-tijd", "Schrijf de tijd als uu:mm.") }
        }
        if let van = opening.van, let tot = opening.tot, tot != "00:00", van >= tot {
            fout("\(pad).tot", "volgorde", "De sluitingstijd ligt niet na de openingstijd.")
        }
        if let van = opening.geldigVan, let tot = opening.geldigTot, tot < van {
            fout("\(pad).geldigTot", "volgorde", "De laatste dag ligt voor de eerste.")
        }
        switch opening.herhaling {
        case "week", "maand":
            if opening.dagen.isEmpty || !opening.dagen.allSatisfy({ (1...7).contains($0) }) {
                fout("\(pad).dagen", "verplicht", "Kies ten minste één dag.")
            }
            if opening.van == nil || opening.tot == nil {
                fout("\(pad).\(opening.van == nil ? "van" : "tot")", "verplicht", "Vul in van hoe laat tot hoe laat.")
            }
            if opening.herhaling == "maand", ![-1, 1, 2, 3, 4, 5].contains(opening.nummer ?? 0) {
                fout("\(pad).nummer", "onbekende-code", "Kies de hoeveelste van de maand: 1 tot en met 5, of de laatste.")
            }
        case "uitzondering":
            if opening.geldigVan == nil || opening.geldigTot == nil {
                fout(
                    "\(pad).\(opening.geldigVan == nil ? "geldigVan" : "geldigTot")", "verplicht",
                    "Een uitzondering heeft een eerste en een laatste dag.")
            }
            if (opening.van == nil) != (opening.tot == nil) {
                fout(
                    "\(pad).\(opening.van == nil ? "van" : "tot")", "verplicht",
                    "Vul beide tijden in, of geen: dan is het gesloten.")
            }
        default: fout("\(pad).herhaling", "onbekende-code", "Kies week, maand of uitzondering.")
        }
    }
}
