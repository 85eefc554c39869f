// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Foundation
import GRDB

/// Why a store cannot be opened. For the operator.
public enum StoreError: Error, Sendable, Equatable {
    /// The file was written by a newer version of the program; migrations only go forward.
    case newerStore(file: String)
    /// SQLite did not take a setting that the promises rest on.
    case pragma(name: String, found: String)
    /// The store was closed.
    case closed
    /// A table or column name with other signs than letters, digits and `_`.
    case badName
    /// A key file that others may read, or that has not 32 bytes.
    case masterKey(reason: String)
}

/// Whether the store can take changes.
public enum StoreHealth: Sendable, Equatable {
    case healthy
    /// The disk (or the page limit) is full. It is tried again; `Store.isReady()` finds out.
    case full
    /// A sync or another I/O operation failed: nothing can be trusted until the process has started anew.
    case broken
}

/// What an error of SQLite means for everybody, not just for the one who met it.
enum Trouble {
    case none, full, broken

    init(_ error: any Error) {
        guard let error = error as? DatabaseError else {
            self = .none
            return
        }
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_IOERR:
            // The shared-memory index could not grow: the disk is full, and nothing was written.
            let isIndex = [.SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_SHMOPEN].contains(error.extendedResultCode)
            self = isIndex ? .full : .broken
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .broken
        default: self = .none
        }
    }

    /// Whether the error is of the moment and the machine, not of what was asked: worth another try later.
    static func isOfTheMoment(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_NOMEM, .SQLITE_BUSY, .SQLITE_LOCKED,
            .SQLITE_INTERRUPT, .SQLITE_ABORT, .SQLITE_CANTOPEN, .SQLITE_PROTOCOL, .SQLITE_READONLY:
            return true
        default: return false
        }
    }
}

/// An error as text without anything about a person: kinds, codes and names of fields, never values.
public enum SafeText {
    public static func of(_ error: any Error) -> String {
        switch error {
        case let error as Failure:
            switch error {
            case .notFound: return "niet gevonden"
            case .notAllowed: return "niet toegestaan"
            case .conflict(let conflict): return "conflict: versie \(conflict.yours), nieuwste \(conflict.newest)"
            case .invalid(let fields): return "ongeldig: " + fields.map { "\($0.field) \($0.code)" }.joined(separator: ", ")
            case .state: return "toestand laat dit niet toe"
            case .unavailable(let what): return "niet bereikbaar: \(what)"
            case .fault(let reference): return "fout \(reference)"
            }
        case let error as DatabaseError:
            // Only the text of a broken constraint is known to name columns alone; others may quote what was asked.
            let message = error.resultCode == .SQLITE_CONSTRAINT ? error.message : nil
            return "SQLite \(error.extendedResultCode.rawValue)" + (message.map { ": \($0)" } ?? "")
        case let error as DecodingError:
            let (kind, context): (String, DecodingError.Context?)
            switch error {
            case .keyNotFound(let key, let found): (kind, context) = ("ontbreekt: \(key.stringValue)", found)
            case .typeMismatch(_, let found): (kind, context) = ("ander type", found)
            case .valueNotFound(_, let found): (kind, context) = ("leeg", found)
            case .dataCorrupted(let found): (kind, context) = ("onleesbaar", found)
            @unknown default: (kind, context) = ("onleesbaar", nil)
            }
            let path = context?.codingPath.map(\.stringValue).joined(separator: ".") ?? ""
            return "JSON \(kind) bij '\(path)'"
        default:
            return String(reflecting: Swift.type(of: error))
        }
    }
}
