// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// Reading and writing of the tables `contactmoment` and `contactmoment_doel`. Rows are only added: a correction is a
/// new contact moment.
enum Contactmomenten {
    struct Nieuw: Sendable {
        var id: ContactmomentID
        var dossier: DossierID
        var traject: TrajectID
        var soort: Contactsoort
        var datum: Datum
        var duurMinuten: Int
        var verschijning: Verschijning
        var tolk: Tolkvorm
        var notitieZegel: Data?
        var stapZegel: Data?
        var stapOp: Datum?
        var doelen: Set<DoelID>
    }

    static func bewaar(_ db: Database, _ nieuw: Nieuw, door: GebruikerID?, op: String) throws {
        try db.doe(
            """
            INSERT INTO contactmoment (id, dossier, traject, soort, datum, duur_minuten, verschijning, tolk, notitie_zegel,
                stap_zegel, stap_op, door, vastgelegd_op)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                nieuw.id.description, nieuw.dossier.description, nieuw.traject.description, nieuw.soort.rawValue,
                nieuw.datum.description, nieuw.duurMinuten, nieuw.verschijning.rawValue, nieuw.tolk.rawValue,
                nieuw.notitieZegel, nieuw.stapZegel, nieuw.stapOp.kolom(), door.kolom(), op,
            ])
        for doel in nieuw.doelen.sorted() {
            try db.doe(
                "INSERT INTO contactmoment_doel (contactmoment, doel) VALUES (?, ?)",
                [nieuw.id.description, doel.description])
        }
    }

    /// Whether something was done towards the person on a later day than this: a contact that is no no-show.
    static func heeftLater(_ db: Database, _ dossier: DossierID, dan datum: Datum) throws -> Bool {
        try db.rij(
            """
            SELECT 1 FROM contactmoment WHERE dossier = ? AND datum > ?
            AND (verschijning <> 'niet-verschenen' OR soort = 'outreach') LIMIT 1
            """, [dossier.description, datum.description]) != nil
    }

    /// The sealed words of the next step that a contact left.
    static func stapZegel(_ db: Database, _ id: ContactmomentID) throws -> Data? {
        try db.rij("SELECT stap_zegel FROM contactmoment WHERE id = ?", [id.description]).flatMap { $0["stap_zegel"] }
    }

    /// The contacts of a whole traject for the report, oldest first.
    static func van(_ db: Database, traject: TrajectID) throws -> [Dossierbeeld.Contact] {
        try db.rijen(
            "SELECT id, soort, datum, verschijning, tolk FROM contactmoment WHERE traject = ? ORDER BY datum, id",
            [traject.description]
        ).map { row in
            Dossierbeeld.Contact(
                id: try row.id("id"), soort: try row.code("soort"), datum: try row.datum("datum"),
                verschijning: try row.code("verschijning"), tolk: try row.code("tolk"))
        }
    }
}
