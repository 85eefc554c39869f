// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Web
import Zegel

/// What somebody typed into a page while the session ran out: kept sealed, per user and page, shown again after sign-in.
struct Kladjes: Sendable {
    let store: Store
    let zegel: SealKey
    /// After this it is forgotten.
    static let bewaartijd: TimeInterval = 2 * 86_400

    func bewaar(_ form: FormValues, pad: String, van gebruiker: GebruikerID, op nu: Date) async throws {
        let velden = try Seal.seal(
            try MessageCoding.encode(form.typed.values), with: zegel, context: Self.context(gebruiker, pad))
        try await store.write { tx in
            try tx.db.execute(sql: "DELETE FROM klad WHERE bewaard < ?", arguments: [nu.timeIntervalSince1970 - Self.bewaartijd])
            try tx.db.execute(
                sql: "INSERT OR REPLACE INTO klad (gebruiker, pad, velden, bewaard) VALUES (?, ?, ?, ?)",
                arguments: [gebruiker.description, pad, velden, nu.timeIntervalSince1970])
        }
    }

    func lees(pad: String, van gebruiker: GebruikerID, op nu: Date) async throws -> FormValues? {
        let velden = try await store.read { db in
            try Data.fetchOne(
                db.cachedStatement(sql: "SELECT velden FROM klad WHERE gebruiker = ? AND pad = ? AND bewaard >= ?"),
                arguments: [gebruiker.description, pad, nu.timeIntervalSince1970 - Self.bewaartijd])
        }
        guard let velden else { return nil }
        let data = try Seal.open(velden, with: zegel, context: Self.context(gebruiker, pad))
        return FormValues(try MessageCoding.decode([String: [String]].self, from: data))
    }

    func vergeet(pad: String, van gebruiker: GebruikerID) async throws {
        try await store.write { tx in
            try tx.db.execute(sql: "DELETE FROM klad WHERE gebruiker = ? AND pad = ?", arguments: [gebruiker.description, pad])
        }
    }

    private static func context(_ gebruiker: GebruikerID, _ pad: String) -> String { "klad:\(gebruiker):\(pad)" }
}
