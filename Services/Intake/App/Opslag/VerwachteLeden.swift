// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag

/// One row of the table `verwacht_lid`, sealed part included.
struct VerwachtLidrij: Sendable {
    var id: VerwachtLidID
    var referent: DossierID
    var rol: Huishoudrol
    var stand: VerwachtLid.Stand
    var verwachtOp: Datum?
    var verzegeld: Data
    var dossier: DossierID?
    /// What the arrival did: the stay that it began, and the children who found somebody to ride with.
    var lidmaatschap: LidmaatschapID?
    var meerijders: [DossierID]
    var versie: Int

    init(_ row: Row) throws {
        guard let id = VerwachtLidID(row["id"] as String), let referent = DossierID(row["referent"] as String),
            let rol = Huishoudrol(rawValue: row["rol"]), let stand = VerwachtLid.Stand(rawValue: row["stand"])
        else { throw Opslagfout.onleesbareRij("verwacht_lid") }
        (self.id, self.referent, self.rol, self.stand) = (id, referent, rol, stand)
        verwachtOp = (row["verwacht_op"] as String?).flatMap { Datum($0) }
        dossier = (row["dossier"] as String?).flatMap { DossierID($0) }
        lidmaatschap = (row["lidmaatschap"] as String?).flatMap { LidmaatschapID($0) }
        meerijders = ((row["meerijders"] as String?) ?? "").split(separator: ",").compactMap { DossierID(String($0)) }
        (verzegeld, versie) = (row["gegevens"], row["versie"])
    }
}

/// Family abroad, by who is here already.
enum VerwachteLeden {
    static func vind(_ db: Database, _ id: VerwachtLidID) throws -> VerwachtLidrij? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM verwacht_lid WHERE id = ?"), arguments: [id.description])
            .map(VerwachtLidrij.init)
    }

    /// Of everybody who lives in a household now; those who do not come any more last. More than fifty are cut off.
    static func van(_ db: Database, huishouden: HuishoudenID) throws -> [VerwachtLidrij] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT v.* FROM verwacht_lid v JOIN persoon p ON p.id = v.referent
                    WHERE p.huishouden = ?
                    ORDER BY v.stand = 'vervallen', v.verwacht_op IS NULL, v.verwacht_op, v.id LIMIT 50
                    """), arguments: [huishouden.description]
        ).map(VerwachtLidrij.init)
    }

    static func maak(
        _ tx: Transaction, _ id: VerwachtLidID, referent: DossierID, _ rol: Huishoudrol, _ stand: VerwachtLid.Stand,
        verwachtOp: Datum?, verzegeld: Data
    ) throws {
        try tx.db.cachedStatement(
            sql: """
                INSERT INTO verwacht_lid (id, referent, rol, stand, verwacht_op, gegevens, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)
                """
        ).execute(arguments: [
            id.description, referent.description, rol.rawValue, stand.rawValue, verwachtOp?.description, verzegeld,
            tx.nowText, tx.actorText,
        ])
    }

    static func vervang(
        _ db: Database, _ id: VerwachtLidID, _ rol: Huishoudrol, _ stand: VerwachtLid.Stand, verwachtOp: Datum?, verzegeld: Data
    ) throws {
        try db.cachedStatement(
            sql: "UPDATE verwacht_lid SET rol = ?, stand = ?, verwacht_op = ?, gegevens = ? WHERE id = ?"
        ).execute(arguments: [rol.rawValue, stand.rawValue, verwachtOp?.description, verzegeld, id.description])
    }

    /// Keeps what the arrival did, so that it can be undone.
    static func koppel(
        _ db: Database, _ id: VerwachtLidID, aan dossier: DossierID, lidmaatschap: LidmaatschapID?, meerijders: [DossierID]
    ) throws {
        try db.cachedStatement(
            sql: """
                UPDATE verwacht_lid SET stand_voor = stand, stand = 'aangekomen', dossier = ?, lidmaatschap = ?, meerijders = ?
                WHERE id = ?
                """
        ).execute(arguments: [
            dossier.description, lidmaatschap?.description,
            meerijders.isEmpty ? nil : meerijders.map(\.description).joined(separator: ","), id.description,
        ])
    }

    static func ontkoppel(_ db: Database, _ id: VerwachtLidID) throws {
        try db.cachedStatement(
            sql: """
                UPDATE verwacht_lid SET stand = coalesce(stand_voor, 'verwacht'), stand_voor = NULL, dossier = NULL,
                    lidmaatschap = NULL, meerijders = NULL
                WHERE id = ?
                """
        ).execute(arguments: [id.description])
    }

    /// The stay that an arrival began is said anew by another fact.
    static func volgVerbetering(_ db: Database, van oud: LidmaatschapID, naar nieuw: LidmaatschapID) throws {
        try db.cachedStatement(
            sql: "UPDATE verwacht_lid SET lidmaatschap = ? WHERE lidmaatschap = ?"
        ).execute(arguments: [nieuw.description, oud.description])
    }
}
