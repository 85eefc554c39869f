// SPDX-License-Identifier: EUPL-1.2
import Foundation

extension BearerTokens {
    /// Adds one to the file, or makes the file.
    public static func add(_ grant: Grant, to file: URL) throws { try AccessFile.add(grant, to: "tokens", in: file) }
}

/// The file in which the operator keeps who may enter and where things go: lists by name (`tokens`, `clients`,
/// `bestemmingen`), each read by whoever needs it.
public enum AccessFile {
    public struct Unreadable: Error, CustomStringConvertible {
        public let file: String
        public var description: String { "\(file): is geen JSON-object" }
    }

    /// What cannot be used in the file: which item, which field. Never what stands in it.
    public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
        public let file: String
        public let field: String
        public let rule: String
        public var description: String { "\(file): \(field): \(rule)" }

        public init(file: String, field: String, rule: String) { (self.file, self.field, self.rule) = (file, field, rule) }
    }

    /// Reads the lists that somebody needs.
    /// - Throws: `FileError` for one that has another form.
    public static func read<Content: Decodable>(_ content: Content.Type, from file: URL) throws -> Content {
        do { return try JSONDecoder().decode(content, from: Data(contentsOf: file)) } catch let error as DecodingError {
            throw FileError(file: file.path, field: FieldNaming.path(error), rule: "ontbreekt of heeft de verkeerde vorm")
        }
    }

    /// The shared secret with which notifications are signed: base64, with or without the `whsec_` of Standard Webhooks. Nil for
    /// anything else: that must be refused, for a notification without the promised signature helps nobody.
    public static func secret(_ text: String) -> Data? {
        let base64 = text.hasPrefix("whsec_") ? String(text.dropFirst("whsec_".count)) : text
        return Data(base64Encoded: base64).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// - Throws: `FileError` that names the first destination whose secret cannot be used.
    public static func checkSecrets(_ secrets: [String?], in file: URL) throws {
        for (index, text) in secrets.enumerated() where text.map({ secret($0) == nil }) ?? false {
            throw FileError(
                file: file.path, field: "bestemmingen[\(index)].geheim", rule: "base64, met of zonder whsec_ ervoor")
        }
    }

    /// Adds an item to a list in the file and leaves all else as it is. Mode 0600; written beside and renamed, so that nobody
    /// reads half of it. Not for two processes at once: only the operator's command does this.
    /// - Parameter key: an item of the list with the same text in this field is replaced.
    public static func add(_ item: some Encodable, to list: String, in file: URL, replacing key: String? = nil) throws {
        var content: [String: Any] = [:]
        var attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        if FileManager.default.fileExists(atPath: file.path) {
            // Written by the operator, read by a service of another user: the new file stays that user's.
            let was = try FileManager.default.attributesOfItem(atPath: file.path)
            for key in [FileAttributeKey.ownerAccountID, .groupOwnerAccountID] { attributes[key] = was[key] }
            guard let read = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] else {
                throw Unreadable(file: file.path)
            }
            content = read
        }
        guard let new = try JSONSerialization.jsonObject(with: JSONEncoder().encode(item)) as? [String: Any] else { return }
        var items = content[list] as? [[String: Any]] ?? []
        if let key, let value = new[key] as? String { items.removeAll { $0[key] as? String == value } }
        content[list] = items + [new]
        try JSONSerialization.data(withJSONObject: content, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
            .write(to: file, options: .atomic)
        try FileManager.default.setAttributes(attributes, ofItemAtPath: file.path)
    }
}
