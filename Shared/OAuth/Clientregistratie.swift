// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import JWTKit
import Web

/// Puts the public key of somebody else's system in the file of the tokens. For the operator's command.
public enum Clientregistratie {
    /// Adds the keys to those that the client has, so that an old one keeps working until it is taken out; the rest of what
    /// is said about the client replaces what stood there.
    /// - Parameter sleutel: a JWK, a JWK set or PEM, of a public key.
    /// - Returns: the `kid` of each key that was added.
    /// - Throws: `Sleutelregel.Onleesbaar`, `OAuthClients.FileError`.
    @discardableResult
    public static func voegToe(
        sleutel: String, clientId: String, naam: String, rechten: [String], organisatie: OrganisatieID? = nil,
        oin: String? = nil, gemeenten: [String]? = nil, in file: URL
    ) throws -> [String] {
        let nieuw = try Sleutelregel.lees(sleutel)
        let namen = nieuw.compactMap(\.keyIdentifier?.string)
        let bestaand = try OAuthClients(file: file)[clientId]?.sleutels.keys ?? []
        let blijven = bestaand.filter { key in !namen.contains(key.keyIdentifier?.string ?? "") }
        let client = OAuthClient(
            clientId: clientId, naam: naam, rechten: rechten, organisatie: organisatie, oin: oin, gemeenten: gemeenten,
            sleutels: JWKS(keys: blijven + nieuw))
        try AccessFile.add(client, to: "clients", in: file, replacing: "clientId")
        return namen
    }
}
