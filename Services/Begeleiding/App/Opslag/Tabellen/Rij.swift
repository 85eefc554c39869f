// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import Opslag

/// A column holds something that this program never wrote: the file was changed from outside or is of another version.
struct OnleesbareKolom: Error, Equatable {
    let kolom: String
}

// Typed reading of columns. Wrong content is an error, never a guess.
extension Row {
    func id<Kind>(_ kolom: String) throws -> Identifier<Kind> {
        guard let id: Identifier<Kind> = try idIfPresent(kolom) else { throw OnleesbareKolom(kolom: kolom) }
        return id
    }

    func idIfPresent<Kind>(_ kolom: String) throws -> Identifier<Kind>? {
        guard let text: String = self[kolom] else { return nil }
        guard let id = Identifier<Kind>(text) else { throw OnleesbareKolom(kolom: kolom) }
        return id
    }

    func datum(_ kolom: String) throws -> Datum {
        guard let datum = try datumIfPresent(kolom) else { throw OnleesbareKolom(kolom: kolom) }
        return datum
    }

    func datumIfPresent(_ kolom: String) throws -> Datum? {
        guard let text: String = self[kolom] else { return nil }
        guard let datum = Datum(text) else { throw OnleesbareKolom(kolom: kolom) }
        return datum
    }

    /// A value of a closed list, kept by its code.
    func code<Value: RawRepresentable>(_ kolom: String) throws -> Value where Value.RawValue == String {
        guard let text: String = self[kolom], let value = Value(rawValue: text) else { throw OnleesbareKolom(kolom: kolom) }
        return value
    }

    func codeIfPresent<Value: RawRepresentable>(_ kolom: String) throws -> Value? where Value.RawValue == String {
        guard let text: String = self[kolom] else { return nil }
        guard let value = Value(rawValue: text) else { throw OnleesbareKolom(kolom: kolom) }
        return value
    }

    func tekst(_ kolom: String) throws -> String {
        guard let text: String = self[kolom] else { throw OnleesbareKolom(kolom: kolom) }
        return text
    }

    /// The bytes of a blob or of a text.
    func bytes(_ kolom: String) throws -> Data {
        guard let bytes: Data = self[kolom] else { throw OnleesbareKolom(kolom: kolom) }
        return bytes
    }

    func getal(_ kolom: String) throws -> Int {
        guard let number: Int = self[kolom] else { throw OnleesbareKolom(kolom: kolom) }
        return number
    }

    func waar(_ kolom: String) throws -> Bool { try getal(kolom) != 0 }
}

// The same by place, for the few lists that are long and read often.
extension RawStatement {
    func id<Kind>(_ plaats: Int32, _ kolom: String) throws -> Identifier<Kind> {
        guard let id = Identifier<Kind>(text(plaats)) else { throw OnleesbareKolom(kolom: kolom) }
        return id
    }

    func code<Value: RawRepresentable>(_ plaats: Int32, _ kolom: String) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: text(plaats)) else { throw OnleesbareKolom(kolom: kolom) }
        return value
    }

    func datumIfPresent(_ plaats: Int32, _ kolom: String) throws -> Datum? {
        guard !isNull(plaats) else { return nil }
        guard let datum = Datum(text(plaats)) else { throw OnleesbareKolom(kolom: kolom) }
        return datum
    }
}

extension Database {
    /// One changing statement, kept prepared.
    func doe(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws { try run(sql, values: values) }

    func rijen(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    func rij(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    /// Each row made into a value while the statement stands on it. A row that is kept looks up a column by comparing the name
    /// with every other, one that is stood on has a table for it. What makes the value asks nothing itself.
    func rijen<Waarde>(_ sql: String, _ arguments: StatementArguments, _ maak: (Row) throws -> Waarde) throws -> [Waarde] {
        let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
        var waarden: [Waarde] = []
        while let row = try cursor.next() { waarden.append(try maak(row)) }
        return waarden
    }

    func rij<Waarde>(_ sql: String, _ arguments: StatementArguments, _ maak: (Row) throws -> Waarde) throws -> Waarde? {
        let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
        // The row stands on the statement, which a cursor that is gone has reset.
        return try withExtendedLifetime(cursor) { try cursor.next().map(maak) }
    }

    func aantal(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try Int.fetchOne(cachedStatement(sql: sql), arguments: arguments) ?? 0
    }
}

// The text of a value as columns hold it.
extension Optional {
    func kolom<Kind>() -> String? where Wrapped == Identifier<Kind> { self?.description }
    func kolom() -> String? where Wrapped == Datum { self?.description }
}

extension Collection {
    /// `?, ?, ?` for IN (…).
    var vraagtekens: String { Array(repeating: "?", count: count).joined(separator: ", ") }
}
