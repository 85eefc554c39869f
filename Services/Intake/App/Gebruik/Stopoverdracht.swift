// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import Opslag
import Toegang

/// Which stops on exchange must stay on both sides when a merge is undone.
///
/// A stop from before the merge goes back to the dossier that it was set on. One that was set while the two counted as one
/// person was about that person, and nobody can tell which of the two that is now: it stays on both, with its reason and with
/// who set it, until somebody lifts it. Too long a stop costs a phone call, too short a one may cost a life.
struct Stopoverdracht: Sendable {
    private struct Zet: Sendable {
        /// Who did not have the stop, and gets it.
        var dossier: DossierID
        var id: String
        var verzegeld: Data
    }

    private let rij: Samenvoegrij
    private let lopend: [DossierID: String]
    private let zetten: [Zet]

    /// Done before the transaction: it takes keys.
    init(_ rij: Samenvoegrij, _ parts: IntakeParts, _ actor: Actor) async throws {
        self.rij = rij
        let (lopend, volgend, wortel, regels) = try await parts.store.read { db in
            let groep = try Samenvoegregister.groep(db, rij.leidend)
            let lopend = try Uitwisselregister.lopend(db, in: groep)
            let regels = try lopend.keys.sorted().map { dossier in
                (dossier, try Uitwisselregister.regels(db, dossier).first { $0.id == lopend[dossier] })
            }
            return (
                lopend, try Samenvoegregister.tak(db, rij.volgend), try Samenvoegregister.wortel(db, rij.leidend), regels
            )
        }
        self.lopend = lopend
        let tijdens = lopend.filter { !(rij.stops?.contains($0.value) ?? false) }
        let zegel = Stopzegel(parts: parts)
        var zetten: [Zet] = []
        for isVolgend in [true, false] {
            let hier = lopend.keys.filter { volgend.contains($0) == isVolgend }
            let daar = tijdens.keys.filter { volgend.contains($0) != isVolgend }.sorted()
            // A stop of its own is enough.
            guard hier.isEmpty, let bron = daar.first else { continue }
            var reden = Uitwisselreden(
                door: actor.user ?? GebruikerID(parts.store.ids.next()),
                toelichting: "Gestopt terwijl twee dossiers als één persoon telden.")
            if let regel = regels.first(where: { $0.0 == bron })?.1, let gelezen = try? await zegel.open(regel, bron) {
                reden = gelezen
            }
            let doel = isVolgend ? rij.volgend : wortel
            let (id, verzegeld) = try await zegel.sluit(reden, doel)
            zetten.append(Zet(dossier: doel, id: id, verzegeld: verzegeld))
        }
        self.zetten = zetten
    }

    /// Before the merge itself is undone.
    func voer(_ tx: Transaction) throws {
        guard try Uitwisselregister.lopend(tx.db, in: Samenvoegregister.groep(tx.db, rij.leidend)) == lopend else {
            throw Failure.state(reason: "De uitwisseling over deze persoon is net gestopt of hervat. Probeer het nog eens.")
        }
        for zet in zetten {
            try Uitwisselstop.stop(zet.dossier, in: tx)
            try Uitwisselregister.schrijf(tx, id: zet.id, zet.dossier, .gestopt, verzegeld: zet.verzegeld)
            try tx.emit(UitwisselingGestopt(dossier: zet.dossier))
        }
    }
}
