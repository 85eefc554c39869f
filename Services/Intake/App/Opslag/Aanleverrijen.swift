// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Toegang

/// What became of one row of a file. Holds nothing that the row said, but the gemeente's own reference.
struct Rijresultaat: Sendable, Equatable {
    var rij: Int
    var regel: Int
    var referentie: String?
    var status: Rijstatus
    /// Why it waits or was refused; the code of the first error.
    var code: String?
    /// What is wrong, per column (`FieldError.field`; empty for the row as a whole).
    var fouten: [FieldError] = []
    var aanmelding: AanmeldingID?
    /// Accepted with somebody who is a client already. Not kept: only the dry run asks.
    var bijBekende = false
}

/// What became of the rows of a file: of the dry run, and in its place of the import.
enum Aanleverrijen {
    static func bewaar(_ db: Database, _ id: AanleveringID, _ rij: Rijresultaat, proef: Bool) throws {
        let fouten = rij.fouten.isEmpty ? nil : String(decoding: try MessageCoding.encode(rij.fouten), as: UTF8.self)
        try db.run(
            """
            INSERT OR REPLACE INTO aanleverrij (aanlevering, rij, regel, proef, referentie, status, code, fouten, aanmelding)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, id, rij.rij, rij.regel, proef, rij.referentie, rij.status.rawValue, rij.code ?? rij.fouten.first?.code,
            fouten, rij.aanmelding)
    }

    /// Which rows above this one the import has done already: more than its progress says, after a hard stop.
    static func gedaan(_ db: Database, _ id: AanleveringID, boven rij: Int) throws -> Set<Int> {
        try Set(
            Int.fetchAll(
                db.cachedStatement(sql: "SELECT rij FROM aanleverrij WHERE aanlevering = ? AND rij > ? AND proef = 0"),
                arguments: [id.description, rij]))
    }

    /// Of how many rows of a stretch the import keeps what became of them.
    static func bewaard(_ db: Database, _ id: AanleveringID, van rij: Int, tot laatste: Int) throws -> Int {
        let aantal = try db.first(
            "SELECT count(*) FROM aanleverrij WHERE aanlevering = ? AND rij BETWEEN ? AND ? AND proef = 0", id, rij, laatste
        ) { $0.integer(0) }
        return Int(aantal ?? 0)
    }

    static func wisProef(_ db: Database, _ id: AanleveringID) throws {
        try db.cachedStatement(
            sql: "DELETE FROM aanleverrij WHERE aanlevering = ? AND proef = 1"
        ).execute(arguments: [id.description])
    }

    /// How many rows per outcome.
    /// - Parameter buiten: with the codes that are shown outside.
    static func tellingen(_ db: Database, _ id: AanleveringID, buiten: Bool) throws -> [AanleveringOpvragen.Telling] {
        let code =
            buiten
            ? """
            CASE WHEN status = '\(Rijstatus.wacht.rawValue)' AND coalesce(code, '\(Controlereden.mogelijkDubbel.rawValue)')
                = '\(Controlereden.mogelijkDubbel.rawValue)' THEN '\(Controlereden.nadereControle)' ELSE code END
            """ : "code"
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT status, \(code) AS reden, count(*) AS aantal FROM aanleverrij WHERE aanlevering = ?
                    GROUP BY status, reden ORDER BY aantal DESC, status, reden
                    """), arguments: [id.description]
        ).compactMap { row in
            Rijstatus(rawValue: row["status"]).map { .init(status: $0, code: row["reden"], aantal: row["aantal"]) }
        }
    }

    /// The same rows for a reader outside: without those of people about whom the exchange was stopped since, and with the
    /// reasons that are shown outside. A row that waits without a code is of a version that left the code out.
    static func voorBuiten(_ db: Database, _ rijen: [Rijresultaat]) throws -> [Rijresultaat] {
        try rijen.compactMap { rij in
            if let aanmelding = rij.aanmelding, let stand = try Aanmeldingregister.vind(db, aanmelding), !stand.uitwisselbaar {
                return nil
            }
            guard rij.status == .wacht else { return rij }
            var buiten = rij
            buiten.code = rij.code.map(Controlereden.voorBuiten) ?? Controlereden.nadereControle
            return buiten
        }
    }

    /// A page of results in order of row.
    static func lees(_ db: Database, _ id: AanleveringID, na rij: Int, status: Rijstatus? = nil, aantal: Int) throws
        -> [Rijresultaat]
    {
        let filter = status == nil ? "" : " AND status = ?"
        let arguments: [(any DatabaseValueConvertible)?] = [id.description, rij] + (status.map { [$0.rawValue] } ?? [])
        return try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM aanleverrij WHERE aanlevering = ? AND rij > ?\(filter) ORDER BY rij LIMIT \(aantal)"),
            arguments: StatementArguments(arguments)
        ).map { row in
            let fouten: String? = row["fouten"]
            return Rijresultaat(
                rij: row["rij"], regel: row["regel"], referentie: row["referentie"],
                status: Rijstatus(rawValue: row["status"]) ?? .geweigerd, code: row["code"],
                fouten: try fouten.map { try MessageCoding.decode([FieldError].self, from: Data($0.utf8)) } ?? [],
                aanmelding: (row["aanmelding"] as String?).flatMap { AanmeldingID($0) })
        }
    }

    // MARK: - The last version of each row

    static func versie(_ db: Database, _ gemeente: String, _ referentie: String) throws -> Int? {
        try db.first("SELECT versie FROM aanleverreferentie WHERE gemeente = ? AND referentie = ?", gemeente, referentie) {
            Int($0.integer(0))
        }
    }

    static func zetVersie(_ db: Database, _ gemeente: String, _ referentie: String, _ versie: Int) throws {
        try db.run(
            """
            INSERT INTO aanleverreferentie (gemeente, referentie, versie) VALUES (?, ?, ?)
            ON CONFLICT (gemeente, referentie) DO UPDATE SET versie = excluded.versie
            """, gemeente, referentie, versie)
    }
}
