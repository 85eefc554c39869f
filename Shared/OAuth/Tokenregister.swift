// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import GRDB
import Opslag

/// Access tokens and used assertions in the store of the service whose door this is. Of a token only the hash is kept.
public enum Tokenregister {
    /// The tables, as a numbered step of the service that owns the store.
    public static func migratie(_ naam: String) -> Migration {
        Migration(naam) { db in
            try db.execute(
                sql: """
                    CREATE TABLE oauth_token (
                        hash BLOB PRIMARY KEY,
                        client TEXT NOT NULL,
                        rechten TEXT NOT NULL,
                        tot TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX oauth_token_tot ON oauth_token (tot);

                    -- Assertions that were used, for as long as they could come again.
                    CREATE TABLE oauth_bewering (
                        client TEXT NOT NULL,
                        jti TEXT NOT NULL,
                        tot TEXT NOT NULL,
                        PRIMARY KEY (client, jti)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX oauth_bewering_tot ON oauth_bewering (tot);
                    """)
        }
    }

    /// With which key a token was got, so that withdrawing the key ends the token. Of those from before it is not known: their
    /// owners get a new one, as they do every hour.
    public static func metSleutel(_ naam: String) -> Migration {
        Migration(naam) { db in
            try db.execute(
                sql: """
                    DELETE FROM oauth_token;
                    ALTER TABLE oauth_token ADD COLUMN kid TEXT NOT NULL DEFAULT '';
                    """)
        }
    }

    /// Keeps that an assertion was used; false when it was used before.
    static func gebruik(_ db: Database, client: String, jti: String, tot: Date) throws -> Bool {
        try db.cachedStatement(sql: "INSERT INTO oauth_bewering (client, jti, tot) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            .execute(arguments: [client, jti, Instant.text(tot)])
        return db.changesCount == 1
    }

    /// Whose an access token is.
    struct Houder: Sendable {
        var client: String
        /// The name of the key that signed for it.
        var kid: String
        var rechten: [String]
    }

    static func bewaar(_ db: Database, hash: Data, _ houder: Houder, tot: Date) throws {
        try db.cachedStatement(sql: "INSERT INTO oauth_token (hash, client, kid, rechten, tot) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [
                hash, houder.client, houder.kid, houder.rechten.joined(separator: " "), Instant.text(tot),
            ])
    }

    static func vind(_ db: Database, hash: Data, nu: Date) throws -> Houder? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT client, kid, rechten FROM oauth_token WHERE hash = ? AND tot > ?"),
            arguments: [hash, Instant.text(nu)]
        ).map { row in
            Houder(
                client: row["client"], kid: row["kid"],
                rechten: (row["rechten"] as String).split(separator: " ").map(String.init))
        }
    }

    /// Forgets what can no longer be used, some at a time, so that the tables stay small.
    static func ruimOp(_ db: Database, nu: Date) throws {
        for tabel in ["oauth_token", "oauth_bewering"] {
            let sleutel = tabel == "oauth_token" ? "hash" : "client, jti"
            try db.cachedStatement(
                sql: "DELETE FROM \(tabel) WHERE (\(sleutel)) IN (SELECT \(sleutel) FROM \(tabel) WHERE tot < ? LIMIT 100)"
            ).execute(arguments: [Instant.text(nu)])
        }
    }
}
