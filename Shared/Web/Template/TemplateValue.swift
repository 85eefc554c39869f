// SPDX-License-Identifier: EUPL-1.2

/// A value as templates see it.
public enum TemplateValue: Sendable {
    case nothing
    case text(String)
    case flag(Bool)
    case list([TemplateValue])
    case record(TemplateRecord)

    /// Any Swift value: an optional is what it holds or nothing, an array a list, a number its text, a struct or tuple a record
    /// of its stored properties, and what describes itself, its description.
    public init<Value>(_ value: Value) {
        self = withUnsafePointer(to: value) { TemplateShape.of(Value.self).read(UnsafeRawPointer($0)) }
    }

    /// This record with one property more, which comes before one of the same name; of anything else that property alone.
    public func with(_ name: String, _ value: TemplateValue) -> TemplateValue {
        guard case .record(let record) = self else { return .record(TemplateRecord(places: [name: 0], values: [value])) }
        var places = record.places
        places[name] = record.values.count
        return .record(TemplateRecord(places: places, values: record.values + [value]))
    }

    subscript(name: String) -> TemplateValue {
        if case .record(let record) = self { record[name] } else { .nothing }
    }

    /// Whether a section over it has anything to show.
    var isThere: Bool {
        switch self {
        case .nothing, .flag(false): false
        case .list(let rows): !rows.isEmpty
        case .text, .flag, .record: true
        }
    }
}

/// The properties of one value by name. All values of one type share `places`.
public struct TemplateRecord: Sendable {
    let places: [String: Int]
    let values: [TemplateValue]

    subscript(name: String) -> TemplateValue { places[name].map { values[$0] } ?? .nothing }
}
