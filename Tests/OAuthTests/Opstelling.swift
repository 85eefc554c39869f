// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import HTTPTypes
import JWTKit
import Opslag
import Web
import Zegel

@testable import OAuth

/// A token endpoint over a real store and a real file, with one gemeente that signs with a P-256 key.
final class Opstelling: Sendable {
    static let adres = "https://wegwijs.example/v1/oauth/token"
    static let oin = "00000099000000000003"
    let map: URL
    let klok = Proefklok(Date(timeIntervalSince1970: 1_800_000_000))
    let file: URL
    let uitgifte: Tokenuitgifte
    let client: InProcessClient<PlainContext>
    let geheim = ES256PrivateKey()

    init() async throws {
        map = FileManager.default.temporaryDirectory.appending(path: "wegwijs-oauth-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        file = map.appending(path: "koppeling.json")
        let store = try Store(
            service: .intake, file: map.appending(path: "oauth.sqlite"),
            migrations: [Tokenregister.migratie("001-token"), Tokenregister.metSleutel("002-sleutel")], clock: klok,
            ids: UUIDv7Source(clock: RealClock()))
        try AccessFile.add(
            OAuthClient(
                clientId: Self.oin, naam: "gemeente Almere", rechten: ["aanmelden", "lezen"], oin: Self.oin,
                gemeenten: ["0034"], sleutels: JWKS(keys: [])), to: "clients", in: file)
        uitgifte = try Tokenuitgifte(file: file, store: store, adres: Self.adres, klok: klok)
        let router = Edge<PlainContext>.router()
        let punt = Tokenpunt(uitgifte, limiet: RateLimit(burst: 10_000, perSecond: 1000))
        router.post("/v1/oauth/token") { request, context in try await punt.antwoord(request, context) }
        client = InProcessClient(Edge(router, settings: EdgeSettings(face: .interface, tls: false, apiVersion: "1.0.0")))
        try registreer([try jwk(geheim, "sleutel-1")])
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    func jwk(_ key: ES256PrivateKey, _ kid: String) throws -> JWK {
        var jwk = try Sleutelregel.lees(key.publicKey.pemRepresentation)[0]
        jwk.keyIdentifier = JWKIdentifier(string: kid)
        return jwk
    }

    func registreer(_ keys: [JWK], rechten: [String] = ["aanmelden", "lezen"], geldigTot: Datum? = nil) throws {
        try AccessFile.add(
            OAuthClient(
                clientId: Self.oin, naam: "gemeente Almere", rechten: rechten, oin: Self.oin, gemeenten: ["0034"],
                geldigTot: geldigTot, sleutels: JWKS(keys: keys)), to: "clients", in: file, replacing: "clientId")
        _ = uitgifte.clients.value(now: true)
    }

    /// The claims of a good assertion.
    func bewering() -> Bewering {
        let nu = klok.now.timeIntervalSince1970
        return Bewering(
            iss: Self.oin, sub: Self.oin, aud: .een(Self.adres), exp: nu + 60, iat: nu, jti: UUID().uuidString)
    }

    func onderteken(_ bewering: Bewering, met key: ES256PrivateKey? = nil, kid: String = "sleutel-1") async throws -> String {
        let keys = JWTKeyCollection()
        await keys.add(ecdsa: key ?? geheim, kid: JWKIdentifier(string: kid))
        return try await keys.sign(bewering, kid: JWKIdentifier(string: kid))
    }

    struct Antwoord: Decodable {
        var accessToken: String?
        var tokenType: String?
        var expiresIn: Int?
        var scope: String?
        var error: String?
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    func vraag(_ velden: [(String, String)]) async throws -> (status: Int, antwoord: Antwoord) {
        let uit = try await client.post("/v1/oauth/token", velden)
        return (uit.status, try Self.decoder.decode(Antwoord.self, from: uit.body))
    }

    func vraag(assertion: String, extra: [(String, String)] = []) async throws -> (status: Int, antwoord: Antwoord) {
        try await vraag(
            [
                ("grant_type", "client_credentials"),
                ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                ("client_assertion", assertion),
            ] + extra)
    }
}

func base64URL(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}
