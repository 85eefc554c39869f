// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// A form on a page, as somebody in front of the screen sees it: where it goes and what is filled in already.
struct Formulier: Sendable {
    var action: String
    var fields: [(name: String, value: String)]

    mutating func set(_ name: String, _ value: String) {
        fields.removeAll { $0.name == name }
        fields.append((name, value))
    }

    func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    var body: Data {
        let allowed = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        func escape(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        return Data(fields.map { "\(escape($0.name))=\(escape($0.value))" }.joined(separator: "&").utf8)
    }

    /// The forms of a page that are sent with POST. Our own pages are regular enough for this; it is no HTML parser.
    static func all(in html: String, page: String) -> [Formulier] {
        html.components(separatedBy: "<form").dropFirst().compactMap { chunk in
            let text = chunk.components(separatedBy: "</form>").first ?? ""
            guard let head = text.components(separatedBy: ">").first, attribute("method", in: head)?.lowercased() == "post" else {
                return nil
            }
            var form = Formulier(action: unescape(attribute("action", in: head) ?? page), fields: [])
            for tag in tags("input", in: text) {
                guard let name = attribute("name", in: tag) else { continue }
                let kind = attribute("type", in: tag) ?? "text"
                if ["checkbox", "radio"].contains(kind) && !tag.contains(" checked") { continue }
                if ["submit", "file"].contains(kind) { continue }
                form.fields.append((unescape(name), unescape(attribute("value", in: tag) ?? "")))
            }
            for area in text.components(separatedBy: "<textarea").dropFirst() {
                guard let end = area.range(of: ">"), let name = attribute("name", in: String(area[..<end.lowerBound])) else {
                    continue
                }
                let value = area[end.upperBound...].components(separatedBy: "</textarea>").first ?? ""
                form.fields.append((unescape(name), unescape(value.trimmingCharacters(in: .newlines))))
            }
            for select in text.components(separatedBy: "<select").dropFirst() {
                guard let end = select.range(of: ">"), let name = attribute("name", in: String(select[..<end.lowerBound])) else {
                    continue
                }
                let options = tags("option", in: select.components(separatedBy: "</select>").first ?? "")
                let chosen = options.first { $0.contains(" selected") } ?? options.first
                form.fields.append((unescape(name), unescape(chosen.flatMap { attribute("value", in: $0) } ?? "")))
            }
            return form
        }
    }

    /// The addresses of the links of a page that begin with a path.
    static func links(in html: String, startingWith prefix: String) -> [String] {
        tags("a", in: html).compactMap { attribute("href", in: $0).map(unescape) }.filter { $0.hasPrefix(prefix) }
    }

    private static func tags(_ name: String, in html: String) -> [String] {
        html.components(separatedBy: "<\(name)").dropFirst().filter { $0.first.map { $0.isWhitespace || $0 == ">" } ?? false }
            .compactMap { $0.components(separatedBy: ">").first }
    }

    static func attribute(_ name: String, in tag: String) -> String? {
        guard let start = tag.range(of: "\(name)=\"", options: .caseInsensitive),
            start.lowerBound == tag.startIndex || tag[tag.index(before: start.lowerBound)].isWhitespace,
            let end = tag.range(of: "\"", range: start.upperBound..<tag.endIndex)
        else { return nil }
        return String(tag[start.upperBound..<end.lowerBound])
    }

    static func unescape(_ text: String) -> String {
        var result = text
        for (entity, character) in [
            ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
        ] {
            result = result.replacingOccurrences(of: entity, with: character)
        }
        return result
    }
}
