// SPDX-License-Identifier: EUPL-1.2
import Berichten
import HTTPTypes
import Hummingbird
import Logging
import OAuth
import Web

/// The outer door of the service: both faces on one port.
struct Koppeling: Sendable {
    /// Of `/v1`, sent as `API-Version`.
    static let versie = "1.0.0"

    let kaart: Kaart
    let verwijzingen: Verwijzingen
    let poort: any Koppelingspoort
    let instellingen: Instellingen
    var logger = Logger(label: "koppeling")
    /// Whether the outside sees TLS.
    let tls: Bool
    /// Gives tokens for signed assertions; nil: static tokens only.
    var uitgifte: Tokenuitgifte?
    /// Shared with the pages, so that one file is read at a time; nil: its own.
    var importen: Kaartimporten?

    func responder() -> Edge<PlainContext> {
        let router = Edge<PlainContext>.router()
        router.add(middleware: NoTrailingSlash(except: ["/hsds/v3/"]))
        let deur = Koppelingsdeur(poort: poort, limiet: RateLimit(burst: 200, perSecond: 50))
        router.openAPI(PackageResources.v1_json, at: "/v1/openapi.json")
        router.openAPI(PackageResources.v1_json, at: "/openapi.json")
        router.openAPI(PackageResources.hsds_json, at: "/hsds/v3/openapi.json")
        HSDSRoutes(kaart: kaart, instellingen: instellingen).add(to: router)
        if let uitgifte {
            let tokenpunt = Tokenpunt(uitgifte, limiet: RateLimit(burst: 60, perSecond: 1))
            router.post("/v1/oauth/token") { request, context in try await tokenpunt.antwoord(request, context) }
        }
        VerwijzingRoutes(verwijzingen: verwijzingen, deur: deur).add(to: router)
        KaartRoutes(kaart: kaart, deur: deur, ids: verwijzingen.ids).add(to: router)
        VoorstelRoutes(kaart: kaart, deur: deur, ids: verwijzingen.ids).add(to: router)
        ImportRoutes(
            kaart: kaart, importen: importen ?? Kaartimporten(kaart: kaart, logger: logger), ids: verwijzingen.ids, deur: deur
        ).add(to: router)
        var settings = EdgeSettings(face: .interface, tls: tls, apiVersion: Self.versie)
        settings.bodyLimits["/v1/importen"] = ImportRoutes.limiet
        settings.bodyLimits["/v1/voorstellen"] = 256 * 1024
        settings.timeLimit = .seconds(120)
        return Edge(router, settings: settings) { trouble, request, context in
            // Open data is open from any origin, also when the answer is an error.
            var headers = trouble.headers
            if request.uri.path.hasPrefix("/hsds/") { headers[.accessControlAllowOrigin] = "*" }
            return trouble.problem(instance: "urn:wegwijs:trace:\(context.trace.traceID)").response(headers: headers)
        }
    }
}
