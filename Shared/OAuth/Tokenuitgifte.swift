// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import JWTKit
import Opslag
import Web
import Zegel

/// Gives access tokens for signed assertions, and knows whose a token is: OAuth 2.0 client credentials with
/// `private_key_jwt` (NL GOV Assurance profile; RFC 6749, 7521, 7523). Static tokens of the same file keep working beside it.
public struct Tokenuitgifte: Sendable {
    /// Seconds until a token ends; the profile allows at most six hours.
    public static let levensduur = 3600
    /// What every access token begins with. Static tokens never hold a full stop, so the two are told apart at a glance.
    static let voorvoegsel = "at."

    let statisch: LiveBearerTokens
    let clients: LiveFile<OAuthClients>
    let store: Store
    /// The address of the token endpoint as the outside sees it: what must stand in `aud`.
    public let adres: String
    /// Real time: tokens do not live in the synthetic city.
    let klok: any WegwijsClock

    public init(
        statisch: LiveBearerTokens, clients: LiveFile<OAuthClients>, store: Store, adres: String,
        klok: any WegwijsClock = RealClock()
    ) {
        (self.statisch, self.clients, self.store) = (statisch, clients, store)
        (self.adres, self.klok) = (adres, klok)
    }

    /// Both kinds from one file, which is read again when it changes.
    /// - Throws: `BearerTokens.FileError`, `OAuthClients.FileError`.
    public init(file: URL, store: Store, adres: String, klok: any WegwijsClock = RealClock()) throws {
        self.init(
            statisch: try LiveBearerTokens(file: file), clients: try LiveFile(file) { try OAuthClients(file: $0) }, store: store,
            adres: adres, klok: klok)
    }

    /// Whether the file changed into one that cannot be read: what was withdrawn in it still opens the door.
    public var isOnleesbaar: Bool { statisch.isBroken || clients.isBroken }

    /// Whose token this is, of either kind; a client that was taken out of the file has lost its tokens at
    /// once, and so have the tokens that were got with a key that was taken out.
    /// - Throws: 401 for one that is unknown or past its time.
    public func grant(for token: String) async throws -> BearerTokens.Grant {
        guard token.hasPrefix(Self.voorvoegsel) else { return try statisch.grant(for: token) }
        let (hash, nu) = (try Token.hash(token), klok.now)
        guard let gevonden = try await store.read({ try Tokenregister.vind($0, hash: hash, nu: nu) }),
            let client = clients.value()[gevonden.client], client.isGeldig(op: Datum(nu)), client.key(gevonden.kid) != nil
        else { throw Refusal.unauthorized("Het token is niet bekend of niet meer geldig.") }
        return client.grant(gevonden.rechten)
    }

    /// What goes to the client.
    struct Uitgegeven: Encodable, Sendable {
        var accessToken: String
        var tokenType = "Bearer"
        var expiresIn = Tokenuitgifte.levensduur
        var scope: String

        private enum CodingKeys: String, CodingKey {
            case accessToken = "access_token"
            case tokenType = "token_type"
            case expiresIn = "expires_in"
            case scope
        }
    }

