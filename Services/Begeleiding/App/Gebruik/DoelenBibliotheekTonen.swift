// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Opslag
import Toegang

extension DoelenBibliotheek {
    /// The sentences of the contract of this dossier, in the order of its areas of life.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> [Zin] {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .read, .plan)
            let opdracht = try regels.opdracht(rij.opdracht)
            return opdracht.leefgebieden.flatMap { gebied in
                opdracht.doelen.zinnen(voor: gebied).map { zin in
                    Zin(
                        leefgebied: gebied, tekst: zin.tekst, code: zin.code,
                        acties: zin.acties.map { Suggestie(code: $0.code, tekst: $0.tekst, wie: $0.wie) })
                }
            }
        }
    }
}
