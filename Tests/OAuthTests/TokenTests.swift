// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import GRDB
import HTTPTypes
import JWTKit
import Testing
import Web
import Zegel

@testable import OAuth

@Suite("Tokens voor een ondertekende bewering", .timeLimit(.minutes(1)))
struct TokenTests {
    let op: Opstelling
    init() async throws { op = try await Opstelling() }

    @Test("wie zijn bewering tekent, krijgt een token van een uur dat hetzelfde opent als een vast token")
    func token() async throws {
        let uit = try await op.vraag(assertion: try await op.onderteken(op.bewering()), extra: [("scope", "aanmelden")])
        #expect(uit.status == 200)
        #expect(uit.antwoord.tokenType == "Bearer")
        #expect(uit.antwoord.expiresIn == 3600)
        #expect(uit.antwoord.scope == "aanmelden")
        let token = try #require(uit.antwoord.accessToken)
        let grant = try await op.uitgifte.grant(for: token)
        #expect(grant.oin == Opstelling.oin)
        #expect(grant.gemeenten == ["0034"])
        #expect(grant.rechten == ["aanmelden"])
        op.klok.verder(3599)
        _ = try await op.uitgifte.grant(for: token)
        op.klok.verder(1)
        await #expect(throws: Refusal.self) { try await op.uitgifte.grant(for: token) }
    }

    @Test("het token zelf staat nergens, en een client die uit het bestand gaat is zijn tokens meteen kwijt")
    func intrekken() async throws {
        let token = try #require(try await op.vraag(assertion: try await op.onderteken(op.bewering())).antwoord.accessToken)
        let hashes = try await op.uitgifte.store.read { try Data.fetchAll($0, sql: "SELECT hash FROM oauth_token") }
        #expect(hashes == [try Token.hash(token)])
        try op.registreer([try op.jwk(op.geheim, "sleutel-1")], geldigTot: Datum("2020-01-01"))
        await #expect(throws: Refusal.self) { try await op.uitgifte.grant(for: token) }
    }

