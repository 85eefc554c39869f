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
        // One statement whatever the number of names.
        let lijst = String(decoding: try MessageCoding.encode(Array(ids)), as: UTF8.self)
        return try await store.read { db in
            let rijen = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT id, naam FROM gebruiker WHERE id IN (SELECT value FROM json_each(?))"),
                arguments: [lijst])
            return rijen.reduce(into: [:]) { namen, rij in
                if let id = GebruikerID(rij["id"] as String) { namen[id] = rij["naam"] as String }
            }
        }
    }
}
