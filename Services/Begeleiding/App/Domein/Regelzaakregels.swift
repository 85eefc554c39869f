// SPDX-License-Identifier: EUPL-1.2
import Domein

/// Which step of the regeldag may go from which state to which, and what must be done first.
///
/// Choice: starting a step (from open to requested or arranged) is refused while a step before it is open, with a
/// sentence that names that step; who knows better sets the earlier one to "niet van toepassing". Once requested, what the
/// agency decides is a fact and is always taken. Everything may be put back to open, to correct a mistake.
enum Regelzaakregels {
    /// States in which a step no longer holds up those that come after it.
    static let klaar: Set<RegelzaakToestand> = [.toegekend, .nietVanToepassing]

    /// One step on the board as the rules see it.
    struct Stand: Sendable, Equatable {
        var code: String
        var naam: String
        /// Nil for a step of the household.
        var dossier: DossierID?
        var toestand: RegelzaakToestand
    }

    static func toegestaan(van: RegelzaakToestand, naar: RegelzaakToestand) -> Bool {
        guard naar != .open, van != naar else { return true }
        return switch van {
        case .nietVanToepassing: false
        case .open: [.aangevraagd, .toegekend, .nietVanToepassing].contains(naar)
        case .aangevraagd: [.toegekend, .afgewezen, .nietVanToepassing].contains(naar)
        case .toegekend: [.aangevraagd, .bezwaar].contains(naar)
        case .afgewezen: [.aangevraagd, .bezwaar, .nietVanToepassing].contains(naar)
        case .bezwaar: [.toegekend, .afgewezen].contains(naar)
        }
    }

    /// The names of the steps that come before this one and are not done. A step of a person waits for that person's own
    /// steps and for the household's; a step of the household waits for those of whoever brought it (`drager`).
    static func wachtOp(_ stap: Regelstap, dossier: DossierID?, drager: DossierID, bord: [Stand]) -> [String] {
        let eigenaar = dossier ?? drager
        return stap.na.compactMap { code in
            bord.first { $0.code == code && ($0.dossier == nil || $0.dossier == eigenaar) && !klaar.contains($0.toestand) }?.naam
        }
    }

    /// Why the change is refused, in Dutch for the user; nil when it may be done.
    static func bezwaar(van: RegelzaakToestand, naar: RegelzaakToestand, wachtOp: [String]) -> String? {
        guard toegestaan(van: van, naar: naar) else {
            return "Deze regelzaak staat op “\(van.naam)”. Daarna kan niet meteen “\(naar.naam)” komen."
        }
        let begint = (van == .open) && (naar == .aangevraagd || naar == .toegekend)
        guard begint, !wachtOp.isEmpty else { return nil }
        return "Eerst moet klaar zijn: \(opsomming(wachtOp)). Is dat niet nodig? Zet dat dan op “Niet van toepassing”."
    }
}

/// `a`, `a en b`, `a, b en c`.
func opsomming(_ delen: [String]) -> String {
    guard let laatste = delen.last, delen.count > 1 else { return delen.first ?? "" }
    return delen.dropLast().joined(separator: ", ") + " en " + laatste
}
