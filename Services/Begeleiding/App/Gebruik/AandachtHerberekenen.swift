// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import GRDB
import Logging
import Opslag
import ServiceLifecycle

/// Computes all points of attention anew when their rules were changed (a setting, a new version of the program). The days
/// themselves need no nightly run. In small pieces, so that nobody waits for it.
struct AandachtHerberekenen: Service {
    let middelen: Middelen
    let logger: Logger
    /// Dossiers per transaction: some tens of milliseconds.
    var stuk = 100

    func run() async throws {
        do {
            try await herbereken()
        } catch is CancellationError {
        } catch {
            logger.error("points of attention not recomputed", metadata: ["error": "\(SafeText.of(error))"])
        }
        // A service that returns ends the process: stay until the stop.
        try? await gracefulShutdown()
    }

    /// Returns how many dossiers were done; 0 when the rules were the same as last time.
    @discardableResult
    func herbereken() async throws -> Int {
        let regels = middelen.regels
        // Also another contract file asks for other points.
        let naam = "\(regels.aandacht) \(regels.vingerafdruk)"
        let bekend = try await middelen.store.read { try String.fetchOne($0, sql: "SELECT regels FROM aandachtregels") }
        guard bekend != naam else { return 0 }
        var (gedaan, na) = (0, "")
        while !Task.isCancelled {
            let (vanaf, aantal) = (na, stuk)
            let ids = try await middelen.store.write { tx in
                let rows = try tx.db.rijen("SELECT id FROM dossier WHERE id > ? ORDER BY id LIMIT ?", [vanaf, aantal])
                let ids: [DossierID] = try rows.map { try $0.id("id") }
                for id in ids { try Aandachtspunten.bijwerken(tx.db, id, regels) }
                return ids
            }
            gedaan += ids.count
            guard let laatste = ids.last else {
                try await middelen.store.write { tx in
                    try tx.db.doe("INSERT OR REPLACE INTO aandachtregels (een, regels) VALUES (1, ?)", [naam])
                }
                break
            }
            na = laatste.description
        }
        return gedaan
    }
}