    @Test("wie een sleutel intrekt, trekt meteen ook de tokens in die ermee zijn gehaald, en alleen die")
    func sleutelIntrekken() async throws {
        let ander = ES256PrivateKey()
        let (een, twee) = (try op.jwk(op.geheim, "sleutel-1"), try op.jwk(ander, "sleutel-2"))
        try op.registreer([een, twee])
        let oud = try #require(try await op.vraag(assertion: try await op.onderteken(op.bewering())).antwoord.accessToken)
        let nieuw = try #require(
            try await op.vraag(assertion: try await op.onderteken(op.bewering(), met: ander, kid: "sleutel-2")).antwoord
                .accessToken)
        _ = try await op.uitgifte.grant(for: oud)
        try op.registreer([twee])
        await #expect(throws: Refusal.self) { try await op.uitgifte.grant(for: oud) }
        _ = try await op.uitgifte.grant(for: nieuw)
    }

    @Test("een vast token uit hetzelfde bestand blijft werken, ook als er een sleutel bij komt")
    func vastToken() async throws {
        let token = try Token.make()
        try BearerTokens.add(
            BearerTokens.Grant(
                naam: "klein", sha256: Hex.text(try Token.hash(token)), rechten: ["aanmelden"], oin: Opstelling.oin),
            to: op.file)
        #expect(try await op.uitgifte.grant(for: token).naam == "klein")
        // Adding a token left the clients where they were.
        #expect(try await op.vraag(assertion: try await op.onderteken(op.bewering())).status == 200)
        await #expect(throws: Refusal.self) { try await op.uitgifte.grant(for: "at.\(token)") }
    }

    @Test("dezelfde bewering een tweede keer is geweigerd, ook na opruimen, en ook als twee tegelijk komen")
    func herhaling() async throws {
        let bewering = try await op.onderteken(op.bewering())
        let statussen = try await withThrowingTaskGroup { group in
            for _ in 1...8 { group.addTask { try await op.vraag(assertion: bewering).status } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statussen.filter { $0 == 200 }.count == 1)
        #expect(statussen.filter { $0 == 401 }.count == 7)
        op.klok.verder(80)
        _ = try await op.vraag(assertion: try await op.onderteken(op.bewering()))
        #expect(try await op.vraag(assertion: bewering).status == 401)
        op.klok.verder(4000)
        _ = try await op.vraag(assertion: try await op.onderteken(op.bewering()))
        let rijen = try await op.uitgifte.store.read { db in
            try ["oauth_token", "oauth_bewering"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 }
        }
        #expect(rijen == [1, 1])
        #expect(try await op.vraag(assertion: bewering).status == 401)
    }

    @Test("een bewering die in één ding afwijkt, wordt geweigerd")
    func afwijkingen() async throws {
        let nu = op.klok.now.timeIntervalSince1970
        let wijzigingen: [(String, (inout Bewering) -> Void)] = [
            ("iss", { $0.iss = "00000099000000000009" }), ("geen iss", { $0.iss = nil }),
            ("sub", { $0.sub = "00000099000000000009" }), ("geen sub", { $0.sub = nil }),
            ("aud", { $0.aud = .een("https://elders.example/token") }), ("geen aud", { $0.aud = nil }),
            ("lege aud", { $0.aud = .lijst([]) }), ("verlopen", { $0.exp = nu - 31 }), ("geen exp", { $0.exp = nil }),
            ("te lang", { $0.exp = nu + 3600 }), ("geen iat", { $0.iat = nil }), ("oude iat", { $0.iat = nu - 3600 }),
            ("iat vooruit", { $0.iat = nu + 600 }), ("nbf vooruit", { $0.nbf = nu + 600 }), ("geen jti", { $0.jti = nil }),
            ("korte jti", { $0.jti = "1" }), ("lange jti", { $0.jti = String(repeating: "x", count: 129) }),
        ]
        for (naam, wijzig) in wijzigingen {
            var bewering = op.bewering()
            wijzig(&bewering)
            let uit = try await op.vraag(assertion: try await op.onderteken(bewering))
            #expect(uit.status == 401, "\(naam)")
            #expect(uit.antwoord.error == "invalid_client", "\(naam)")
        }
        var lijst = op.bewering()
        lijst.aud = .lijst(["https://elders.example/token", Opstelling.adres])
        #expect(try await op.vraag(assertion: try await op.onderteken(lijst)).status == 200)
    }

    @Test("de sleutel komt uit de registratie: een vreemde sleutel, een onbekende kid en een gewijzigde tekst vallen af")
    func vreemdeSleutel() async throws {
        let vreemd = ES256PrivateKey()
        #expect(try await op.vraag(assertion: try await op.onderteken(op.bewering(), met: vreemd)).status == 401)
        #expect(try await op.vraag(assertion: try await op.onderteken(op.bewering(), kid: "sleutel-2")).status == 401)
        var delen = try await op.onderteken(op.bewering()).split(separator: ".").map(String.init)
        delen[1] = base64URL(try JSONEncoder().encode(op.bewering()))
        #expect(try await op.vraag(assertion: delen.joined(separator: ".")).status == 401)
        // A second key beside the first: both count, as when one is replaced.
        try op.registreer([try op.jwk(op.geheim, "sleutel-1"), try op.jwk(vreemd, "sleutel-2")])
        #expect(
            try await op.vraag(assertion: try await op.onderteken(op.bewering(), met: vreemd, kid: "sleutel-2")).status == 200)
        #expect(try await op.vraag(assertion: try await op.onderteken(op.bewering())).status == 200)
    }

    @Test("zonder handtekening, met een gedeeld geheim of met een sleutel in de kop komt niemand binnen")
    func algoritmen() async throws {
        let inhoud = base64URL(try JSONEncoder().encode(op.bewering()))
        for kop in [
            #"{"alg":"none","kid":"sleutel-1"}"#, #"{"alg":"NONE","kid":"sleutel-1"}"#, #"{"alg":"none"}"#, #"{"alg":"ES256"}"#,
            #"{"alg":"ES256","kid":"sleutel-1"}"#,
        ] {
            #expect(try await op.vraag(assertion: "\(base64URL(Data(kop.utf8))).\(inhoud).").status == 401, "\(kop)")
        }
        // The classic mistake: the public key used as the secret of an HMAC.
        let keys = JWTKeyCollection()
        await keys.add(
            hmac: HMACKey(from: op.geheim.publicKey.pemRepresentation), digestAlgorithm: .sha256,
            kid: JWKIdentifier(string: "sleutel-1"))
        let hs = try await keys.sign(op.bewering(), kid: JWKIdentifier(string: "sleutel-1"))
        #expect(try await op.vraag(assertion: hs).status == 401)
        // A key that the sender brings along in the header.
        let vreemd = ES256PrivateKey()
        let eigen = JWTKeyCollection()
        await eigen.add(ecdsa: vreemd)
        let mee = try await eigen.sign(
            op.bewering(),
            header: ["kid": "sleutel-1", "jwk": .object(["kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"])])
        #expect(try await op.vraag(assertion: mee).status == 401)
    }

    @Test("RSA mag, met RS256 en PS256, van 2048 bits; een kleinere of een geheime sleutel wordt niet geregistreerd")
    func rsa() async throws {
        let geheim = try Insecure.RSA.PrivateKey(pem: rsaSleutel)
        let key = try #require(try Sleutelregel.lees(geheim.publicKey.pemRepresentation).first)
        let kid = try #require(key.keyIdentifier)
        try op.registreer([key])
        let rs = JWTKeyCollection()
        await rs.add(rsa: geheim, digestAlgorithm: .sha256, kid: kid)
        #expect(try await op.vraag(assertion: try await rs.sign(op.bewering(), kid: kid)).status == 200)
        let ps = JWTKeyCollection()
        await ps.add(pss: geheim, digestAlgorithm: .sha256, kid: kid)
        #expect(try await op.vraag(assertion: try await ps.sign(op.bewering(), kid: kid)).status == 200)
        let langer = JWTKeyCollection()
        await langer.add(rsa: geheim, digestAlgorithm: .sha512, kid: kid)
        #expect(try await op.vraag(assertion: try await langer.sign(op.bewering(), kid: kid)).status == 401)
        #expect(throws: Sleutelregel.Onleesbaar.self) { try Sleutelregel.lees(geheim.pemRepresentation) }
        #expect(throws: Sleutelregel.Onleesbaar.self) { try Sleutelregel.lees(op.geheim.pemRepresentation) }
        #expect(throws: Sleutelregel.Onleesbaar.self) {
            try Sleutelregel.lees(#"{"kty":"RSA","kid":"a","n":"\#(String(repeating: "A", count: 171))","e":"AQAB"}"#)
        }
        #expect(throws: Sleutelregel.Onleesbaar.self) { try Sleutelregel.lees(#"{"kty":"oct","kid":"a","k":"AAAA"}"#) }
        #expect(throws: Sleutelregel.Onleesbaar.self) { try Sleutelregel.lees(ES384PrivateKey().publicKey.pemRepresentation) }
    }

    @Test("een verzoek dat niet klopt krijgt het antwoord van RFC 6749")
    func verzoeken() async throws {
        func code(_ velden: [(String, String)]) async throws -> String? { try await op.vraag(velden).antwoord.error }
        #expect(try await code([]) == "invalid_request")
        #expect(try await code([("grant_type", "password")]) == "unsupported_grant_type")
        #expect(try await code([("grant_type", "client_credentials")]) == "invalid_request")
        let goed = try await op.onderteken(op.bewering())
        #expect(try await op.vraag(assertion: goed, extra: [("scope", "alles")]).antwoord.error == "invalid_scope")
        #expect(try await op.vraag(assertion: goed, extra: [("client_id", "iemand")]).antwoord.error == "invalid_client")
        #expect(
            try await op.vraag(assertion: goed, extra: [("scope", "lezen"), ("scope", "lezen")]).antwoord.error
                == "invalid_request")
        // None of these used the assertion up.
        #expect(try await op.vraag(assertion: goed).status == 200)
        for rommel in ["x", "a.b.c", "..", String(repeating: "A", count: 9000)] {
            let uit = try await op.vraag(assertion: rommel)
            #expect([400, 401].contains(uit.status))
        }
        let json = try await op.client.send(
            .post, "/v1/oauth/token", headers: [.contentType: "application/json"], body: Data("{}".utf8))
        #expect(json.status == 400)
        #expect(json.headers[.cacheControl] == "no-store")
        #expect(json.headers[.init("API-Version") ?? .via] == "1.0.0")
        #expect(!json.text.contains("{}"))
    }

    @Test("een bestand met een onbruikbare sleutel wordt geweigerd en noemt het veld")
    func bestand() throws {
        let file = op.map.appending(path: "stuk.json")
        try Data(
            #"{"clients":[{"clientId":"a","naam":"a","rechten":[],"sleutels":{"keys":[{"kty":"EC","kid":"k","crv":"P-256","x":"A","y":"A","d":"A"}]}}]}"#
                .utf8
        )
        .write(to: file)
        #expect(throws: OAuthClients.FileError.self) { try OAuthClients(file: file) }
    }
}
