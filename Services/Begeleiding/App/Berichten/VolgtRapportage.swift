// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein

extension Begeleiding {
    /// Rapportage tells which report was approved.
    static func volgtRapportage(_ regels: Regels) -> Following {
        var following = Following(.rapportage)
        following.on(RapportVastgesteld.self, effect: "tussenrapportage-afgevinkt") { event, _, tx in
            try event.afvinken(tx, regels)
        }
        return following
    }
}
