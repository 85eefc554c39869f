// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// The memberships of households: facts over time. The columns `huishouden` and `rol` of `persoon` follow the present one.
enum Lidmaatschappen {
    /// All of one person, those that were taken back too, in order of their first day.
    static func van(_ db: Database, _ dossier: DossierID) throws -> [Lidmaatschap] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM lidmaatschap WHERE dossier = ? ORDER BY van, op, id"),
            arguments: [dossier.description]
        ).map(Lidmaatschap.init)
    }

    static func verloop(_ db: Database, _ dossier: DossierID) throws -> Huishoudverloop {
        Huishoudverloop(try van(db, dossier))
    }

    /// Everybody who ever lived in a household, in order. More than two hundred facts are cut off.
    static func ooit(_ db: Database, _ huishouden: HuishoudenID) throws -> [Lidmaatschap] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM lidmaatschap WHERE huishouden = ? ORDER BY van, op, id LIMIT 200"),
            arguments: [huishouden.description]
        ).map(Lidmaatschap.init)
    }

    /// A new fact from a day on; the present one ends that day. On its own first day it is replaced as a mistake.
    /// - Parameter vervangt: what it stands in the place of, when there is no present fact.
    @discardableResult
    static func begin(
        _ tx: Transaction, _ dossier: DossierID, in huishouden: HuishoudenID, _ rol: Huishoudrol, van dag: Datum,
        _ reden: Lidmaatschap.Reden, bron: Lidmaatschap.Bron, vervangt: LidmaatschapID? = nil
    ) throws -> LidmaatschapID {
        var vervangt = vervangt
        if let nu = try verloop(tx.db, dossier).nu {
            if nu.van == dag {
                try trekIn(tx, nu)
                vervangt = nu.id
            } else {
                try zetEinde(tx.db, nu, dag)
            }
        }
        let id = try maak(tx, dossier, in: huishouden, rol, van: dag, reden, bron: bron, vervangt: vervangt)
        try volg(tx.db, dossier)
        return id
    }

    /// The first fact about somebody whose row in `persoon` says the same already.
    @discardableResult
    static func maak(
        _ tx: Transaction, _ dossier: DossierID, in huishouden: HuishoudenID, _ rol: Huishoudrol, van dag: Datum,
        _ reden: Lidmaatschap.Reden, bron: Lidmaatschap.Bron, vervangt: LidmaatschapID? = nil
    ) throws -> LidmaatschapID {
        let id: LidmaatschapID = tx.ids.make()
        try tx.db.run(
            """
            INSERT INTO lidmaatschap (id, dossier, huishouden, rol, van, reden, bron, op, door, vervangt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, id, dossier, huishouden, rol.rawValue, dag, reden.rawValue, bron.rawValue, tx.nowText, tx.actorText, vervangt)
        return id
    }

    /// The present fact began on another day, or was another role: the old one is taken back and a new one says so.
    static func verbeter(_ tx: Transaction, _ verloop: Huishoudverloop, van dag: Datum, _ rol: Huishoudrol) throws {
        guard let nu = verloop.nu else { return }
        try trekIn(tx, nu)
        if let vorige = verloop.vorige { try zetEinde(tx.db, vorige, dag) }
        var vervangt = nu.vervangt
        if let vervangen = verloop.vervangen, vervangen.van < dag {
            // What was replaced held in the days between.
            try zegOpnieuw(tx, vervangen, tot: dag)
            vervangt = nil
        }
        let id = try begin(
            tx, nu.dossier, in: nu.huishouden, rol, van: dag, .correctie, bron: .medewerker, vervangt: vervangt)
        try VerwachteLeden.volgVerbetering(tx.db, van: nu.id, naar: id)
    }

    /// The present fact was a mistake: what it replaced holds again, or the one before it goes on. Changes nothing when there
    /// is neither.
    static func draaiTerug(_ tx: Transaction, _ verloop: Huishoudverloop) throws {
        guard let nu = verloop.nu, let terug = verloop.terugNaar else { return }
        try trekIn(tx, nu)
        if terug.ingetrokken {
            if let vorige = verloop.vorige { try zetEinde(tx.db, vorige, terug.van) }
            try zegOpnieuw(tx, terug, tot: nil)
        } else {
            try zetEinde(tx.db, terug, nil)
        }
        try volg(tx.db, nu.dossier)
    }

    /// Facts are only added: what was taken back holds again as a new fact that says the same.
    private static func zegOpnieuw(_ tx: Transaction, _ feit: Lidmaatschap, tot dag: Datum?) throws {
        var nieuw = feit
        nieuw.id = try maak(
            tx, feit.dossier, in: feit.huishouden, feit.rol, van: feit.van, feit.reden, bron: feit.bron,
            vervangt: feit.vervangt)
        if let dag { try zetEinde(tx.db, nieuw, dag) }
    }

    private static func trekIn(_ tx: Transaction, _ feit: Lidmaatschap) throws {
        try tx.db.run(
            "UPDATE lidmaatschap SET ingetrokken_op = ? WHERE dossier = ? AND van = ? AND id = ?", tx.nowText, feit.dossier,
            feit.van, feit.id)
    }

    private static func zetEinde(_ db: Database, _ feit: Lidmaatschap, _ dag: Datum?) throws {
        try db.run(
            "UPDATE lidmaatschap SET tot = ? WHERE dossier = ? AND van = ? AND id = ?", dag, feit.dossier, feit.van, feit.id)
    }

    /// Brings the columns of the person in line with the present fact.
    static func volg(_ db: Database, _ dossier: DossierID) throws {
        try db.cachedStatement(
            sql: """
                UPDATE persoon SET (huishouden, rol) = (
                    SELECT huishouden, rol FROM lidmaatschap
                    WHERE dossier = ?1 AND tot IS NULL AND ingetrokken_op IS NULL)
                WHERE id = ?1
                """
        ).execute(arguments: [dossier.description])
    }
}

extension Lidmaatschap {
    init(_ row: Row) throws {
        guard let id = LidmaatschapID(row["id"] as String), let dossier = DossierID(row["dossier"] as String),
            let huishouden = HuishoudenID(row["huishouden"] as String), let van = Datum(row["van"] as String),
            let rol = Huishoudrol(rawValue: row["rol"]), let reden = Reden(rawValue: row["reden"]),
            let bron = Bron(rawValue: row["bron"])
        else { throw Opslagfout.onleesbareRij("lidmaatschap") }
        self.init(
            id: id, dossier: dossier, huishouden: huishouden, rol: rol, van: van,
            tot: (row["tot"] as String?).flatMap { Datum($0) }, reden: reden, bron: bron,
            ingetrokken: row["ingetrokken_op"] as String? != nil,
            vervangt: (row["vervangt"] as String?).flatMap { LidmaatschapID($0) })
    }
}
