// SPDX-License-Identifier: EUPL-1.2
@_spi(Reflection) import Swift
import Synchronization

/// How a value of one type becomes a value of a template.
///
/// Found out once for each type, from where the type keeps its stored properties: to ask `Mirror` anew for every value was a
/// third of what a page with a list costs.
struct TemplateShape: Sendable {
    /// The value that stands at an address; it must be of the type that this is the shape of.
    let read: @Sendable (UnsafeRawPointer) -> TemplateValue

    private static let known = Mutex<[ObjectIdentifier: TemplateShape]>([:])

    static func of(_ type: Any.Type) -> TemplateShape {
        if let shape = known.withLock({ $0[ObjectIdentifier(type)] }) { return shape }
        // Not under the lock, since a shape asks for those of its parts.
        let shape = TemplateShape(type)
        known.withLock { $0[ObjectIdentifier(type)] = shape }
        return shape
    }

    private init(_ type: Any.Type) {
        if let readable = type as? any TemplateReadable.Type {
            read = { readable.templateValue(at: $0) }
        } else if !(type is any CustomStringConvertible.Type), let fields = Self.fields(of: type) {
            let places = Dictionary(fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
            read = { address in
                .record(TemplateRecord(places: places, values: fields.map { $0.shape.read(address + $0.offset) }))
            }
        } else {
            func described<Value>(_: Value.Type) -> @Sendable (UnsafeRawPointer) -> TemplateValue {
                { .text(String(describing: $0.assumingMemoryBound(to: Value.self).pointee)) }
            }
            read = _openExistential(type, do: described)
        }
    }

    private struct Field {
        let name: String
        let offset: Int
        let shape: TemplateShape
    }

    /// The stored properties of a struct or a tuple; nil for anything else. A struct holds itself only by way of an array or
    /// an optional, and those ask for the shape of what they hold when they are read: so this ends.
    private static func fields(of type: Any.Type) -> [Field]? {
        var fields: [Field] = []
        let isRecord = _forEachField(of: type) { name, offset, type, _ in
            fields.append(Field(name: String(cString: name), offset: offset, shape: of(type)))
            return true
        }
        return isRecord && !fields.isEmpty ? fields : nil
    }
}

/// What templates know without looking at properties.
private protocol TemplateReadable: SendableMetatype {
    static func templateValue(at address: UnsafeRawPointer) -> TemplateValue
}

extension String: TemplateReadable {
    static func templateValue(at address: UnsafeRawPointer) -> TemplateValue {
        .text(address.assumingMemoryBound(to: Self.self).pointee)
    }
}

extension Bool: TemplateReadable {
    static func templateValue(at address: UnsafeRawPointer) -> TemplateValue {
        .flag(address.assumingMemoryBound(to: Self.self).pointee)
    }
}

extension Optional: TemplateReadable {
    static func templateValue(at address: UnsafeRawPointer) -> TemplateValue {
        address.assumingMemoryBound(to: Self.self).pointee.map { TemplateValue($0) } ?? .nothing
    }
}

extension Array: TemplateReadable {
    static func templateValue(at address: UnsafeRawPointer) -> TemplateValue {
        let shape = TemplateShape.of(Element.self)
        return .list(
            address.assumingMemoryBound(to: Self.self).pointee.map { element in
                withUnsafePointer(to: element) { shape.read(UnsafeRawPointer($0)) }
            })
    }
}
