// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

extension Migration {
    /// What a merge keeps of an aanmelding that joined, since that has no row in `persoon`: whether it asks for a secret address, and
    /// the folded words of its name. Null in `geheim`: from before this step, not looked at yet (`SamenvoegingAanvullen`).
    static let bijSamenvoeging = Migration("093-bij-samenvoeging") { db in
        try db.execute(
            sql: """
                ALTER TABLE samenvoeging ADD COLUMN geheim INTEGER;
                ALTER TABLE samenvoeging ADD COLUMN zoekwoorden TEXT NOT NULL DEFAULT '';
                CREATE INDEX samenvoeging_aanvullen ON samenvoeging (id) WHERE geheim IS NULL;
                -- Of a change that is what an aanmelding said otherwise when it joined: the merge. No gemeente sent it.
                ALTER TABLE wijziging ADD COLUMN samenvoeging TEXT;
                """)
    }
}

/// Whether the address of a person is secret. It is when any dossier that counts as this person says so, or an aanmelding that
/// joined: who was told once that an address must stay secret, is not asked again because of a second file.
enum Geheimhouding {
    static func geldt(_ db: Database, _ dossier: DossierID) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: vraagtekst), arguments: [dossier.description]) ?? false
    }

    /// What nobody looked at yet counts as secret.
    static let vraagtekst = """
        WITH RECURSIVE op (dossier) AS (
            SELECT ? UNION SELECT sv.leidend FROM op JOIN samenvoeging sv ON sv.volgend = op.dossier
            WHERE sv.toestand = 'actief'
        ), groep (dossier) AS (
            SELECT dossier FROM op UNION SELECT sv.volgend FROM groep JOIN samenvoeging sv ON sv.leidend = groep.dossier
            WHERE sv.toestand = 'actief'
        )
        SELECT EXISTS (SELECT 1 FROM groep JOIN persoon p ON p.id = groep.dossier WHERE p.geheimhouding)
            OR EXISTS (
                SELECT 1 FROM groep JOIN samenvoeging sv ON sv.volgend = groep.dossier
                WHERE sv.toestand = 'actief' AND coalesce(sv.geheim, sv.aanmelding IS NOT NULL))
        """

    /// The same for each of these that is a client.
    static func stand(_ db: Database, van groep: Set<DossierID>) throws -> [DossierID: Bool] {
        var stand: [DossierID: Bool] = [:]
        for dossier in groep where try Persoonregister.bestaat(db, dossier) { stand[dossier] = try geldt(db, dossier) }
        return stand
    }

    /// Somebody said of the person that the address is secret no longer: then what joined says so no longer either.
    static func hefOp(_ db: Database, bij dossier: DossierID) throws {
        try db.cachedStatement(
            sql: "UPDATE samenvoeging SET geheim = 0 WHERE leidend = ? AND toestand = 'actief' AND aanmelding IS NOT NULL"
        ).execute(arguments: [dossier.description])
    }
}

extension Samenvoegregister {
    /// Merges of before step 093, with what the aanmelding said that joined.
    static func onaangevuld(_ db: Database, aantal: Int) throws -> [(rij: Samenvoegrij, verzegeld: Data?)] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM samenvoeging WHERE geheim IS NULL ORDER BY id LIMIT ?"), arguments: [aantal]
        ).map(Samenvoegrij.init).map { rij in
            (rij, try rij.aanmelding.flatMap { try Aanmeldingregister.verzegeld(db, $0) })
        }
    }

    static func vulAan(_ db: Database, _ rij: Samenvoegrij, geheim: Bool, woorden: [String]) throws {
        try db.cachedStatement(sql: "UPDATE samenvoeging SET geheim = ?, zoekwoorden = ? WHERE id = ? AND geheim IS NULL")
            .execute(arguments: [geheim, woorden.joined(separator: " "), rij.id.description])
        if db.changesCount == 1, rij.isActief { try zetWoorden(db, rij.volgend, woorden) }
    }

    /// By its own words an aanmelding that joined is found; who has a row in `persoon` is found by that.
    static func zetWoorden(_ db: Database, _ volgend: DossierID, _ woorden: [String]) throws {
        try db.insert(into: Aanwas.woorden.nieuw, each: woorden, volgend)
    }

    static func wisWoorden(_ db: Database, _ id: SamenvoegingID, _ volgend: DossierID) throws {
        let woorden = try String.fetchOne(
            db.cachedStatement(sql: "SELECT zoekwoorden FROM samenvoeging WHERE id = ?"), arguments: [id.description])
        for woord in (woorden ?? "").split(separator: " ") {
            try Aanwas.woorden.wis(db, waar: "woord = ? AND dossier = ?", String(woord), volgend)
        }
    }
}
