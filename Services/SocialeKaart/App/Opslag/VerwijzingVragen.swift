// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Toegang

/// Reading referrals. Every list has the policy's scope in its WHERE.
enum VerwijzingVragen {
    static func een(_ db: Database, _ id: VerwijzingID) throws -> Verwijzingsrij? {
        try Row.fetchOne(db, sql: "\(Verwijzingsrij.bron) WHERE x.id = ?", arguments: [id.description]).map {
            try Verwijzingsrij($0)
        }
    }

    /// The referrals of one person, the newest change first. A person has few; more than 200 are cut off.
    static func vanDossier(_ db: Database, _ dossier: DossierID, _ scope: Scope) throws -> [Verwijzingsrij] {
        let (waar, arguments) = scope.sql(columns: Verwijzingsrij.kolommen)
        let rijen = try Row.fetchCursor(
            db.cachedStatement(
                sql: "\(Verwijzingsrij.bron) WHERE x.dossier = ? AND \(waar) ORDER BY x.gewijzigd_op DESC, x.id LIMIT 200"),
            arguments: [dossier.description] + StatementArguments(arguments))
        return try Array(rijen.map { try Verwijzingsrij($0) })
    }

    /// What a partner may know of, in order of change; paged by the number of the change, so that nothing is skipped.
    static func vanPartner(
        _ db: Database, _ organisatie: OrganisatieID, _ scope: Scope, gewijzigdVanaf: String?, na: Int?, aantal: Int
    ) throws -> [Verwijzingsrij] {
        let (waar, rechten) = scope.sql(columns: Verwijzingsrij.kolommen)
        var sql = "\(Verwijzingsrij.bron) WHERE x.organisatie_id = ? AND x.verstuurd_op IS NOT NULL AND \(waar)"
        var arguments: StatementArguments = [organisatie.description]
        arguments += StatementArguments(rechten)
        if let gewijzigdVanaf {
            sql += " AND x.gewijzigd_op >= ?"
            arguments += [gewijzigdVanaf]
        }
        if let na {
            sql += " AND x.wijziging > ?"
            arguments += [na]
        }
        return try Row.fetchAll(db, sql: sql + " ORDER BY x.wijziging LIMIT ?", arguments: arguments + [aantal])
            .map { try Verwijzingsrij($0) }
    }

    /// The step-1 package as it left; nil before sending and after it was emptied.
    static func pakket(_ db: Database, _ id: VerwijzingID) throws -> Pakket? {
        guard let rij = try Row.fetchOne(db, sql: "SELECT * FROM deelpakket WHERE verwijzing_id = ?", arguments: [id.description])
        else { return nil }
        let stap1: String = rij["stap1"]
        return Pakket(
            stap1: try MessageCoding.decode([String: String].self, from: Data(stap1.utf8)),
            stap2: KaartVragen.lijst(rij["stap2"]).compactMap(Deelveld.init(rawValue:)), vrij: rij["stap2_vrij"])
    }

    /// What left, what may follow, and the sealed words that follow with it.
    struct Pakket: Sendable {
        let stap1: [String: String]
        let stap2: [Deelveld]
        let vrij: Data?
    }

    /// One step of the history, with its sealed explanation if there is one.
    struct Stap: Sendable {
        let wanneer: Date
        let van: VerwijzingToestand?
        let naar: VerwijzingToestand
        let rol: Verwijzingsrol
        let reden: String?
        let versie: Int
    }

    static func stappen(_ db: Database, _ id: VerwijzingID) throws -> [Stap] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM verwijzing_stap WHERE verwijzing_id = ? ORDER BY nr LIMIT 500", arguments: [id.description]
        ).map { rij in
            let (van, naar, rol, op): (String?, String, String, String) = (rij["van"], rij["naar"], rij["rol"], rij["op"])
            guard let naar = VerwijzingToestand(rawValue: naar), let rol = Verwijzingsrol(rawValue: rol),
                let wanneer = Instant.date(op)
            else { throw Failure.fault(reference: "verwijzing-stap") }
            return Stap(
                wanneer: wanneer, van: van.flatMap(VerwijzingToestand.init(rawValue:)), naar: naar, rol: rol, reden: rij["reden"],
                versie: rij["versie"])
        }
    }

    /// Referrals for which the clock has something to do now.
    static func aanDeBeurt(_ db: Database, _ nu: Date, aantal: Int) throws -> [VerwijzingID] {
        let dag = Datum(nu).description
        return try String.fetchAll(
            db,
            sql: """
                SELECT id FROM verwijzing WHERE herinnering_op IS NOT NULL AND herinnerd_op IS NULL AND herinnering_op <= ?
                UNION SELECT id FROM verwijzing WHERE escalatie_op IS NOT NULL AND geescaleerd_op IS NULL AND escalatie_op <= ?
                  AND (escalatie_om IS NULL OR escalatie_om <= ?)
                UNION SELECT id FROM verwijzing WHERE uiterlijk_op IS NOT NULL AND uiterlijk_op < ?
                LIMIT ?
                """, arguments: [dag, dag, Instant.text(nu), dag, aantal]
        ).compactMap { VerwijzingID($0) }
    }
}
