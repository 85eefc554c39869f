// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Opslag
import Web
import Zegel

/// A form that somebody set aside to go on with later, on this device or another. Sealed; of one user and nobody else.
struct Concept: Sendable, Equatable {
    let id: UUID
    var form: FormValues
    let bewaard: Date
}

/// The drafts of users, by kind of form. Beside `Kladjes`, which catch what was typed when a session ran out: these are kept
/// because somebody wants to, until they are used or thrown away.
struct Concepten: Sendable {
    let store: Store
    let zegel: SealKey
    /// After this a draft that nobody touched is forgotten.
    static let bewaartijd: TimeInterval = 30 * 86_400
    /// The most drafts of one user and kind: more is no memory but a second administration.
    static let meeste = 20

    enum Soort: String, Sendable { case aanmelding }

    /// - Throws: `Failure.state` when there are too many already.
    func bewaar(_ form: FormValues, _ id: UUID, _ soort: Soort, van gebruiker: GebruikerID, op nu: Date) async throws {
        let velden = try Seal.seal(
            try MessageCoding.encode(form.typed.values), with: zegel, context: Self.context(gebruiker, soort, id))
        try await store.write { tx in
            try tx.db.execute(
                sql: "DELETE FROM concept WHERE bewaard < ?", arguments: [nu.timeIntervalSince1970 - Self.bewaartijd])
            let ander = try Int.fetchOne(
                tx.db, sql: "SELECT count(*) FROM concept WHERE gebruiker = ? AND soort = ? AND id <> ?",
                arguments: [gebruiker.description, soort.rawValue, id.uuidString])
            guard ander ?? 0 < Self.meeste else {
                throw Failure.state(reason: "U hebt al \(Self.meeste) concepten. Maak er eerst een af of gooi er een weg.")
            }
            // Of somebody else under the same id: left alone.
            try tx.db.execute(
                sql: """
                    INSERT INTO concept (id, gebruiker, soort, velden, bewaard) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET velden = excluded.velden, bewaard = excluded.bewaard
                    WHERE gebruiker = excluded.gebruiker AND soort = excluded.soort
                    """,
                arguments: [id.uuidString, gebruiker.description, soort.rawValue, velden, nu.timeIntervalSince1970])
        }
    }

    /// - Throws: `Failure.notFound` for one that is not there, or not this user's.
    func lees(_ id: UUID, _ soort: Soort, van gebruiker: GebruikerID) async throws -> Concept {
        let rij = try await store.read { db in
            try Rij.fetchOne(
                db, sql: "SELECT id, velden, bewaard FROM concept WHERE id = ? AND gebruiker = ? AND soort = ?",
                arguments: [id.uuidString, gebruiker.description, soort.rawValue])
        }
        guard let rij else { throw Failure.notFound(what: "concept") }
        return try open(rij, soort, gebruiker)
    }

    /// The drafts of a user, the last touched first.
    func lijst(_ soort: Soort, van gebruiker: GebruikerID) async throws -> [Concept] {
        let rijen = try await store.read { db in
            try Rij.fetchAll(
                db,
                sql:
                    "SELECT id, velden, bewaard FROM concept WHERE gebruiker = ? AND soort = ? ORDER BY bewaard DESC LIMIT \(Self.meeste)",
                arguments: [gebruiker.description, soort.rawValue])
        }
        return try rijen.map { try open($0, soort, gebruiker) }
    }

    func vergeet(_ id: UUID, _ soort: Soort, van gebruiker: GebruikerID) async throws {
        try await store.write { tx in
            try tx.db.execute(
                sql: "DELETE FROM concept WHERE id = ? AND gebruiker = ? AND soort = ?",
                arguments: [id.uuidString, gebruiker.description, soort.rawValue])
        }
    }

    /// As it lies in the store.
    private struct Rij: FetchableRecord, Decodable, Sendable {
        let id: String
        let velden: Data
        let bewaard: Double
    }

    private func open(_ rij: Rij, _ soort: Soort, _ gebruiker: GebruikerID) throws -> Concept {
        guard let id = UUID(uuidString: rij.id) else { throw Failure.notFound(what: "concept") }
        let data = try Seal.open(rij.velden, with: zegel, context: Self.context(gebruiker, soort, id))
        return Concept(
            id: id, form: FormValues(try MessageCoding.decode([String: [String]].self, from: data)),
            bewaard: Date(timeIntervalSince1970: rij.bewaard))
    }

    private static func context(_ gebruiker: GebruikerID, _ soort: Soort, _ id: UUID) -> String {
        "concept:\(soort.rawValue):\(gebruiker):\(id.uuidString)"
    }
}

extension Migration {
    /// Forms that somebody set aside.
    static let concept = Migration("030-concept") { db in
        try db.execute(
            sql: """
                CREATE TABLE concept (
                    id TEXT NOT NULL PRIMARY KEY,
                    gebruiker TEXT NOT NULL REFERENCES gebruiker (id),
                    soort TEXT NOT NULL,
                    velden BLOB NOT NULL,
                    bewaard REAL NOT NULL
                ) STRICT;
                CREATE INDEX concept_gebruiker ON concept (gebruiker, soort, bewaard);
                """)
    }
}