    /// - Parameter velden: those of the form.
    /// - Throws: `Tokenweigering`.
    func geef(_ velden: FormValues) async throws -> Uitgegeven {
        // RFC 6749, section 3.2: no parameter twice.
        guard velden.values.values.allSatisfy({ $0.count == 1 }) else {
            throw Tokenweigering.verzoek("een veld staat er twee keer in")
        }
        guard let soort = velden.optional("grant_type") else { throw Tokenweigering.verzoek("grant_type ontbreekt") }
        guard soort == "client_credentials" else { throw Tokenweigering(.badRequest, "unsupported_grant_type") }
        guard velden.text("client_assertion_type") == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" else {
            throw Tokenweigering.verzoek("client_assertion_type ontbreekt of is een andere dan jwt-bearer")
        }
        guard let tekst = velden.optional("client_assertion"), tekst.utf8.count <= 8192 else {
            throw Tokenweigering.verzoek("client_assertion ontbreekt of is te lang")
        }
        let (client, kid, bewering) = try await controleer(tekst)
        if let genoemd = velden.optional("client_id"), genoemd != client.clientId {
            throw Tokenweigering.client("client_id is een ander dan in de assertion")
        }
        let rechten = velden.optional("scope").map { $0.split(separator: " ").map(String.init) } ?? client.rechten
        guard rechten.allSatisfy({ client.rechten.contains($0) }) else { throw Tokenweigering(.badRequest, "invalid_scope") }
        return try await maak(client, kid, bewering, rechten)
    }

    private func maak(
        _ client: OAuthClient, _ kid: String, _ bewering: Bewering, _ rechten: [String]
    ) async throws -> Uitgegeven {
        let token = Self.voorvoegsel + (try Token.make())
        let (hash, nu, id, jti) = (try Token.hash(token), klok.now, client.clientId, bewering.jti ?? "")
        let einde = Date(timeIntervalSince1970: (bewering.exp ?? 0) + Bewering.marge + 1)
        try await store.write { tx in
            try Tokenregister.ruimOp(tx.db, nu: nu)
            guard try Tokenregister.gebruik(tx.db, client: id, jti: jti, tot: einde) else {
                throw Tokenweigering.client("deze jti is al gebruikt")
            }
            try Tokenregister.bewaar(
                tx.db, hash: hash, .init(client: id, kid: kid, rechten: rechten),
                tot: nu.addingTimeInterval(Double(Self.levensduur)))
        }
        return Uitgegeven(accessToken: token, scope: rechten.joined(separator: " "))
    }

    /// Who signed this, and what it says. The key comes from our registration and from nowhere else: never from the header.
    private func controleer(_ tekst: String) async throws -> (OAuthClient, kid: String, Bewering) {
        guard let kop = Self.kop(tekst), let inhoud = Self.deel(tekst, 1, Bewering.self), let naam = inhoud.iss else {
            throw Tokenweigering.client("de assertion is geen JWT met iss")
        }
        guard let client = clients.value()[naam] ?? clients.value(now: true)[naam], client.isGeldig(op: Datum(klok.now)),
            let kid = kop.kid, let key = client.key(kid) ?? clients.value(now: true)[naam]?.key(kid)
        else { throw Tokenweigering.client("client of kid is niet bekend") }
        guard let algoritme = Sleutelregel.algoritme(kop.alg, voor: key) else {
            throw Tokenweigering.client("alg moet ES256, RS256 of PS256 zijn en bij de sleutel passen")
        }
        guard kop.crit == nil else { throw Tokenweigering.client("crit wordt niet begrepen") }
        var eigen = key
        eigen.algorithm = algoritme
        let sleutels = JWTKeyCollection()
        let bewering: Bewering
        do {
            try await sleutels.add(jwk: eigen)
            bewering = try await sleutels.verify(tekst, as: Bewering.self)
        } catch {
            throw Tokenweigering.client("de handtekening klopt niet")
        }
        if let bezwaar = bewering.bezwaar(client: client.clientId, adres: adres, nu: klok.now) {
            throw Tokenweigering.client(bezwaar)
        }
        return (client, kid, bewering)
    }

    private struct Kop: Decodable {
        var alg: String
        var kid: String?
        var crit: [String]?
    }

    private static func kop(_ tekst: String) -> Kop? { deel(tekst, 0, Kop.self) }

    /// One part of a JWT, not yet believed.
    private static func deel<Deel: Decodable>(_ tekst: String, _ nummer: Int, _ soort: Deel.Type) -> Deel? {
        let delen = tekst.split(separator: ".", omittingEmptySubsequences: false)
        guard delen.count == 3 else { return nil }
        var base64 = String(delen[nummer]).replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        return Data(base64Encoded: base64).flatMap { try? JSONDecoder().decode(soort, from: $0) }
    }
}
