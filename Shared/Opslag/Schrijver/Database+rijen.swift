// SPDX-License-Identifier: EUPL-1.2
import GRDB

extension Database {
    /// Hands over each row where it lies, until the body says that it has seen enough: for what reads hundreds of rows for one
    /// answer. The body must not run the same statement.
    public func each(_ sql: String, arguments: StatementArguments, row: (RawStatement) throws -> Bool) throws {
        let statement = try cachedStatement(sql: sql)
        try statement.setArguments(arguments)
        let rows = try RawStatement(self, statement)
        defer { rows.reset() }
        while try rows.step(), try row(rows) {}
    }
}
