// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// One transfer of a dossier to a colleague.
struct Overdrachtrij: Sendable {
    var id: OverdrachtID
    var dossier: DossierID
    var van: GebruikerID?
    var aan: GebruikerID
    var team: TeamID
    var notitieZegel: Data?
    var driegesprekOp: Datum?
    var gevraagdOp: Datum
    var uiterlijkOp: Datum
    var toestand: String
    var redenNaam: String?
    var beslistOp: Datum?
    var versie: Int

    var isOpen: Bool { toestand == "open" }

    /// Giver and receiver see it, and the team leader.
    var feiten: Facts { Facts(begeleiders: Set([van, aan].compactMap(\.self)), team: team, dossier: nil) }
    /// Whose it is until it was accepted.
    var gevers: Facts { Facts(begeleiders: Set([van].compactMap(\.self)), team: team) }

    init(_ row: Row) throws {
        id = try row.id("id")
        dossier = try row.id("dossier")
        van = try row.idIfPresent("van")
        aan = try row.id("aan")
        team = try row.id("team")
        notitieZegel = row["notitie_zegel"]
        driegesprekOp = try row.datumIfPresent("driegesprek_op")
        gevraagdOp = try row.datum("gevraagd_op")
        uiterlijkOp = try row.datum("uiterlijk_op")
        toestand = try row.tekst("toestand")
        redenNaam = row["reden_naam"]
        beslistOp = try row.datumIfPresent("beslist_op")
        versie = try row.getal("versie")
    }

    func regel(dossiernummer: String) -> Overdrachtregel {
        Overdrachtregel(
            overdracht: id, dossier: dossier, dossiernummer: dossiernummer, van: van, aan: aan, gevraagdOp: gevraagdOp,
            uiterlijkOp: uiterlijkOp, driegesprekOp: driegesprekOp, toestand: toestand, versie: versie)
    }
}

/// Reading and writing of the table `overdracht`.
enum Overdrachten {
    /// Where the policy's facts stand in a query that calls the table `o`.
    static let kolommen = ScopeColumns(begeleider: "? IN (o.van, o.aan)", team: "o.team")

    static func vind(_ db: Database, _ id: OverdrachtID) throws -> Overdrachtrij? {
        try db.rij("SELECT * FROM overdracht WHERE id = ?", [id.description], Overdrachtrij.init)
    }

    static func open(_ db: Database, _ dossier: DossierID) throws -> Overdrachtrij? {
        try db.rij("SELECT * FROM overdracht WHERE dossier = ? AND toestand = 'open'", [dossier.description], Overdrachtrij.init)
    }

    /// Open transfers within the scope, the one that must be answered first on top. A walk along those of one team.
    static func pagina(
        _ db: Database, _ bereik: Scope, team: TeamID?, na: (datum: Datum, rest: String)?, limit: Int
    ) throws -> [(rij: Overdrachtrij, dossiernummer: String)] {
        let filter = bereik.sql(columns: kolommen)
        var arguments = StatementArguments(filter.arguments + [team.map(\.description) ?? ""])
        if let na { arguments += [na.datum.description, na.rest] }
        arguments += [limit]
        return try db.rijen(
            """
            SELECT o.*, d.dossiernummer FROM overdracht o JOIN dossier d ON d.id = o.dossier
            WHERE \(filter.sql) AND o.team = ? AND o.toestand = 'open'
            \(na == nil ? "" : "AND (o.uiterlijk_op, o.id) > (?, ?)") ORDER BY o.uiterlijk_op, o.id LIMIT ?
            """, arguments
        ).map { (try Overdrachtrij($0), try $0.tekst("dossiernummer")) }
    }

    /// Ends an open transfer of a dossier that somebody else got, or that is done.
    static func vervalt(_ tx: Transaction, _ dossier: DossierID, waarom: String) throws {
        guard let rij = try open(tx.db, dossier) else { return }
        try tx.change("overdracht", id: rij.id.description, from: rij.versie, why: waarom) { db in
            try db.doe(
                "UPDATE overdracht SET toestand = 'ingetrokken', beslist_op = ? WHERE id = ?",
                [tx.today.description, rij.id.description])
        }
        try Tijdlijn.voegToe(tx, dossier, op: tx.today, Tijdlijnfeit(.overdracht, ["stap": "ingetrokken"]))
    }
}
