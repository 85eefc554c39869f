// SPDX-License-Identifier: EUPL-1.2

/// Why a person decided that two dossiers are one person. A code and no free text: what somebody types here would be about
/// two people and kept for ever.
enum Samenvoegreden: String, Sendable, Codable, CaseIterable {
    case zelfdeNummer = "zelfde-nummer"
    case zelfdeGegevens = "zelfde-gegevens"
    case clientBevestigt = "client-bevestigt"
    case gemeenteBevestigt = "gemeente-bevestigt"
}

/// When two dossiers may be merged.
enum Samenvoegregels {
    /// Only roots are merged, and never with themselves. So who follows can never be followed round in a ring, and taking
    /// back any merge leaves the others as they are.
    static func bezwaar(zelfde: Bool, volgendVolgt: Bool, leidendVolgt: Bool) -> String? {
        if zelfde { return "Een dossier kan niet met zichzelf worden samengevoegd." }
        if volgendVolgt { return "Dit dossier is al samengevoegd. Maak dat eerst ongedaan." }
        if leidendVolgt { return "Het andere dossier is zelf samengevoegd. Kies het dossier waar het bij hoort." }
        return nil
    }
}
