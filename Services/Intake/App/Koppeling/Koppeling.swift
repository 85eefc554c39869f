// SPDX-License-Identifier: EUPL-1.2
import Domein
import Foundation
import Hummingbird
import Web

/// The outer door of intake: what a gemeente's system sees. TLS ends at the proxy in front of it.
struct Koppeling: Sendable {
    /// The version of the interface (semver); `/v1` is its major part.
    static let versie = "1.0.0"

    let parts: IntakeParts
    let tokens: LiveBearerTokens
    /// Our own OIN: what must stand in the header `doel`.
    let oin: OIN
    let bsn: BSNBeleid
    /// Requests of one organisation: enough for a backlog of a night, not for a loop that runs wild.
    let tempo: RateLimit
    /// The path of the interface as the outside sees it: with what the proxy puts before `/v1`.
    var basis = "/v1"

    /// - Parameter tls: whether the outside sees TLS.
    func edge(tls: Bool) -> Edge<PlainContext> {
        let router = Edge<PlainContext>.router()
        router.post("/v1/aanmeldingen") { request, context in try await ontvang(request, context) }
        router.get("/v1/aanmeldingen") { request, _ in try await lijst(request) }
        router.get("/v1/aanmeldingen/{aanmeldingId}") { request, context in try await toestand(request, context) }
        router.openAPI(document, at: "/v1/openapi.json")
        return Edge(router, settings: EdgeSettings(face: .interface, tls: tls, apiVersion: Self.versie))
    }

    /// The OpenAPI document with the path of this installation as its server.
    private var document: [UInt8] {
        let text = String(decoding: PackageResources.openapi_json, as: UTF8.self)
        return Array(text.replacing(#""url": "/v1""#, with: "\"url\": \"\(basis)\"", maxReplacements: 1).utf8)
    }

    /// Who sends; 401 for who is unknown, 429 for who sends too fast.
    func afzender(_ request: Request) throws -> Afzender {
        guard let afzender = Afzender(try tokens.grant(for: request.bearerToken())) else { throw Refusal.unauthorized() }
        try tempo.take(afzender.oin.waarde)
        return afzender
    }
}
