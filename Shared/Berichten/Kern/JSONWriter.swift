// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation

/// Writes values as JSON: byte for byte what `JSONEncoder` writes with sorted keys and unescaped slashes, in a fraction of the
/// time, since messages are written on every path. `JSONWriterTests` compares the two over every message.
enum JSONWriter {
    static func write(_ value: some Encodable) throws -> Data {
        var out: [UInt8] = []
        out.reserveCapacity(1024)
        let pool = JSONNodes()
        try pool.append(value, to: &out)
        return Data(out)
    }
}

/// The nodes of one text that are done, to be used again with the room that they have.
private final class JSONNodes {
    private var free: [JSONNode] = []

    func take() -> JSONNode { free.popLast() ?? JSONNode(pool: self) }

    /// Writes the value that a node became, and takes the node back unless somebody still holds it.
    func finish(_ node: consuming JSONNode, into out: inout [UInt8]) {
        node.finish(into: &out)
        guard isKnownUniquelyReferenced(&node) else { return }
        node.clear()
        free.append(node)
    }
}

/// One value under way: its bytes, and of an object or list where each member stands, to put them in order at the end.
private final class JSONNode {
    private enum Kind { case empty, value, list, object }
    private struct Member {
        var key: String
        var range: Range<Int>
        /// A container that may still grow, in the place of bytes.
        var node: JSONNode?
    }
    private var kind = Kind.empty
    private var bytes: [UInt8] = []
    private var members: [Member] = []
    /// It lives as long as the text that is written.
    private unowned let pool: JSONNodes
    var count: Int { members.count }

    init(pool: JSONNodes) { self.pool = pool }

    func clear() {
        kind = .empty
        bytes.removeAll(keepingCapacity: true)
        members.removeAll(keepingCapacity: true)
    }

    func become(list: Bool) { if kind == .empty { kind = list ? .list : .object } }

    /// Writes the one value that this is.
    func set(_ value: some Encodable) throws {
        kind = .value
        bytes.removeAll(keepingCapacity: true)
        try pool.append(value, to: &bytes)
    }

    func setNull() {
        kind = .value
        bytes = Array("null".utf8)
    }

    /// Adds a member; in a list the key says nothing.
    func add(_ value: some Encodable, _ key: String = "") throws {
        let begin = bytes.count
        try pool.append(value, to: &bytes)
        members.append(Member(key: key, range: begin..<bytes.count))
    }

    func addNull(_ key: String = "") {
        let begin = bytes.count
        bytes += "null".utf8
        members.append(Member(key: key, range: begin..<bytes.count))
    }

    func addNode(_ key: String = "") -> JSONNode {
        let node = pool.take()
        members.append(Member(key: key, range: 0..<0, node: node))
        return node
    }

    func finish(into out: inout [UInt8]) {
        switch kind {
        case .empty: out += "{}".utf8
        case .value: out += bytes
        case .list, .object:
            if kind == .object { members.sort { $0.key < $1.key } }
            out.append(kind == .list ? UInt8(ascii: "[") : UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                if kind == .object {
                    JSONText.append(member.key, to: &out)
                    out.append(UInt8(ascii: ":"))
                }
                if let node = member.node { node.finish(into: &out) } else { out += bytes[member.range] }
            }
            out.append(kind == .list ? UInt8(ascii: "]") : UInt8(ascii: "}"))
        }
    }
}

extension JSONNodes {
    func append<Value: Encodable>(_ value: Value, to out: inout [UInt8]) throws {
        // The type first: that is one comparison, and asking a value what it is is a search.
        if Value.self == String.self, let text = value as? String { return JSONText.append(text, to: &out) }
        if Value.self == Bool.self, let flag = value as? Bool { return out += (flag ? "true" : "false").utf8 }
        if Value.self == UUID.self, let id = value as? UUID {
            out.append(0x22)
            out += UUIDText.bytes(id)
            return out.append(0x22)
        }
        if Value.self == Int.self, let number = value as? Int { return out += String(number).utf8 }
        if Value.self == Datum.self, let day = value as? Datum { return JSONText.append(day.description, to: &out) }
        if Value.self == Date.self, let date = value as? Date { return JSONText.append(Instant.text(date), to: &out) }
        if Value.self == Data.self, let data = value as? Data { return JSONText.append(data.base64EncodedString(), to: &out) }
        if Value.self == URL.self, let url = value as? URL { return JSONText.append(url.absoluteString, to: &out) }
        if Value.self == Decimal.self, let number = value as? Decimal { return out += number.description.utf8 }
        if Value.self == Double.self, let number = value as? Double { return try Self.append(float: number, to: &out) }
        if Value.self == Float.self, let number = value as? Float { return try Self.append(float: number, to: &out) }
        if Self.integers.contains(ObjectIdentifier(Value.self)) { return out += "\(value)".utf8 }
        let node = take()
        try value.encode(to: JSONEncoding(node: node))
        finish(consume node, into: &out)
    }

    private static let integers: Set<ObjectIdentifier> = [
        ObjectIdentifier(Int8.self), ObjectIdentifier(Int16.self), ObjectIdentifier(Int32.self), ObjectIdentifier(Int64.self),
        ObjectIdentifier(UInt.self), ObjectIdentifier(UInt8.self), ObjectIdentifier(UInt16.self), ObjectIdentifier(UInt32.self),
        ObjectIdentifier(UInt64.self),
    ]

    private static func append(float number: some BinaryFloatingPoint & Encodable, to out: inout [UInt8]) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(number, .init(codingPath: [], debugDescription: "not a number of JSON"))
        }
        let text = "\(number)"
        out += (text.hasSuffix(".0") ? text.dropLast(2) : Substring(text)).utf8
    }
}

private struct JSONEncoding: Encoder {
    let node: JSONNode
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.become(list: false)
        return KeyedEncodingContainer(Members<Key>(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.become(list: true)
        return Elements(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node) }

    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let node: JSONNode
        var codingPath: [any CodingKey] { [] }
        func encodeNil(forKey key: Key) { node.addNull(key.stringValue) }
        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try node.add(value, key.stringValue) }
        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
            JSONEncoding(node: node.addNode(key.stringValue)).container(keyedBy: type)
        }
        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            JSONEncoding(node: node.addNode(key.stringValue)).unkeyedContainer()
        }
        func superEncoder() -> any Encoder { JSONEncoding(node: node.addNode("super")) }
        func superEncoder(forKey key: Key) -> any Encoder { JSONEncoding(node: node.addNode(key.stringValue)) }
    }

    private struct Elements: UnkeyedEncodingContainer {
        let node: JSONNode
        var codingPath: [any CodingKey] { [] }
        var count: Int { node.count }
        func encodeNil() { node.addNull() }
        func encode<Value: Encodable>(_ value: Value) throws { try node.add(value) }
        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            JSONEncoding(node: node.addNode()).container(keyedBy: type)
        }
        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { JSONEncoding(node: node.addNode()).unkeyedContainer() }
        func superEncoder() -> any Encoder { JSONEncoding(node: node.addNode()) }
    }

    private struct Single: SingleValueEncodingContainer {
        let node: JSONNode
        var codingPath: [any CodingKey] { [] }
        func encodeNil() { node.setNull() }
        func encode<Value: Encodable>(_ value: Value) throws { try node.set(value) }
    }
}
