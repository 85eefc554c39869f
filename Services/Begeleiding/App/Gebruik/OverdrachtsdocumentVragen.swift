// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension Trajectrij {
    /// A traject ended in a way that the gemeente wants a document of: rapportage makes a concept, and it stays on the
    /// standing list until it was approved. Withdrawn aanmeldingen and ends that the contract excepts ask none.
    func vraagOverdrachtsdocument(_ tx: Transaction, _ regels: Regels, reden: String, op datum: Datum) throws {
        let contract = try regels.opdracht(opdracht).traject
        guard contract.eindreden(reden)?.overdrachtsdocument == true else { return }
        let uiterlijk = contract.overdracht.uiterlijk(vanaf: datum)
        try tx.db.doe(
            "UPDATE traject SET overdracht_uiterlijk_op = ?, overdracht_klaar_op = NULL WHERE id = ?",
            [uiterlijk.description, id.description])
        try tx.emit(OverdrachtsdocumentGevraagd(traject: id, dossier: dossier, uiterlijkOp: uiterlijk))
    }
}

extension RapportVastgesteld {
    /// The overdrachtsdocument was approved: it need not be asked for any more.
    func vinkOverdrachtsdocumentAf(_ tx: Transaction, _ regels: Regels) throws {
        guard let rij = try Trajecten.vind(tx.db, traject), !rij.loopt, rij.overdrachtKlaarOp == nil else { return }
        try tx.change("traject", id: traject.description, from: rij.versie, why: "overdrachtsdocument vastgesteld") { db in
            try db.doe(
                "UPDATE traject SET overdracht_klaar_op = ? WHERE id = ?", [vastgesteldOp.description, traject.description])
        }
        try Tijdlijn.voegToe(
            tx, rij.dossier, op: vastgesteldOp, Tijdlijnfeit(.overdrachtsdocument), bron: rapport.description)
        try Aandachtspunten.bijwerken(tx.db, rij.dossier, regels)
    }
}
