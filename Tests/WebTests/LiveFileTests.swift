// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing
import Web

/// A file with tokens that is read again while the service runs.
@Suite("Bestand dat opnieuw wordt gelezen", .timeLimit(.minutes(1)))
struct LiveFileTests {
    private let file = FileManager.default.temporaryDirectory.appending(path: "levend-\(UUID().uuidString).json")

    private func schrijf(_ text: String) throws { try Data(text.utf8).write(to: file, options: .atomic) }

    private func grant(_ begin: String) -> String {
        #"{"tokens":[{"naam":"x","sha256":"\#(begin)\#(String(repeating: "0", count: 63))","rechten":[]}]}"#
    }

    @Test("een bestand dat kapot gaat laat gelden wat er stond, en dat is te zien tot het weer goed is")
    func kapot() throws {
        defer { try? FileManager.default.removeItem(at: file) }
        try schrijf(grant("a"))
        let levend = try LiveFile(file) { try BearerTokens(file: $0) }
        #expect(!levend.isBroken)
        for fout in ["{", #"{"tokens":[{"naam":"x","sha256":"geheim","rechten":[]}]}"#] {
            try schrijf(fout)
            #expect(!levend.value(now: true).isEmpty)
            #expect(levend.isBroken)
        }
        try schrijf(#"{"tokens":[]}"#)
        #expect(levend.value(now: true).isEmpty)
        #expect(!levend.isBroken)
        // Taken out is not broken: then nobody may enter.
        try FileManager.default.removeItem(at: file)
        #expect(levend.value(now: true).isEmpty && !levend.isBroken)
    }

    @Test("wat er fout is zegt bestand, veld en regel, en nooit wat er staat")
    func zonderInhoud() throws {
        defer { try? FileManager.default.removeItem(at: file) }
        try schrijf(#"{"tokens":[{"naam":"x","sha256":"mijn-geheim","rechten":[]}]}"#)
        #expect {
            _ = try BearerTokens(file: file)
        } throws: { error in
            let text = "\(error)"
            return text.contains("tokens[0].sha256") && !text.contains("mijn-geheim")
        }
    }

    @Test("het bestand blijft van wie het was: de dienst moet het kunnen lezen")
    func eigenaar() throws {
        defer { try? FileManager.default.removeItem(at: file) }
        try schrijf(#"{"tokens":[]}"#)
        // Only root can give a file away; for anybody else there is nothing to lose.
        guard getuid() == 0 else { return }
        try FileManager.default.setAttributes([.ownerAccountID: 10_001, .groupOwnerAccountID: 10_001], ofItemAtPath: file.path)
        try AccessFile.add(["naam": "regie.voorbeeld.example"], to: "herkomsten", in: file)
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.ownerAccountID] as? Int == 10_001 && attributes[.groupOwnerAccountID] as? Int == 10_001)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
}
