// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Web
import Zegel

/// Makes access tokens for gemeenten and partners. The token is shown once; only its hash is kept.
struct TokenMaker {
    let landschap: Landschap
    init(_ landschap: Landschap) { self.landschap = landschap }

    func gemeente(oin: String, gemeenten: [String]) throws -> String {
        let token = try Token.make()
        try add(["oin": .text(oin), "gemeenten": .list(gemeenten), "sha256": .text(try Hex.text(Token.hash(token)))], to: "koppeling.json")
        return token
    }

    func partner(organisatie: String) throws -> String {
        let token = try Token.make()
        try add(["organisatie": .text(organisatie), "sha256": .text(try Hex.text(Token.hash(token)))], to: "partners.json")
        return token
    }

    private enum Value: Codable {
        case text(String)
        case list([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let list = try? container.decode([String].self) { self = .list(list) } else { self = .text(try container.decode(String.self)) }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .list(let list): try container.encode(list)
            }
        }
    }

    private func add(_ row: [String: Value], to name: String) throws {
        let file = landschap.keyFolder.appendingPathComponent(name)
        var rows: [[String: Value]] = []
        if FileManager.default.fileExists(atPath: file.path) {
            rows = try JSONDecoder().decode([[String: Value]].self, from: Data(contentsOf: file))
        }
        rows.append(row)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try encoder.encode(rows).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
}
