// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// One row of the table `aanlevering`.
struct Aanlevering: Sendable, Equatable {
    var id: AanleveringID
    var bestandsnaam: String
    var gemeente: String
    var opdracht: String
    var team: TeamID
    /// Where it came from: `portaal` or `map`.
    var bron: String
    /// Under which the key store keeps the key of this file.
    var sleutel: DossierID
    var toestand: Aanlevertoestand
    /// SHA-256 of the whole; nil while not all of it is here.
    var hash: String?
    /// Bytes that are here.
    var grootte: Int
    var rijenOpgegeven: Int?
    var huishoudens: Int?
    /// How far the present step is: the first byte, line and row that were not gone through.
    var byte: Int
    var regel: Int
    var rij: Int
    var reden: String?
    var inhoudWeg: Bool
    /// Of a file from the folder: whether it was moved out of `in`.
    var verplaatst: Bool
    var begonnenOp: Date
    var klaarOp: Date?
    var versie: Int

    init(_ row: Row) throws {
        guard let id = AanleveringID(row["id"] as String), let team = TeamID(row["team"] as String),
            let sleutel = DossierID(row["sleutel"] as String), let toestand = Aanlevertoestand(rawValue: row["toestand"]),
            let begonnen = Instant.date(row["begonnen_op"] as String)
        else { throw Opslagfout.onleesbareRij("aanlevering") }
        (self.id, self.team, self.sleutel, self.toestand, begonnenOp) = (id, team, sleutel, toestand, begonnen)
        (bestandsnaam, gemeente, opdracht, bron) = (row["bestandsnaam"], row["gemeente"], row["opdracht"], row["bron"])
        (hash, grootte, rijenOpgegeven) = (row["hash"], row["grootte"], row["rijen_opgegeven"])
        (huishoudens, byte, regel, rij) = (row["huishoudens"], row["byte"], row["regel"], row["rij"])
        (reden, inhoudWeg, versie) = (row["reden"], row["inhoud_weg"], row["versie"])
        verplaatst = row["verplaatst"]
        klaarOp = (row["klaar_op"] as String?).flatMap { Instant.date($0) }
    }

    var feiten: Facts { Facts(team: team, gemeente: gemeente) }

    var stand: Aanleveringsstand {
        .init(
            aanlevering: id, bestandsnaam: bestandsnaam, gemeente: gemeente, bron: bron, toestand: toestand,
            begonnenOp: begonnenOp, klaarOp: klaarOp, grootte: grootte, gelezen: byte, rijen: rij, huishoudens: huishoudens,
            reden: reden, inhoudWeg: inhoudWeg, versie: versie)
    }
}

enum Aanleverregister {
    static let kolommen = ScopeColumns(team: "team", gemeente: "gemeente")

