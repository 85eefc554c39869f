// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension RegeldagOpvragen {
    /// The board of the household: its own steps, and those of the members whom the actor may see.
    func tonen(_ middelen: Middelen, _ request: Request) async throws -> Regeldagbord {
        let actor = request.actor
        let bord = try await middelen.store.read { db in
            let rij = try Dossiers.eis(db, dossier, actor, .read, .regeldag)
            guard let bord = try Regelzaken.bord(db, huishouden: rij.huishouden) else {
                throw Failure.notFound(what: "regeldagbord")
            }
            let zaken = try Regelzaken.zaken(db, bord: bord.id)
            let standen = zaken.map(\.stand)
            let zichtbaar = try Set(zaken.map(\.drager)).filter { drager in
                try Dossiers.vind(db, drager)?.mag(actor, .read, .regeldag) ?? false
            }
            return Regeldagbord(
                huishouden: bord.huishouden, sjabloon: bord.opdracht, sjabloonVan: bord.sjabloon.versie,
                zaken: zaken.filter { $0.vanHuishouden || zichtbaar.contains($0.drager) }.map { $0.opBord(bord, standen) })
        }
        try await middelen.store.write(because: request.envelope) { tx in
            try Inzage.noteer(tx, dossier, .regeldag, aanvrager: request.caller.rawValue)
        }
        return bord
    }
}

extension Regelzaakrij {
    fileprivate func opBord(_ bord: Bordrij, _ standen: [Regelzaakregels.Stand]) -> Regeldagbord.Regelzaak {
        let stap = bord.sjabloon.stap(code)
        return Regeldagbord.Regelzaak(
            regelzaak: id, dossier: dossier, code: code, naam: naam, toestand: toestand, uiterlijkOp: uiterlijkOp,
            waarom: waarom, gevolg: stap?.termijn.gevolg ?? "", meenemen: stap?.meenemen ?? [],
            wachtOp: Regelzaakregels.klaar.contains(toestand) ? [] : wachtOp(bord, standen), versie: versie, letOp: stap?.letOp)
    }
}
