// SPDX-License-Identifier: EUPL-1.2
import HTTPTypes
import Hummingbird
import Web

/// Routes for people who are signed in: everybody else is sent to /aanmelden first.
typealias PortaalRoutes = RouterGroup<PortaalContext>

extension Portaal {
    /// Every page of the portaal, as the responder that a server or a test calls.
    func edge() -> Edge<PortaalContext> {
        let router = Edge<PortaalContext>.router()
        let teken = Bestand("teken.svg", PackageResources.teken_svg, mediaType: "image/svg+xml")
        router.get("/stijl.css") { request, _ in stijl.response(to: request) }
        router.get("/teken.svg") { request, _ in teken.response(to: request) }
        addOpen(to: router)
        var settings = EdgeSettings(face: .pages, tls: instellingen.tls)
        settings.bodyLimits = ["/bewijs": 10 * 1024 * 1024 + 64 * 1024]
        return Edge(router, settings: settings) { trouble, _, context in foutPagina(trouble, context) }
    }

    /// Pages that need no sign-in.
    private func addOpen(to router: Router<PortaalContext>) {
        HelpPagina.add(to: router, self)
        StijlPagina.add(to: router, self)
    }

    private func foutPagina(_ trouble: Trouble, _ context: PortaalContext) -> Response {
        let model = FoutPagina(trouble, aangemeld: context.bezoek.nu.gebruiker != nil)
        guard var response = try? pagina(model, context, status: trouble.status) else {
            return trouble.problem().response(headers: trouble.headers)
        }
        response.headers.append(contentsOf: trouble.headers)
        return response
    }
}
