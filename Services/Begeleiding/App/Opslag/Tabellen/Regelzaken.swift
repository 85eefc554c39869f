// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// The regeldag board of a household, and the template it keeps.
struct Bordrij: Sendable, Equatable {
    var id: UUID
    var huishouden: HuishoudenID
    var opdracht: String
    var sjabloon: Regeldagsjabloon
}

/// One step on a board.
struct Regelzaakrij: Sendable, Equatable {
    var id: RegelzaakID
    var drager: DossierID
    var vanHuishouden: Bool
    var code: String
    var naam: String
    var toestand: RegelzaakToestand
    var uiterlijkOp: Datum?
    var waarom: String
    var versie: Int

    /// Whose step: a person, or the household (nil).
    var dossier: DossierID? { vanHuishouden ? nil : drager }

    init(_ row: Row) throws {
        id = try row.id("id")
        drager = try row.id("drager")
        vanHuishouden = try row.waar("van_huishouden")
        code = try row.tekst("code")
        naam = try row.tekst("naam")
        toestand = try row.code("toestand")
        uiterlijkOp = try row.datumIfPresent("uiterlijk_op")
        waarom = try row.tekst("waarom")
        versie = try row.getal("versie")
    }
}

/// Reading and writing of the tables `regeldagsjabloon`, `regeldagbord` and `regelzaak`.
enum Regelzaken {
    /// The present board of a household.
    static func bord(_ db: Database, huishouden: HuishoudenID) throws -> Bordrij? {
        let row = try db.rij(
            """
            SELECT b.*, s.inhoud FROM regeldagbord b
            JOIN regeldagsjabloon s ON s.opdracht = b.opdracht AND s.versie = b.sjabloonversie
            WHERE b.huishouden = ? ORDER BY b.volgnummer DESC LIMIT 1
            """, [huishouden.description])
        return try row.map(lees)
    }

    /// The board that was there before this one; nil for the first.
    static func vorig(_ db: Database, _ bord: Bordrij) throws -> Bordrij? {
        try db.rij(
            """
            SELECT b.*, s.inhoud FROM regeldagbord b
            JOIN regeldagsjabloon s ON s.opdracht = b.opdracht AND s.versie = b.sjabloonversie
            WHERE b.huishouden = ?1 AND b.volgnummer < (SELECT volgnummer FROM regeldagbord WHERE id = ?2)
            ORDER BY b.volgnummer DESC LIMIT 1
            """, [bord.huishouden.description, bord.id.uuidString.lowercased()]
        ).map(lees)
    }

    private static func lees(_ row: Row) throws -> Bordrij {
        guard let id = UUID(uuidString: try row.tekst("id")) else { throw OnleesbareKolom(kolom: "id") }
        return Bordrij(
            id: id, huishouden: try row.id("huishouden"), opdracht: try row.tekst("opdracht"),
            sjabloon: try Gelezensjablonen.lees(try row.tekst("inhoud")))
    }

    /// Makes a board from the template as it is today, and keeps that template.
    static func maakBord(_ db: Database, id: UUID, huishouden: HuishoudenID, opdracht: Opdracht, op: Datum) throws -> Bordrij {
        let sjabloon = opdracht.regeldag
        let inhoud = String(decoding: try MessageCoding.encode(sjabloon), as: UTF8.self)
        try db.doe(
            "INSERT INTO regeldagsjabloon (opdracht, versie, inhoud) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [opdracht.id, sjabloon.versie.description, inhoud])
        try db.doe(
            """
            INSERT INTO regeldagbord (id, huishouden, volgnummer, opdracht, sjabloonversie, gemaakt_op) VALUES (?, ?, (SELECT coalesce(max(volgnummer), 0) + 1 FROM regeldagbord WHERE huishouden = ?2), ?, ?, ?)
            """,
            [id.uuidString.lowercased(), huishouden.description, opdracht.id, sjabloon.versie.description, op.description])
        return Bordrij(id: id, huishouden: huishouden, opdracht: opdracht.id, sjabloon: sjabloon)
    }

    static func zaken(_ db: Database, bord: UUID) throws -> [Regelzaakrij] {
        try db.rijen("SELECT * FROM regelzaak WHERE bord = ? ORDER BY volgorde, id", [bord.uuidString.lowercased()])
            .map(Regelzaakrij.init)
    }

    static func vind(_ db: Database, _ id: RegelzaakID) throws -> (zaak: Regelzaakrij, bord: String)? {
        try db.rij("SELECT * FROM regelzaak WHERE id = ?", [id.description]).map { (try Regelzaakrij($0), try $0.tekst("bord")) }
    }

    /// The open steps of one person that have a day, for the points of attention.
    static func openMetDag(_ db: Database, drager: DossierID) throws -> [(id: RegelzaakID, uiterlijkOp: Datum)] {
        try db.rijen(
            "SELECT id, uiterlijk_op FROM regelzaak WHERE drager = ? AND toestand = 'open' AND uiterlijk_op IS NOT NULL",
            [drager.description]
        ).map { (try $0.id("id"), try $0.datum("uiterlijk_op")) }
    }

    static func heeftHuishoudzaken(_ db: Database, bord: UUID) throws -> Bool {
        try db.rij("SELECT 1 FROM regelzaak WHERE bord = ? AND van_huishouden = 1 LIMIT 1", [bord.uuidString.lowercased()]) != nil
    }

    static func bewaar(
        _ db: Database, _ id: RegelzaakID, bord: Bordrij, drager: DossierID, zaak: Regeldag.NieuweZaak
    ) throws {
        let volgorde = bord.sjabloon.stappen.firstIndex { $0.code == zaak.code } ?? bord.sjabloon.stappen.count
        try db.doe(
            """
            INSERT INTO regelzaak (id, bord, volgorde, drager, van_huishouden, code, naam, toestand, uiterlijk_op, waarom)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
            """,
            [
                id.description, bord.id.uuidString.lowercased(), volgorde, drager.description, zaak.niveau == .huishouden,
                zaak.code, zaak.naam, zaak.uiterlijkOp.kolom(), zaak.waarom,
            ])
    }
}
