// SPDX-License-Identifier: EUPL-1.2

/// A page's text with gaps, read once at start: the part of Mustache that our pages use.
///
/// Values and sections by name (`naam`, `kader.titel`, `.naam` for the value on top only, `.` for itself), inverted sections,
/// parts (`{{>deel-veld}}`) and a page around a page (`{{<pagina}}{{$inhoud}}…`). Nothing goes out unescaped, and there are no
/// partials with indentation, other delimiters or lambdas: a template that asks for one is refused at start.
public struct Template: Sendable {
    /// Why a template cannot be read.
    public struct Unreadable: Error, Equatable {
        public let line: Int
        public let reason: String
    }

    /// What is looked up.
    struct Name: Sendable, Equatable {
        /// Looked for in the value on top only; otherwise in those around it as well.
        let isLocal: Bool
        /// Empty: the value on top itself.
        let path: [String]

        init(_ text: String) {
            isLocal = text.hasPrefix(".")
            path = text.split(separator: ".").map(String.init)
        }
    }

    indirect enum Part: Sendable {
        /// UTF-8, as it goes out.
        case text([UInt8])
        case value(Name)
        case section(Name, [Part])
        case inverted(Name, [Part])
        /// A place that another template may fill, with what stands there otherwise.
        case block(String, [Part])
        /// Another template, with what fills its blocks.
        case partial(String, blocks: [String: [Part]])
    }

    let parts: [Part]

    public init(_ text: String) throws(Unreadable) {
        var reader = TemplateReader(text)
        parts = try reader.read()
    }
}

/// Templates by name, which use one another.
public struct TemplateLibrary: Sendable {
    let templates: [String: Template]

    public init(_ templates: [String: Template]) { self.templates = templates }

    /// The text of a template over these values; nil when there is no such template. A part that does not exist is empty.
    public func render(_ name: String, _ values: TemplateValue) -> [UInt8]? {
        guard let template = templates[name] else { return nil }
        var run = TemplateRun(templates: templates, stack: [values])
        run.out.reserveCapacity(32 * 1024)
        run.render(template.parts, blocks: [:])
        return run.out
    }
}

/// One rendering under way.
private struct TemplateRun {
    let templates: [String: Template]
    var stack: [TemplateValue]
    var out: [UInt8] = []

    mutating func render(_ parts: [Template.Part], blocks: [String: [Template.Part]]) {
        for part in parts {
            switch part {
            case .text(let bytes): out.append(contentsOf: bytes)
            case .value(let name): write(find(name))
            case .section(let name, let inner): section(find(name), inner, blocks)
            case .inverted(let name, let inner): if !find(name).isThere { render(inner, blocks: blocks) }
            case .block(let name, let inner): render(blocks[name] ?? inner, blocks: blocks)
            case .partial(let name, let own):
                guard let template = templates[name] else { continue }
                // Who stands further out decides what a block holds.
                render(template.parts, blocks: own.isEmpty ? blocks : blocks.merging(own) { outer, _ in outer })
            }
        }
    }

    private mutating func section(_ value: TemplateValue, _ parts: [Template.Part], _ blocks: [String: [Template.Part]]) {
        switch value {
        case .nothing, .flag(false): break
        case .flag(true): render(parts, blocks: blocks)
        case .list(let rows): for row in rows { inside(row, parts, blocks) }
        case .text, .record: inside(value, parts, blocks)
        }
    }

    private mutating func inside(_ value: TemplateValue, _ parts: [Template.Part], _ blocks: [String: [Template.Part]]) {
        stack.append(value)
        render(parts, blocks: blocks)
        stack.removeLast()
    }

    private func find(_ name: Template.Name) -> TemplateValue {
        guard let top = stack.last else { return .nothing }
        guard let first = name.path.first else { return top }
        var found = top[first]
        if !name.isLocal, case .nothing = found {
            for outer in stack.reversed().dropFirst() {
                found = outer[first]
                if case .nothing = found { continue }
                break
            }
        }
        for step in name.path.dropFirst() { found = found[step] }
        return found
    }

    private mutating func write(_ value: TemplateValue) {
        switch value {
        case .nothing: break
        case .text(let text): escape(text)
        case .flag(let flag): escape(flag ? "true" : "false")
        case .record: break
        case .list(let rows): escape("\(rows.count)")
        }
    }

    private mutating func escape(_ text: String) { Template.escape(text, into: &out) }
}

extension Template {
    /// The text as it stands in a page.
    public static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        escape(text, into: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Text within HTML, also between quotes.
    fileprivate static func escape(_ text: String, into out: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            // Most texts hold nothing to write otherwise: what lies between goes out in one piece.
            var written = 0
            for index in bytes.indices {
                guard let replacement = replacement(bytes[index]) else { continue }
                out.append(contentsOf: bytes[written..<index])
                out.append(contentsOf: replacement.utf8)
                written = index + 1
            }
            out.append(contentsOf: bytes[written...])
        }
    }

    private static func replacement(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
