// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// The users that `wegwijs demo` made, so that somebody can sign in and look around. Only ever synthetic users.
struct DemoUsers {
    struct User: Codable, Sendable, Equatable {
        var gebruikersnaam: String
        var wachtwoord: String
        /// Secret of the second factor, base32.
        var totp: String
        var rollen: [String]
    }

    let file: URL

    func all() throws -> [User] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try JSONDecoder().decode([User].self, from: Data(contentsOf: file))
    }

    func keep(_ users: [User]) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try encoder.encode(users).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
}
