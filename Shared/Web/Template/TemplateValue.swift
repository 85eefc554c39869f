// SPDX-License-Identifier: EUPL-1.2

/// A value as templates see it.
public enum TemplateValue {
    case nothing
    case text(String)
    case flag(Bool)
    case list([TemplateValue])
    case record(TemplateRecord)

    /// Any Swift value: an optional is what it holds or nothing, a collection a list, a number its text, everything else a
    /// record of its stored properties.
    public init(_ value: Any) {
        if let text = value as? String {
            self = .text(text)
        } else if let flag = value as? Bool {
            self = .flag(flag)
        } else if let number = value as? Int {
            self = .text(String(number))
        } else {
            self.init(mirroring: value)
        }
    }

    private init(mirroring value: Any) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: self = mirror.children.first.map { TemplateValue($0.value) } ?? .nothing
        case .collection, .set: self = .list(mirror.children.map { TemplateValue($0.value) })
        case .struct, .class, .tuple: self = .record(TemplateRecord(value, mirror))
        default: self = .text(String(describing: value))
        }
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

/// The properties of one value by name. They are looked at once, when the first of them is asked: that is what costs.
public final class TemplateRecord {
    private let value: Any?
    private let mirror: Mirror?
    private var known: [String: TemplateValue]?

    public convenience init(_ value: Any) { self.init(value, Mirror(reflecting: value)) }

    init(_ value: Any, _ mirror: Mirror) { (self.value, self.mirror) = (value, mirror) }

    /// The properties of a value, and some beside them, which come first.
    public init(_ value: Any, with more: [String: TemplateValue]) {
        let record = TemplateRecord(value)
        self.value = nil
        mirror = nil
        known = record.fields.merging(more) { _, mine in mine }
    }

    subscript(name: String) -> TemplateValue { fields[name] ?? .nothing }

    private var fields: [String: TemplateValue] {
        if let known { return known }
        var made: [String: TemplateValue] = [:]
        if let mirror {
            made.reserveCapacity(mirror.children.count)
            for (label, value) in mirror.children { if let label { made[label] = TemplateValue(value) } }
        }
        known = made
        return made
    }

    var description: String { value.map { String(describing: $0) } ?? "" }
}
