// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension Dossierrij {
    /// Puts a new member of the household on its board. The first one makes the board from the template of that day; who
    /// comes later gets steps from that same version. Steps of the household come with the first who has a traject.
    func komtOpBord(_ tx: Transaction, _ opdracht: Opdracht) throws {
        let bord =
            try Regelzaken.bord(tx.db, huishouden: huishouden)
            ?? Regelzaken.maakBord(tx.db, id: tx.ids.next(), huishouden: huishouden, opdracht: opdracht, op: Datum(tx.now))
        let draagt = try eigenTraject && !Regelzaken.heeftHuishoudzaken(tx.db, bord: bord.id)
        let lid = Regeldag.Lid(doelgroep: doelgroep, verblijfsvorm: verblijfsvorm, ankers: ankers)
        // Who starts again keeps the steps that are there.
        let aanwezig = Set(try Regelzaken.zaken(tx.db, bord: bord.id).filter { $0.drager == id }.map(\.code))
        let nieuw = Regeldag.nieuweZaken(bord.sjabloon, lid: lid, draagtHuishouden: draagt).filter { !aanwezig.contains($0.code) }
        for zaak in nieuw {
            try Regelzaken.bewaar(tx.db, tx.ids.make(), bord: bord, drager: id, zaak: zaak)
        }
        guard !nieuw.isEmpty else { return }
        try Tijdlijn.voegToe(tx, id, op: Datum(tx.now), Tijdlijnfeit(.regeldagGemaakt, ["aantal": String(nieuw.count)]))
    }
}
