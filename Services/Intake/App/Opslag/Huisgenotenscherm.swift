// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// Who is kept from the sight of the workers of housemates: conflict, a safe address. About a person, as a stop on exchange is
/// (decision 0017): it holds for every dossier that is the same person. `eigen` tells where it was set from where it holds
/// through a merge; the latter is worked out anew at every change, so that a query needs to look in one place only.
enum Huisgenotenscherm {
    /// A condition that is true for who may be seen.
    /// - Parameter kolom: fixed text of the program, such as `p.id`.
    static func open(_ kolom: String) -> String {
        "NOT EXISTS (SELECT 1 FROM huisgenotenscherm hs WHERE hs.dossier = \(kolom))"
    }

    struct Stand: Sendable {
        var sinds: Datum?
        /// Why, sealed with the key of `dossier`; nil for what was set before reasons were kept.
        var reden: Data?
        var dossier: DossierID
    }

    /// Since when, and why, as it was said in this dossier or else in another of the same person. Nil for who is not kept
    /// from sight.
    static func vind(_ db: Database, _ dossier: DossierID) throws -> Stand? {
        guard var stand = try lees(db, dossier) else { return nil }
        if stand.reden == nil {
            for ander in try Samenvoegregister.groep(db, dossier).sorted() {
                guard let met = try lees(db, ander), met.reden != nil else { continue }
                (stand.reden, stand.dossier) = (met.reden, met.dossier)
            }
        }
        return stand
    }

    private static func lees(_ db: Database, _ dossier: DossierID) throws -> Stand? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT sinds, reden FROM huisgenotenscherm WHERE dossier = ?"),
            arguments: [dossier.description]
        ).map { Stand(sinds: Datum($0["sinds"] as String), reden: $0["reden"], dossier: dossier) }
    }

    /// A second reason takes the place of the first; the day on which it began stays. Set for somebody with several dossiers
    /// it is set on each: nobody can say later about which of them it was.
    /// - Parameter redenen: sealed for each dossier by itself.
    static func schermAf(_ tx: Transaction, _ groep: Set<DossierID>, redenen: [DossierID: Data]) throws {
        for dossier in groep.sorted() {
            try tx.db.cachedStatement(
                sql: """
                    INSERT INTO huisgenotenscherm (dossier, sinds, reden, eigen) VALUES (?, ?, ?, 1)
                    ON CONFLICT (dossier) DO UPDATE SET reden = coalesce(excluded.reden, reden), eigen = 1
                    """
            ).execute(arguments: [dossier.description, tx.today.description, redenen[dossier]])
        }
    }

    static func toonWeer(_ tx: Transaction, _ groep: Set<DossierID>) throws {
        for dossier in groep { try wis(tx.db, dossier) }
    }

    /// The dossiers of these in which it was set.
    static func gezet(_ db: Database, in groep: Set<DossierID>) throws -> Set<DossierID> {
        let select = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM huisgenotenscherm WHERE dossier = ? AND eigen = 1)")
        return try groep.filter { try Bool.fetchOne(select, arguments: [$0.description]) ?? false }
    }

    /// Lets it hold for every dossier of one person, and no longer than it does: after a merge, and for both halves after one
    /// was undone.
    static func verspreid(_ tx: Transaction, over groep: Set<DossierID>) throws {
        let gezet = try gezet(tx.db, in: groep)
        let sinds = try gezet.compactMap { try lees(tx.db, $0)?.sinds }.min()
        for dossier in groep.subtracting(gezet).sorted() {
            try wis(tx.db, dossier)
            guard let sinds else { continue }
            try tx.db.cachedStatement(
                sql: "INSERT INTO huisgenotenscherm (dossier, sinds, reden, eigen) VALUES (?, ?, NULL, 0)"
            ).execute(arguments: [dossier.description, sinds.description])
        }
    }

    private static func wis(_ db: Database, _ dossier: DossierID) throws {
        try db.cachedStatement(sql: "DELETE FROM huisgenotenscherm WHERE dossier = ?").execute(arguments: [dossier.description])
    }
}
