// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag
import Toegang

extension RegelzaakZetten {
    /// Sets the state of a step, from the version the user saw. Starting a step while one before it is open is refused.
    func uitvoeren(_ middelen: Middelen, _ request: Request) async throws -> Done {
        let (actor, regels) = (request.actor, middelen.regels)
        return try await middelen.store.once(request.envelope) { tx in
            let rij = try Dossiers.eis(tx.db, dossier, actor, .change, .regeldag)
            guard let bord = try Regelzaken.bord(tx.db, huishouden: rij.huishouden) else {
                throw Failure.notFound(what: "regeldagbord")
            }
            let bordzaken = try Regelzaken.zaken(tx.db, bord: bord.id)
            guard let oud = bordzaken.first(where: { $0.id == regelzaak }) else { throw Failure.notFound(what: "regelzaak") }
            // A step of another person of the household needs a right to that person.
            if let van = oud.dossier, van != dossier { _ = try Dossiers.eis(tx.db, van, actor, .change, .regeldag) }
            guard oud.versie != versie || oud.toestand != toestand else { return Done() }
            // An old screen is told that it is old, not that its step is impossible.
            if oud.versie == versie, let reden = Self.bezwaar(oud, toestand, bord, bordzaken) {
                throw Failure.state(reason: reden)
            }
            let vandaag = Datum(tx.now)
            try tx.change("regelzaak", id: regelzaak.description, from: versie, why: "toestand gezet") { db in
                try db.doe("UPDATE regelzaak SET toestand = ? WHERE id = ?", [toestand.rawValue, regelzaak.description])
            }
            try Aandachtspunten.bijwerken(tx.db, oud.drager, regels)
            try Tijdlijn.voegToe(
                tx, oud.drager, op: vandaag, .regelzaak(oud.naam, van: oud.toestand, naar: toestand),
                bron: regelzaak.description)
            try tx.emit(
                RegelzaakGewijzigd(
                    regelzaak: regelzaak, dossier: oud.drager, huishouden: rij.huishouden, code: oud.code, toestand: toestand,
                    uiterlijkOp: oud.uiterlijkOp, datum: vandaag))
            return Done()
        }
    }

    private static func bezwaar(
        _ oud: Regelzaakrij, _ naar: RegelzaakToestand, _ bord: Bordrij, _ zaken: [Regelzaakrij]
    ) -> String? {
        Regelzaakregels.bezwaar(van: oud.toestand, naar: naar, wachtOp: oud.wachtOp(bord, zaken.map(\.stand)))
    }
}

extension Regelzaakrij {
    var stand: Regelzaakregels.Stand {
        Regelzaakregels.Stand(code: code, naam: naam, dossier: dossier, toestand: toestand)
    }

    /// Names of the steps before this one that are not done, by the template the board keeps.
    func wachtOp(_ bord: Bordrij, _ standen: [Regelzaakregels.Stand]) -> [String] {
        guard let stap = bord.sjabloon.stap(code) else { return [] }
        return Regelzaakregels.wachtOp(stap, dossier: dossier, drager: drager, bord: standen)
    }
}
