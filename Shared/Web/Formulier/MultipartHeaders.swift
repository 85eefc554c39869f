// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// The header block of one part: the name of the field and, for a file, its name and media type.
struct MultipartHeaders {
    let name: String
    let filename: String?
    let mediaType: String

    init(_ text: String) throws {
        var disposition: [String: String]?
        var mediaType = "application/octet-stream"
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: true) {
            guard let colon = line.firstIndex(of: ":") else { throw MultipartParser.broken }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            switch line[..<colon].lowercased() {
            case "content-disposition":
                guard disposition == nil else { throw MultipartParser.broken }
                disposition = try Self.parameters(value)
            case "content-type": mediaType = value.split(separator: ";").first.map { $0.lowercased() } ?? mediaType
            // Browsers send no transfer encoding; what arrives encoded would be stored wrongly.
            case "content-transfer-encoding": throw MultipartParser.broken
            default: break
            }
        }
        guard let disposition, let name = disposition["name"], !name.isEmpty, name.utf8.count <= 100 else {
            throw MultipartParser.broken
        }
        self.name = name
        self.filename = disposition["filename"].map(Self.displayName)
        self.mediaType = mediaType
    }

    /// Reads `form-data; name="…"; filename="…"`. Quotes inside are written `%22` or `\"` by browsers.
    private static func parameters(_ text: String) throws -> [String: String] {
        var result: [String: String] = [:]
        var rest = Substring(text)
        guard rest.lowercased().hasPrefix("form-data") else { throw MultipartParser.broken }
        rest = rest.dropFirst("form-data".count)
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" }
            guard !rest.isEmpty else { return result }
            guard rest.first == ";" else { throw MultipartParser.broken }
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { throw MultipartParser.broken }
            let key = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            guard rest.first == "\"" else { throw MultipartParser.broken }
            rest = rest.dropFirst()
            var value = ""
            var escaped = false
            while let character = rest.popFirst() {
                if escaped {
                    value.append(character)
                    escaped = false
                } else if character == "\\" {
                    escaped = true
                } else if character == "\"" {
                    break
                } else {
                    value.append(character)
                }
                if rest.isEmpty { throw MultipartParser.broken }
            }
            guard result[key] == nil else { throw MultipartParser.broken }
            result[key] = value.replacing("%22", with: "\"")
        }
    }

    /// The name without folders and control characters, at most 100 characters.
    private static func displayName(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        return String(
            String.UnicodeScalarView(
                last.unicodeScalars.filter {
                    $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
                }
            )
            .prefix(100))
    }
}
