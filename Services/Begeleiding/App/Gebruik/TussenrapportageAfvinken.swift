// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension RapportVastgesteld {
    /// The interim report was approved in rapportage: it need not be asked for any more.
    func afvinken(_ tx: Transaction, _ regels: Regels) throws {
        if soort.hasPrefix(RapportParagrafen.overdrachtsdocument) { return try vinkOverdrachtsdocumentAf(tx, regels) }
        guard soort == "tussenrapportage", let rij = try Trajecten.vind(tx.db, traject), rij.tussenrapportageKlaarOp == nil else {
            return
        }
        try tx.change("traject", id: traject.description, from: rij.versie, why: "tussenrapportage vastgesteld") { db in
            try db.doe(
                "UPDATE traject SET tussenrapportage_klaar_op = ? WHERE id = ?",
                [vastgesteldOp.description, traject.description])
        }
        try Tijdlijn.voegToe(tx, rij.dossier, op: vastgesteldOp, Tijdlijnfeit(.tussenrapportage), bron: rapport.description)
        try Aandachtspunten.bijwerken(tx.db, rij.dossier, regels)
    }
}
