// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag
import Zegel

/// A kenmerk as the store knows it: its kind and its blind index.
struct BlindKenmerk: Sendable, Hashable {
    var soort: Kenmerk.Soort
    var waarde: Data
}

extension BlindIndex {
    /// All by which somebody is found.
    func kenmerken(van gegevens: Aanmeldgegevens) throws -> Dubbelvraag { try Dubbelvraag(gegevens, self) }

    func kenmerken(van client: Aanmeldgegevens.Client) throws -> [BlindKenmerk] {
        try Kenmerk.alle(van: client).map(kenmerk)
    }

    func kenmerk(_ kenmerk: Kenmerk) throws -> BlindKenmerk {
        BlindKenmerk(soort: kenmerk.soort, waarde: try value(kenmerk.tekst, field: kenmerk.soort.rawValue))
    }
}

/// By what people are known again: numbers as they are, and the search keys of `Zoekregister` beside them.
enum Kenmerkregister {
    /// The accepted person with a number; nil when nobody or several have it.
    static func persoon(_ db: Database, _ kenmerk: BlindKenmerk) throws -> DossierID? {
        let found = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT k.dossier FROM kenmerk k JOIN persoon p ON p.id = k.dossier
                    WHERE k.soort = ? AND k.waarde = ? LIMIT 2
                    """), arguments: [kenmerk.soort.rawValue, kenmerk.waarde])
        return found.count == 1 ? found.first.flatMap { DossierID($0) } : nil
    }

    /// Replaces the kenmerken of one person.
    static func zet(_ db: Database, _ vraag: Dubbelvraag, voor dossier: DossierID) throws {
        try wis(db, dossier)
        try voegToe(db, vraag.kenmerken, voor: dossier)
        try Zoekregister.zet(db, vraag, voor: dossier)
    }

    /// The kenmerken of somebody who has none yet.
    static func maak(_ db: Database, _ vraag: Dubbelvraag, voor dossier: DossierID) throws {
        try voegToe(db, vraag.kenmerken, voor: dossier)
        try Zoekregister.maak(db, vraag, voor: dossier)
    }

    /// Adds to what somebody is known by: a number that came later.
    static func voegToe(_ db: Database, _ kenmerken: [BlindKenmerk], voor dossier: DossierID) throws {
        for kenmerk in kenmerken {
            try db.run(
                "INSERT OR IGNORE INTO kenmerk (soort, waarde, dossier) VALUES (?, ?, ?)", kenmerk.soort.rawValue,
                kenmerk.waarde, dossier)
        }
    }

    /// Who was refused or withdrawn is no candidate for anybody any more.
    static func wis(_ db: Database, _ dossier: DossierID) throws {
        try db.cachedStatement(sql: "DELETE FROM kenmerk WHERE dossier = ?").execute(arguments: [dossier.description])
        try Zoekregister.wis(db, dossier)
    }
}
