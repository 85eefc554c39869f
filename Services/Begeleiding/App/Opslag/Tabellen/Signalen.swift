// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// One signal: what stands outside the seal, and the seal.
struct Signaalrij: Sendable {
    var id: SignaalID
    var dossier: DossierID
    var prioriteit: Signaalprioriteit
    var gezienOp: Datum
    var vastgelegdOp: Datum
    var opvolgen: Termijn.Uitkomst
    var vervalt: Termijn.Uitkomst
    var opgevolgdOp: Datum?
    var geslotenOp: Datum?
    var zegel: Data
    var door: GebruikerID?
    var versie: Int

    init(_ row: Row) throws {
        id = try row.id("id")
        dossier = try row.id("dossier")
        prioriteit = try row.code("prioriteit")
        gezienOp = try row.datum("gezien_op")
        vastgelegdOp = try row.datum("vastgelegd_op")
        opvolgen = .init(dag: try row.datum("opvolgen_uiterlijk"), uitleg: try row.tekst("opvolgen_waarom"))
        vervalt = .init(dag: try row.datum("vervalt_op"), uitleg: try row.tekst("vervalt_waarom"))
        opgevolgdOp = try row.datumIfPresent("opgevolgd_op")
        geslotenOp = try row.datumIfPresent("gesloten_op")
        zegel = try row.bytes("inhoud_zegel")
        door = try row.idIfPresent("door")
        versie = try row.getal("versie")
    }
}

/// What was done with a signal.
struct Signaalstaprij: Sendable {
    enum Soort: String, Sendable { case opvolging, verlengd, gesloten }

    var id: String
    var signaal: SignaalID
    var soort: Soort
    var op: Datum
    var zegel: Data
    var door: GebruikerID?

    init(_ row: Row) throws {
        id = try row.tekst("id")
        signaal = try row.id("signaal")
        soort = try row.code("soort")
        op = try row.datum("op")
        zegel = try row.bytes("inhoud_zegel")
        door = try row.idIfPresent("door")
    }
}

/// Reading and writing of the tables of signals.
enum Signalen {
    /// Of one person, the newest first; a person has a handful, and the page shows at most this many.
    static let meeste = 200

    static func van(_ db: Database, _ dossier: DossierID) throws -> [Signaalrij] {
        try db.rijen(
            "SELECT * FROM signaal WHERE dossier = ? ORDER BY gezien_op DESC, id DESC LIMIT ?", [dossier.description, meeste],
            Signaalrij.init
        )
    }

    static func stappen(_ db: Database, _ dossier: DossierID) throws -> [Signaalstaprij] {
        try db.rijen(
            """
            SELECT s.* FROM signaal g JOIN signaal_stap s ON s.signaal = g.id
            WHERE g.dossier = ? ORDER BY s.vastgelegd_op, s.id
            """, [dossier.description], Signaalstaprij.init
        )
    }

    static func vind(_ db: Database, _ id: SignaalID, van dossier: DossierID) throws -> Signaalrij {
        guard
            let rij = try db.rij(
                "SELECT * FROM signaal WHERE id = ? AND dossier = ?", [id.description, dossier.description], Signaalrij.init
            )
        else { throw Failure.notFound(what: "signaal") }
        return rij
    }

    static func open(_ db: Database, _ dossier: DossierID) throws -> [Signaleringregels.Open] {
        try db.rijen("SELECT * FROM signaal WHERE dossier = ? AND gesloten_op IS NULL", [dossier.description]).map { row in
            let rij = try Signaalrij(row)
            return .init(
                id: rij.id.description, prioriteit: rij.prioriteit, vastgelegdOp: rij.vastgelegdOp,
                opvolgenUiterlijk: rij.opvolgen.dag, vervaltOp: rij.vervalt.dag, opgevolgd: rij.opgevolgdOp != nil)
        }
    }

    static func bewaar(
        _ tx: Transaction, _ id: SignaalID, dossier: DossierID, prioriteit: Signaalprioriteit, gezienOp: Datum,
        regels: Signaalregels, zegel: Data
    ) throws {
        let vandaag = tx.today
        let (opvolgen, vervalt) = (
            regels.opvolgdag(prioriteit, vastgelegdOp: vandaag), regels.vervaldag(prioriteit, gezienOp: gezienOp)
        )
        try tx.db.doe(
            """
            INSERT INTO signaal (id, dossier, prioriteit, gezien_op, vastgelegd_op, opvolgen_uiterlijk, opvolgen_waarom,
                vervalt_op, vervalt_waarom, inhoud_zegel, door) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id.description, dossier.description, prioriteit.rawValue, gezienOp.description, vandaag.description,
                opvolgen.dag.description, opvolgen.uitleg, vervalt.dag.description, vervalt.uitleg, zegel,
                tx.cause?.actor?.user.kolom(),
            ])
        try tx.created("signaal", id: id.description, why: "vastgelegd")
    }

    static func stap(_ tx: Transaction, _ id: String, _ signaal: SignaalID, _ soort: Signaalstaprij.Soort, zegel: Data) throws {
        try tx.db.doe(
            """
            INSERT INTO signaal_stap (id, signaal, soort, op, inhoud_zegel, door, vastgelegd_op) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, signaal.description, soort.rawValue, tx.today.description, zegel, tx.cause?.actor?.user.kolom(),
                tx.nowText,
            ])
    }
}
