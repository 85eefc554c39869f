// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Zegel

/// The candidates of an aanmelding that waits, with points and reasons, for the worker who decides.
enum Kandidatenregister {
    /// Replaces them. The reasons hold names, so they are sealed with the key of the aanmelding's own dossier.
    static func bewaar(
        _ db: Database, _ kandidaten: [Dubbelkandidaat], bij aanmelding: AanmeldingID, _ dossier: DossierID, _ key: SealKey
    ) throws {
        try db.cachedStatement(sql: "DELETE FROM dubbelkandidaat WHERE aanmelding = ?")
            .execute(arguments: [aanmelding.description])
        for kandidaat in kandidaten {
            let redenen = kandidaat.gelijkenis.redenen.map { Dubbelreden(tekst: $0.tekst, voor: $0.voor) }
            try db.cachedStatement(
                sql: "INSERT INTO dubbelkandidaat (aanmelding, dossier, punten, sterkte, redenen) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [
                aanmelding.description, kandidaat.dossier.description, kandidaat.gelijkenis.punten,
                kandidaat.gelijkenis.sterkte.rawValue,
                try Seal.seal(MessageCoding.encode(redenen), with: key, context: context(dossier)),
            ])
        }
    }

    /// They turned out to be two people.
    static func wis(_ db: Database, _ aanmelding: AanmeldingID, _ kandidaat: DossierID) throws {
        try db.cachedStatement(
            sql: "DELETE FROM dubbelkandidaat WHERE aanmelding = ? AND dossier = ?"
        ).execute(arguments: [aanmelding.description, kandidaat.description])
    }

    struct Rij: Sendable {
        var dossier: DossierID
        var punten: Int
        var sterkte: String
        var redenen: Data?
    }

    static func van(_ db: Database, _ aanmelding: AanmeldingID) throws -> [Rij] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM dubbelkandidaat WHERE aanmelding = ?
                    ORDER BY sterkte = 'nummer' DESC, punten DESC, dossier
                    """), arguments: [aanmelding.description]
        ).compactMap { row in
            DossierID(row["dossier"] as String).map {
                Rij(dossier: $0, punten: row["punten"], sterkte: row["sterkte"], redenen: row["redenen"])
            }
        }
    }

    /// The reasons of one row; none for what was found before reasons were kept.
    static func redenen(_ rij: Rij, _ dossier: DossierID, _ key: SealKey) throws -> [Dubbelreden] {
        guard let verzegeld = rij.redenen else { return [] }
        return try MessageCoding.decode(from: try Seal.open(verzegeld, with: key, context: context(dossier)))
    }

    private static func context(_ dossier: DossierID) -> String { "dubbelkandidaat.redenen:\(dossier)" }
}
