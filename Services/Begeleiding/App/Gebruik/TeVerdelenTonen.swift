// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension TeVerdelen {
    /// What has no begeleider yet, longest waiting first: trajects, and children without anybody to ride with.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Page<TeVerdelenRegel> {
        let bereik = Policy.scope(request.actor, .assign, on: .dossier)
        let na = try Sleutelplaats.lees(page.after)
        let limit = page.limit
        let (regels, vandaag) = (middelen.regels, middelen.vandaag)
        return try await middelen.store.read { db in
            let alle = try Dossiers.teVerdelen(db, bereik, na: na, limit: limit + 1).map { try $0.regel(db, regels, vandaag) }
            let pagina = alle.prefix(limit)
            return Page(
                rows: Array(pagina),
                next: alle.count > limit ? pagina.last.map { Sleutelplaats.tekst($0.gestartOp, $0.dossier) } : nil)
        }
    }
}

extension Verdeelrij {
    fileprivate func regel(_ db: Database, _ regels: Regels, _ vandaag: Datum) throws -> TeVerdelenRegel {
        // Children who ride along go to the same begeleider.
        let meerijders = try Dossiers.meerijders(db, van: dossier.id).compactMap { try $0.gewicht(db, regels, vandaag) }
        let eigen = try dossier.gewicht(db, regels, vandaag)
        let som = eigen.map { meerijders.reduce($0.gewicht) { $0 + $1.gewicht } }
        let mee = meerijders.isEmpty ? nil : som.map { "Met \(meerijders.count) die meerijden: samen \($0)%." }
        return TeVerdelenRegel(
            dossier: dossier.id, huishouden: dossier.huishouden, doelgroep: dossier.doelgroep, gestartOp: dossier.gestartOp,
            eersteContactUiterlijk: try eersteContactUiterlijk
                ?? regels.opdracht(dossier.opdracht).eersteContact.uiterlijk(vanaf: dossier.geaccepteerdOp),
            spreektaal: spreektaal, tolkNodig: tolkNodig, gewicht: som,
            gewichtWaarom: eigen.map { [$0.waarom, mee].compactMap { $0 }.joined(separator: " ") })
    }
}

extension Dossierrij {
    fileprivate func gewicht(_ db: Database, _ regels: Regels, _ vandaag: Datum) throws -> Caseload.Gewicht? {
        try Caseloads.van(db, dossier: id).map {
            Caseload.gewicht($0.stand, op: vandaag, regels: try regels.opdracht($0.opdracht).caseload)
        }
    }
}
