// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// One change of a client that a gemeente sent, with its sealed part.
struct Wijzigingrij: Sendable {
    var id: WijzigingID
    var aanmelding: AanmeldingID
    /// Whose key it is sealed with: the dossier of the aanmelding.
    var eigenaar: DossierID
    /// The person whom it is about now: who the aanmelding or its dossier joined, else its own.
    var dossier: DossierID
    /// Set when nobody sent it: it is what the aanmelding said otherwise when it joined by itself.
    var samenvoeging: SamenvoegingID?
    var verzegeld: Data
    var toestand: Wijzigingtoestand
    var ontvangenOp: Datum

    init(_ row: Row) throws {
        guard let id = WijzigingID(row["id"] as String), let dossier = DossierID(row["dossier"] as String),
            let aanmelding = AanmeldingID(row["aanmelding"] as String), let eigenaar = DossierID(row["eigenaar"] as String),
            let toestand = Wijzigingtoestand(rawValue: row["toestand"]), let op = Instant.date(row["ontvangen_op"] as String)
        else { throw Opslagfout.onleesbareRij("wijziging") }
        (self.id, self.aanmelding, self.dossier, self.toestand, ontvangenOp) = (id, aanmelding, dossier, toestand, Datum(op))
        (verzegeld, self.eigenaar) = (row["gegevens"], eigenaar)
        samenvoeging = (row["samenvoeging"] as String?).flatMap { SamenvoegingID($0) }
    }
}

/// What gemeenten changed about clients, for who guides them.
enum Wijzigingenlijst {
    static func vind(_ db: Database, _ id: WijzigingID) throws -> Wijzigingrij? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT w.*, a.dossier AS eigenaar, \(Samenvoegregister.wortel(van: "a.dossier")) AS dossier
                    FROM wijziging w JOIN aanmelding a ON a.id = w.aanmelding WHERE w.id = ?
                    """),
            arguments: [id.description]
        ).map(Wijzigingrij.init)
    }

    /// A page of what waits, oldest first. Whoever joined somebody has no dossier of its own to look in.
    static func open(_ db: Database, _ scope: Scope, na: WijzigingID?, aantal: Int) throws -> [WijzigingenLijst.Rij] {
        let filter = scope.sql(columns: Personenlijst.kolommen)
        var (sql, arguments) = (filter.sql, filter.arguments)
        if let na {
            sql += " AND (w.ontvangen_op, w.id) > ((SELECT ontvangen_op FROM wijziging WHERE id = ?), ?)"
            arguments += [na.description, na.description]
        }
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT w.id, w.ontvangen_op, p.id AS dossier, p.dossiernummer, p.naam FROM wijziging w
                    JOIN aanmelding a ON a.id = w.aanmelding
                    JOIN persoon p ON p.id = \(Samenvoegregister.wortel(van: "a.dossier"))
                    WHERE w.toestand = 'in-controle' AND \(sql) ORDER BY w.ontvangen_op, w.id LIMIT \(aantal)
                    """), arguments: StatementArguments(arguments)
        ).compactMap { row in
            guard let id = WijzigingID(row["id"] as String), let dossier = DossierID(row["dossier"] as String),
                let op = Instant.date(row["ontvangen_op"] as String)
            else { return nil }
            return .init(
                wijziging: id, dossier: dossier, dossiernummer: row["dossiernummer"], naam: row["naam"], ontvangenOp: Datum(op))
        }
    }

    static func besluit(
        _ tx: Transaction, _ id: WijzigingID, _ toestand: Wijzigingtoestand, overgenomen: [String], reden: String?
    ) throws {
        try tx.db.cachedStatement(
            sql: """
                UPDATE wijziging SET toestand = ?, besloten_op = ?, besloten_door = ?, overgenomen = ?, reden = ?
                WHERE id = ? AND toestand = 'in-controle'
                """
        ).execute(arguments: [
            toestand.rawValue, tx.nowText, tx.actorText, overgenomen.joined(separator: ","), reden, id.description,
        ])
        guard tx.db.changesCount == 1 else { throw Failure.state(reason: "Deze wijziging is al verwerkt.") }
    }

    /// The merge was taken back: what the aanmelding says is its own again, and nothing to take over.
    static func vervalt(_ tx: Transaction, bij samenvoeging: Samenvoegrij) throws {
        guard let aanmelding = samenvoeging.aanmelding else { return }
        try tx.db.cachedStatement(
            sql: """
                UPDATE wijziging SET toestand = 'weggelegd', besloten_op = ?, besloten_door = ?, reden = 'samenvoeging-ongedaan'
                WHERE aanmelding = ? AND toestand = 'in-controle' AND samenvoeging = ?
                """
        ).execute(arguments: [tx.nowText, tx.actorText, aanmelding.description, samenvoeging.id.description])
    }

    /// How the newest change of an aanmelding stands, for the gemeente; nil when there was none.
    static func laatste(_ db: Database, _ aanmelding: AanmeldingID) throws -> Wijzigingtoestand? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT toestand FROM wijziging WHERE aanmelding = ? AND samenvoeging IS NULL
                    ORDER BY ontvangen_op DESC, id DESC LIMIT 1
                    """),
            arguments: [aanmelding.description]
        ).flatMap(Wijzigingtoestand.init)
    }
}
