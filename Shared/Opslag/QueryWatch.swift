// SPDX-License-Identifier: EUPL-1.2
import Foundation
import GRDB
import Synchronization

/// Hears every statement that runs on the connections of a store: for tests that look along which index a page's questions run, so
/// that slowness cannot creep in. A store without one pays nothing.
public final class QueryWatch: Sendable {
    private let heard = Mutex<Set<String>>([])

    public init() {}

    func listen(to db: Database) {
        db.trace(options: .statement) { event in
            guard case .statement(let statement) = event else { return }
            self.heard.withLock { _ = $0.insert(statement.sql) }
        }
    }

    /// Forgets what was heard so far: the questions of making an example.
    public func clear() { heard.withLock { $0 = [] } }

    /// The statements that read a table from its beginning, each with that table: what costs more with every row in the store.
    /// - Parameter large: the tables that grow with the people or the directory.
    public func wholeReads(in store: Store, of large: Set<String>) async throws -> [String] {
        let statements = heard.withLock { $0 }.filter { sql in
            ["SELECT", "UPDATE", "DELETE", "INSERT", "WITH"].contains { sql.hasPrefix($0) }
        }
        return try await store.read { db in
            try statements.sorted().flatMap { sql in
                let names = Self.tables(in: sql)
                let plan = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
                // A plan does not depend on the values, so none are given.
                plan.setUncheckedArguments([])
                return try Row.fetchAll(plan).compactMap { row -> String? in
                    let step: String = row["detail"]
                    let words = step.split(separator: " ").map(String.init)
                    guard words.count > 1, words[0] == "SCAN", !step.contains("VIRTUAL TABLE"), let table = names[words[1]],
                        large.contains(table)
                    else { return nil }
                    return "\(table): \(sql)"
                }
            }
        }
    }

    /// What each name in a plan stands for: tables by their own name and by the short one that the statement gives them.
    private static func tables(in sql: String) -> [String: String] {
        var names: [String: String] = [:]
        let sign = /(?i)\b(?:FROM|JOIN|UPDATE|INTO)\s+"?([a-z_]+)"?(?:\s+(?:AS\s+)?([a-z]+)\b)?/
        for match in sql.matches(of: sign) {
            let table = String(match.output.1)
            names[table] = table
            if let short = match.output.2 { names[String(short)] = table }
        }
        return names
    }
}
