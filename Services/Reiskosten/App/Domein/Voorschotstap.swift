// SPDX-License-Identifier: EUPL-1.2
import Domein

/// A step in the life of an advance.
enum Voorschotstap: String, CaseIterable, Sendable {
    case goedkeuren, afwijzen, betalen, bewijzen, afrekenen

    /// The whole life of an advance. What is not in this table cannot happen.
    static let tabel: [(van: VoorschotToestand, stap: Voorschotstap, naar: VoorschotToestand)] = [
        (.aangevraagd, .goedkeuren, .goedgekeurd),
        (.aangevraagd, .afwijzen, .afgewezen),
        (.goedgekeurd, .betalen, .betaald),
        (.betaald, .bewijzen, .verantwoord),
        (.verantwoord, .bewijzen, .verantwoord),
        (.verantwoord, .afrekenen, .afgerekend),
    ]

    /// The state after this step; nil when the step cannot be taken from here.
    func van(_ toestand: VoorschotToestand) -> VoorschotToestand? {
        Self.tabel.first { $0.van == toestand && $0.stap == self }?.naar
    }

    /// Why it cannot be done, and what can: Dutch, for the user.
    func nietMogelijk(in toestand: VoorschotToestand) -> String {
        let mogelijk = Self.tabel.filter { $0.van == toestand }.map(\.stap.gebiedend)
        let daarna = mogelijk.isEmpty ? "Er kan niets meer mee gebeuren." : "Nu kan: \(mogelijk.joined(separator: ", "))."
        return "Dit voorschot is \(toestand.naam.lowercased()): \(gebiedend) kan niet. \(daarna)"
    }

    private var gebiedend: String {
        switch self {
        case .goedkeuren: "goedkeuren"
        case .afwijzen: "afwijzen"
        case .betalen: "betaald melden"
        case .bewijzen: "bewijs toevoegen"
        case .afrekenen: "afrekenen"
        }
    }
}
