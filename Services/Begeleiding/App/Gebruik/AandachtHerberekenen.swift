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
    /// So long may one transaction hold the writer.
    var langst: Duration = .milliseconds(20)

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
        let gedaan = try await InStukken(store: middelen.store, langst: langst).loop { db, na, limit in
            try db.rijen("SELECT id FROM dossier WHERE id > ? ORDER BY id LIMIT ?", [na, limit]).map { try $0.tekst("id") }
        } _: { tx, id in
            guard let id = DossierID(id) else { return }
            try Aandachtspunten.bijwerken(tx.db, id, regels)
        }
        guard let gedaan else { return 0 }
        try await middelen.store.write { tx in
            try tx.db.doe("INSERT OR REPLACE INTO aandachtregels (een, regels) VALUES (1, ?)", [naam])
        }
        return gedaan
    }
}
