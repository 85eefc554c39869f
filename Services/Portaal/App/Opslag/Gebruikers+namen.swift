// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

extension Gebruikers {
    /// The names of the users on one screen. Who is unknown here is left out.
    func namen(_ ids: some Sequence<GebruikerID>) async throws -> [GebruikerID: String] {
        let ids = Set(ids).prefix(200)
        guard !ids.isEmpty else { return [:] }
        return try await store.read { db in
            try ids.reduce(into: [:]) { namen, id in
                namen[id] = try db.first("SELECT naam FROM gebruiker WHERE id = ?", id) { $0.text(0) }
            }
        }
    }
}
