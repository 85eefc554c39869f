// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation

/// What was typed into a form, kept as it was typed, with the errors of each field beside it. A page that shows a form again
/// after an error shows this, so that nothing typed is lost.
public struct FormValues: Sendable, Equatable {
    public private(set) var values: [String: [String]]
    public var errors: [FieldError]

    public init(_ values: [String: [String]] = [:], errors: [FieldError] = []) {
        (self.values, self.errors) = (values, errors)
    }

    /// What was typed, without spaces at the ends; empty when the field was not there.
    public func text(_ field: String) -> String {
        (values[field]?.first ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What was typed, or nil when that is nothing.
    public func optional(_ field: String) -> String? {
        let text = text(field)
        return text.isEmpty ? nil : text
    }

    /// Exactly what was typed, such as a password, in which a space counts.
    public func exact(_ field: String) -> String { values[field]?.first ?? "" }

    /// Every choice of a group of checkboxes.
    public func all(_ field: String) -> [String] { values[field] ?? [] }

    /// Whether one choice of a group is made.
    public func has(_ field: String, _ choice: String) -> Bool { all(field).contains(choice) }

    /// The version number of the record that the form started from (`_versie`), for `change(…, from:)`.
    public var version: Int? { Int(text("_versie")) }

    /// The version of what the page showed, in the field that the page itself put in.
    /// - Throws: 400 that names the field, when it is not there or no whole number.
    public func versie(_ field: String = "versie") throws -> Int {
        try fixed(field, "hier hoort een heel getal") { Int($0) }
    }

    /// A code that a button or a hidden field of the page holds.
    /// - Throws: 400 that names the field and the codes.
    public func code<Code: RawRepresentable & CaseIterable>(_ field: String) throws -> Code where Code.RawValue == String {
        let codes = Code.allCases.map(\.rawValue).joined(separator: ", ")
        return try fixed(field, "kies een van \(codes)") { Code(rawValue: $0) }
    }

    /// One of two.
    public func jaNee(_ field: String) throws -> Bool { try fixed(field, "kies ja of nee") { ["ja": true, "nee": false][$0] } }

    /// An id that the page itself put in.
    /// - Throws: 400 that names the field.
    public func id<Kind>(_ field: String) throws -> Identifier<Kind> {
        try fixed(field, "hier hoort het nummer dat de pagina zelf invult") { Identifier($0) }
    }

    /// The same, of a field that may be empty.
    public func optionalID<Kind>(_ field: String) throws -> Identifier<Kind>? {
        try optional(field) == nil ? nil : id(field)
    }

    /// What the page itself put in, as what it is.
    public func fixed<Value>(_ field: String, _ rule: String, _ read: (String) -> Value?) throws -> Value {
        guard let value = read(text(field)) else { throw Refusal.incomplete(field: field, rule) }
        return value
    }

    public func error(of field: String) -> FieldError? { errors.first { $0.field == field } }

    public mutating func set(_ field: String, _ value: String) { values[field] = [value] }

    /// The choices of a group of checkboxes.
    public mutating func set(_ field: String, all choices: [String]) { values[field] = choices }

    /// Adds an error of one field.
    public mutating func refuse(_ field: String, code: String, _ text: String) {
        errors.append(FieldError(field, code: code, text))
    }

    /// The typed value, or an error on the field when nothing was typed.
    public mutating func required(_ field: String, _ text: String) -> String {
        let value = self.text(field)
        if value.isEmpty { refuse(field, code: "verplicht", text) }
        return value
    }

    /// The values without what the page itself put in (`_csrf`, `_versie`): what is worth keeping as a draft.
    public var typed: FormValues { FormValues(values.filter { !$0.key.hasPrefix("_") }) }

    /// The same values with the field errors of a failure from a service. `map` turns a name on the bus into a name on the
    /// page; without it the last part of the name counts (`data.client.bsn` is the field `bsn`).
    public func refused(_ errors: [FieldError], map: [String: String] = [:]) -> FormValues {
        var copy = self
        copy.errors += errors.map { error in
            let last = error.field.split(separator: ".").last.map(String.init) ?? error.field
            return FieldError(map[error.field] ?? last, code: error.code, error.text)
        }
        return copy
    }
}
