// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Opslag

/// Who looked at whom, why, and whether it was allowed. For the functionaris gegevensbescherming and the person.
enum Leeslog {
    static func schrijf(
        _ tx: Transaction, _ dossier: DossierID, actor: Actor, dienst: ServiceName, wat: String, toegestaan: Bool
    ) throws {
        try tx.db.cachedStatement(
            sql: """
                INSERT INTO leeslog (dossier, wanneer, gebruiker, rollen, dienst, doel, wat, toegestaan)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            dossier.description, tx.nowText, actor.user?.description,
            actor.roles.map(\.rawValue).sorted().joined(separator: ","), dienst.rawValue, actor.purpose, wat, toegestaan,
        ])
    }
}
