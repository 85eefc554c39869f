// SPDX-License-Identifier: EUPL-1.2
import Domein

/// What made a version of the plan. Kept as a code; the sentence is made when it is read.
enum Planstapcode: String, Sendable, CaseIterable {
    case gemaakt
    /// It ran already when versions began to be kept.
    case overgenomen
    case doelToegevoegd = "doel-toegevoegd"
    case doelGewijzigd = "doel-gewijzigd"
    case doelToestand = "doel-toestand"
    case doelVervallen = "doel-vervallen"
    case doelTeruggezet = "doel-teruggezet"
    case actieToegevoegd = "actie-toegevoegd"
    case actieGewijzigd = "actie-gewijzigd"
    case actieGedaan = "actie-gedaan"
    case actieHeropend = "actie-heropend"
    case actieVervallen = "actie-vervallen"
    case afgesloten

    /// Whether the client is asked again: what was agreed on is another thing now.
    var vraagtAkkoord: Bool {
        switch self {
        case .gemaakt, .overgenomen, .doelToegevoegd, .doelGewijzigd, .doelVervallen, .doelTeruggezet, .actieToegevoegd,
            .actieGewijzigd, .actieVervallen:
            true
        case .doelToestand, .actieGedaan, .actieHeropend, .afgesloten: false
        }
    }

    func zin(_ leefgebied: Leefgebied?) -> String {
        let over = leefgebied.map { " over \($0.naam.lowercased())" } ?? ""
        return switch self {
        case .gemaakt: "Het plan is gemaakt, met een eerste doel."
        case .overgenomen: "Het plan liep al; dit is de eerste versie die helemaal is bewaard."
        case .doelToegevoegd: "Nieuw doel\(over)."
        case .doelGewijzigd: "Een doel\(over) is gewijzigd."
        case .doelToestand: "De stand van een doel\(over) is gewijzigd."
        case .doelVervallen: "Een doel\(over) is vervallen."
        case .doelTeruggezet: "Een doel\(over) staat weer in het plan."
        case .actieToegevoegd: "Nieuwe actie bij een doel\(over)."
        case .actieGewijzigd: "Een actie bij een doel\(over) is gewijzigd."
        case .actieGedaan: "Een actie bij een doel\(over) is gedaan."
        case .actieHeropend: "Een actie bij een doel\(over) moet weer gedaan worden."
        case .actieVervallen: "Een actie bij een doel\(over) is vervallen."
        case .afgesloten: "Bij de afronding is van elk doel de uitkomst vastgelegd."
        }
    }
}
