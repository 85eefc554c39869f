// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Opslag

extension Begeleiding {
    /// What happens here when intake tells something. Each runs once, in the transaction that moves the position.
    static func volgtIntake(_ regels: Regels) -> Following {
        var following = Following(.intake)
        following.houdUitwisselstopBij()
        following.houdSamenvoegingBij { volgend, tx in
            // The merge may come before the dossier.
            guard try Dossiers.vind(tx.db, volgend) != nil else { return }
            try Aandachtspunten.bijwerken(tx.db, volgend, regels)
        }
        following.on(AanmeldingGeaccepteerd.self, effect: "dossier-gestart") { event, _, tx in try event.starten(tx, regels) }
        following.on(AanmeldingIngetrokken.self, effect: "traject-beeindigd") { event, _, tx in try event.beeindigen(tx, regels) }
        following.on(AanmeldingTeruggezet.self, effect: "besluit-teruggedraaid") { event, _, tx in
            try event.beeindigen(tx, regels)
        }
        following.on(HuishoudenGewijzigd.self, effect: "huishouden-gevolgd") { event, _, tx in try event.volgen(tx, regels) }
        following.on(MeerijdenBekend.self, effect: "meerijden-gevolgd") { event, _, tx in try event.volgen(tx, regels) }
        following.on(WerdAchttien.self, effect: "achttien-gevolgd") { event, _, tx in try event.volgen(tx, regels) }
        following.on(PersoonGewijzigd.self, effect: "persoon-gevolgd") { event, _, tx in try event.volgen(tx, regels) }
        return following
    }
}
