// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// Reading and writing of the tables of safety.
enum Veiligheid {
    struct Afspraakrij: Sendable {
        var id: VeiligheidsafspraakID
        var op: Datum
        var geldtTot: Datum?
        var zegel: Data
        var beeindigdOp: Datum?
        var redenZegel: Data?
        var door: GebruikerID?
        var versie: Int
    }

    /// How to reach somebody; nil when nothing was ever said, without a seal when it was taken away.
    static func contact(_ db: Database, _ dossier: DossierID) throws -> (zegel: Data?, versie: Int)? {
        try db.rij("SELECT inhoud_zegel, versie FROM veilig_contact WHERE id = ?", [dossier.description]).map { row in
            (row["inhoud_zegel"], try row.getal("versie"))
        }
    }

    /// - Parameter versie: the version the writer began from; 0 when nothing was said yet.
    static func zetContact(_ tx: Transaction, _ dossier: DossierID, _ zegel: Data?, van versie: Int) throws {
        let bekend = try contact(tx.db, dossier)
        guard bekend != nil || versie == 0 else { throw Failure.conflict(.init(yours: versie, newest: 0)) }
        guard bekend != nil else {
            try tx.db.doe(
                "INSERT INTO veilig_contact (id, inhoud_zegel, gewijzigd_op, gewijzigd_door) VALUES (?, ?, ?, ?)",
                [dossier.description, zegel, tx.nowText, tx.actorText])
            return try tx.created("veilig_contact", id: dossier.description, why: "gezet")
        }
        try tx.change("veilig_contact", id: dossier.description, from: versie, why: "gezet") { db in
            try db.doe("UPDATE veilig_contact SET inhoud_zegel = ? WHERE id = ?", [zegel, dossier.description])
        }
    }

    static func afspraken(_ db: Database, _ dossier: DossierID) throws -> [Afspraakrij] {
        try db.rijen(
            "SELECT * FROM veiligheidsafspraak WHERE dossier = ? ORDER BY op DESC, id DESC LIMIT 200", [dossier.description]
        ).map { row in
            Afspraakrij(
                id: try row.id("id"), op: try row.datum("op"), geldtTot: try row.datumIfPresent("geldt_tot"),
                zegel: try row.bytes("tekst_zegel"), beeindigdOp: try row.datumIfPresent("beeindigd_op"),
                redenZegel: row["reden_zegel"], door: try row.idIfPresent("door"), versie: try row.getal("versie"))
        }
    }

    static func bewaar(
        _ tx: Transaction, _ id: VeiligheidsafspraakID, _ dossier: DossierID, op: Datum, tot: Datum?, zegel: Data
    ) throws {
        try tx.db.doe(
            "INSERT INTO veiligheidsafspraak (id, dossier, op, geldt_tot, tekst_zegel, door) VALUES (?, ?, ?, ?, ?, ?)",
            [id.description, dossier.description, op.description, tot.kolom(), zegel, tx.cause?.actor?.user.kolom()])
        try tx.created("veiligheidsafspraak", id: id.description, why: "vastgelegd")
    }

    static func beeindig(_ tx: Transaction, _ id: VeiligheidsafspraakID, van versie: Int, zegel: Data) throws {
        try tx.change("veiligheidsafspraak", id: id.description, from: versie, why: "beeindigd") { db in
            try db.doe(
                "UPDATE veiligheidsafspraak SET beeindigd_op = ?, reden_zegel = ? WHERE id = ? AND beeindigd_op IS NULL",
                [tx.today.description, zegel, id.description])
        }
    }
}
