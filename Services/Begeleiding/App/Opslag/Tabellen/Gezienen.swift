// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// Reading and writing of the tables `uitbeeld_gezien` and `verblijfsdocument`.
enum Gezienen {
    struct Rij: Sendable {
        var op: Datum
        var kijkOp: Datum
        var naam: String
        var door: GebruikerID?
    }

    /// Newest first.
    static func van(_ db: Database, _ dossier: DossierID, limit: Int = 20) throws -> [Rij] {
        try db.rijen(
            "SELECT * FROM uitbeeld_gezien WHERE dossier = ? ORDER BY op DESC, id DESC LIMIT ?", [dossier.description, limit]
        ).map {
            Rij(
                op: try $0.datum("op"), kijkOp: try $0.datum("kijk_op"), naam: try $0.tekst("naam"),
                door: try $0.idIfPresent("door"))
        }
    }

    /// What was seen and still counts on a day: what lies behind us covers nothing.
    static func gelden(_ db: Database, _ dossier: DossierID) throws -> [Uitbeeld.Gezien] {
        let rijen = try db.rijen(
            """
            SELECT g.kijk_op, p.gezien, p.soort, p.bron, p.vanaf, p.uiterlijk_op
            FROM uitbeeld_gezien g JOIN uitbeeld_gezien_punt p ON p.gezien = g.id WHERE g.dossier = ?
            """, [dossier.description])
        return try Dictionary(grouping: rijen) { ($0["gezien"] as String?) ?? "" }.values.map { rijen in
            Uitbeeld.Gezien(
                kijkOp: try rijen[0].datum("kijk_op"),
                punten: Set(
                    try rijen.map { row in
                        Uitbeeld.Punt(
                            soort: try row.code("soort"), bron: try row.tekst("bron"), vanaf: try row.datum("vanaf"),
                            uiterlijkOp: try row.datum("uiterlijk_op"))
                    }))
        }
    }

    static func bewaar(
        _ db: Database, _ id: UUID, dossier: DossierID, reden: Uitbeeldregels.Reden, kijkOp: Datum, op: Datum,
        door: GebruikerID?, punten: [Uitbeeld.Punt]
    ) throws {
        let sleutel = id.uuidString.lowercased()
        try db.doe(
            "INSERT INTO uitbeeld_gezien (id, dossier, reden, naam, kijk_op, op, door) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                sleutel, dossier.description, reden.code, reden.naam, kijkOp.description, op.description, door.kolom(),
            ])
        for punt in punten {
            try db.doe(
                "INSERT INTO uitbeeld_gezien_punt (gezien, soort, bron, vanaf, uiterlijk_op) VALUES (?, ?, ?, ?, ?)",
                [
                    sleutel, punt.soort.rawValue, punt.bron, punt.vanaf.description, punt.uiterlijkOp.description,
                ])
        }
    }

    /// The last day of the residence document and the version of that row; version 0: nobody wrote it down yet.
    static func document(_ db: Database, _ dossier: DossierID) throws -> (tot: Datum?, versie: Int) {
        guard let row = try db.rij("SELECT * FROM verblijfsdocument WHERE id = ?", [dossier.description]) else { return (nil, 0) }
        return (try row.datumIfPresent("geldig_tot"), try row.getal("versie"))
    }

    /// The last day for which something is planned: the next step that a contact left, or an appointment.
    static func gepland(_ db: Database, _ dossier: Dossierrij) throws -> Datum? {
        // The agenda may not be there yet in a store of an older version; GRDB remembers the answer.
        let afspraak =
            try db.tableExists("afspraak")
            ? try db.rij(
                "SELECT max(dag) AS dag FROM afspraak WHERE dossier = ? AND toestand = 'gepland'", [dossier.id.description])?
                .datumIfPresent("dag") : nil
        return [dossier.contact.stap?.op, afspraak].compactMap { $0 }.max()
    }
}
