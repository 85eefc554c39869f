// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// The first part of every message between two services, twelve bytes: `W`, the version of this protocol, the kind, a
/// zero, and a number chosen by the asker that comes back in the answer.
struct Header: Equatable {
    enum Kind: UInt8 {
        /// A query or command: header, envelope, data.
        case ask = 1
        /// header, data.
        case answer = 2
        /// header, `Failure` as JSON.
        case failure = 3
        /// Asks for events: header (the number is the reader's session), `StreamRequest`.
        case streamRequest = 4
        /// header (session), `StreamBatch`.
        case streamBatch = 5
        /// The source cannot serve this reader: header (session), `StreamRefusal`.
        case streamRefusal = 6
        /// The bell of a source, on PUB: header (the number of the source's present life), `StreamHead`.
        case bell = 7
    }

    static let version: UInt8 = 1
    static let length = 12
    var kind: Kind
    var number: UInt64

    var bytes: Data {
        var writer = ByteWriter(capacity: Self.length)
        writer.put(UInt8(ascii: "W"))
        writer.put(Self.version)
        writer.put(kind.rawValue)
        writer.put(UInt8(0))
        writer.put(number)
        return writer.data
    }

    init(_ kind: Kind, _ number: UInt64) { (self.kind, self.number) = (kind, number) }

    /// nil when this is no message of ours, or one of a version that this process does not know.
    init?(_ data: Data) {
        var reader = ByteReader(data)
        guard data.count == Self.length, reader.byte() == UInt8(ascii: "W"), reader.byte() == Self.version,
            let kind = reader.byte().flatMap(Kind.init(rawValue:)), reader.byte() == 0, let number = reader.number()
        else { return nil }
        self.init(kind, number)
    }
}

/// Puts numbers (big-endian) and bytes one after another.
struct ByteWriter {
    private(set) var data: Data
    init(capacity: Int) { data = Data(capacity: capacity) }

    mutating func put(_ value: UInt8) { data.append(value) }
    mutating func put(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { data.append(contentsOf: $0) }
    }
    mutating func put(_ bytes: Data) {
        put(UInt32(bytes.count))
        data.append(bytes)
    }
    mutating func put(_ text: String) { put(Data(text.utf8)) }
}

/// Reads what `ByteWriter` wrote; nil where the bytes end too early. Never trusts a length.
struct ByteReader {
    private let data: Data
    private var position: Data.Index
    init(_ data: Data) { (self.data, position) = (data, data.startIndex) }

    var isAtEnd: Bool { position == data.endIndex }

    mutating func byte() -> UInt8? {
        guard position < data.endIndex else { return nil }
        defer { position += 1 }
        return data[position]
    }

    mutating func integer<Value: FixedWidthInteger>(_: Value.Type = Value.self) -> Value? {
        let size = MemoryLayout<Value>.size
        guard data.endIndex - position >= size else { return nil }
        let offset = position - data.startIndex
        defer { position += size }
        return data.withUnsafeBytes { Value(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: Value.self)) }
    }

    mutating func number() -> UInt64? { integer() }

    /// Bytes with their length in front. Shares the memory of the message.
    mutating func bytes() -> Data? {
        guard let count = integer(UInt32.self), data.endIndex - position >= Int(count) else { return nil }
        defer { position += Int(count) }
        return data[position..<position + Int(count)]
    }

    mutating func text() -> String? { bytes().flatMap { String(data: $0, encoding: .utf8) } }
}

extension ByteWriter {
    mutating func put(optional id: UUID?) {
        put(UInt8(id == nil ? 0 : 1))
        put(id ?? .none)
    }
    mutating func put(_ id: UUID) { withUnsafeBytes(of: id.uuid) { data.append(contentsOf: $0) } }
}

extension UUID {
    /// Sixteen zeros, where there is none.
    static let none = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
}

extension ByteReader {
    /// nil where the bytes are wrong; a nil inside where there is none.
    mutating func optionalUUID() -> UUID?? {
        guard let flag = byte(), flag < 2, let id = uuid() else { return nil }
        return .some(flag == 1 ? id : nil)
    }

    mutating func uuid() -> UUID? {
        guard let high = number(), let low = number() else { return nil }
        var raw = UUID.none.uuid
        withUnsafeMutableBytes(of: &raw) {
            $0.storeBytes(of: high.bigEndian, as: UInt64.self)
            $0.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return UUID(uuid: raw)
    }
}
