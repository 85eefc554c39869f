// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB

/// The content of the command that the present task handles, for who is far from the bytes: the bus sets it around a
/// handler, `Store.once` reads it.
public enum CommandContent {
    /// A hash of the command's data; nil when nobody said.
    @TaskLocal public static var hash: Data?
}

extension Store {
    /// Runs a command once: a second call with the same envelope id gives the first answer and no effect.
    /// - Throws: `Failure.invalid` when the id was used before for another type or another content. A body that throws
    ///   leaves nothing behind: the command may be tried again.
    @discardableResult
    public func once<Answer: Codable & Sendable>(
        _ envelope: Envelope, _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await once(envelope, contentHash: CommandContent.hash, body)
    }

    /// - Parameter contentHash: a hash of what was asked; nil when the content need not be compared.
    @discardableResult
    public func once<Answer: Codable & Sendable>(
        _ envelope: Envelope, contentHash: Data?, _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await write(because: envelope) { transaction in
            let db = transaction.db
            let id = envelope.id.uuidString
            let known = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT type, inhoud, antwoord FROM wegwijs_opdracht WHERE id = ?"), arguments: [id])
            if let known {
                let hash: Data? = known["inhoud"]
                let isSame = hash == nil || contentHash == nil || hash == contentHash
                guard known["type"] == envelope.type, isSame else {
                    throw Failure.invalid([
                        FieldError(
                            "id", code: "id-hergebruikt",
                            "Dit id is eerder gebruikt voor een ander bericht. Geef een ander bericht een nieuw id.")
                    ])
                }
                let answer: String = known["antwoord"]
                return try MessageCoding.decode(Kept<Answer>.self, from: Data(answer.utf8)).answer
            }
            let answer = try body(transaction)
            let json = String(decoding: try MessageCoding.encode(Kept(answer: answer)), as: UTF8.self)
            let insert = try db.cachedStatement(
                sql: "INSERT INTO wegwijs_opdracht (id, type, inhoud, antwoord, op) VALUES (?, ?, ?, ?, ?)")
            try insert.execute(arguments: [id, envelope.type, contentHash, json, transaction.nowText])
            return answer
        }
    }

    /// The answer of a command that was done before; nil when it was not. Changes nothing.
    public func answer<Answer: Codable & Sendable>(to id: UUID, as type: Answer.Type = Answer.self) async throws -> Answer? {
        try await read { db in
            let json = try String.fetchOne(
                db, sql: "SELECT antwoord FROM wegwijs_opdracht WHERE id = ?", arguments: [id.uuidString])
            return try json.map { try MessageCoding.decode(Kept<Answer>.self, from: Data($0.utf8)).answer }
        }
    }
}

/// An answer in the store: within an object, so that an answer that is a bare number or text can be kept as well.
private struct Kept<Answer: Codable>: Codable {
    var answer: Answer
}
