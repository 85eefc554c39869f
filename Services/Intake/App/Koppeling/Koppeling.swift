// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import OAuth
import Web

/// The outer door of intake: what a gemeente's system sees. TLS ends at the proxy in front of it.
struct Koppeling: Sendable {
    /// The version of the interface (semver); `/v1` is its major part.
    static let versie = "1.1.0"

    let parts: IntakeParts
    let toegang: Tokenuitgifte
    /// Our own OIN: what must stand in the header `doel`.
    let oin: OIN
    let bsn: BSNBeleid
    /// Requests of one organisation: enough for a backlog of a night, not for a loop that runs wild.
    let tempo: RateLimit
    /// Attempts of who is not let in, per address: guessing is slowed. Behind the proxy that is one address for everybody: who is
    /// known never takes from it, so only a wrong token waits for the wrong tokens of others.
    var pogingen = RateLimit(burst: 600, perSecond: 10)
    /// What a sender is told of that: requests a minute.
    var perMinuut = 12_000
    /// Who may ask whether we take its messages.
    var herkomsten = LiveFile(Gemeentebestemmingen())
    /// The path of the interface as the outside sees it: with what the proxy puts before `/v1`.
    var basis = "/v1"

    /// - Parameter tls: whether the outside sees TLS.
    func edge(tls: Bool) -> Edge<PlainContext> {
        let router = Edge<PlainContext>.router()
        router.add(middleware: NoTrailingSlash())
        router.post("/v1/aanmeldingen") { request, context in try await ontvang(request, context) }
        router.on("/v1/aanmeldingen", method: .options) { request, context in try handdruk(request, context) }
        router.get("/v1/aanmeldingen") { request, context in try await lijst(request, context) }
        router.get("/v1/aanmeldingen/{aanmeldingId}") { request, context in try await toestand(request, context) }
        let tokenpunt = Tokenpunt(toegang, limiet: RateLimit(burst: 60, perSecond: 1))
        router.post("/v1/oauth/token") { request, context in try await tokenpunt.antwoord(request, context) }
        router.openAPI(document, at: "/v1/openapi.json")
        return Edge(router, settings: EdgeSettings(face: .interface, tls: tls, apiVersion: Self.versie))
    }

    /// The OpenAPI document with the path of this installation as its server.
    private var document: [UInt8] {
        let text = String(decoding: PackageResources.openapi_json, as: UTF8.self)
        let served = text.replacing(#""url": "/v1""#, with: "\"url\": \"\(basis)\"", maxReplacements: 1)
        return Array(served.replacing(#""/v1/oauth/token""#, with: "\"\(basis)/oauth/token\"").utf8)
    }

    /// Who sends; 401 for who is unknown, 429 for who sends or guesses too fast.
    func afzender(_ request: Request, _ context: PlainContext) async throws -> Afzender {
        let afzender: Afzender
        do {
            guard let bekend = Afzender(try await toegang.grant(for: request.bearerToken())) else {
                throw Refusal.unauthorized()
            }
            afzender = bekend
        } catch let refusal as Refusal where refusal.status == .unauthorized {
            try pogingen.take("adres \(context.remoteAddress ?? "")")
            throw refusal
        }
        try tempo.take(afzender.oin.waarde)
        return afzender
    }

    /// `OPTIONS`: the handshake of CloudEvents webhooks. Only a registered system hears that we take its messages, and how
    /// many a minute; for anybody else this is no receiver.
    private func handdruk(_ request: Request, _ context: PlainContext) throws -> Response {
        let toegestaan: HTTPFields = [.allow: "GET, HEAD, OPTIONS, POST"]
        guard let herkomst = request.headers[Self.requestOrigin] else {
            try pogingen.take("adres \(context.remoteAddress ?? "")")
            throw Refusal(
                .badRequest, headers: toegestaan,
                errors: [
                    FieldError("WebHook-Request-Origin", code: "verplicht", "De header WebHook-Request-Origin ontbreekt.")
                ])
        }
        guard herkomsten.value().herkomsten.contains(herkomst.lowercased()) else {
            try pogingen.take("adres \(context.remoteAddress ?? "")")
            throw Refusal(.forbidden, "Dit systeem is hier niet geregistreerd.", headers: toegestaan)
        }
        try tempo.take("herkomst \(herkomst.lowercased())")
        var kop = toegestaan
        kop[Self.allowedOrigin] = herkomst
        kop[Self.allowedRate] = String(perMinuut)
        return Response(status: .noContent, headers: kop)
    }

    private static let requestOrigin = Kopregels.naam("WebHook-Request-Origin")
    private static let allowedOrigin = Kopregels.naam("WebHook-Allowed-Origin")
    private static let allowedRate = Kopregels.naam("WebHook-Allowed-Rate")
}
