// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Dienst
import Domein
import Foundation
import GRDB
import Opslag
import Toegang
import Zegel

extension RegelzaakBijhouden {
    /// Keeps what stands beside the state of a step: who, the days, the proof, the next look.
    /// - Throws: `Failure.invalid` with every field error; `Failure.unavailable` when the remark must be sealed and the key is
    ///   away.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        let invoer = Regelstand.Invoer(
            uitvoerder: uitvoerder, aangevraagdOp: aangevraagdOp, beslistOp: beslistOp, controleOp: controleOp, bewijs: bewijs,
            kenmerk: kenmerk.trimmingCharacters(in: .whitespacesAndNewlines))
        let vandaag = middelen.vandaag
        // Refuse first, before a key is asked; the same is checked again in the transaction.
        let oud = try await middelen.store.read { db in
            let zaak = try Regelzaakplek(db, dossier, regelzaak, actor, .change).zaak
            if zaak.versie == versie { try zaak.regelstand.veldfouten(invoer, vandaag: vandaag).orThrow() }
            return zaak
        }
        // Opened to see whether it is the same: what did not change keeps its seal.
        var opener = Opener(middelen.keys)
        var bekend: String?
        if let kenmerk = oud.kenmerk {
            bekend = await opener.tekst(kenmerk.zegel, van: kenmerk.van, plaats: Zegelplaats.regelbewijs(regelzaak))
        }
        let blijft = bekend == invoer.kenmerk && oud.kenmerk != nil
        let key = invoer.kenmerk.isEmpty || blijft ? nil : try await middelen.keys.key(for: oud.drager)
        return try await middelen.store.once(request.envelope) { tx in
            let plek = try Regelzaakplek(tx.db, dossier, regelzaak, actor, .change)
            let zaak = plek.zaak
            if zaak.versie == versie {
                try zaak.regelstand.veldfouten(invoer, vandaag: tx.today).orThrow()
            }
            var kenmerk = blijft ? zaak.kenmerk : nil
            if let key {
                guard zaak.drager == oud.drager else { throw Failure.unavailable(what: "de sleutel van het dossier") }
                let zegel = try Seal.seal(invoer.kenmerk, with: key, context: Zegelplaats.regelbewijs(regelzaak))
                kenmerk = Regelzaakrij.Kenmerk(zegel: zegel, van: zaak.drager)
            }
            let nieuw = zaak.regelstand.met(invoer, stap: plek.stap, vandaag: tx.today)
            if zaak.versie == versie, nieuw == zaak.regelstand, kenmerk == zaak.kenmerk { return Done() }
            try Regelverlopen.zet(
                tx, zaak, vanaf: versie, naar: nieuw, kenmerk: kenmerk, .bijgehouden, why: "stap bijgehouden")
            try plek.meld(tx, naar: nieuw, regels)
            return Done()
        }
    }
}
