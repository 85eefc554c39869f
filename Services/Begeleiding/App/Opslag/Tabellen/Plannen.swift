// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// One version of a plan: what made it, and what the client said of it.
struct Planstaprij: Sendable, Equatable {
    var versie: Int
    var code: Planstapcode
    var leefgebied: Leefgebied?
    var door: GebruikerID?
    var op: Date
    var akkoordOp: Datum?
    var geweigerdOp: Datum?

    init(_ row: Row) throws {
        versie = try row.getal("versie")
        code = try row.code("code")
        let gebied: String? = row["leefgebied"]
        leefgebied = gebied.flatMap { Leefgebied(rawValue: $0) }
        door = try row.idIfPresent("door")
        guard let op = Instant.date(try row.tekst("op")) else { throw OnleesbareKolom(kolom: "op") }
        self.op = op
        akkoordOp = try row.datumIfPresent("akkoord_op")
        geweigerdOp = try row.datumIfPresent("geweigerd_op")
    }
}

struct Planbesluitrij: Sendable {
    var versie: Int
    var keus: Plankeus
    var op: Datum
    var wie: Planstem
    var taal: String?
    var tolk: Tolkvorm
    var woordenZegel: Data?
    var zegelplaats: String
    var door: GebruikerID?

    init(_ row: Row) throws {
        versie = try row.getal("versie")
        keus = try row.code("keus")
        op = try row.datum("op")
        wie = try row.code("wie")
        tolk = try row.code("tolk")
        (taal, woordenZegel) = (row["taal"], row["woorden_zegel"])
        zegelplaats = try row.tekst("zegelplaats")
        door = try row.idIfPresent("door")
    }
}

struct Plangesprekrij: Sendable {
    var versie: Int
    var op: Datum
    var volgendOp: Datum?
    var opmerkingZegel: Data?
    var zegelplaats: String
    var door: GebruikerID?

    init(_ row: Row) throws {
        versie = try row.getal("versie")
        op = try row.datum("op")
        volgendOp = try row.datumIfPresent("volgend_op")
        opmerkingZegel = row["opmerking_zegel"]
        zegelplaats = try row.tekst("zegelplaats")
        door = try row.idIfPresent("door")
    }
}

/// Reading and writing of the versions of a plan and of what was said about them.
enum Plannen {
    private static let doelkolommen = """
        id, traject, dossier, volgorde, leefgebied, zin, zin_code, tekst_zegel, woorden_zegel, toestand, reden, streefdatum,
        bereikt_op, versie, gewijzigd_op, gewijzigd_door
        """
    private static let actiekolommen = """
        id, traject, doel, dossier, volgorde, zin, zin_code, tekst_zegel, wie, verwijzing, uiterlijk_op, toestand, gedaan_op,
        gedaan_door, versie, gewijzigd_op, gewijzigd_door
        """

    /// Keeps what changed under a version of the plan.
    static func bewaar(_ db: Database, versie: Int, doelen: [DoelID], acties: [ActieID]) throws {
        for doel in doelen {
            try db.doe(
                "INSERT INTO doelversie (plan_versie, \(doelkolommen)) SELECT ?, \(doelkolommen) FROM doel WHERE id = ?",
                [versie, doel.description])
        }
        for actie in acties {
            try db.doe(
                "INSERT INTO actieversie (plan_versie, \(actiekolommen)) SELECT ?, \(actiekolommen) FROM actie WHERE id = ?",
                [versie, actie.description])
        }
    }

    /// The plan as it was in a version: of each goal and action the newest row up to it, in the order of the plan.
    static func stand(_ db: Database, _ traject: TrajectID, versie: Int) throws -> (doelen: [Doelrij], acties: [Actierij]) {
        func nieuwste<Rij, ID: Hashable>(
            _ tabel: String, _ lees: (Row) throws -> Rij, _ id: KeyPath<Rij, ID>, _ volgorde: KeyPath<Rij, Int>
        ) throws -> [Rij] {
            let rijen = try db.rijen(
                "SELECT * FROM \(tabel) WHERE traject = ? AND plan_versie <= ? ORDER BY plan_versie",
                [traject.description, versie])
            var stand: [ID: Rij] = [:]
            for rij in rijen {
                let rij = try lees(rij)
                stand[rij[keyPath: id]] = rij
            }
            return stand.values.sorted { $0[keyPath: volgorde] < $1[keyPath: volgorde] }
        }
        return (
            try nieuwste("doelversie", Doelrij.init, \.id, \.volgorde),
            try nieuwste("actieversie", Actierij.init, \.id, \.volgorde)
        )
    }

    private static let stapkolommen = """
        s.*, (SELECT MAX(b.op) FROM planbesluit b WHERE b.traject = s.traject AND b.versie = s.versie AND b.keus = 'akkoord')
            AS akkoord_op,
        (SELECT MAX(b.op) FROM planbesluit b WHERE b.traject = s.traject AND b.versie = s.versie AND b.keus = 'geweigerd')
            AS geweigerd_op
        """

