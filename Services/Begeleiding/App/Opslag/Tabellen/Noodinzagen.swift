// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// One time that somebody read the Meldcode compartment of a dossier in an emergency: what stands outside the seal.
struct Noodrij: Sendable {
    var id: NoodinzageID
    var dossier: DossierID
    var dossiernummer: String
    var team: TeamID
    var gebruiker: GebruikerID
    var zegel: Data
    var op: Date
    var tot: Date
    var beoordeeldOp: Date?
    var beoordeeldDoor: GebruikerID?
    var oordeelZegel: Data?
    var versie: Int

    /// Who asked does not judge: four eyes.
    var feiten: Facts { Facts(team: team, dossier: dossier, requestedBy: gebruiker) }

    init(_ row: Row) throws {
        (id, dossier, team) = (try row.id("id"), try row.id("dossier"), try row.id("team"))
        (dossiernummer, gebruiker) = (try row.tekst("dossiernummer"), try row.id("gebruiker"))
        (zegel, oordeelZegel) = (try row.bytes("inhoud_zegel"), row["oordeel_zegel"])
        guard let op = Instant.date(try row.tekst("op")) else { throw OnleesbareKolom(kolom: "op") }
        guard let tot = Instant.date(try row.tekst("tot")) else { throw OnleesbareKolom(kolom: "tot") }
        (self.op, self.tot) = (op, tot)
        beoordeeldOp = (row["beoordeeld_op"] as String?).flatMap(Instant.date)
        beoordeeldDoor = try row.idIfPresent("beoordeeld_door")
        versie = try row.getal("versie")
    }
}

/// Reading and writing of the table `noodinzage`.
enum Noodinzagen {
    private static let select = "SELECT n.*, d.dossiernummer FROM noodinzage n JOIN dossier d ON d.id = n.dossier"

    static func vind(_ db: Database, _ id: NoodinzageID) throws -> Noodrij? {
        try db.rij("\(select) WHERE n.id = ?", [id.description], Noodrij.init)
    }

    /// Who reads the compartment of this dossier in an emergency at this moment, and until when.
    static func lezers(_ db: Database, _ dossier: DossierID, op nu: Date) throws -> [GebruikerID: Date] {
        let rijen = try db.rijen(
            "SELECT gebruiker, tot FROM noodinzage WHERE dossier = ? AND tot > ? ORDER BY tot",
            [dossier.description, Instant.text(nu)]
        ) { row -> (GebruikerID, Date) in
            guard let tot = Instant.date(try row.tekst("tot")) else { throw OnleesbareKolom(kolom: "tot") }
            return (try row.id("gebruiker"), tot)
        }
        return Dictionary(rijen, uniquingKeysWith: { max($0, $1) })
    }

    /// The newest first, within the scope.
    static func lijst(
        _ db: Database, _ bereik: Scope, alleenOpen: Bool, na: (op: String, rest: String)?, limit: Int
    ) throws -> [Noodrij] {
        let filter = bereik.sql(columns: ScopeColumns(team: "n.team"))
        var arguments = StatementArguments(filter.arguments)
        if let na { arguments += [na.op, na.rest] }
        arguments += [limit]
        return try db.rijen(
            """
            \(select) WHERE \(filter.sql) \(alleenOpen ? "AND n.beoordeeld_op IS NULL" : "")
                \(na == nil ? "" : "AND (n.op, n.id) < (?, ?)")
            ORDER BY n.op DESC, n.id DESC LIMIT ?
            """, arguments, Noodrij.init)
    }

    static func bewaar(_ tx: Transaction, _ id: NoodinzageID, _ dossier: Dossierrij, door: GebruikerID, zegel: Data) throws {
        try tx.db.doe(
            "INSERT INTO noodinzage (id, dossier, team, gebruiker, inhoud_zegel, op, tot) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                id.description, dossier.id.description, dossier.team.description, door.description, zegel, tx.nowText,
                Instant.text(tx.now.addingTimeInterval(Noodregels.duur)),
            ])
    }

    static func beoordeel(_ tx: Transaction, _ rij: Noodrij, van versie: Int, zegel: Data) throws {
        try tx.db.doe(
            """
            UPDATE noodinzage SET beoordeeld_op = ?, beoordeeld_door = ?, oordeel_zegel = ?, versie = versie + 1
            WHERE id = ? AND versie = ?
            """, [tx.nowText, tx.cause?.actor?.user.kolom(), zegel, rij.id.description, versie])
        guard tx.db.changesCount == 1 else { throw Failure.conflict(.init(yours: versie, newest: rij.versie)) }
    }
}
