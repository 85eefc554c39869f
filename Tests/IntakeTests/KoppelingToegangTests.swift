// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Testing
import Web

@testable import IntakeApp

/// The ways in beside the static token: the handshake, and the token endpoint as the document promises it.
@Suite("Toegang tot de koppeling", .timeLimit(.minutes(1)))
struct KoppelingToegangTests {
    private func naam(_ text: String) throws -> HTTPField.Name { try #require(HTTPField.Name(text)) }

    @Test("een geregistreerd systeem hoort dat het mag sturen en hoeveel per minuut")
    func handdruk() async throws {
        let proef = try await Opstelling()
        let antwoord = try await proef.client.send(
            .options, "/v1/aanmeldingen", headers: [try naam("WebHook-Request-Origin"): "Regie.voorbeeld.example"])
        #expect(antwoord.status == 204)
        #expect(antwoord.headers[try naam("WebHook-Allowed-Origin")] == "Regie.voorbeeld.example")
        #expect(antwoord.headers[try naam("WebHook-Allowed-Rate")].flatMap { Int($0) } ?? 0 > 0)
        #expect(antwoord.headers[.allow] == "GET, HEAD, OPTIONS, POST")
    }

    @Test("een onbekend systeem krijgt geen toestemming", arguments: [nil, "elders.example", "*", ""])
    func onbekend(_ herkomst: String?) async throws {
        let proef = try await Opstelling()
        var kop: HTTPFields = [:]
        kop[try naam("WebHook-Request-Origin")] = herkomst
        let antwoord = try await proef.client.send(.options, "/v1/aanmeldingen", headers: kop)
        #expect([400, 403].contains(antwoord.status))
        #expect(antwoord.headers[try naam("WebHook-Allowed-Origin")] == nil)
        #expect(antwoord.headers[.contentType] == "application/problem+json")
    }

    @Test("elk antwoord draagt API-Version: ook 404, 405, 413, 415 en 429")
    func versie() async throws {
        let proef = try await Opstelling(tempo: RateLimit(burst: 2, perSecond: 0.001))
        let recht: HTTPFields = [.authorization: "Bearer \(proef.token)"]
        var gezien: Set<Int> = []
        func kijk(_ methode: HTTPRequest.Method, _ pad: String, _ kop: HTTPFields = [:], _ body: Data = Data()) async throws {
            let antwoord = try await proef.client.send(methode, pad, headers: kop, body: body)
            #expect(antwoord.headers[try naam("API-Version")] == Koppeling.versie, "\(pad) \(antwoord.status)")
            if antwoord.status >= 400 { #expect(antwoord.headers[.contentType] == "application/problem+json") }
            gezien.insert(antwoord.status)
        }
        try await kijk(.get, "/v1/bestaat-niet")
        try await kijk(.get, "/v1/aanmeldingen/")
        let streep = try await proef.client.get("/v1/openapi.json/")
        #expect(streep.status == 404)
        try await kijk(.put, "/v1/aanmeldingen")
        try await kijk(.get, "/v1/aanmeldingen")
        try await kijk(.get, "/v1/aanmeldingen/\(UUID().uuidString)", recht)
        try await kijk(.get, "/v1/aanmeldingen/x", recht)
        try await kijk(.get, "/v1/aanmeldingen", recht)
        let vers = try await Opstelling()
        let groot = try await vers.client.send(
            .post, "/v1/aanmeldingen", headers: vers.kop(Proefbericht.aanmelding()), body: Data(count: 70_000))
        #expect(groot.status == 413)
        #expect(groot.headers[try naam("API-Version")] == Koppeling.versie)
        #expect(gezien == [404, 405, 401, 400, 429])
    }

    @Test("het token-endpoint staat op zijn plek en weigert zonder bewering, met een antwoord van RFC 6749")
    func tokenpunt() async throws {
        let proef = try await Opstelling()
        let antwoord = try await proef.client.post("/v1/oauth/token", [("grant_type", "client_credentials")])
        #expect(antwoord.status == 400)
        #expect(antwoord.text.contains(#""error":"invalid_request""#))
    }
}
