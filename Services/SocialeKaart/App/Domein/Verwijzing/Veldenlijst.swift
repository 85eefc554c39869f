// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// What one service may receive about a person, and why. Without a list of its own a service gets `Deelveld.standaard`.
public struct Veldenlijst: Sendable, Equatable {
    public var velden: [Deelveld]
    /// For each field that is not in the standard list: why this service needs it.
    public var redenen: [Deelveld: String]
    /// The ground of the AVG for this service: chosen once, not at each click. Nil: the worker chooses.
    public var grondslag: Grondslag?

    /// Characters of a reason.
    public static let redenLengte = 10...500

    public static let standaard = Veldenlijst(velden: Deelveld.standaard, redenen: [:], grondslag: nil)

    /// Reads what was chosen; every error at once.
    /// - Parameter heeftLeeftijdsgrens: a birth year only leaves where the service has an age limit.
    public static func lees(
        velden: [String], redenen: [String: String], grondslag: String?, heeftLeeftijdsgrens: Bool
    ) -> (lijst: Veldenlijst?, fouten: [Veldfout]) {
        var fouten: [Veldfout] = []
        let gekozen = Deelveld.allCases.filter { velden.contains($0.rawValue) }
        if gekozen.count != Set(velden).count {
            fouten.append(Veldfout("velden", "niet-toegestaan", "Kies alleen velden die een voorziening ooit mag krijgen."))
        }
        var gegeven: [Deelveld: String] = [:]
        for veld in gekozen where !Deelveld.standaard.contains(veld) {
            let reden = (redenen[veld.rawValue] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
            if redenLengte.contains(reden.count) {
                gegeven[veld] = reden
            } else {
                fouten.append(
                    Veldfout(
                        "reden-\(veld.rawValue)", "verplicht",
                        "Leg in 10 tot 500 tekens uit waarom deze voorziening dit nodig heeft."))
            }
        }
        if gekozen.contains(.geboortejaar), !heeftLeeftijdsgrens {
            fouten.append(
                Veldfout(
                    "velden", "geen-leeftijdsgrens",
                    "Een geboortejaar mag alleen weg als de voorziening een leeftijdsgrens heeft."
                ))
        }
        let grond = grondslag.flatMap { Grondslag(rawValue: $0) }
        if grondslag != nil, grond == nil {
            fouten.append(
                Veldfout(
                    "grondslag", "onbekende-code",
                    "Kies een van: \(Grondslag.allCases.map(\.rawValue).joined(separator: ", "))."))
        }
        guard fouten.isEmpty else { return (nil, fouten) }
        return (Veldenlijst(velden: gekozen, redenen: gegeven, grondslag: grond), [])
    }
}
