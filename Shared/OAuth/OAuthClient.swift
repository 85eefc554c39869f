// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import JWTKit
import Web

/// A system of somebody else that signs in with a key of its own: `clients` in the file of the tokens.
///
/// ```json
/// { "clients": [ { "clientId": "00000099000000000003", "naam": "gemeente Almere, productie", "rechten": ["aanmelden"],
///                  "oin": "00000099000000000003", "gemeenten": ["0034"],
///                  "sleutels": { "keys": [ { "kty": "EC", "crv": "P-256", "kid": "2027-1", "x": "…", "y": "…" } ] } } ] }
/// ```
public struct OAuthClient: Codable, Sendable {
    /// What it names itself: `iss` and `sub` of its assertions. An OIN, or the id of an organisation.
    public var clientId: String
    /// For logs and history: the organisation and the use, never a person.
    public var naam: String
    /// The scopes it may have.
    public var rechten: [String]
    /// Partner: the organisation of the sociale kaart.
    public var organisatie: OrganisatieID?
    /// Gemeente: the one sender it is, and the gemeenten (codes of four digits) it may speak for.
    public var oin: String?
    public var gemeenten: [String]?
    /// The last day; nil: until it is taken out of the file.
    public var geldigTot: Datum?
    /// The public keys. More than one while an old one is replaced.
    public var sleutels: JWKS

    public init(
        clientId: String, naam: String, rechten: [String], organisatie: OrganisatieID? = nil, oin: String? = nil,
        gemeenten: [String]? = nil, geldigTot: Datum? = nil, sleutels: JWKS
    ) {
        (self.clientId, self.naam, self.rechten, self.organisatie) = (clientId, naam, rechten, organisatie)
        (self.oin, self.gemeenten, self.geldigTot, self.sleutels) = (oin, gemeenten, geldigTot, sleutels)
    }

    /// The same as a static token would open, limited to some of the scopes.
    func grant(_ rechten: [String]) -> BearerTokens.Grant {
        BearerTokens.Grant(
            naam: naam, sha256: "", rechten: rechten.filter { self.rechten.contains($0) }, organisatie: organisatie, oin: oin,
            gemeenten: gemeenten, geldigTot: geldigTot)
    }

    func key(_ kid: String) -> JWK? { sleutels.keys.first { $0.keyIdentifier?.string == kid } }

    func isGeldig(op dag: Datum) -> Bool { geldigTot.map { dag <= $0 } ?? true }
}

/// The clients of one file, by their id.
public struct OAuthClients: Sendable {
    public typealias FileError = AccessFile.FileError

    private struct File: Decodable { var clients: [OAuthClient]? }

    private let clients: [String: OAuthClient]

    public init(_ clients: [OAuthClient]) {
        self.clients = Dictionary(clients.map { ($0.clientId, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads the file. One that is not there means that nobody may enter.
    /// - Throws: `FileError`.
    public init(file: URL) throws {
        guard FileManager.default.fileExists(atPath: file.path) else {
            self.init([])
            return
        }
        let read: [OAuthClient]
        do { read = try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).clients ?? [] } catch is DecodingError {
            throw FileError(file: file.path, field: "clients", rule: "ontbreekt of heeft de verkeerde vorm")
        }
        var seen: Set<String> = []
        for (index, client) in read.enumerated() {
            guard seen.insert(client.clientId).inserted else {
                throw FileError(file: file.path, field: "clients[\(index)].clientId", rule: "staat er twee keer in")
            }
            for (nummer, key) in client.sleutels.keys.enumerated() {
                if let bezwaar = Sleutelregel.bezwaar(tegen: key) {
                    throw FileError(file: file.path, field: "clients[\(index)].sleutels.keys[\(nummer)]", rule: bezwaar)
                }
            }
            guard Set(client.sleutels.keys.map { $0.keyIdentifier?.string }).count == client.sleutels.keys.count else {
                throw FileError(file: file.path, field: "clients[\(index)].sleutels", rule: "een kid staat er twee keer in")
            }
        }
        self.init(read)
    }

    subscript(_ id: String) -> OAuthClient? { clients[id] }
}
