// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import GRDB
import Testing

/// Looks on while odd things are sent: that a refusal leaves nothing behind, that no log line repeats what came in, and what was
/// sent last if the process ends.
final class Schildwacht {
    private let stad: Stad
    private var rijen: [ServiceName: Int] = [:]
    private var regels: Int
    private let spoor = ProcessInfo.processInfo.environment["WEGWIJS_SPOOR"].map { URL(filePath: $0) }

    init(_ stad: Stad) {
        self.stad = stad
        regels = stad.logregels.alle.count
    }

    /// Says what is about to be sent; with `WEGWIJS_SPOOR` in a file, for who looks for what ended the process.
    func noem(_ wat: String) { if let spoor { try? Data(wat.utf8).write(to: spoor) } }

    /// Rows in all tables of a store; readings are logged also when they were refused.
    private func tel(_ dienst: Stad.Dienst) async throws -> Int {
        try await dienst.store.read { db in
            let tabellen = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
                      AND name NOT IN ('leeslog', 'inzage', 'meldcode_inzage') AND name NOT LIKE 'sqlite_%'
                    """)
            let som = tabellen.map { "(SELECT count(*) FROM \"\($0)\")" }.joined(separator: " + ")
            return try Int.fetchOne(db, sql: "SELECT \(som)") ?? 0
        }
    }

    /// After something was taken in, and the others have heard of it: the stores are as they are now.
    func onthoud(_ diensten: [Stad.Dienst]) async throws {
        try await stad.isBij()
        for dienst in diensten { rijen[dienst.naam] = try await tel(dienst) }
    }

    /// After a refusal or a question: nothing was kept of it.
    func keur(_ diensten: [Stad.Dienst], _ wat: String) async throws {
        for dienst in diensten {
            let nu = try await tel(dienst)
            if let toen = rijen[dienst.naam], toen != nu {
                Issue.record("\(wat): niet gedaan, en toch bewaard (\(nu - toen) rijen in \(dienst.naam.rawValue))")
            }
            rijen[dienst.naam] = nu
        }
    }

    /// No line since the last time holds what was sent.
    func keurLog(_ wat: String) {
        let alle = stad.logregels.alle
        for regel in alle[regels...] where regel.contains(RareInvoer.merk) {
            Issue.record("\(wat): staat in een logregel: \(regel.prefix(200))")
        }
        regels = alle.count
    }

    /// An error names the field and the rule in Dutch, and says nothing of what came in or of how we are made.
    func keur(_ failure: Failure, _ wat: String) {
        if case .fault = failure { Issue.record("\(wat): een fout van ons") }
        if case .invalid(let fouten) = failure {
            if fouten.isEmpty { Issue.record("\(wat): een fout zonder veld") }
            for fout in fouten where fout.field.isEmpty || fout.text.isEmpty || fout.code.isEmpty {
                Issue.record("\(wat): een fout die geen veld of regel noemt: \(fout)")
            }
        }
        keur(tekst: "\(failure)", wat)
    }

    func keur(tekst: String, _ wat: String) {
        if tekst.contains(RareInvoer.merk) { Issue.record("\(wat): de fout herhaalt wat er binnenkwam: \(tekst.prefix(300))") }
        keurBinnenkant(tekst, wat)
    }

    func keurBinnenkant(_ tekst: String, _ wat: String) {
        for woord in Self.binnenkant where tekst.contains(woord) { Issue.record("\(wat): zegt hoe wij zijn gemaakt: \(woord)") }
    }

    private static let binnenkant = [
        "DecodingError", "DatabaseError", "SQLite", "Swift.", "Error Domain", "NSCocoa", "CodingKey", "Fatal error", ".swift:",
    ]
}
