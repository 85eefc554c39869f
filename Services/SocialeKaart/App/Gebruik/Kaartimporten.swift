// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import GRDB
import Logging
import Opslag
import Synchronization

/// Imports of large files, one at a time, in the background: how far each is stands in the store.
final class Kaartimporten: Sendable {
    /// How an import stands.
    struct Stand: Codable, Sendable, Equatable {
        var id: String
        /// `bezig`, `klaar`, `geweigerd`, `afgebroken`.
        var toestand: String
        var proef: Bool
        /// Steps of the work, out of `totaal`: each record is checked and then stored.
        var gedaan: Int
        var totaal: Int
        var begonnenOp: Date
        var klaarOp: Date?
        var resultaat: Importresultaat?
        var fouten: [FieldError]?
    }

    let kaart: Kaart
    private let logger: Logger
    /// The one that runs now.
    private let bezig = Mutex<UUID?>(nil)

    init(kaart: Kaart, logger: Logger) { (self.kaart, self.logger) = (kaart, logger) }

    /// - Parameter bestand: on disk; thrown away when it was read.
    /// - Throws: `Failure.state` when another import runs; `Failure.invalid` when the file is no directory.
    func begin(_ id: UUID, bestand: URL, proef: Bool, opheffen: Bool, because cause: Envelope) async throws {
        let bron = try Kaart.bron(try Data(contentsOf: bestand, options: .mappedIfSafe))
        try await begin(id, bron: bron, proef: proef, opheffen: opheffen, van: nil, because: cause) {
            try? FileManager.default.removeItem(at: bestand)
        }
    }

    /// - Parameters:
    ///   - van: the upload and who sent it in, when it came by the pages.
    ///   - daarna: done when it ended well, or in any way when it was no upload.
    func begin(
        _ id: UUID, bron: Kaartbron, proef: Bool, opheffen: Bool, van: (invoer: String, door: String)?, because cause: Envelope,
        daarna: @escaping @Sendable () async -> Void
    ) async throws {
        let isVrij = bezig.withLock { nu in
            guard nu == nil else { return false }
            nu = id
            return true
        }
        guard isVrij else { throw Failure.state(reason: "Er wordt al een bestand ingelezen. Wacht tot dat klaar is.") }
        let totaal = bron.totaal * (proef ? 1 : 2)
        do {
            try await kaart.store.write(because: cause) { tx in
                try tx.db.execute(
                    sql: """
                        INSERT INTO kaartimport (id, toestand, proef, gedaan, totaal, begonnen_op, invoer, door)
                        VALUES (?, 'bezig', ?, 0, ?, ?, ?, ?)
                        """, arguments: [id.uuidString.lowercased(), proef, totaal, tx.nowText, van?.invoer, van?.door])
            }
        } catch {
            bezig.withLock { $0 = nil }
            throw error
        }
        Task { [self] in
            let isGoed = await werk(id, bron, proef: proef, opheffen: opheffen, because: cause)
            if isGoed || van == nil { await daarna() }
            bezig.withLock { $0 = nil }
        }
    }

    /// Whether it ended well.
    private func werk(_ id: UUID, _ bron: Kaartbron, proef: Bool, opheffen: Bool, because cause: Envelope) async -> Bool {
        let gedaan = Mutex(0)
        let teller = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(1))
                let nu = gedaan.withLock { $0 }
                _ = try? await kaart.store.write(because: cause) { tx in
                    try tx.db.execute(
                        sql: "UPDATE kaartimport SET gedaan = ? WHERE id = ? AND toestand = 'bezig'",
                        arguments: [nu, id.uuidString.lowercased()])
                }
            }
        }
        defer { teller.cancel() }
        do {
            let resultaat = try await kaart.importeren(bron, proef: proef, opheffen: opheffen, because: cause) { aantal, _ in
                gedaan.withLock { $0 = aantal }
            }
            await sluit(id, "klaar", try? MessageCoding.encode(resultaat), cause)
            return true
        } catch Failure.invalid(let fouten) {
            await sluit(id, "geweigerd", try? MessageCoding.encode(fouten), cause)
        } catch {
            logger.error("import broke off", metadata: ["error": .string(String(describing: type(of: error)))])
            await sluit(id, "afgebroken", nil, cause)
        }
        return false
    }

    private func sluit(_ id: UUID, _ toestand: String, _ uitkomst: Data?, _ cause: Envelope) async {
        let tekst = uitkomst.map { String(decoding: $0, as: UTF8.self) }
        _ = try? await kaart.store.write(because: cause) { tx in
            try tx.db.execute(
                sql: """
                    UPDATE kaartimport SET toestand = ?, uitkomst = ?, klaar_op = ?,
                      gedaan = CASE WHEN ? = 'klaar' THEN totaal ELSE gedaan END WHERE id = ?
                    """, arguments: [toestand, tekst, tx.nowText, toestand, id.uuidString.lowercased()])
        }
    }

    /// Nil when there is none.
    func stand(_ id: UUID) async throws -> Stand? {
        let loopt = bezig.withLock { $0 == id }
        return try await kaart.store.read { db in
            let tekst = id.uuidString.lowercased()
            guard let rij = try Row.fetchOne(db, sql: "SELECT * FROM kaartimport WHERE id = ?", arguments: [tekst]) else {
                return nil
            }
            let (bewaard, begonnen, klaar): (String, String, String?) = (rij["toestand"], rij["begonnen_op"], rij["klaar_op"])
            // It is over once the next one can begin; a service that stopped on the way left it as it was.
            let toestand = loopt ? "bezig" : bewaard == "bezig" ? "afgebroken" : bewaard
            let uitkomst: String? = rij["uitkomst"]
            let data = uitkomst.map { Data($0.utf8) }
            return Stand(
                id: tekst, toestand: toestand, proef: rij["proef"], gedaan: rij["gedaan"],
                totaal: rij["totaal"], begonnenOp: Instant.date(begonnen) ?? .distantPast,
                klaarOp: klaar.flatMap { Instant.date($0) },
                resultaat: toestand == "klaar" ? try data.map { try MessageCoding.decode(Importresultaat.self, from: $0) } : nil,
                fouten: toestand == "geweigerd" ? try data.map { try MessageCoding.decode([FieldError].self, from: $0) } : nil)
        }
    }
}
