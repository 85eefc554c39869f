// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Zegel

/// The static bearer tokens of an interface: read once from a file in which only their hashes stand. The first form of
/// signing in for systems of others; each service hides it behind its own door, so that OAuth can take its place.
///
/// ```json
/// { "tokens": [ { "naam": "Bibliotheek, productie", "sha256": "<64 hexadecimal digits>",
///                 "rechten": ["verwijzing:beantwoorden"], "organisatie": "<uuid>", "geldigTot": "2027-12-31" } ] }
/// ```
/// The hash is that of the token's text: `printf %s "$TOKEN" | sha256sum`. A token is 32 bytes of chance or more.
public struct BearerTokens: Sendable {
    /// Whose token it is and what it opens.
    public struct Grant: Codable, Sendable, Equatable {
        /// For logs and history: the organisation and the use, never a person.
        public var naam: String
        public var sha256: String
        /// Scopes, such as `verwijzing:beantwoorden`.
        public var rechten: [String]
        /// Partner: the organisation of the sociale kaart.
        public var organisatie: OrganisatieID?
        /// Gemeente: the one sender that may use it, and the gemeenten (codes of four digits) it may speak for.
        public var oin: String?
        public var gemeenten: [String]?
        /// The last day; nil: until it is taken out of the file.
        public var geldigTot: Datum?

        public init(
            naam: String, sha256: String, rechten: [String], organisatie: OrganisatieID? = nil, oin: String? = nil,
            gemeenten: [String]? = nil, geldigTot: Datum? = nil
        ) {
            (self.naam, self.sha256, self.rechten, self.organisatie) = (naam, sha256, rechten, organisatie)
            (self.oin, self.gemeenten, self.geldigTot) = (oin, gemeenten, geldigTot)
        }
    }

    public typealias FileError = AccessFile.FileError

    /// A file may hold other lists only, such as clients with a key of their own.
    private struct File: Codable { var tokens: [Grant]? }

    /// By hash: whoever measures the time of a look-up learns about a hash, not about a token.
    private let grants: [String: Grant]

    public init(_ grants: [Grant]) {
        self.grants = Dictionary(grants.map { ($0.sha256.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads the file. One that is not there means that nobody may enter.
    /// - Throws: `FileError`.
    public init(file: URL) throws {
        guard FileManager.default.fileExists(atPath: file.path) else {
            self.init([])
            return
        }
        let read = try AccessFile.read(File.self, from: file)
        var seen: Set<String> = []
        let grants = read.tokens ?? []
        for (index, grant) in grants.enumerated() {
            let hash = grant.sha256.lowercased()
            guard hash.utf8.count == 64, hash.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
                throw FileError(file: file.path, field: "tokens[\(index)].sha256", rule: "64 hexadecimale cijfers")
            }
            guard seen.insert(hash).inserted else {
                throw FileError(file: file.path, field: "tokens[\(index)].sha256", rule: "staat er twee keer in")
            }
        }
        self.init(grants)
    }

    public var isEmpty: Bool { grants.isEmpty }

    /// Whose token this is. Throws 401 for one that is unknown or past its last day.
    /// - Parameter today: the real date; tokens do not live in the synthetic city.
    public func grant(for token: String, today: Datum = Datum(Date())) throws -> Grant {
        guard let grant = grants[Hex.text(try Token.hash(token))], grant.geldigTot.map({ today <= $0 }) ?? true else {
            throw Refusal.unauthorized("Het token is niet bekend of niet meer geldig.")
        }
        return grant
    }
}

enum FieldNaming {
    static func path(_ error: DecodingError) -> String {
        let keys: [any CodingKey] =
            switch error {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath
            @unknown default: []
            }
        let path = keys.reduce(into: "") { path, key in
            if let index = key.intValue { path += "[\(index)]" } else { path += (path.isEmpty ? "" : ".") + key.stringValue }
        }
        return path.isEmpty ? "bestand" : path
    }
}
