// SPDX-License-Identifier: EUPL-1.2

/// Reads a template. A tag of a section, a block or a part that stands alone on its line takes the whole line with it.
struct TemplateReader {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    /// Nothing but space has come on this line yet.
    private var isFresh = true

    private enum Closer: Equatable {
        case end
        case tag(String)
    }

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func read() throws(Template.Unreadable) -> [Template.Part] { try parts(until: .end) }

    private mutating func parts(until closer: Closer) throws(Template.Unreadable) -> [Template.Part] {
        var parts: [Template.Part] = []
        var text: [UInt8] = []
        func flush() {
            if !text.isEmpty { parts.append(.text(text)) }
            text = []
        }
        while place < bytes.count {
            guard isTag(at: place) else {
                take(into: &text)
                continue
            }
            let (sign, name) = try tag()
            let isValue = sign == nil
            if !isValue, isFresh, skipsRestOfLine() {
                // The line was the tag's alone: its indentation goes too.
                while let last = text.last, last == space || last == tab { text.removeLast() }
            } else {
                isFresh = false
            }
            flush()
            switch sign {
            case nil: parts.append(.value(Template.Name(name)))
            case UInt8(ascii: "#"): parts.append(.section(Template.Name(name), try self.parts(until: .tag(name))))
            case UInt8(ascii: "^"): parts.append(.inverted(Template.Name(name), try self.parts(until: .tag(name))))
            case UInt8(ascii: "$"): parts.append(.block(name, try self.parts(until: .tag(name))))
            case UInt8(ascii: ">"): parts.append(.partial(name, blocks: [:]))
            case UInt8(ascii: "<"): parts.append(.partial(name, blocks: try blocks(until: name)))
            case UInt8(ascii: "/"):
                guard closer == .tag(name) else { throw unreadable("{{/\(name)}} sluit hier niets") }
                return parts
            default: throw unreadable("dit teken kent een sjabloon hier niet")
            }
        }
        guard closer == .end else { throw unreadable("een deel is niet gesloten") }
        flush()
        return parts
    }

    /// What fills the blocks of a page around this one; text between them means nothing.
    private mutating func blocks(until name: String) throws(Template.Unreadable) -> [String: [Template.Part]] {
        var blocks: [String: [Template.Part]] = [:]
        for part in try parts(until: .tag(name)) {
            switch part {
            case .block(let name, let inner): blocks[name] = inner
            case .text: break
            default: throw unreadable("in {{<\(name)}} staan alleen blokken")
            }
        }
        return blocks
    }

    /// The sign and the name of the tag that begins here.
    private mutating func tag() throws(Template.Unreadable) -> (UInt8?, String) {
        place += 2
        var inside: [UInt8] = []
        while place < bytes.count, !(bytes[place] == UInt8(ascii: "}") && next(1) == UInt8(ascii: "}")) {
            inside.append(bytes[place])
            place += 1
        }
        guard place < bytes.count else { throw unreadable("een naam is niet gesloten") }
        place += 2
        let signs = Array("#^/$><!&={%".utf8)
        let sign = inside.first.flatMap { signs.contains($0) ? $0 : nil }
        let name = String(decoding: sign == nil ? inside[...] : inside.dropFirst(), as: UTF8.self)
        let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "(") }
        guard isName else { throw unreadable("geen naam: '\(name)'") }
        return (sign, name)
    }

    /// Steps over the rest of the line when there is nothing on it.
    private mutating func skipsRestOfLine() -> Bool {
        var end = place
        while end < bytes.count, bytes[end] == space || bytes[end] == tab { end += 1 }
        guard end == bytes.count || bytes[end] == newline else { return false }
        if end < bytes.count { line += 1 }
        place = min(end + 1, bytes.count)
        return true
    }

    private mutating func take(into text: inout [UInt8]) {
        let byte = bytes[place]
        text.append(byte)
        place += 1
        if byte == newline {
            line += 1
            isFresh = true
        } else if byte != space, byte != tab {
            isFresh = false
        }
    }

    private func isTag(at place: Int) -> Bool { bytes[place] == UInt8(ascii: "{") && next(1) == UInt8(ascii: "{") }
    private func next(_ step: Int) -> UInt8? { place + step < bytes.count ? bytes[place + step] : nil }
    private func unreadable(_ reason: String) -> Template.Unreadable { .init(line: line, reason: reason) }

    private let space = UInt8(ascii: " ")
    private let tab = UInt8(ascii: "\t")
    private let newline = UInt8(ascii: "\n")
}
