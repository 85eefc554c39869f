// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// A document of a step: half in, there, or withdrawn.
struct Regeldocumentrij: Sendable {
    var id: RegeldocumentID
    var regelzaak: RegelzaakID
    var dossier: DossierID
    var soort: Regelbewijs
    var bestand: Bestandssoort
    var hash: String?
    var ontvangen: Int
    var toegevoegdOp: Date?
    var toegevoegdDoor: GebruikerID?
    var ingetrokkenOp: Date?
    var ingetrokkenDoor: GebruikerID?
    var reden: Documentreden?

    init(_ row: Row) throws {
        (id, regelzaak, dossier) = (try row.id("id"), try row.id("regelzaak"), try row.id("dossier"))
        (soort, bestand) = (try row.code("soort"), try row.code("mediatype"))
        (hash, ontvangen) = (row["hash"], try row.getal("ontvangen"))
        toegevoegdOp = (row["toegevoegd_op"] as String?).flatMap(Instant.date)
        toegevoegdDoor = try row.idIfPresent("toegevoegd_door")
        ingetrokkenOp = (row["ingetrokken_op"] as String?).flatMap(Instant.date)
        ingetrokkenDoor = try row.idIfPresent("ingetrokken_door")
        reden = try row.codeIfPresent("reden")
    }
}

/// One sealed piece of a document.
struct Regeldocumentdeel: Sendable {
    var vanaf: Int
    var lengte: Int
    var zegel: Data
}

/// Reading and writing of the tables `regeldocument` and `regeldocumentdeel`.
enum Regeldocumenten {
    static func vind(_ db: Database, _ id: RegeldocumentID) throws -> Regeldocumentrij? {
        try db.rij("SELECT * FROM regeldocument WHERE id = ?", [id.description], Regeldocumentrij.init)
    }

    /// What came in whole, withdrawn ones too, newest first.
    static func van(_ db: Database, _ zaak: RegelzaakID) throws -> [Regeldocumentrij] {
        try db.rijen(
            """
            SELECT * FROM regeldocument WHERE regelzaak = ? AND toegevoegd_op IS NOT NULL
            ORDER BY toegevoegd_op DESC, id DESC LIMIT 100
            """, [zaak.description], Regeldocumentrij.init)
    }

    /// How many take room.
    static func aantal(_ db: Database, _ zaak: RegelzaakID) throws -> Int {
        try db.aantal(
            "SELECT count(*) FROM regeldocument WHERE regelzaak = ? AND ingetrokken_op IS NULL", [zaak.description])
    }

    static func begin(_ tx: Transaction, _ deel: RegeldocumentDeel, van dossier: DossierID, _ bestand: Bestandssoort) throws {
        try tx.db.doe(
            """
            INSERT INTO regeldocument (id, regelzaak, dossier, soort, mediatype, hash, begonnen_op) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                deel.document.description, deel.regelzaak.description, dossier.description, deel.soort.rawValue,
                bestand.rawValue, deel.hash, tx.nowText,
            ])
    }

    static func bewaar(_ tx: Transaction, _ id: RegeldocumentID, _ deel: Regeldocumentdeel) throws {
        try tx.db.doe(
            "INSERT INTO regeldocumentdeel (document, vanaf, lengte, inhoud_zegel) VALUES (?, ?, ?, ?)",
            [id.description, deel.vanaf, deel.lengte, deel.zegel])
        try tx.db.doe(
            "UPDATE regeldocument SET ontvangen = ? WHERE id = ?", [deel.vanaf + deel.lengte, id.description])
    }

    static func voltooi(_ tx: Transaction, _ id: RegeldocumentID) throws {
        try tx.db.doe(
            "UPDATE regeldocument SET toegevoegd_op = ?, toegevoegd_door = ?, hash = NULL WHERE id = ?",
            [tx.nowText, tx.cause?.actor?.user.kolom(), id.description])
    }

    /// The pieces go with it; the row says who took it away and why.
    static func trekIn(_ tx: Transaction, _ id: RegeldocumentID, _ reden: Documentreden) throws {
        try tx.db.doe("DELETE FROM regeldocumentdeel WHERE document = ?", [id.description])
        try tx.db.doe(
            "UPDATE regeldocument SET ingetrokken_op = ?, ingetrokken_door = ?, reden = ? WHERE id = ?",
            [tx.nowText, tx.cause?.actor?.user.kolom(), reden.rawValue, id.description])
    }

    /// Throws away an upload that is not whole.
    static func gooiWeg(_ tx: Transaction, _ id: RegeldocumentID) throws {
        try tx.db.doe("DELETE FROM regeldocument WHERE id = ? AND toegevoegd_op IS NULL", [id.description])
    }

    /// Throws away a few that were broken off long ago.
    static func ruimHalveOp(_ tx: Transaction) throws {
        let sinds = Instant.text(tx.now.addingTimeInterval(-Regeldocumentregels.halfWeg))
        try tx.db.doe(
            """
            DELETE FROM regeldocument WHERE id IN
                (SELECT id FROM regeldocument WHERE toegevoegd_op IS NULL AND begonnen_op < ? ORDER BY begonnen_op LIMIT 3)
            """, [sinds])
    }

    /// The piece in which this byte lies; nil behind the end.
    static func deel(_ db: Database, _ id: RegeldocumentID, byte: Int) throws -> Regeldocumentdeel? {
        let deel = try db.rij(
            """
            SELECT vanaf, lengte, inhoud_zegel FROM regeldocumentdeel
            WHERE document = ? AND vanaf <= ? ORDER BY vanaf DESC LIMIT 1
            """, [id.description, byte]
        ) {
            Regeldocumentdeel(
                vanaf: try $0.getal("vanaf"), lengte: try $0.getal("lengte"), zegel: try $0.bytes("inhoud_zegel"))
        }
        return deel.flatMap { byte < $0.vanaf + $0.lengte ? $0 : nil }
    }
}
