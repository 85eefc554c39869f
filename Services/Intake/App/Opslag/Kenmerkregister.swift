// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Zegel

/// A kenmerk as the store knows it: its kind and its blind index.
struct BlindKenmerk: Sendable, Hashable {
    var soort: Kenmerk.Soort
    var waarde: Data
}

extension BlindIndex {
    func kenmerken(van client: Aanmeldgegevens.Client) throws -> [BlindKenmerk] {
        try Kenmerk.alle(van: client).map(kenmerk)
    }

    func kenmerk(_ kenmerk: Kenmerk) throws -> BlindKenmerk {
        BlindKenmerk(soort: kenmerk.soort, waarde: try value(kenmerk.tekst, field: kenmerk.soort.rawValue))
    }
}

/// Somebody who may be the same person, and by what.
struct Dubbelkandidaat: Sendable, Hashable {
    var dossier: DossierID
    var soort: Kenmerk.Soort
}

/// Finds who may be the same person: one index look-up per kenmerk, whatever the size of the store.
enum Kenmerkregister {
    /// More than these per kenmerk help nobody to decide.
    static let maximaal = 10

    static func kandidaten(_ db: Database, _ kenmerken: [BlindKenmerk], behalve eigen: DossierID) throws -> [Dubbelkandidaat] {
        var found: [Dubbelkandidaat] = []
        for kenmerk in kenmerken {
            let statement = try db.cachedStatement(
                sql: "SELECT dossier FROM kenmerk WHERE soort = ? AND waarde = ? AND dossier <> ? LIMIT \(maximaal)")
            let dossiers = try String.fetchAll(
                statement, arguments: [kenmerk.soort.rawValue, kenmerk.waarde, eigen.description])
            found += dossiers.compactMap { DossierID($0) }.map { Dubbelkandidaat(dossier: $0, soort: kenmerk.soort) }
        }
        return found
    }

    /// The accepted person with a number; nil when nobody or several have it.
    static func persoon(_ db: Database, _ kenmerk: BlindKenmerk) throws -> DossierID? {
        let found = try String.fetchAll(
            db,
            sql: """
                SELECT k.dossier FROM kenmerk k JOIN persoon p ON p.id = k.dossier
                WHERE k.soort = ? AND k.waarde = ? LIMIT 2
                """, arguments: [kenmerk.soort.rawValue, kenmerk.waarde])
        return found.count == 1 ? found.first.flatMap { DossierID($0) } : nil
    }

    /// Replaces the kenmerken of one person.
    static func zet(_ db: Database, _ kenmerken: [BlindKenmerk], voor dossier: DossierID) throws {
        try wis(db, dossier)
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO kenmerk (soort, waarde, dossier) VALUES (?, ?, ?)")
        for kenmerk in kenmerken {
            try insert.execute(arguments: [kenmerk.soort.rawValue, kenmerk.waarde, dossier.description])
        }
    }

    /// Who was refused or withdrawn is no candidate for anybody any more.
    static func wis(_ db: Database, _ dossier: DossierID) throws {
        try db.cachedStatement(sql: "DELETE FROM kenmerk WHERE dossier = ?").execute(arguments: [dossier.description])
    }

    /// Keeps the candidates, for the worker who decides.
    static func bewaar(_ db: Database, _ kandidaten: [Dubbelkandidaat], bij aanmelding: AanmeldingID) throws {
        try db.cachedStatement(sql: "DELETE FROM mogelijk_dubbel WHERE aanmelding = ?")
            .execute(arguments: [aanmelding.description])
        for kandidaat in kandidaten {
            try db.execute(
                sql: "INSERT OR IGNORE INTO mogelijk_dubbel (aanmelding, dossier, soort) VALUES (?, ?, ?)",
                arguments: [aanmelding.description, kandidaat.dossier.description, kandidaat.soort.rawValue])
        }
    }
}
