// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB
import Opslag
import Zegel

/// Failed sign-ins per user name, known or not, so that the answer never tells whether a name exists. Kept under a hash:
/// people type passwords into the wrong field.
struct Pogingen: Sendable {
    let store: Store

    /// Seconds that this name still has to wait; nil when it may try.
    func wachten(_ gebruikersnaam: String, op nu: Date) async throws -> Int? {
        let sleutel = try sleutel(gebruikersnaam)
        let tot = try await store.read { db in
            try Double.fetchOne(db, sql: "SELECT wacht_tot FROM poging WHERE sleutel = ?", arguments: [sleutel])
        }
        guard let tot, tot > nu.timeIntervalSince1970 else { return nil }
        return Int((tot - nu.timeIntervalSince1970).rounded(.up))
    }

    /// Counts a failure. Returns the seconds to wait now, if any.
    @discardableResult
    func mislukt(_ gebruikersnaam: String, op nu: Date) async throws -> Int? {
        let sleutel = try sleutel(gebruikersnaam)
        return try await store.write { tx in
            // Yesterday's failures no longer count.
            try tx.db.execute(sql: "DELETE FROM poging WHERE laatste < ?", arguments: [nu.timeIntervalSince1970 - 86_400])
            let aantal =
                (try Int.fetchOne(tx.db, sql: "SELECT aantal FROM poging WHERE sleutel = ?", arguments: [sleutel]) ?? 0) + 1
            let wachttijd = Wachttijd.na(mislukt: aantal)
            try tx.db.execute(
                sql: """
                    INSERT INTO poging (sleutel, aantal, laatste, wacht_tot) VALUES (?, ?, ?, ?)
                    ON CONFLICT (sleutel) DO UPDATE SET aantal = excluded.aantal, laatste = excluded.laatste, wacht_tot = excluded.wacht_tot
                    """,
                arguments: [sleutel, aantal, nu.timeIntervalSince1970, nu.timeIntervalSince1970 + Double(wachttijd)])
            return wachttijd > 0 ? wachttijd : nil
        }
    }

    func gelukt(_ gebruikersnaam: String) async throws {
        let sleutel = try sleutel(gebruikersnaam)
        try await store.write { tx in try tx.db.execute(sql: "DELETE FROM poging WHERE sleutel = ?", arguments: [sleutel]) }
    }

    private func sleutel(_ gebruikersnaam: String) throws -> Data { try SHA256.hash(Data("poging:\(gebruikersnaam)".utf8)) }
}
