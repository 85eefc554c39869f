// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension AanmeldingIngetrokken {
    /// The gemeente took the aanmelding back after it had become a dossier: the traject ends.
    func beeindigen(_ tx: Transaction, _ regels: Regels) throws {
        guard let dossier, let rij = try Dossiers.vind(tx.db, dossier), rij.toestand != .afgerond else { return }
        try rij.beeindig(tx, regels, reden: Eindreden.ingetrokken, op: ingetrokkenOp)
    }
}

extension AanmeldingTeruggezet {
    /// The person should not have been accepted yet: the traject ends. Accepted again, it starts anew.
    func beeindigen(_ tx: Transaction, _ regels: Regels) throws {
        guard let dossier, let rij = try Dossiers.vind(tx.db, dossier), rij.toestand != .afgerond else { return }
        try rij.beeindig(tx, regels, reden: Eindreden.teruggezet, op: teruggezetOp)
    }
}

extension Dossierrij {
    /// Ends what runs for this person. Children who rode along go to another adult of the household or wait for one; open
    /// steps of the household go to that other adult.
    /// - Parameters:
    ///   - kinderenMee: the guidance was done: children for whom there is no other adult end with it.
    ///   - nazorg: the days on which somebody looks in again.
    func beeindig(
        _ tx: Transaction, _ regels: Regels, reden: String, op datum: Datum, kinderenMee: Bool = false, nazorg: [Datum] = []
    ) throws {
        try tx.change("dossier", id: id.description, from: versie, why: reden) { db in
            try db.doe("UPDATE dossier SET toestand = 'afgerond' WHERE id = ?", [id.description])
        }
        let naam = Eindreden.naam(reden, try? regels.opdracht(opdracht).traject)
        try Tijdlijn.voegToe(
            tx, id, op: datum,
            Tijdlijnfeit(.trajectAfgerond, ["reden": reden, "naam": naam.prefix(1).lowercased() + naam.dropFirst()]))
        if eigenTraject, let traject, let rij = try Trajecten.vind(tx.db, traject), rij.loopt {
            try tx.change("traject", id: traject.description, from: rij.versie, why: reden) { db in
                try db.doe(
                    "UPDATE traject SET toestand = 'afgerond', afgerond_op = ?, reden = ? WHERE id = ?",
                    [datum.description, reden, traject.description])
            }
            try Klokken.planNazorg(tx.db, traject, nazorg)
            // It may have ended before today: whoever was spoken to since, was spoken to after the end.
            if let dicht = try Trajecten.vind(tx.db, traject) { try Klokken.werkNazorgBij(tx.db, dicht) }
            try tx.emit(TrajectAfgerond(traject: traject, dossier: id, reden: reden, afgerondOp: datum))
            try rij.vraagOverdrachtsdocument(tx, regels, reden: reden, op: datum)
        }
        try Overdrachten.vervalt(tx, id, waarom: "traject beëindigd")
        try draagHuishoudenOver(tx, regels)
        let andere = try Dossiers.lopendeTrajecten(tx.db, huishouden: huishouden, of: nil)
        for kind in try Dossiers.meerijders(tx.db, van: id) {
            if kinderenMee && andere.isEmpty {
                try kind.beeindig(tx, regels, reden: reden, op: datum)
                continue
            }
            try kind.verliestOuder(tx)
            try Aandachtspunten.bijwerken(tx.db, kind.id, regels)
        }
        try Aandachtspunten.bijwerken(tx.db, id, regels)
    }

    func draagHuishoudenOver(_ tx: Transaction, _ regels: Regels) throws {
        guard let opvolger = try Dossiers.lopendeTrajecten(tx.db, huishouden: huishouden, of: nil).first,
            let bord = try Regelzaken.bord(tx.db, huishouden: huishouden)
        else { return }
        for zaak in try Regelzaken.zaken(tx.db, bord: bord.id) where zaak.vanHuishouden && zaak.drager == id {
            try tx.change("regelzaak", id: zaak.id.description, from: zaak.versie, why: "overgenomen binnen het huishouden") {
                db in
                try db.doe(
                    "UPDATE regelzaak SET drager = ? WHERE id = ?", [opvolger.id.description, zaak.id.description])
            }
        }
        try Aandachtspunten.bijwerken(tx.db, opvolger.id, regels)
    }

    private func verliestOuder(_ tx: Transaction) throws {
        // The begeleider stays: somebody must look after the child until there is another adult.
        let nieuw = try tx.change("dossier", id: id.description, from: versie, why: "traject van ouder of voogd is beëindigd") {
            db in
            try db.doe(
                "UPDATE dossier SET toestand = 'wacht', meerijdend_met = NULL, traject = NULL WHERE id = ?", [id.description])
        }
        var kind = self
        kind.versie = nieuw
        try kind.zoekOuder(tx)
    }
}
