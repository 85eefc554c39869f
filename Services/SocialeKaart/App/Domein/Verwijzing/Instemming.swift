// SPDX-License-Identifier: EUPL-1.2
import Domein

/// That the person agreed with the help: who, when, how, in which language and with an interpreter or not. Kept apart from the
/// ground of the AVG and from the release from professional secrecy: each of the three is asked by itself.
public struct Instemmingsgegevens: Sendable, Equatable {
    /// Who agreed.
    public enum Door: String, Sendable, CaseIterable {
        case persoon
        case vertegenwoordiger = "wettelijk-vertegenwoordiger"
    }

    /// Days that an agreement counts. Our own choice: after half a year one asks again.
    public static let geldigDagen = 183

    public var door: Door
    public var op: Datum
    public var hoe: Instemming
    /// Code of the language in which it was asked; nil when nobody wrote it down.
    public var taal: String?
    public var metTolk: Bool

    public static func isGeldig(gegevenOp: Datum?, ingetrokken: Bool, vandaag: Datum) -> Bool {
        guard let gegevenOp, !ingetrokken else { return false }
        return (0...geldigDagen).contains(gegevenOp.days(until: vandaag))
    }

    /// Reads what was given; every error at once.
    public static func lees(
        door: String?, op: Datum?, hoe: String, taal: String?, metTolk: Bool?, vandaag: Datum
    ) -> (gegevens: Instemmingsgegevens?, fouten: [Veldfout]) {
        var fouten: [Veldfout] = []
        func code<Soort: RawRepresentable & CaseIterable>(_ veld: String, _ tekst: String, _: Soort.Type) -> Soort?
        where Soort.RawValue == String {
            let waarde = Soort(rawValue: tekst)
            if waarde == nil {
                fouten.append(
                    Veldfout(
                        veld, "onbekende-code", "Kies een van: \(Soort.allCases.map(\.rawValue).joined(separator: ", "))."))
            }
            return waarde
        }
        let wie = code("instemmingDoor", door ?? Door.persoon.rawValue, Door.self)
        let wijze = code("instemming", hoe, Instemming.self)
        let dag = op ?? vandaag
        if !isGeldig(gegevenOp: dag, ingetrokken: false, vandaag: vandaag) {
            fouten.append(
                Veldfout(
                    "instemmingOp", "datum-buiten-bereik",
                    "De persoon stemde in op een dag die niet in de toekomst ligt en niet langer dan een half jaar geleden is."))
        }
        if let taal, !((2...3).contains(taal.utf8.count) && taal.utf8.allSatisfy { (97...122).contains($0) }) {
            fouten.append(
                Veldfout("instemmingTaal", "onbekende-code", "Gebruik een taalcode van twee of drie letters, zoals ti."))
        }
        let tolk = metTolk ?? (wijze == .mondelingMetTolk)
        if wijze == .mondelingMetTolk, !tolk {
            fouten.append(Veldfout("instemmingTolk", "tegenspraak", "Mondeling met tolk kan niet zonder tolk."))
        }
        guard fouten.isEmpty, let wie, let wijze else { return (nil, fouten) }
        return (Instemmingsgegevens(door: wie, op: dag, hoe: wijze, taal: taal, metTolk: tolk), [])
    }
}

/// Release from professional secrecy, for a referrer who is bound to it. Says nothing about the AVG or about the help.
public enum Geheimhoudingsontheffing: String, Sendable, CaseIterable {
    /// The referrer shares nothing that falls under secrecy.
    case nietNodig = "niet-nodig"
    /// The person released the referrer from it.
    case doorPersoon = "door-persoon"
    /// A law obliges to speak.
    case wettelijkePlicht = "wettelijke-plicht"
}
