// SPDX-License-Identifier: EUPL-1.2
import Domein
import GRDB
import Opslag

extension Gebruikers {
    /// The names of the users on one screen. Who is unknown here is left out.
    func namen(_ ids: some Sequence<GebruikerID>) async throws -> [GebruikerID: String] {
        let ids = Set(ids).prefix(200)
        guard !ids.isEmpty else { return [:] }
        let tekens = databaseQuestionMarks(count: ids.count)
        return try await store.read { db in
            let rijen = try Row.fetchAll(
                db, sql: "SELECT id, naam FROM gebruiker WHERE id IN (\(tekens))",
                arguments: StatementArguments(ids.map(\.description)))
            return rijen.reduce(into: [:]) { namen, rij in
                if let id = GebruikerID(rij["id"] as String) { namen[id] = rij["naam"] as String }
            }
        }
    }
}
