// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import Web

/// The lists of the form, as numbered rows.
extension Kaartformulier {
    enum Lijst: String, CaseIterable, Sendable {
        case telefoon, contact, kosten, locatie, opening

        /// What makes a row worth keeping.
        var inhoud: [String] {
            switch self {
            case .telefoon: ["nummer", "toelichting"]
            case .contact: ["naam", "functie", "email", "telefoon"]
            case .kosten: ["omschrijving", "bedrag"]
            case .locatie: ["naam", "geheim", "straat", "postcode", "plaats", "bereikbaar", "link", "breedte", "lengte"]
            case .opening: ["dagen", "van", "tot", "geldigVan", "geldigTot", "toelichting"]
            }
        }
        /// What always has a value and says nothing by itself.
        var keuzes: [String] {
            switch self {
            case .locatie: ["soort"]
            case .opening: ["herhaling", "nummer"]
            case .telefoon, .contact, .kosten: []
            }
        }
        /// Shown empty in a new form.
        var begint: Int { self == .contact || self == .kosten ? 0 : 1 }
        static let meeste = 40
    }

    /// Kinds of terms that are chosen from sight: kind, label, more than one.
    static let soorten: [(soort: String, label: String, meer: Bool)] = [
        ("leefgebied", "Leefgebieden", true), ("doelgroep", "Doelgroepen", true), ("toegang", "Toegang", true),
        ("soort", "Soort vermelding", true), ("verwijsbaar", "Kan iemand worden verwezen?", false),
    ]

    static func rijen(_ form: FormValues, _ lijst: Lijst) -> Range<Int> {
        let gevraagd = Int(form.text("aantal-\(lijst.rawValue)")) ?? lijst.begint
        return 0..<min(max(gevraagd, 0), Lijst.meeste)
    }

    /// The form with a row more of the list that was asked for.
    static func metRij(_ form: FormValues, _ naam: String) -> FormValues {
        guard let lijst = Lijst(rawValue: naam) else { return form }
        var uit = form
        uit.set("aantal-\(lijst.rawValue)", String(rijen(form, lijst).count + 1))
        return uit
    }

    /// Empty rows taken out and the others numbered anew, so that the number of a row is its place in the list.
    static func opgeschoond(_ form: FormValues) -> FormValues {
        var waarden = form.values
        for lijst in Lijst.allCases {
            let velden = lijst.inhoud + lijst.keuzes
            var vol: [[String: [String]]] = []
            for n in rijen(form, lijst) {
                let rij = velden.reduce(into: [String: [String]]()) { $0[$1] = waarden["\(lijst.rawValue)-\(n)-\($1)"] }
                let isVol = lijst.inhoud.contains { veld in
                    (rij[veld] ?? []).contains { !$0.allSatisfy(\.isWhitespace) }
                }
                if isVol { vol.append(rij) }
            }
            waarden = waarden.filter { !$0.key.hasPrefix("\(lijst.rawValue)-") }
            for (n, rij) in vol.enumerated() {
                for (veld, waarde) in rij { waarden["\(lijst.rawValue)-\(n)-\(veld)"] = waarde }
            }
            waarden["aantal-\(lijst.rawValue)"] = [String(vol.count)]
        }
        return FormValues(waarden, errors: form.errors)
    }

    /// The errors of the service on the fields of this form.
    static func fouten(_ fouten: [FieldError]) -> [FieldError] {
        fouten.map { fout in
            let veld = fout.field.hasPrefix("inhoud.") ? String(fout.field.dropFirst(7)) : fout.field
            return FieldError(opPagina(veld), code: fout.code, fout.text)
        }
    }

    /// `locaties[1].postcode` → `locatie-1-postcode`.
    private static func opPagina(_ veld: String) -> String {
        let lijsten: [String: (lijst: String, standaard: String)] = [
            "telefoons": ("telefoon", "nummer"), "contacten": ("contact", "naam"), "kostenopties": ("kosten", "omschrijving"),
            "locaties": ("locatie", "straat"), "openingstijden": ("opening", "herhaling"),
        ]
        let begin = veld.prefix { $0 != "[" && $0 != "." }
        switch begin {
        case "talen": return "andereTalen"
        case "begrippen", "capaciteit", "id": return "naam"
        default: break
        }
        guard let (lijst, standaard) = lijsten[String(begin)] else { return String(begin) }
        let n = Int(veld.dropFirst(begin.count + 1).prefix { $0.isNumber }) ?? 0
        let deel = veld.split(separator: ".").dropFirst().first.map { String($0.prefix { $0 != "[" }) } ?? standaard
        let velden = Lijst(rawValue: lijst).map { $0.inhoud + $0.keuzes } ?? []
        return "\(lijst)-\(n)-\(velden.contains(deel) ? deel : standaard)"
    }
}
