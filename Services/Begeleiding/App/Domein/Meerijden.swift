// SPDX-License-Identifier: EUPL-1.2
import Domein

/// With whose traject a child rides along (Almere 2026, chapter 3: children fall within the traject of a parent or guardian).
enum Meerijden {
    /// A traject that a child could ride on.
    struct Kandidaat: Sendable, Equatable {
        var dossier: DossierID
        var huishouden: HuishoudenID
    }

    /// The one intake named, wherever that one lives (a guardian may live elsewhere); else the first of the own household.
    /// Nil: nobody yet, the child waits.
    /// - Parameter lopend: running trajects of the household and of the one named, oldest first.
    static func kies(wens: DossierID?, huishouden: HuishoudenID, lopend: [Kandidaat]) -> DossierID? {
        if let wens, lopend.contains(where: { $0.dossier == wens }) { return wens }
        return lopend.first { $0.huishouden == huishouden }?.dossier
    }
}
