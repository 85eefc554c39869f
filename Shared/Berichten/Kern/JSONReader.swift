// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Reads what `JSONWriter` wrote, in a fraction of the time of `JSONDecoder`, since messages are read on every path.
///
/// It gives a value only when it is certain that `JSONDecoder` would give the same. All else, such as white space, a number
/// that does not fit, a value that its type refuses, goes the long way: there the errors are made that say where and why.
enum JSONReader {
    static func read<Value: Decodable>(_ type: Value.Type, from data: Data) -> Value? {
        data.withUnsafeBytes { raw in
            guard let tape = JSONTape(raw.assumingMemoryBound(to: UInt8.self)) else { return nil }
            let reading = JSONReading(tape)
            guard let value = try? reading.value(type, at: 0), reading.isCertain else { return nil }
            return value
        }
    }
}

/// One text under way. It ends with the call that made it, as the bytes do.
private final class JSONReading {
    struct Uncertain: Error {}

    let tape: JSONTape
    /// False from the moment that something was not what was asked: a type may have passed over that and tried something else.
    private(set) var isCertain = true

    init(_ tape: JSONTape) { self.tape = tape }

    func uncertain() -> Uncertain {
        isCertain = false
        return Uncertain()
    }

    func isNull(_ place: Int) -> Bool { tape.nodes[place].kind == .null }

    func value<Value: Decodable>(_ type: Value.Type, at place: Int) throws -> Value {
        // What has a form of its own in messages; compared by type, so the cast cannot fail.
        func found<Known>(_ known: Known) -> Value { unsafeBitCast(known, to: Value.self) }
        if type == String.self { return found(try text(place)) }
        if type == Int.self { return found(try integer(Int.self, place)) }
        if type == Bool.self { return found(try flag(place)) }
        if type == Double.self { return found(try number(place)) }
        if type == UUID.self {
            guard let id = UUIDText.read(try plain(place)) else { throw uncertain() }
            return found(id)
        }
        if type == Date.self {
            guard let date = Instant.date(utf8: try plain(place)) else { throw uncertain() }
            return found(date)
        }
        if type == Data.self {
            guard let data = Data(base64Encoded: try text(place)) else { throw uncertain() }
            return found(data)
        }
        if type == Int64.self { return found(try integer(Int64.self, place)) }
        if type == UInt64.self { return found(try integer(UInt64.self, place)) }
        if type == Int32.self { return found(try integer(Int32.self, place)) }
        if type == UInt8.self { return found(try integer(UInt8.self, place)) }
        if Self.others.contains(ObjectIdentifier(type)) { throw uncertain() }
        return try Value(from: JSONDecoding(reading: self, place: place))
    }

    /// What is a single value too, and stands in no message.
    private static let others: Set<ObjectIdentifier> = [
        ObjectIdentifier(URL.self), ObjectIdentifier(Decimal.self), ObjectIdentifier(Float.self), ObjectIdentifier(Int8.self),
        ObjectIdentifier(Int16.self), ObjectIdentifier(UInt.self), ObjectIdentifier(UInt16.self), ObjectIdentifier(UInt32.self),
        ObjectIdentifier(Int128.self), ObjectIdentifier(UInt128.self),
    ]

    func flag(_ place: Int) throws -> Bool {
        switch tape.nodes[place].kind {
        case .yes: true
        case .no: false
        default: throw uncertain()
        }
    }

    func integer<Number: FixedWidthInteger>(_ type: Number.Type, _ place: Int) throws -> Number {
        let node = tape.nodes[place]
        guard node.kind == .number else { throw uncertain() }
        var digits = tape.bytes[node.begin..<node.end]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        var number: Int64 = 0
        for digit in digits {
            // Eighteen digits always fit.
            guard case 48...57 = digit, digits.count <= 18 else { throw uncertain() }
            number = number * 10 + Int64(digit - 48)
        }
        guard let fits = Number(exactly: isNegative ? -number : number) else { throw uncertain() }
        return fits
    }

    func number(_ place: Int) throws -> Double {
        let node = tape.nodes[place]
        let digits = tape.bytes[node.begin..<node.end]
        // Too great or too small for its type is an error, and who makes it is not here.
        guard node.kind == .number, let number = Double(String(decoding: digits, as: UTF8.self)),
            number.isNormal || digits.allSatisfy({ !(49...57).contains($0) })
        else { throw uncertain() }
        return number
    }

    /// The bytes of a text without an escape.
    private func plain(_ place: Int) throws -> Slice<UnsafeBufferPointer<UInt8>> {
        let node = tape.nodes[place]
        guard node.kind == .text else { throw uncertain() }
        return tape.bytes[node.begin..<node.end]
    }

