// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Hummingbird
import NIOCore

/// What a streamed `multipart/form-data` body gives, in the order of the body.
public enum MultipartEvent: Sendable, Equatable {
    case field(name: String, value: String)
    /// A file begins. `name` is the field; the file's own name is only for people to look at, never a path.
    case fileBegins(name: String, filename: String, mediaType: String)
    case fileBytes(ArraySlice<UInt8>)
    case fileEnds
}

/// How much of each a multipart body may hold.
public struct MultipartLimits: Sendable {
    public var headerBytes = 4 * 1024
    public var fieldBytes = 16 * 1024
    public var fields = 50
    public var files = 1
    public var fileBytes: Int

    public init(fileBytes: Int) { self.fileBytes = fileBytes }
}

/// A strict, bounded reader of `multipart/form-data` (RFC 7578): bytes go in as they come, events come out, and never more
/// than one boundary and one header block are kept. Anything that a browser does not write is an error.
public struct MultipartParser: Sendable {
    private enum State { case preamble, headers, field(name: String), file, ended }

    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    private var state = State.preamble
    private var buffer: [UInt8]
    private var value: [UInt8] = []
    private var fieldCount = 0
    private var fileCount = 0
    private var fileSize = 0

    /// - Parameter contentType: the whole header, with the boundary.
    public init(contentType: String?, limits: MultipartLimits) throws {
        guard let boundary = Self.boundary(contentType ?? "") else {
            throw Refusal(.unsupportedMediaType, "Stuur dit als multipart/form-data.")
        }
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
        // A body may begin with the boundary itself: as if a line end stood before it.
        buffer = [13, 10]
    }

    /// Takes the next bytes and gives what they complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [MultipartEvent] {
        buffer.append(contentsOf: bytes)
        var events: [MultipartEvent] = []
        while try step(&events) {}
        return events
    }

    /// Says that the body is over. A body that stops before its last boundary is refused.
    public func finish() throws {
        guard case .ended = state else { throw Self.broken }
    }

    private mutating func step(_ events: inout [MultipartEvent]) throws -> Bool {
        switch state {
        case .ended:
            // What follows the last boundary has no meaning; it is limited by the size of the body.
            buffer.removeAll()
            return false
        case .headers: return try readHeaders(&events)
        case .preamble, .field, .file: return try readContent(&events)
        }
    }

    private mutating func readContent(_ events: inout [MultipartEvent]) throws -> Bool {
        let found = Self.find(delimiter, in: buffer)
        // Without a delimiter all but its possible beginning is content.
        let end = found ?? max(0, buffer.count - delimiter.count + 1)
        // The two bytes after the delimiter say whether it is the last: wait for them.
        if let found, buffer.count < found + delimiter.count + 2 { return try consume(found, &events, more: false) }
        _ = try consume(end, &events, more: true)
        guard found != nil else { return false }
        let after = buffer[delimiter.count..<delimiter.count + 2]
        buffer.removeFirst(delimiter.count + 2)
        try close(&events)
        if after.elementsEqual([45, 45]) {
            state = .ended
        } else if after.elementsEqual([13, 10]) {
            state = .headers
        } else {
            throw Self.broken
        }
        return true
    }

    /// Takes content from the front of the buffer. Returns whether the caller may go on.
    private mutating func consume(_ count: Int, _ events: inout [MultipartEvent], more: Bool) throws -> Bool {
        guard count > 0 else { return more }
        let content = buffer[0..<count]
        switch state {
        case .preamble: throw Self.broken
        case .field:
            guard value.count + count <= limits.fieldBytes else { throw Refusal.tooLarge }
            value.append(contentsOf: content)
        case .file:
            fileSize += count
            guard fileSize <= limits.fileBytes else {
                throw Refusal(.contentTooLarge, "Het bestand is te groot.")
            }
            events.append(.fileBytes(ArraySlice(Array(content))))
        case .headers, .ended: break
        }
        buffer.removeFirst(count)
        return more
    }

    private mutating func close(_ events: inout [MultipartEvent]) throws {
        switch state {
        case .field(let name):
            guard let text = String(validating: value, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
                throw Self.broken
            }
            events.append(.field(name: name, value: text.replacing("\r\n", with: "\n")))
            value.removeAll()
        case .file: events.append(.fileEnds)
        case .preamble, .headers, .ended: break
        }
    }

    private mutating func readHeaders(_ events: inout [MultipartEvent]) throws -> Bool {
        guard let end = Self.find([13, 10, 13, 10], in: buffer) else {
            guard buffer.count <= limits.headerBytes else { throw Self.broken }
            return false
        }
        guard end <= limits.headerBytes, let text = String(validating: buffer[0..<end], as: UTF8.self) else { throw Self.broken }
        buffer.removeFirst(end + 4)
        let headers = try MultipartHeaders(text)
        if let filename = headers.filename {
            fileCount += 1
            guard fileCount <= limits.files else { throw Refusal(.badRequest, "Stuur één bestand tegelijk.") }
            fileSize = 0
            state = .file
            events.append(.fileBegins(name: headers.name, filename: filename, mediaType: headers.mediaType))
        } else {
            fieldCount += 1
            guard fieldCount <= limits.fields else { throw Refusal.tooLarge }
            state = .field(name: headers.name)
        }
        return true
    }

    static let broken = Refusal.unreadableForm

    private static func boundary(_ header: String) -> String? {
        let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        let found = parts.dropFirst().filter { $0.lowercased().hasPrefix("boundary=") }
        guard found.count == 1, var value = found.first?.dropFirst("boundary=".count) else { return nil }
        if value.first == "\"", value.last == "\"", value.count >= 2 { value = value.dropFirst().dropLast() }
        guard (1...70).contains(value.utf8.count), value.last != " ",
            value.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
        else { return nil }
        return String(value)
    }

    private static func find(_ needle: [UInt8], in haystack: [UInt8]) -> Int? {
        guard haystack.count >= needle.count, let first = needle.first else { return nil }
        var start = 0
        while start <= haystack.count - needle.count {
            guard let hit = haystack[start...(haystack.count - needle.count)].firstIndex(of: first) else { return nil }
            if haystack[hit..<hit + needle.count].elementsEqual(needle) { return hit }
            start = hit + 1
        }
        return nil
    }
}
