// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// The checks on what is given with a step: every error at once, each naming its field.
enum Overgangsvelden {
    static func fouten(
        _ velden: [String: String], overgang: Overgang, rol: Verwijzingsrol, feiten: Verwijzingsfeiten, vandaag: Datum
    ) -> [Veldfout] {
        let erbij = extra(overgang, rol)
        var fouten: [Veldfout] = []
        for naam in velden.keys.sorted() where !(overgang.verplicht + erbij.map(\.veld)).contains(where: { $0.rawValue == naam })
        {
            fouten.append(Veldfout(naam, "onbekend-veld", "Dit veld hoort niet bij deze stap."))
        }
        for veld in overgang.verplicht + erbij.filter(\.verplicht).map(\.veld) where (velden[veld.rawValue] ?? "").isEmpty {
            fouten.append(Veldfout(veld.rawValue, "verplicht", "Vul dit veld in."))
        }
        for veld in overgang.verplicht + erbij.map(\.veld) {
            guard let waarde = velden[veld.rawValue], !waarde.isEmpty else { continue }
            if let fout = fout(veld, waarde, overgang, feiten, vandaag) { fouten.append(fout) }
        }
        return fouten
    }

    /// Fields that a condition asks or allows beside the list of the table.
    private static func extra(_ overgang: Overgang, _ rol: Verwijzingsrol) -> [(veld: Overgangsveld, verplicht: Bool)] {
        var extra: [(Overgangsveld, Bool)] = []
        if overgang.wie.contains(.client) { extra.append((.namens, false)) }
        let opMelding = overgang.voorwaarden.contains { $0 == .casemanagerOpMelding || $0 == .casemanagerNaStatusvraag }
        if opMelding && rol == .casemanager { extra.append((.bron, true)) }
        return extra
    }

    private static func fout(
        _ veld: Overgangsveld, _ waarde: String, _ overgang: Overgang, _ feiten: Verwijzingsfeiten, _ vandaag: Datum
    ) -> Veldfout? {
        func code(_ toegestaan: [String]) -> Veldfout? {
            toegestaan.contains(waarde)
                ? nil : Veldfout(veld.rawValue, "onbekende-code", "Kies een van: \(toegestaan.joined(separator: ", ")).")
        }
        func datum(_ regel: String, _ klopt: (Datum) -> Bool) -> Veldfout? {
            guard let datum = Datum(waarde) else {
                return Veldfout(veld.rawValue, "geen-datum", "Schrijf de datum als jjjj-mm-dd.")
            }
            return klopt(datum) ? nil : Veldfout(veld.rawValue, "datum-buiten-bereik", regel)
        }
        func tekst(_ lengte: Int) -> Veldfout? {
            let goed = waarde.count <= lengte && !waarde.unicodeScalars.contains { $0.properties.generalCategory == .control }
            return goed ? nil : Veldfout(veld.rawValue, "tekst", "Schrijf ten hoogste \(lengte) tekens op één regel.")
        }
        switch veld {
        case .voorzieningId: return UUID(uuidString: waarde) == nil ? Veldfout(veld.rawValue, "geen-id", "Dit is geen id.") : nil
        case .hulpvraagcode: return code(Leefgebied.allCases.map(\.rawValue))
        case .grondslag: return code(Grondslag.allCases.map(\.rawValue))
        case .instemming: return code(Instemming.allCases.map(\.rawValue))
        case .urgentie: return code(Urgentie.allCases.map(\.rawValue))
        case .reden, .redenIntrekking: return code(RedenIntrekking.allCases.map(\.rawValue))
        case .redenAfwijzing:
            let beperkt = overgang.voorwaarden.contains(.redenNaAcceptatie)
            return code(RedenAfwijzing.allCases.filter { !beperkt || RedenAfwijzing.naAcceptatie.contains($0) }.map(\.rawValue))
        case .uitkomst: return code(Uitkomst.allCases.map(\.rawValue))
        case .bron: return code(["clientmelding"])
        case .namens: return code(["client"])
        case .contactpersoonPartner: return tekst(100)
        case .toelichting: return tekst(500)
        case .verwachteStartdatum:
            return datum("De verwachte start ligt vandaag of later, en binnen een jaar.") {
                vandaag <= $0 && $0 <= vandaag.adding(months: 12)
            }
        case .herzieningsdatum:
            // The table gives the limit for the first date only; a renewal must lie after today.
            let uiterste = overgang.van == .wachtlijst ? vandaag.adding(months: 12) : vandaag.adding(werkdagen: 20)
            return datum("De herzieningsdatum ligt na vandaag en uiterlijk op \(uiterste).") { vandaag < $0 && $0 <= uiterste }
        case .datumEersteContact:
            return datum("Het eerste contact ligt na het versturen en niet in de toekomst.") { contact in
                contact <= vandaag && (feiten.verstuurdOp.map { $0 <= contact } ?? true)
            }
        case .einddatum:
            return datum("Het einde ligt niet voor het eerste contact en niet in de toekomst.") { einde in
                einde <= vandaag && (feiten.eersteContactOp.map { $0 <= einde } ?? true)
            }
        }
    }
}
