// SPDX-License-Identifier: EUPL-1.2
import GRDB
import Opslag

/// What a log line or a status page may say about an error of unknown origin: its kind, and for SQLite its code and
/// message, which name tables and columns and never values.
enum ErrorText {
    static func of(_ error: any Error) -> String {
        if let error = error as? DatabaseError {
            return "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")"
        }
        if let error = error as? StreamError { return "\(error)" }
        return "\(type(of: error))"
    }
}
