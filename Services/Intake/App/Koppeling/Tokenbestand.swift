// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Zegel

/// One bearer token of the gemeente koppeling, as it stands in the token file: never the token, only its hash.
///
/// ```json
/// [{ "oin": "00000099000000000003", "gemeenten": ["0034"], "sha256": "9f86d0…" }]
/// ```
public struct Koppelingtoken: Codable, Sendable, Equatable {
    /// The organisation that sends with it.
    public var oin: OIN
    /// The gemeenten that this organisation may hand people over for: CBS codes.
    public var gemeenten: Set<Gemeentecode>
    /// SHA-256 of the token's text, 64 lower-case hexadecimal digits.
    public var sha256: String

    public init(oin: OIN, gemeenten: Set<Gemeentecode>, sha256: String) {
        (self.oin, self.gemeenten, self.sha256) = (oin, gemeenten, sha256)
    }

    /// A new token: what stands in the file, and the text that its owner gets, once.
    public static func nieuw(oin: OIN, gemeenten: Set<Gemeentecode>) throws -> (token: String, regel: Koppelingtoken) {
        let token = "wgw_" + (try Token.make())
        return (token, Koppelingtoken(oin: oin, gemeenten: gemeenten, sha256: Hex.text(try Token.hash(token))))
    }
}

/// The file with the tokens of the koppeling (`WEGWIJS_KOPPELING_TOKENS`): a JSON list of `Koppelingtoken`, mode 0600.
/// `wegwijs sleutels` writes it; intake reads it again when it has changed, so that a token can be withdrawn at once.
public enum Tokenbestand {
    /// Why the file cannot be used. Names no token.
    public enum Fout: Error, Equatable, CustomStringConvertible {
        case onleesbaar(bestand: String)
        case hash(bestand: String)

        public var description: String {
            switch self {
            case .onleesbaar(let bestand): "\(bestand): geen leesbare lijst van tokens ({oin, gemeenten, sha256})"
            case .hash(let bestand): "\(bestand): sha256 moet 64 hexadecimale tekens hebben"
            }
        }
    }

    /// The tokens in the file; none when there is no file.
    public static func lees(_ file: URL) throws -> [Koppelingtoken] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        guard let data = try? Data(contentsOf: file),
            let tokens = try? JSONDecoder().decode([Koppelingtoken].self, from: data)
        else { throw Fout.onleesbaar(bestand: file.lastPathComponent) }
        guard tokens.allSatisfy({ $0.sha256.utf8.count == 64 && $0.sha256.allSatisfy(\.isHexDigit) }) else {
            throw Fout.hash(bestand: file.lastPathComponent)
        }
        return tokens
    }

    /// Makes a token, adds it to the file and gives its text, which is not kept anywhere.
    public static func voegToe(oin: OIN, gemeenten: Set<Gemeentecode>, aan file: URL) throws -> String {
        let (token, regel) = try Koppelingtoken.nieuw(oin: oin, gemeenten: gemeenten)
        try schrijf(try lees(file) + [regel], naar: file)
        return token
    }

    /// Writes the whole list, beside the file and then renamed, so that nobody reads half of it.
    public static func schrijf(_ tokens: [Koppelingtoken], naar file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let fresh = file.appendingPathExtension("nieuw")
        try? FileManager.default.removeItem(at: fresh)
        guard
            FileManager.default.createFile(
                atPath: fresh.path, contents: try encoder.encode(tokens), attributes: [.posixPermissions: 0o600])
        else { throw Fout.onleesbaar(bestand: file.lastPathComponent) }
        guard rename(fresh.path, file.path) == 0 else { throw Fout.onleesbaar(bestand: file.lastPathComponent) }
    }
}
