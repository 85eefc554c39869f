// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Foundation
import Zegel

/// Makes the secrets of an installation that are not there yet, and leaves the others alone.
struct KeyMaker {
    let landschap: Landschap
    init(_ landschap: Landschap) { self.landschap = landschap }

    /// The names of what was made.
    @discardableResult
    func makeWhatIsMissing() throws -> [String] {
        var made = try KeyFiles.complete(in: landschap.keyFolder).map { "\($0.rawValue).sleutel" }
        // The key that wraps the keys per person: apart from the data, and never in a data backup.
        if try makeSecret("hoofdsleutel", bytes: 32) { made.append("hoofdsleutel") }
        // Seals what portaal keeps about users, such as the secret of the second factor.
        if try makeSecret("portaal.zegel", bytes: 32) { made.append("portaal.zegel") }
        if try makeFirstAdministrator() { made.append("eerste-beheerder.json") }
        return made
    }

    /// The first user of an empty portaal: with this file somebody can sign in and make the others.
    private func makeFirstAdministrator() throws -> Bool {
        let file = landschap.keyFolder.appendingPathComponent("eerste-beheerder.json")
        guard !FileManager.default.fileExists(atPath: file.path) else { return false }
        let content = [
            "gebruikersnaam": "beheerder", "wachtwoord": try SecureRandom.token(bytes: 12),
            "totp": Base32.encode(try SecureRandom.bytes(20)),
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try encoder.encode(content).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        return true
    }

    private func makeSecret(_ name: String, bytes: Int) throws -> Bool {
        let file = landschap.keyFolder.appendingPathComponent(name)
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor < 0 {
            if errno == EEXIST { return false }
            throw DetachedProcess.CannotStart(description: "\(name): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        let text = Array((try SecureRandom.bytes(bytes).base64EncodedString() + "\n").utf8)
        guard write(descriptor, text, text.count) == text.count, fsync(descriptor) == 0 else {
            throw DetachedProcess.CannotStart(description: "\(name): kan niet schrijven")
        }
        return true
    }
}
