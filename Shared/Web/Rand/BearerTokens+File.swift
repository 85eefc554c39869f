// SPDX-License-Identifier: EUPL-1.2
import Foundation

extension BearerTokens {
    private struct Written: Codable { var tokens: [Grant] }

    /// Adds one to the file, or makes the file, mode 0600; written beside and renamed, so that nobody reads half of it.
    /// Not for two processes at once: only the operator's command does this.
    public static func add(_ grant: Grant, to file: URL) throws {
        var written = Written(tokens: [])
        if FileManager.default.fileExists(atPath: file.path) {
            written = try JSONDecoder().decode(Written.self, from: Data(contentsOf: file))
        }
        written.tokens.append(grant)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try encoder.encode(written).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
}