    static func stap(_ db: Database, _ traject: TrajectID, versie: Int) throws -> Planstaprij? {
        try db.rij(
            "SELECT \(stapkolommen) FROM planstap s WHERE s.traject = ? AND s.versie = ?", [traject.description, versie],
            Planstaprij.init
        )
    }

    /// Newest first, older than a version.
    static func stappen(_ db: Database, _ traject: TrajectID, voor: Int?, limit: Int) throws -> [Planstaprij] {
        try db.rijen(
            "SELECT \(stapkolommen) FROM planstap s WHERE s.traject = ? AND s.versie < ? ORDER BY s.versie DESC LIMIT ?",
            [traject.description, voor ?? Int.max, limit], Planstaprij.init
        )
    }

    static func besluiten(_ db: Database, _ traject: TrajectID, versie: Int? = nil, limit: Int) throws -> [Planbesluitrij] {
        try db.rijen(
            """
            SELECT * FROM planbesluit WHERE traject = ? \(versie == nil ? "" : "AND versie = \(versie ?? 0)")
            ORDER BY id DESC LIMIT ?
            """, [traject.description, limit], Planbesluitrij.init
        )
    }

    static func gesprekken(_ db: Database, _ traject: TrajectID, limit: Int) throws -> [Plangesprekrij] {
        try db.rijen(
            "SELECT * FROM plangesprek WHERE traject = ? ORDER BY op DESC, id DESC LIMIT ?", [traject.description, limit],
            Plangesprekrij.init
        )
    }

    /// The sealed copy of an agreed version.
    static func zegel(_ db: Database, _ traject: TrajectID, versie: Int) throws -> (op: Datum, inhoud: Data, hash: String)? {
        guard
            let row = try db.rij(
                "SELECT * FROM planversie WHERE traject = ? AND versie = ?", [traject.description, versie])
        else { return nil }
        guard let inhoud: Data = row["inhoud_zegel"] else { throw OnleesbareKolom(kolom: "inhoud_zegel") }
        return (try row.datum("akkoord_op"), inhoud, try row.tekst("inhoud_hash"))
    }

    /// A talk about the plan: kept, and of the last one the days stand with the traject, for the points of attention.
    static func bewaarGesprek(
        _ tx: Transaction, _ plan: Trajectrij, op: Datum, volgendOp: Datum?, opmerking: Data?, plaats: String
    ) throws {
        try tx.db.doe(
            """
            INSERT INTO plangesprek (traject, versie, op, volgend_op, opmerking_zegel, zegelplaats, door, vastgelegd_op)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                plan.id.description, plan.planVersie, op.description, volgendOp.kolom(), opmerking, plaats,
                tx.cause?.actor?.user.kolom(), tx.nowText,
            ])
        try tx.db.doe(
            """
            UPDATE traject SET (plan_besproken_op, plan_volgend_op) = (
                SELECT op, volgend_op FROM plangesprek WHERE traject = ?1 ORDER BY op DESC, id DESC LIMIT 1) WHERE id = ?1
            """, [plan.id.description])
    }
}

extension Trajectrij {
    /// The plan says something else from now on: the next version, with what changed in it.
    /// - Parameter doelen, acties: what changed, after it was written.
    /// - Returns: the new version.
    @discardableResult
    func wordtNieuwPlan(
        _ tx: Transaction, _ code: Planstapcode, _ leefgebied: Leefgebied? = nil, doelen: [DoelID] = [], acties: [ActieID] = []
    ) throws -> Int {
        let nieuw = try tx.db.aantal("SELECT plan_versie FROM traject WHERE id = ?", [id.description]) + 1
        try tx.db.doe(
            "UPDATE traject SET plan_versie = ?1, plan_inhoud_versie = CASE WHEN ?2 THEN ?1 ELSE plan_inhoud_versie END WHERE id = ?3",
            [nieuw, code.vraagtAkkoord, id.description])
        try bewaarPlanstap(tx, code, leefgebied, versie: nieuw, doelen: doelen, acties: acties)
        return nieuw
    }

    /// Keeps how a version came to be and what changed in it.
    func bewaarPlanstap(
        _ tx: Transaction, _ code: Planstapcode, _ leefgebied: Leefgebied? = nil, versie: Int, doelen: [DoelID],
        acties: [ActieID] = []
    ) throws {
        try tx.db.doe(
            "INSERT INTO planstap (traject, versie, code, leefgebied, vraagt_akkoord, door, op) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                id.description, versie, code.rawValue, leefgebied?.rawValue, code.vraagtAkkoord,
                tx.cause?.actor?.user.kolom(), tx.nowText,
            ])
        try Plannen.bewaar(tx.db, versie: versie, doelen: doelen, acties: acties)
    }
}
