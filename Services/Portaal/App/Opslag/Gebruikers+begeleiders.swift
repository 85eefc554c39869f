// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension Gebruikers {
    /// Who can be given dossiers in a team: the active begeleiders, by name.
    func begeleiders(team: TeamID) async throws -> [GebruikerRij] { try await metRol([.begeleider], team: team) }

    /// The active users of a team with one of these roles, by name.
    func metRol(_ rollen: Set<Role>, team: TeamID) async throws -> [GebruikerRij] {
        try await store.read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT \(GebruikerRij.kolommen) FROM gebruiker
                        WHERE team = ? AND actief = 1 ORDER BY naam, id LIMIT 1000
                        """), arguments: [team.description]
            ).map { try GebruikerRij($0) }.filter { !$0.rollen.isDisjoint(with: rollen) }
        }
    }

    /// Of these teams, by name, those where somebody may ask a noodinzage and nobody looks at it afterwards (decision 0042).
    func zonderAandachtsfunctionaris(_ teams: [String]) async throws -> [String] {
        var zonder: [String] = []
        for team in teams {
            let rijen = try await metRol([.begeleider, .teamleider, .aandachtsfunctionaris], team: TeamID(team: team))
            if !rijen.isEmpty, !rijen.contains(where: { $0.rollen.contains(.aandachtsfunctionaris) }) { zonder.append(team) }
        }
        return zonder
    }
}
