// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// One row of the table `aanmelding`, without the sealed part.
struct Aanmeldingrij: Sendable, Equatable {
    var id: AanmeldingID
    var oin: String
    var gemeente: String
    var opdracht: String
    var team: TeamID
    /// The id that the person has, or gets when accepted; its key seals the gegevens.
    var dossier: DossierID
    var toestand: AanmeldingToestand
    /// Reason codes: of waiting, or the one of refusal.
    var redenen: [String]
    var doelgroep: Doelgroepopgave?
    var naam: String
    var geboortedatum: String
    var ontvangenOp: Datum
    var versie: Int
    var gewijzigdOp: String

    static let kolommen = """
        a.id, a.oin, a.gemeente, a.opdracht, a.team, a.dossier, a.toestand, a.redenen, a.doelgroep, a.naam, \
        a.geboortedatum, a.ontvangen_dag, a.versie, a.gewijzigd_op
        """

    init(_ row: Row) throws {
        guard let id = AanmeldingID(row["id"] as String), let team = TeamID(row["team"] as String),
            let dossier = DossierID(row["dossier"] as String), let toestand = AanmeldingToestand(rawValue: row["toestand"]),
            let ontvangen = Datum(row["ontvangen_dag"] as String)
        else { throw Opslagfout.onleesbareRij("aanmelding") }
        (self.id, self.team, self.dossier, self.toestand, ontvangenOp) = (id, team, dossier, toestand, ontvangen)
        (oin, gemeente, opdracht) = (row["oin"], row["gemeente"], row["opdracht"])
        (naam, geboortedatum, versie, gewijzigdOp) = (row["naam"], row["geboortedatum"], row["versie"], row["gewijzigd_op"])
        redenen = (row["redenen"] as String).split(separator: ",").map(String.init)
        doelgroep = Doelgroepopgave(row["doelgroep"])
    }
}

/// A row that this program cannot read: written by a newer one, or damaged. Names the table, never what stands there.
enum Opslagfout: Error, Equatable { case onleesbareRij(String) }

enum Aanmeldingregister {
    /// What people are called when nobody knows.
    static let naamOnbekend = "naam onbekend"

    static func vind(_ db: Database, _ id: AanmeldingID) throws -> Aanmeldingrij? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(Aanmeldingrij.kolommen) FROM aanmelding a WHERE a.id = ?"),
            arguments: [id.description]
        ).map(Aanmeldingrij.init)
    }

    /// The sealed gegevens.
    static func verzegeld(_ db: Database, _ id: AanmeldingID) throws -> Data? {
        try Data.fetchOne(db, sql: "SELECT gegevens FROM aanmelding WHERE id = ?", arguments: [id.description])
    }

    /// Adds a new aanmelding in state `ontvangen`.
    static func maak(
        _ tx: Transaction, _ gegevens: Aanmeldgegevens, oin: OIN, opdracht: Opdracht, dossier: DossierID, verzegeld: Data,
        dag: Datum
    ) throws {
        try tx.db.cachedStatement(
            sql: """
                INSERT INTO aanmelding (id, oin, gemeente, opdracht, team, dossier, toestand, redenen, doelgroep, naam,
                    geboortedatum, gegevens, ontvangen_op, ontvangen_dag, versie, gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, ?, 'ontvangen', '', ?, ?, ?, ?, ?, ?, 1, ?, ?)
                """
        ).execute(arguments: [
            gegevens.aanmelding.description, oin.waarde, gegevens.gemeente.waarde, opdracht.id,
            TeamID(teamnaam: opdracht.team).description, dossier.description, gegevens.doelgroep.waarde,
            gegevens.client.naam?.weergave ?? naamOnbekend, gegevens.client.geboortedatum.waarde, verzegeld, tx.nowText,
            dag.description, tx.nowText, tx.actorText,
        ])
    }

    /// Puts changed gegevens in the place of the old, within `Transaction.change`.
    static func vervang(_ db: Database, _ gegevens: Aanmeldgegevens, verzegeld: Data) throws {
        try db.execute(
            sql: "UPDATE aanmelding SET doelgroep = ?, naam = ?, geboortedatum = ?, gegevens = ? WHERE id = ?",
            arguments: [
                gegevens.doelgroep.waarde, gegevens.client.naam?.weergave ?? naamOnbekend,
                gegevens.client.geboortedatum.waarde, verzegeld, gegevens.aanmelding.description,
            ])
    }

    static func zet(_ db: Database, _ id: AanmeldingID, toestand: AanmeldingToestand, redenen: [String]) throws {
        try db.cachedStatement(sql: "UPDATE aanmelding SET toestand = ?, redenen = ? WHERE id = ?")
            .execute(arguments: [toestand.rawValue, redenen.joined(separator: ","), id.description])
    }

    /// Keeps a change of somebody who is a client already, for a worker.
    static func bewaarWijziging(_ tx: Transaction, aanmelding: AanmeldingID, verzegeld: Data) throws {
        try tx.db.execute(
            sql: "INSERT INTO wijziging (id, aanmelding, gegevens, toestand, ontvangen_op) VALUES (?, ?, ?, 'in-controle', ?)",
            arguments: [tx.ids.next().uuidString.lowercased(), aanmelding.description, verzegeld, tx.nowText])
    }

    static func heeftOpenWijziging(_ db: Database, _ id: AanmeldingID) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM wijziging WHERE aanmelding = ? AND toestand = 'in-controle')",
            arguments: [id.description]) ?? false
    }
}
