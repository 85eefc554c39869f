// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Zegel

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
    /// State, days, proof: what a change changes.
    var regelstand: Regelstand
    var kenmerk: Kenmerk?
    var uiterlijkOp: Datum?
    var waarom: String
    var versie: Int
    /// The group of who brought it.
    var doelgroep: Doelgroep

    /// Reference or remark that belongs to the proof, sealed.
    struct Kenmerk: Sendable, Equatable {
        var zegel: Data
        /// Whose key opens it: a step of the household may have got another carrier since.
        var van: DossierID

        init(zegel: Data, van: DossierID) { (self.zegel, self.van) = (zegel, van) }

        /// - Parameter voor: before the names of the columns; `voor_` in the history.
        init?(_ row: Row, _ voor: String = "") throws {
            guard let zegel: Data = row["\(voor)kenmerk_zegel"] else { return nil }
            (self.zegel, van) = (zegel, try row.id("\(voor)kenmerk_van"))
        }
    }

    var toestand: RegelzaakToestand { regelstand.toestand }

    /// Whose step: a person, or the household (nil).
    var dossier: DossierID? { vanHuishouden ? nil : drager }

    init(_ row: Row) throws {
        id = try row.id("id")
        drager = try row.id("drager")
        vanHuishouden = try row.waar("van_huishouden")
        code = try row.tekst("code")
        naam = try row.tekst("naam")
        regelstand = Regelstand(
            toestand: try row.code("toestand"), aangevraagdOp: try row.datumIfPresent("aangevraagd_op"),
            beslistOp: try row.datumIfPresent("beslist_op"), controleOp: try row.datumIfPresent("controle_op"),
            controleWaarom: row["controle_waarom"], bezwaarTot: try row.datumIfPresent("bezwaar_tot"),
            bezwaarWaarom: row["bezwaar_waarom"], uitvoerder: try row.codeIfPresent("uitvoerder"),
            bewijs: try row.codeIfPresent("bewijs"), reden: try row.codeIfPresent("reden"))
        kenmerk = try Kenmerk(row)
        doelgroep = try row.code("doelgroep")
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
            SELECT b.*, s.kenmerk FROM regeldagbord b
            JOIN regeldagsjabloon s ON s.opdracht = b.opdracht AND s.versie = b.sjabloonversie
            WHERE b.huishouden = ? AND b.ingetrokken_op IS NULL ORDER BY b.volgnummer DESC LIMIT 1
            """, [huishouden.description])
        return try row.map { try lees(db, $0) }
    }

    /// The board that was there before this one; nil for the first.
    static func vorig(_ db: Database, _ bord: Bordrij) throws -> Bordrij? {
        try db.rij(
            """
            SELECT b.*, s.kenmerk FROM regeldagbord b
            JOIN regeldagsjabloon s ON s.opdracht = b.opdracht AND s.versie = b.sjabloonversie
            WHERE b.huishouden = ?1 AND b.ingetrokken_op IS NULL AND b.volgnummer < (SELECT volgnummer FROM regeldagbord WHERE id = ?2)
            ORDER BY b.volgnummer DESC LIMIT 1
            """, [bord.huishouden.description, bord.id.uuidString.lowercased()]
        ).map { try lees(db, $0) }
    }

    private static func lees(_ db: Database, _ row: Row) throws -> Bordrij {
        guard let id = UUID(uuidString: try row.tekst("id")) else { throw OnleesbareKolom(kolom: "id") }
        return Bordrij(
            id: id, huishouden: try row.id("huishouden"), opdracht: try row.tekst("opdracht"),
            sjabloon: try Gelezensjablonen.lees(try row.tekst("kenmerk")) { kenmerk in
                try db.rij("SELECT inhoud FROM regeldagsjabloon WHERE kenmerk = ?", [kenmerk])?.bytes("inhoud")
            })
    }

    /// Makes a board from the template as it is today, and keeps that template.
    static func maakBord(_ db: Database, id: UUID, huishouden: HuishoudenID, opdracht: Opdracht, op: Datum) throws -> Bordrij {
        let sjabloon = try bewaard(db, opdracht.id, opdracht.regeldag)
        try db.doe(
            """
            INSERT INTO regeldagbord (id, huishouden, volgnummer, opdracht, sjabloonversie, gemaakt_op) VALUES (?, ?, (SELECT coalesce(max(volgnummer), 0) + 1 FROM regeldagbord WHERE huishouden = ?2), ?, ?, ?)
            """,
            [id.uuidString.lowercased(), huishouden.description, opdracht.id, sjabloon.versie.description, op.description])
        return Bordrij(id: id, huishouden: huishouden, opdracht: opdracht.id, sjabloon: sjabloon)
    }

    static func zaken(_ db: Database, bord: UUID) throws -> [Regelzaakrij] {
        try db.rijen(
            """
            SELECT z.*, d.doelgroep FROM regelzaak z JOIN dossier d ON d.id = z.drager
            WHERE z.bord = ? ORDER BY z.volgorde, z.id
            """, [bord.uuidString.lowercased()], Regelzaakrij.init)
    }

    /// The steps of a board with only what its rules look at.
    static func stappen(_ db: Database, bord: UUID) throws -> [Bordstap] {
        // A board has sixty steps and a handful of people, and is read for every page of a dossier.
        var groepen: [DossierID: Doelgroep] = [:]
        var stappen: [Bordstap] = []
        try db.each(
            """
            SELECT id, drager, van_huishouden, code, naam, toestand, uiterlijk_op
            FROM regelzaak WHERE bord = ? ORDER BY volgorde, id
            """, bord.uuidString.lowercased()
        ) { rij in
            let drager: DossierID = try rij.id(1, "drager")
            let groep = try groepen[drager] ?? doelgroep(db, drager)
            groepen[drager] = groep
            stappen.append(
                Bordstap(
                    id: try rij.id(0, "id"), drager: drager, vanHuishouden: rij.integer(2) != 0, doelgroep: groep,
                    code: rij.text(3), naam: rij.text(4), toestand: try rij.code(5, "toestand"),
                    uiterlijkOp: try rij.datumIfPresent(6, "uiterlijk_op")))
        }
        return stappen
    }

    private static func doelgroep(_ db: Database, _ drager: DossierID) throws -> Doelgroep {
        let groep = try db.first("SELECT doelgroep FROM dossier WHERE id = ?", drager) {
            try $0.code(0, "doelgroep") as Doelgroep
        }
        guard let groep else { throw OnleesbareKolom(kolom: "drager") }
        return groep
    }

    /// Why a step has its last day.
    static func waarom(_ db: Database, _ id: RegelzaakID) throws -> String {
        try db.rij("SELECT waarom FROM regelzaak WHERE id = ?", [id.description])?.tekst("waarom") ?? ""
    }

    static func vind(_ db: Database, _ id: RegelzaakID) throws -> (zaak: Regelzaakrij, bord: String)? {
        try db.rij(
            "SELECT z.*, d.doelgroep FROM regelzaak z JOIN dossier d ON d.id = z.drager WHERE z.id = ?", [id.description]
        ).map { (try Regelzaakrij($0), try $0.tekst("bord")) }
    }

    /// The days on which somebody looks at a step of this person, and the last days for an objection.
    static func controles(
        _ db: Database, drager: DossierID
    ) throws -> (controles: [(id: RegelzaakID, op: Datum)], bezwaren: [(id: RegelzaakID, tot: Datum)]) {
        let controles = try db.rijen(
            "SELECT id, controle_op FROM regelzaak WHERE drager = ? AND controle_op IS NOT NULL", [drager.description])
        let bezwaren = try db.rijen(
            "SELECT id, bezwaar_tot FROM regelzaak WHERE drager = ? AND bezwaar_tot IS NOT NULL", [drager.description])
        return (
            try controles.map { (try $0.id("id"), try $0.datum("controle_op")) },
            try bezwaren.map { (try $0.id("id"), try $0.datum("bezwaar_tot")) }
        )
    }

    /// Keeps a list of steps, and lets a board use it from now on.
    static func zetSjabloon(_ db: Database, _ bord: Bordrij, _ sjabloon: Regeldagsjabloon) throws -> Bordrij {
        let bewaard = try bewaard(db, bord.opdracht, sjabloon)
        try db.doe(
            "UPDATE regeldagbord SET sjabloonversie = ? WHERE id = ?",
            [bewaard.versie.description, bord.id.uuidString.lowercased()])
        var nieuw = bord
        nieuw.sjabloon = bewaard
        return nieuw
    }

    /// The list of this version as it was when a board was first made from it: boards of one version are the same, also when the
    /// file was changed without a new version.
    private static func bewaard(_ db: Database, _ opdracht: String, _ sjabloon: Regeldagsjabloon) throws -> Regeldagsjabloon {
        if let eerder = try sjabloonVan(db, opdracht, sjabloon.versie) { return eerder }
        let inhoud = try MessageCoding.encode(sjabloon)
        try db.doe(
            "INSERT INTO regeldagsjabloon (opdracht, versie, inhoud, kenmerk) VALUES (?, ?, ?, ?)",
            [opdracht, sjabloon.versie.description, String(decoding: inhoud, as: UTF8.self), try SHA256.hex(inhoud)])
        return sjabloon
    }

    private static func sjabloonVan(_ db: Database, _ opdracht: String, _ versie: Datum) throws -> Regeldagsjabloon? {
        try db.rij(
            "SELECT inhoud FROM regeldagsjabloon WHERE opdracht = ? AND versie = ?", [opdracht, versie.description]
        ).map { try MessageCoding.decode(from: try $0.bytes("inhoud")) }
    }

    /// The open steps of one person that have a day, for the points of attention.
    static func openMetDag(_ db: Database, drager: DossierID) throws -> [(id: RegelzaakID, uiterlijkOp: Datum)] {
        try db.rijen(
            "SELECT id, uiterlijk_op FROM regelzaak WHERE drager = ? AND toestand = 'open' AND uiterlijk_op IS NOT NULL",
            [drager.description]
        ).map { (try $0.id("id"), try $0.datum("uiterlijk_op")) }
    }

    /// Who carries the steps of the household; nil when there are none yet.
    static func drager(_ db: Database, bord: UUID) throws -> DossierID? {
        try db.rij(
            "SELECT drager FROM regelzaak WHERE bord = ? AND van_huishouden = 1 ORDER BY volgorde LIMIT 1",
            [bord.uuidString.lowercased()])?.id("drager")
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
