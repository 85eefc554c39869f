// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension Gebruikers {
    /// What some users are called, for pages that show who did something.
    func namen(_ ids: [GebruikerID?]) async throws -> [GebruikerID: String] {
        let gevraagd = Array(Set(ids.compactMap { $0?.description }))
        guard !gevraagd.isEmpty else { return [:] }
        let vragen = Array(repeating: "?", count: gevraagd.count).joined(separator: ", ")
        return try await store.read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT id, naam FROM gebruiker WHERE id IN (\(vragen))", arguments: StatementArguments(gevraagd))
            return rows.reduce(into: [:]) { namen, row in
                if let id = GebruikerID(row["id"] as String) { namen[id] = row["naam"] as String }
            }
        }
    }

    /// Who can be given dossiers in a team: the active begeleiders, by name.
    func begeleiders(team: TeamID) async throws -> [GebruikerRij] {
        try await store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(GebruikerRij.kolommen) FROM gebruiker
                    WHERE team = ? AND actief = 1 AND (',' || rollen || ',') LIKE '%,begeleider,%' ORDER BY naam, id LIMIT 200
                    """, arguments: [team.description]
            ).map { try GebruikerRij($0) }
        }
    }
}
