// SPDX-License-Identifier: EUPL-1.2
import Foundation

// The envelope of every event is written once and read once by each reader: by hand, ten times as fast as `Codable`, and
// byte for byte the same. What the short way does not know (an actor, an escape) goes the long way.
extension Envelope {
    /// The same bytes as `MessageCoding.encode(self)`.
    public func json() throws -> Data {
        guard actor == nil, deadline == nil else { return try MessageCoding.encode(self) }
        var out: [UInt8] = []
        out.reserveCapacity(384)
        func put(_ key: StaticString, _ value: some Sequence<UInt8>) {
            out.append(out.isEmpty ? 0x7B : 0x2C)
            key.withUTF8Buffer { out.append(contentsOf: $0) }
            out.append(contentsOf: value)
            out.append(0x22)
        }
        if let causationid { put("\"causationid\":\"", UUIDText.bytes(causationid)) }
        if let correlationid { put("\"correlationid\":\"", UUIDText.bytes(correlationid)) }
        put("\"id\":\"", UUIDText.bytes(id))
        guard Self.isPlain(source), Self.isPlain(type), subject.map(Self.isPlain) ?? true, traceparent.map(Self.isPlain) ?? true
        else { return try MessageCoding.encode(self) }
        put("\"source\":\"", source.utf8)
        if let subject { put("\"subject\":\"", subject.utf8) }
        put("\"time\":\"", Instant.bytes(time))
        if let traceparent { put("\"traceparent\":\"", traceparent.utf8) }
        put("\"type\":\"", type.utf8)
        out.append(0x7D)
        return Data(out)
    }

    /// The same as `MessageCoding.decode(Envelope.self, from: json)`.
    public init(json: Data) throws {
        if let quick = json.withUnsafeBytes({ Self.readPlain($0) }) {
            self = quick
        } else {
            self = try MessageCoding.decode(Envelope.self, from: json)
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    }

    /// Reads an object of texts without an escape; nil when it is anything else.
    private static func readPlain(_ bytes: UnsafeRawBufferPointer) -> Envelope? {
        var at = 0
        func take(_ byte: UInt8) -> Bool {
            guard at < bytes.count, bytes[at] == byte else { return false }
            at += 1
            return true
        }
        func text() -> Slice<UnsafeRawBufferPointer>? {
            guard take(0x22) else { return nil }
            let start = at
            while at < bytes.count, bytes[at] != 0x22 {
                guard bytes[at] != 0x5C, bytes[at] >= 0x20 else { return nil }
                at += 1
            }
            defer { at += 1 }
            return at < bytes.count ? bytes[start..<at] : nil
        }
        var (id, time, causation, correlation): (UUID?, Date?, UUID?, UUID?) = (nil, nil, nil, nil)
        var texts: (source: String?, type: String?, subject: String?, trace: String?) = (nil, nil, nil, nil)
        guard take(0x7B) else { return nil }
        repeat {
            guard let key = text(), take(0x3A), let value = text() else { return nil }
            switch String(decoding: key, as: UTF8.self) {
            case "id": id = UUIDText.read(value)
            case "source": texts.source = String(decoding: value, as: UTF8.self)
            case "type": texts.type = String(decoding: value, as: UTF8.self)
            case "subject": texts.subject = String(decoding: value, as: UTF8.self)
            case "traceparent": texts.trace = String(decoding: value, as: UTF8.self)
            case "time":
                time = Instant.date(utf8: value)
                if time == nil { return nil }
            case "causationid":
                causation = UUIDText.read(value)
                if causation == nil { return nil }
            case "correlationid":
                correlation = UUIDText.read(value)
                if correlation == nil { return nil }
            default: return nil
            }
        } while take(0x2C)
        guard take(0x7D), at == bytes.count, let id, let time, let source = texts.source, let type = texts.type else {
            return nil
        }
        return Envelope(
            id: id, source: source, type: type, subject: texts.subject, time: time, correlationid: correlation,
            causationid: causation, traceparent: texts.trace)
    }
}

/// The text of a UUID as `Codable` writes it: upper case.
public enum UUIDText {
    private static let digits: StaticString = "0123456789ABCDEF"

    public static func bytes(_ uuid: UUID) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(36)
        withUnsafeBytes(of: uuid.uuid) { raw in
            digits.withUTF8Buffer { digits in
                for (index, byte) in raw.enumerated() {
                    if index == 4 || index == 6 || index == 8 || index == 10 { out.append(0x2D) }
                    out.append(digits[Int(byte >> 4)])
                    out.append(digits[Int(byte & 15)])
                }
            }
        }
        return out
    }

    static func read(_ text: some Collection<UInt8>) -> UUID? {
        guard text.count == 36 else { return nil }
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let isRead = withUnsafeMutableBytes(of: &bytes) { out -> Bool in
            var digit = 0
            for (index, byte) in text.enumerated() {
                if index == 8 || index == 13 || index == 18 || index == 23 {
                    guard byte == 0x2D else { return false }
                    continue
                }
                let value: UInt8
                switch byte {
                case 48...57: value = byte - 48
                case 65...70: value = byte - 55
                case 97...102: value = byte - 87
                default: return false
                }
                out[digit / 2] = digit % 2 == 0 ? value << 4 : out[digit / 2] | value
                digit += 1
            }
            return true
        }
        return isRead ? UUID(uuid: bytes) : nil
    }
}
