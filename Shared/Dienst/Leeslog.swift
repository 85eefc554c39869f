// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Foundation
import GRDB
import Opslag

/// The read log of a service (its table `leeslog`): who looked at what of a dossier, when, and for what purpose. Written
/// before the answer goes out; a page whose reading could not be logged is not shown.
public struct Leeslog: Sendable {
    private let store: Store
    public init(store: Store) { self.store = store }

    /// - Parameters:
    ///   - wat: what was looked at: `rapport`, `bewijsstuk`.
    ///   - vervolg: a later piece of a file; logged only when the same reader has no line for it in the past hour, so that
    ///     nobody reads the end of a file unseen and nobody fills the log with one file.
    public func noteer(_ request: Request, dossier: DossierID, wat: String, vervolg: Bool = false) async throws {
        let actor = request.actor
        let (door, dossier) = (actor.user?.description, dossier.description)
        if vervolg {
            let sinds = Instant.text(store.clock.now.addingTimeInterval(-3600))
            let isNoted = try await store.read { db in
                try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM leeslog WHERE dossier = ? AND wat = ? AND door IS ? AND op > ?)",
                    arguments: [dossier, wat, door, sinds]) ?? false
            }
            if isNoted { return }
        }
        let rollen = actor.roles.map(\.rawValue).sorted().joined(separator: ",")
        try await store.write(because: request.envelope) { tx in
            try tx.db.execute(
                sql: "INSERT INTO leeslog (dossier, wat, door, rollen, doel, op) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [dossier, wat, door, rollen, actor.purpose, tx.nowText])
        }
    }
}