    func text(_ place: Int) throws -> String {
        let node = tape.nodes[place]
        let bytes = UnsafeBufferPointer(rebasing: tape.bytes[node.begin..<node.end])
        let text: String? =
            switch node.kind {
            case .text: String(validating: bytes, as: UTF8.self)
            case .escapedText: JSONText.unescaped(bytes)
            default: nil
            }
        guard let text else { throw uncertain() }
        return text
    }
}

private struct JSONDecoding: Decoder {
    let reading: JSONReading
    let place: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard reading.tape.nodes[place].kind == .object else { throw reading.uncertain() }
        return KeyedDecodingContainer(Members<Key>(reading: reading, place: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard reading.tape.nodes[place].kind == .list else { throw reading.uncertain() }
        return Elements(reading: reading, count: reading.tape.nodes[place].count, place: place + 1)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(reading: reading, place: place) }

    private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let reading: JSONReading
        let place: Int
        var codingPath: [any CodingKey] { [] }

        var allKeys: [Key] {
            var keys: [Key] = []
            var at = place + 1
            for _ in 0..<reading.tape.nodes[place].count {
                if let key = (try? reading.text(at)).flatMap({ Key(stringValue: $0) }) { keys.append(key) }
                at = reading.tape.nodes[at + 1].next
            }
            return keys
        }

        private func find(_ key: Key) -> Int? {
            var name = key.stringValue
            return name.withUTF8 { name in
                var at = place + 1
                for _ in 0..<reading.tape.nodes[place].count {
                    let node = reading.tape.nodes[at]
                    if node.end - node.begin == name.count, reading.tape.bytes[node.begin..<node.end].elementsEqual(name) {
                        return at + 1
                    }
                    at = reading.tape.nodes[at + 1].next
                }
                return nil
            }
        }

        private func must(_ key: Key) throws -> Int {
            guard let place = find(key) else { throw reading.uncertain() }
            return place
        }

        /// Nil when it is not there, and when it is null.
        private func may(_ key: Key) -> Int? { find(key).flatMap { reading.isNull($0) ? nil : $0 } }

        func contains(_ key: Key) -> Bool { find(key) != nil }
        func decodeNil(forKey key: Key) throws -> Bool { reading.isNull(try must(key)) }
        func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try reading.flag(try must(key)) }
        func decode(_ type: String.Type, forKey key: Key) throws -> String { try reading.text(try must(key)) }
        func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try reading.integer(Int.self, try must(key)) }
        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            try reading.value(type, at: try must(key))
        }
        func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try may(key).map { try reading.flag($0) } }
        func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try may(key).map { try reading.text($0) } }
        func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
            try may(key).map { try reading.integer(Int.self, $0) }
        }
        func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
            try may(key).map { try reading.value(type, at: $0) }
        }
        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<
            Nested
        > {
            try JSONDecoding(reading: reading, place: try must(key)).container(keyedBy: type)
        }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try JSONDecoding(reading: reading, place: try must(key)).unkeyedContainer()
        }
        func superDecoder() throws -> any Decoder { throw reading.uncertain() }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw reading.uncertain() }
    }

    private struct Elements: UnkeyedDecodingContainer {
        let reading: JSONReading
        let count: Int?
        /// Of the next one.
        var place: Int
        var currentIndex = 0
        var codingPath: [any CodingKey] { [] }
        var isAtEnd: Bool { currentIndex == count }

        init(reading: JSONReading, count: Int, place: Int) { (self.reading, self.count, self.place) = (reading, count, place) }

        private mutating func step<Value>(_ body: (JSONReading, Int) throws -> Value) throws -> Value {
            guard !isAtEnd else { throw reading.uncertain() }
            let value = try body(reading, place)
            place = reading.tape.nodes[place].next
            currentIndex += 1
            return value
        }

        mutating func decodeNil() throws -> Bool {
            guard !isAtEnd else { throw reading.uncertain() }
            guard reading.isNull(place) else { return false }
            return try step { _, _ in true }
        }
        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try step { try $0.value(type, at: $1) } }
        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
            try step { try JSONDecoding(reading: $0, place: $1).container(keyedBy: type) }
        }
        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            try step { try JSONDecoding(reading: $0, place: $1).unkeyedContainer() }
        }
        mutating func superDecoder() throws -> any Decoder { throw reading.uncertain() }
    }

    private struct Single: SingleValueDecodingContainer {
        let reading: JSONReading
        let place: Int
        var codingPath: [any CodingKey] { [] }
        func decodeNil() -> Bool { reading.isNull(place) }
        func decode(_ type: String.Type) throws -> String { try reading.text(place) }
        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reading.value(type, at: place) }
    }
}