    static func vind(_ db: Database, _ id: AanleveringID) throws -> Aanlevering? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM aanlevering WHERE id = ?"), arguments: [id.description]).map(
            Aanlevering.init)
    }

    /// The files that must go on, the oldest first.
    static func aanDeBeurt(_ db: Database) throws -> [Aanlevering] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM aanlevering WHERE toestand IN ('controleren', 'importeren')
                    ORDER BY toestand DESC, begonnen_op, id LIMIT 100
                    """)
        ).map(Aanlevering.init)
    }

    /// A page, newest first.
    static func lijst(_ db: Database, _ scope: Scope, na: AanleveringID?, aantal: Int) throws -> [Aanlevering] {
        let filter = scope.sql(columns: kolommen)
        var (sql, arguments) = ("SELECT * FROM aanlevering WHERE \(filter.sql)", filter.arguments)
        if let na {
            sql += " AND (begonnen_op, id) < ((SELECT begonnen_op FROM aanlevering WHERE id = ?), ?)"
            arguments += [na.description, na.description]
        }
        return try Row.fetchAll(
            db, sql: sql + " ORDER BY begonnen_op DESC, id DESC LIMIT \(aantal)", arguments: StatementArguments(arguments)
        ).map(Aanlevering.init)
    }

    /// What a new one begins with.
    struct Nieuw: Sendable {
        var id: AanleveringID
        var naam: String
        var opdracht: Opdracht
        var bron: String
        var sleutel: DossierID
        var rijenOpgegeven: Int?
    }

    static func maak(_ tx: Transaction, _ nieuw: Nieuw) throws {
        try tx.db.cachedStatement(
            sql: """
                INSERT INTO aanlevering (id, bestandsnaam, gemeente, opdracht, team, bron, sleutel, toestand, grootte,
                    rijen_opgegeven, byte, regel, rij, resultaat_geschreven, inhoud_weg, verplaatst, begonnen_op, versie,
                    gewijzigd_op, gewijzigd_door)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'uploaden', 0, ?, 0, 1, 0, 0, 0, 0, ?, 1, ?, ?)
                """
        ).execute(arguments: [
            nieuw.id.description, nieuw.naam, nieuw.opdracht.gemeente.waarde, nieuw.opdracht.id,
            TeamID(team: nieuw.opdracht.team).description, nieuw.bron, nieuw.sleutel.description, nieuw.rijenOpgegeven,
            tx.nowText, tx.nowText, tx.actorText,
        ])
        try tx.created("aanlevering", id: nieuw.id.description, why: "bestand ontvangen")
    }

    /// Takes the file a step on; progress begins anew.
    static func zet(
        _ tx: Transaction, _ bestand: Aanlevering, _ toestand: Aanlevertoestand, waarom: String, reden: FieldError? = nil
    ) throws {
        try tx.change("aanlevering", id: bestand.id.description, from: bestand.versie, why: waarom) { db in
            let isOver = !toestand.isBezig && toestand != .gecontroleerd
            try db.cachedStatement(
                sql: "UPDATE aanlevering SET toestand = ?, klaar_op = ?, reden_code = ?, reden = ? WHERE id = ?"
            ).execute(arguments: [
                toestand.rawValue, isOver ? tx.nowText : nil, reden?.code, reden?.text, bestand.id.description,
            ])
            if toestand.isBezig {
                try db.cachedStatement(
                    sql: "UPDATE aanlevering SET byte = 0, regel = 1, rij = 0 WHERE id = ?"
                ).execute(arguments: [bestand.id.description])
            }
        }
    }

    /// Keeps how far the present step is. No version: it is no decision of anybody.
    static func verder(_ db: Database, _ id: AanleveringID, byte: Int, regel: Int, rij: Int) throws {
        try db.cachedStatement(sql: "UPDATE aanlevering SET byte = ?, regel = ?, rij = ? WHERE id = ?")
            .execute(arguments: [byte, regel, rij, id.description])
    }
}

extension Aanleverregister {
    static func zetHash(_ db: Database, _ id: AanleveringID, _ hash: String?) throws {
        try db.cachedStatement(
            sql: "UPDATE aanlevering SET hash = ? WHERE id = ?"
        ).execute(arguments: [hash, id.description])
    }

    static func zetHuishoudens(_ db: Database, _ id: AanleveringID, _ aantal: Int) throws {
        try db.cachedStatement(
            sql: "UPDATE aanlevering SET huishoudens = ? WHERE id = ?"
        ).execute(arguments: [aantal, id.description])
    }

    /// Forgets the bytes of an upload that arrived damaged; it begins again at the first.
    static func leeg(_ db: Database, _ id: AanleveringID) throws {
        try db.cachedStatement(
            sql: "DELETE FROM aanleverdeel WHERE aanlevering = ?"
        ).execute(arguments: [id.description])
        try db.cachedStatement(
            sql: "UPDATE aanlevering SET grootte = 0 WHERE id = ?"
        ).execute(arguments: [id.description])
    }

    /// Throws the file itself away; what became of its rows stays.
    static func wisInhoud(_ db: Database, _ id: AanleveringID) throws {
        try db.cachedStatement(
            sql: "DELETE FROM aanleverdeel WHERE aanlevering = ?"
        ).execute(arguments: [id.description])
        try db.cachedStatement(
            sql: "UPDATE aanlevering SET inhoud_weg = 1 WHERE id = ?"
        ).execute(arguments: [id.description])
    }

    /// A few files whose content may go: cancelled, or done or begun before these instants.
    static func verlopen(_ db: Database, klaarVoor: String, begonnenVoor: String) throws -> [Aanlevering] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM aanlevering WHERE inhoud_weg = 0 AND (toestand = 'geannuleerd'
                        OR (toestand IN ('klaar', 'geweigerd') AND klaar_op < ?)
                        OR (toestand = 'gecontroleerd' AND begonnen_op < ?)
                        OR (toestand = 'uploaden' AND begonnen_op < ?)) LIMIT 20
                    """), arguments: [klaarVoor, klaarVoor, begonnenVoor]
        ).map(Aanlevering.init)
    }

    // MARK: - The folder

    /// What was half taken in lies there under another name or with another count: the file that lies there now is the one.
    static func hernoem(_ db: Database, _ id: AanleveringID, naam: String, rijen: Int) throws {
        try db.cachedStatement(
            sql: "UPDATE aanlevering SET bestandsnaam = ?, rijen_opgegeven = ? WHERE id = ? AND toestand = 'uploaden'"
        ).execute(arguments: [naam, rijen, id.description])
    }

    /// Files from the folder that are done and got no result file yet. Not those that were never whole here: why, was told then.
    static func terugTeGeven(_ db: Database) throws -> [Aanlevering] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM aanlevering WHERE bron = 'map' AND resultaat_geschreven = 0
                        AND (toestand IN ('klaar', 'geweigerd') OR toestand = 'geannuleerd' AND hash IS NOT NULL)
                    ORDER BY begonnen_op LIMIT 50
                    """)
        ).map(Aanlevering.init)
    }

    static func teruggegeven(_ db: Database, _ id: AanleveringID) throws {
        try db.cachedStatement(
            sql: "UPDATE aanlevering SET resultaat_geschreven = 1 WHERE id = ?"
        ).execute(arguments: [id.description])
    }

    /// The same content came again, perhaps under another name: its result is given once more.
    static func opnieuwAangeboden(_ db: Database, _ id: AanleveringID, naam: String) throws {
        try db.cachedStatement(
            sql: "UPDATE aanlevering SET resultaat_geschreven = 0, verplaatst = 0, bestandsnaam = ? WHERE id = ?"
        ).execute(arguments: [naam, id.description])
    }

    static func verplaatst(_ db: Database, _ id: AanleveringID) throws {
        try db.cachedStatement(
            sql: "UPDATE aanlevering SET verplaatst = 1 WHERE id = ?"
        ).execute(arguments: [id.description])
    }

    /// Whether every row was done, for good or ill, by what stands in it.
    static func isHeelOvergenomen(_ db: Database, _ bestand: Aanlevering) throws -> Bool {
        guard bestand.toestand == .klaar else { return false }
        return try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT NOT EXISTS (SELECT 1 FROM aanleverrij WHERE aanlevering = ? AND code = 'storing')"),
            arguments: [bestand.id.description]) ?? false
    }
}

/// One sealed piece of a file.
struct Aanleverdeel: Sendable {
    var vanaf: Int
    var lengte: Int
    var verzegeld: Data

    /// What the piece is sealed for: it opens nowhere else, so that pieces cannot change places.
    static func context(_ id: AanleveringID, vanaf: Int) -> String { "aanleverdeel:\(id):\(vanaf)" }

    /// The piece that holds this byte.
    static func vind(_ db: Database, _ id: AanleveringID, byte: Int) throws -> Aanleverdeel? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT vanaf, lengte, verzegeld FROM aanleverdeel
                    WHERE aanlevering = ? AND vanaf <= ? AND vanaf + lengte > ? ORDER BY vanaf DESC LIMIT 1
                    """), arguments: [id.description, byte, byte]
        ).map { Aanleverdeel(vanaf: $0["vanaf"], lengte: $0["lengte"], verzegeld: $0["verzegeld"]) }
    }

    func bewaar(_ db: Database, _ id: AanleveringID) throws {
        try db.cachedStatement(
            sql: "INSERT INTO aanleverdeel (aanlevering, vanaf, lengte, verzegeld) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [id.description, vanaf, lengte, verzegeld])
        try db.cachedStatement(
            sql: "UPDATE aanlevering SET grootte = ? WHERE id = ?"
        ).execute(arguments: [vanaf + lengte, id.description])
    }
}
