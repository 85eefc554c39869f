// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Opslag
import Toegang

extension TeVerdelen {
    /// What has no begeleider yet, longest waiting first: trajects, and children without anybody to ride with.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<TeVerdelenRegel> {
        let bereik = Policy.scope(request.actor, .assign, on: .dossier)
        let na = try Sleutelplaats.lees(page.after)
        let limit = page.limit
        let regels = middelen.regels
        return try await middelen.store.read { db in
            let alle = try Dossiers.teVerdelen(db, bereik, na: na, limit: limit + 1).map { try $0.regel(regels) }
            let pagina = alle.prefix(limit)
            return Page(
                rows: Array(pagina),
                next: alle.count > limit ? pagina.last.map { Sleutelplaats.tekst($0.gestartOp, $0.dossier) } : nil)
        }
    }
}

extension Verdeelrij {
    fileprivate func regel(_ regels: Regels) throws -> TeVerdelenRegel {
        TeVerdelenRegel(
            dossier: dossier.id, huishouden: dossier.huishouden, doelgroep: dossier.doelgroep, gestartOp: dossier.gestartOp,
            eersteContactUiterlijk: try eersteContactUiterlijk
                ?? regels.opdracht(dossier.opdracht).eersteContact.uiterlijk(vanaf: dossier.geaccepteerdOp),
            spreektaal: spreektaal, tolkNodig: tolkNodig)
    }
}
