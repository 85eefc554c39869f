// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// How many people a service says it can take, and how many of those places are spoken for.
public struct Capaciteit: Sendable, Equatable {
    /// What the service says when it gives no number (Gravity's four answers).
    public enum Antwoord: String, Sendable, CaseIterable {
        case plaats
        case geenPlaats = "geen-plaats"
        case wachtlijst
        case eerstOverleggen = "eerst-overleggen"
    }

    public var antwoord: Antwoord
    /// Free places at the moment of publishing; nil when no number was given.
    public var vrij: Int?
    public var maximum: Int?
    public var gemeldOp: Datum
    /// Places held by referrals that were sent and not yet answered.
    public var gereserveerd: Int
    /// Places taken by referrals that were accepted after the number was published.
    public var bezetSindsdien: Int

    /// Days after which nobody knows any more.
    public static let houdbaarDagen = 30

    public init(
        antwoord: Antwoord, vrij: Int?, maximum: Int?, gemeldOp: Datum, gereserveerd: Int = 0, bezetSindsdien: Int = 0
    ) {
        (self.antwoord, self.vrij, self.maximum) = (antwoord, vrij, maximum)
        (self.gemeldOp, self.gereserveerd, self.bezetSindsdien) = (gemeldOp, gereserveerd, bezetSindsdien)
    }

    public func isVerouderd(_ vandaag: Datum) -> Bool { gemeldOp.days(until: vandaag) > Self.houdbaarDagen }

    /// Places that somebody may still be sent to; nil when that is not known.
    public func over(_ vandaag: Datum) -> Int? {
        guard !isVerouderd(vandaag), let vrij else { return nil }
        return max(0, vrij - gereserveerd - bezetSindsdien)
    }

    /// What a chooser sees: `onbekend` when it is stale or was never said.
    public func stand(_ vandaag: Datum) -> String {
        if isVerouderd(vandaag) { return "onbekend" }
        if let over = over(vandaag) { return over > 0 ? Antwoord.plaats.rawValue : Antwoord.geenPlaats.rawValue }
        return antwoord.rawValue
    }

    /// Reads what was said; every error at once.
    public static func fouten(antwoord: String, vrij: Int?, maximum: Int?) -> [Veldfout] {
        var fouten: [Veldfout] = []
        if Antwoord(rawValue: antwoord) == nil {
            fouten.append(
                Veldfout(
                    "antwoord", "onbekende-code", "Kies een van: \(Antwoord.allCases.map(\.rawValue).joined(separator: ", "))."))
        }
        for (veld, getal) in [("vrij", vrij), ("maximum", maximum)] {
            if let getal, !(0...100_000).contains(getal) {
                fouten.append(Veldfout(veld, "bereik", "Een heel getal van 0 tot en met 100000."))
            }
        }
        if let vrij, let maximum, vrij > maximum {
            fouten.append(Veldfout("vrij", "te-veel", "Er zijn niet meer vrije plaatsen dan plaatsen."))
        }
        if let vrij, vrij == 0, antwoord == Antwoord.plaats.rawValue {
            fouten.append(Veldfout("vrij", "tegenspraak", "Met nul vrije plaatsen is er geen plaats."))
        }
        return fouten
    }
}
