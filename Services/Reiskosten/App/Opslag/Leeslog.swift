// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import GRDB
import Opslag

/// The read log: who looked at the money of which dossier, when, and for what purpose. Written before the answer goes
/// out; a page whose reading could not be logged is not shown.
struct Leeslog: Sendable {
    let store: Store

    /// - Parameter wat: `voorschotten`, `voorschot`, `bewijsstuk`.
    func noteer(_ request: Request, dossier: DossierID, wat: String) async throws {
        let actor = request.actor
        let rollen = actor.roles.map(\.rawValue).sorted().joined(separator: ",")
        try await store.write(because: request.envelope) { tx in
            try tx.db.execute(
                sql: "INSERT INTO leeslog (dossier, wat, door, rollen, doel, op) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    dossier.description, wat, actor.user?.description, rollen, actor.purpose, tx.nowText,
                ])
        }
    }
}
