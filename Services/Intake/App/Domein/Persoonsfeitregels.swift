// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Three facts about a person that are often taken for one: belongs to the target group, must integrate (Wet inburgering
/// 2021), is billable under the contract. Each has its own day, source and reason and changes by itself.
enum Persoonsfeitsoort: String, Sendable, CaseIterable {
    case doelgroep, inburgeringsplichtig, factureerbaar

    /// What it may be.
    var waarden: [String] {
        switch self {
        case .doelgroep: Doelgroep.allCases.map(\.rawValue) + [Self.buiten]
        case .inburgeringsplichtig, .factureerbaar: Feit.allCases.map(\.rawValue)
        }
    }

    /// Belongs to no group of the contract any more.
    static let buiten = "buiten"

    /// Why it changes, as a worker may choose.
    var redenen: [String] {
        switch self {
        case .doelgroep: ["leeftijd", "wijziging", "correctie"]
        case .inburgeringsplichtig: ["duo", "wijziging", "correctie"]
        case .factureerbaar: ["contract", "wijziging", "correctie"]
        }
    }
}

enum Persoonsfeitregels {
    /// Why a fact cannot become this, as field, code and sentence; nil when it can.
    /// - Parameter eigenTraject: as it will be afterwards.
    static func bezwaar(
        _ soort: Persoonsfeitsoort, _ waarde: String, reden: String, van: Datum, vorige: Datum?, eigenTraject: Bool,
        vandaag: Datum
    ) -> Gegevensfout? {
        if !soort.waarden.contains(waarde) {
            return Gegevensfout(veld: "waarde", code: "keuze", zin: "Kies een waarde uit de lijst.")
        }
        if !soort.redenen.contains(reden) {
            return Gegevensfout(veld: "reden", code: "keuze", zin: "Kies waarom dit verandert.")
        }
        if van > vandaag {
            return Gegevensfout(veld: "van", code: "toekomst", zin: "Deze dag ligt in de toekomst. Kies vandaag of eerder.")
        }
        if let vorige, van < vorige {
            return Gegevensfout(
                veld: "van", code: "te-vroeg", zin: "Dit veranderde het laatst op \(vorige.tekst). Kies die dag of later.")
        }
        if soort == .factureerbaar, waarde == Feit.ja.rawValue, !eigenTraject {
            return Gegevensfout(
                veld: "waarde", code: "geen-traject",
                zin: "Zonder eigen traject valt er niets te factureren: een kind loopt mee met ouder of voogd.")
        }
        return nil
    }
}
