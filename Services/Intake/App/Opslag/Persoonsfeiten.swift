// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// The three facts about a person, only added to; the newest of a kind holds.
enum Persoonsfeiten {
    static func voegToe(
        _ tx: Transaction, _ dossier: DossierID, _ soort: Persoonsfeitsoort, _ waarde: String, van: Datum, bron: String,
        reden: String
    ) throws {
        try tx.db.run(
            """
            INSERT INTO persoonsfeit (id, dossier, soort, waarde, van, bron, reden, op, door)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, tx.ids.make() as Identifier<Persoonsfeit>, dossier, soort.rawValue, waarde, van, bron, reden, tx.nowText,
            tx.actorText)
    }

    /// Newest first, the whole history of one person. More than a hundred are cut off.
    static func van(_ db: Database, _ dossier: DossierID) throws -> [Persoonsfeit] {
        let rijen = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT * FROM persoonsfeit WHERE dossier = ? ORDER BY van DESC, op DESC, id DESC LIMIT 100"),
            arguments: [dossier.description])
        return try Array(
            rijen.map { row in
                guard let van = Datum(row["van"] as String) else { throw Opslagfout.onleesbareRij("persoonsfeit") }
                return Persoonsfeit(soort: row["soort"], waarde: row["waarde"], van: van, bron: row["bron"], reden: row["reden"])
            })
    }

    static func nu(_ db: Database, _ dossier: DossierID, _ soort: Persoonsfeitsoort) throws -> Persoonsfeit? {
        try van(db, dossier).first { $0.soort == soort.rawValue }
    }
}
