// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag
import Web
import Zegel

/// The secret addresses under which a calendar app reads the agenda of one worker. The store keeps a random number, not the
/// address: that carries a signature as well, so a stolen store opens no agenda and a made-up address is refused unread.
struct Agendafeeds: Sendable {
    let store: Store
    let geheim: Secret

    struct Feed: Sendable, Equatable {
        let token: String
        let gemaakt: Date
    }

    /// The address of a worker; nil when there is none.
    func van(_ gebruiker: GebruikerID) async throws -> Feed? {
        try await store.read { db in
            try Row.fetchOne(
                db, sql: "SELECT nummer, gemaakt FROM agendafeed WHERE gebruiker = ?", arguments: [gebruiker.description]
            ).map { Feed(token: token($0["nummer"]), gemaakt: Date(timeIntervalSince1970: $0["gemaakt"])) }
        }
    }

    /// A new address in the place of the old one, which stops working at once.
    func vernieuw(_ gebruiker: GebruikerID, op nu: Date) async throws {
        let nummer = Base64URL.encode(try SealKey.random().exported.prefix(18))
        try await store.write { tx in
            try tx.db.execute(
                sql: """
                    INSERT INTO agendafeed (gebruiker, nummer, gemaakt) VALUES (?, ?, ?)
                    ON CONFLICT (gebruiker) DO UPDATE SET nummer = excluded.nummer, gemaakt = excluded.gemaakt
                    """, arguments: [gebruiker.description, nummer, nu.timeIntervalSince1970])
        }
    }

    func trekIn(_ gebruiker: GebruikerID) async throws {
        try await store.write { tx in
            try tx.db.execute(sql: "DELETE FROM agendafeed WHERE gebruiker = ?", arguments: [gebruiker.description])
        }
    }

    /// Whose address it is; nil for what we did not sign, or what was withdrawn.
    func eigenaar(_ token: String) async throws -> GebruikerID? {
        guard token.utf8.count == 67, token.utf8.allSatisfy({ $0 < 128 }) else { return nil }
        let nummer = String(token.prefix(24))
        guard geheim.verify(String(token.dropFirst(24)), of: "agenda:\(nummer)") else { return nil }
        let tekst = try await store.read { db in
            try String.fetchOne(db, sql: "SELECT gebruiker FROM agendafeed WHERE nummer = ?", arguments: [nummer])
        }
        return tekst.flatMap { GebruikerID($0) }
    }

    private func token(_ nummer: String) -> String { nummer + geheim.sign("agenda:\(nummer)") }
}

extension Migration {
    /// Addresses for calendar apps.
    static let agendafeed = Migration("041-agendafeed") { db in
        try db.execute(
            sql: """
                CREATE TABLE agendafeed (
                    gebruiker TEXT NOT NULL PRIMARY KEY REFERENCES gebruiker (id),
                    nummer TEXT NOT NULL UNIQUE,
                    gemaakt REAL NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
