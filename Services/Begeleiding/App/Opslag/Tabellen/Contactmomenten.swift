// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB

/// Reading and writing of the tables of contact moments. Rows are only added: a correction is a new contact moment, and a row
/// that says that the old one does not hold. What counts reads the view `contactmoment_geldig`.
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
        var plaats: Contactplaats?
        var tolkMinuten: Int?
        var taal: String?
        var partnersZegel: Data?
        var aanwezigen: Set<DossierID> = []
        /// Takes the place of this one among the contacts of its day.
        var vervangt: ContactmomentID?
    }

    static func bewaar(_ db: Database, _ nieuw: Nieuw, door: GebruikerID?, op: String) throws {
        try db.doe(
            """
            INSERT INTO contactmoment (id, dossier, traject, soort, datum, duur_minuten, verschijning, tolk, notitie_zegel,
                stap_zegel, stap_op, door, vastgelegd_op, plaats, tolk_minuten, taal, partners_zegel, vervangt, volgnummer)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
                (SELECT COALESCE(volgnummer, rowid) FROM contactmoment WHERE id = ?18))
            """,
            [
                nieuw.id.description, nieuw.dossier.description, nieuw.traject.description, nieuw.soort.rawValue,
                nieuw.datum.description, nieuw.duurMinuten, nieuw.verschijning.rawValue, nieuw.tolk.rawValue,
                nieuw.notitieZegel, nieuw.stapZegel, nieuw.stapOp.kolom(), door.kolom(), op, nieuw.plaats?.rawValue,
                nieuw.tolkMinuten, nieuw.taal, nieuw.partnersZegel, nieuw.vervangt.kolom(),
            ])
        for doel in nieuw.doelen.sorted() {
            try db.doe(
                "INSERT INTO contactmoment_doel (contactmoment, doel) VALUES (?, ?)",
                [nieuw.id.description, doel.description])
        }
        for aanwezige in nieuw.aanwezigen.sorted() {
            try db.doe(
                "INSERT INTO contact_aanwezig (contactmoment, dossier) VALUES (?, ?)",
                [nieuw.id.description, aanwezige.description])
        }
    }

    struct Correctie: Sendable {
        var contactmoment: ContactmomentID
        var reden: Correctiereden
        var toelichtingZegel: Data?
        var vervangenDoor: ContactmomentID?
    }

    /// That a contact does not hold any more.
    static func corrigeer(_ db: Database, _ correctie: Correctie, door: GebruikerID?, op: String) throws {
        try db.doe(
            """
            INSERT INTO contactcorrectie (contactmoment, reden, toelichting_zegel, vervangen_door, door, op)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                correctie.contactmoment.description, correctie.reden.rawValue, correctie.toelichtingZegel,
                correctie.vervangenDoor.kolom(), door.kolom(), op,
            ])
    }

    static func vind(_ db: Database, _ id: ContactmomentID, van dossier: DossierID) throws -> Contactrij? {
        try db.rij(
            """
            SELECT c.*, x.reden AS x_reden, x.toelichting_zegel AS x_toelichting, x.vervangen_door AS x_door_wie,
                x.door AS x_door, x.op AS x_op
            FROM contactmoment c LEFT JOIN contactcorrectie x ON x.contactmoment = c.id WHERE c.id = ? AND c.dossier = ?
            """, [id.description, dossier.description], Contactrij.init
        )
    }

    /// The last contact at which the person was there.
    static func laatste(_ db: Database, _ dossier: DossierID) throws -> Contactrij? {
        try db.rij(
            """
            SELECT *, NULL AS x_reden FROM contactmoment_geldig WHERE dossier = ? AND verschijning = 'aanwezig'
            ORDER BY datum DESC, orde DESC LIMIT 1
            """, [dossier.description], Contactrij.init
        )
    }

    static func aanwezigen(_ db: Database, _ id: ContactmomentID) throws -> [DossierID] {
        try db.rijen("SELECT dossier FROM contact_aanwezig WHERE contactmoment = ? ORDER BY dossier", [id.description])
            .map { try $0.id("dossier") }
    }

    static func doelen(_ db: Database, _ id: ContactmomentID) throws -> [DoelID] {
        try db.rijen("SELECT doel FROM contactmoment_doel WHERE contactmoment = ? ORDER BY doel", [id.description])
            .map { try $0.id("doel") }
    }

    /// What the contacts of a person come to: those that hold, since this aanmelding. Of who has an own traject only those
    /// of the present one.
    static func stand(_ db: Database, _ rij: Dossierrij) throws -> Contactstand {
        let eigen = rij.eigenTraject ? rij.traject : nil
        let rijen = try db.rijen(
            """
            SELECT id, soort, datum, verschijning, stap_zegel IS NOT NULL AS heeft_stap, stap_op FROM contactmoment_geldig
            WHERE dossier = ?1 AND datum >= ?2 AND (?3 IS NULL OR traject = ?3) ORDER BY datum, orde
            """, [rij.id.description, rij.ontvangenOp.description, eigen.kolom()])
        return Contactstand.van(
            try rijen.map { row in
                Contactstand.Contact(
                    id: try row.id("id"), soort: try row.code("soort"), datum: try row.datum("datum"),
                    verschijning: try row.code("verschijning"), heeftStap: try row.waar("heeft_stap"),
                    stapOp: try row.datumIfPresent("stap_op"))
            })
    }

    /// The sealed words of the next step that a contact left.
    static func stapZegel(_ db: Database, _ id: ContactmomentID) throws -> Data? {
        try db.rij("SELECT stap_zegel FROM contactmoment WHERE id = ?", [id.description]).flatMap { $0["stap_zegel"] }
    }

    /// The contacts of a whole traject for the report, oldest first.
    static func van(_ db: Database, traject: TrajectID) throws -> [Dossierbeeld.Contact] {
        try db.rijen(
            "SELECT id, soort, datum, verschijning, tolk FROM contactmoment_geldig WHERE traject = ? ORDER BY datum, orde",
            [traject.description]
        ).map { row in
            Dossierbeeld.Contact(
                id: try row.id("id"), soort: try row.code("soort"), datum: try row.datum("datum"),
                verschijning: try row.code("verschijning"), tolk: try row.code("tolk"))
        }
    }
}

/// One contact as it stands in the store, with what became of it.
struct Contactrij: Sendable {
    var id: ContactmomentID
    var dossier: DossierID
    var traject: TrajectID
    var soort: Contactsoort
    var datum: Datum
    var duurMinuten: Int
    var verschijning: Verschijning
    var tolk: Tolkvorm
    var plaats: Contactplaats?
    var tolkMinuten: Int?
    var taal: String?
    var notitieZegel: Data?
    var stapZegel: Data?
    var stapOp: Datum?
    var partnersZegel: Data?
    var door: GebruikerID?
    var vastgelegdOp: String
    var vervangt: ContactmomentID?
    var vervallen: Vervallen?

    struct Vervallen: Sendable {
        var reden: Correctiereden
        var toelichtingZegel: Data?
        var vervangenDoor: ContactmomentID?
        var door: GebruikerID?
        var op: String
    }

    init(_ row: Row) throws {
        id = try row.id("id")
        dossier = try row.id("dossier")
        traject = try row.id("traject")
        soort = try row.code("soort")
        datum = try row.datum("datum")
        duurMinuten = try row.getal("duur_minuten")
        verschijning = try row.code("verschijning")
        tolk = try row.code("tolk")
        plaats = try (row["plaats"] as String?).map { _ in try row.code("plaats") }
        (tolkMinuten, taal) = (row["tolk_minuten"], row["taal"])
        (notitieZegel, stapZegel, partnersZegel) = (row["notitie_zegel"], row["stap_zegel"], row["partners_zegel"])
        stapOp = try row.datumIfPresent("stap_op")
        door = try row.idIfPresent("door")
        vastgelegdOp = try row.tekst("vastgelegd_op")
        vervangt = try row.idIfPresent("vervangt")
        if let _: String = row["x_reden"] {
            vervallen = Vervallen(
                reden: try row.code("x_reden"), toelichtingZegel: row["x_toelichting"],
                vervangenDoor: try row.idIfPresent("x_door_wie"), door: try row.idIfPresent("x_door"), op: try row.tekst("x_op"))
        }
    }
}
