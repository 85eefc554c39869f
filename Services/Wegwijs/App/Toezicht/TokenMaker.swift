// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import OAuth
import Web
import Zegel

/// Makes access tokens for gemeenten and partners. The token is shown once; only its hash is kept.
struct TokenMaker {
    /// Where the files with who may enter stand.
    let folder: URL

    init(_ landschap: Landschap) { self.init(folder: landschap.keyFolder) }
    init(folder: URL) { self.folder = folder }

    /// For the koppeling of a gemeente.
    func gemeente(oin: String, gemeenten: [String]) throws -> String {
        try add(to: "koppeling.json") {
            BearerTokens.Grant(naam: "gemeente \(oin)", sha256: $0, rechten: ["aanmelden"], oin: oin, gemeenten: gemeenten)
        }
    }

    /// For a partner of the sociale kaart: its referrals, and its own entries.
    func partner(organisatie: OrganisatieID) throws -> String {
        try add(to: "partner-tokens.json") {
            BearerTokens.Grant(
                naam: "partner \(organisatie)", sha256: $0, rechten: ["kaart:lezen", "kaart:beheren", "verwijzing:beantwoorden"],
                organisatie: organisatie)
        }
    }

    /// For the operator of the sociale kaart: taking in a directory file.
    func kaartbeheer() throws -> String {
        try add(to: "partner-tokens.json") {
            BearerTokens.Grant(naam: "beheer van de sociale kaart", sha256: $0, rechten: ["kaart:beheren"])
        }
    }

    /// Registers the public key of a gemeente's system: it then gets its tokens by signed assertion. Returns the `kid`s.
    func sleutel(oin: String, gemeenten: [String], sleutel: String) throws -> [String] {
        try Clientregistratie.voegToe(
            sleutel: sleutel, clientId: oin, naam: "gemeente \(oin)", rechten: ["aanmelden"], oin: oin, gemeenten: gemeenten,
            in: folder.appendingPathComponent("koppeling.json"))
    }

    /// The same for a partner of the sociale kaart.
    func sleutel(organisatie: OrganisatieID, sleutel: String) throws -> [String] {
        try Clientregistratie.voegToe(
            sleutel: sleutel, clientId: organisatie.description, naam: "partner \(organisatie)",
            rechten: ["kaart:lezen", "kaart:beheren", "verwijzing:beantwoorden"], organisatie: organisatie,
            in: folder.appendingPathComponent("partner-tokens.json"))
    }

    /// Where the notifications for a gemeente go.
    func bestemming(gemeente: String, adres: String, token: String?, handdruk: Bool) throws {
        struct Regel: Encodable {
            var gemeente: String
            var adres: String
            var token: String?
            var handdruk: Bool
        }
        try AccessFile.add(
            Regel(gemeente: gemeente, adres: adres, token: token, handdruk: handdruk), to: "bestemmingen",
            in: folder.appendingPathComponent("koppeling.json"), replacing: "gemeente")
    }

    /// A system that may ask whether we take its messages.
    func herkomst(_ naam: String) throws {
        try AccessFile.add(
            ["naam": naam.lowercased()], to: "herkomsten", in: folder.appendingPathComponent("koppeling.json"),
            replacing: "naam")
    }

    private func add(to name: String, _ grant: (String) -> BearerTokens.Grant) throws -> String {
        let token = try Token.make()
        let file = folder.appendingPathComponent(name)
        try BearerTokens.add(grant(Hex.text(try Token.hash(token))), to: file)
        return token
    }
}
