// SPDX-License-Identifier: EUPL-1.2
import Domein
import HTTPTypes
import Hummingbird
import Web

/// Lets in who is signed in and sends everybody else to /aanmelden. What was typed into a form after the session had run
/// out is kept for its owner, and stands there again after sign-in.
struct AangemeldMiddleware: RouterMiddleware {
    let portaal: Portaal

    @concurrent
    func handle(
        _ request: Request, context: PortaalContext, next: @concurrent (Request, PortaalContext) async throws -> Response
    ) async throws -> Response {
        let pad = pagina(van: request)
        let toestand = context.bezoek.nu
        guard let gebruiker = toestand.gebruiker else {
            try await bewaar(toestand, pad)
            return Response(status: .seeOther, headers: [.location: "/aanmelden?naar=\(pad)"])
        }
        let nu = portaal.sessies.clock.now
        let klad = try await portaal.kladjes.lees(pad: pad, van: gebruiker.id, op: nu)
        if klad != nil, request.method == .get {
            context.bezoek.wijzig {
                $0.klad = klad
                $0.berichten.append(Melding(.info, "Wat u had getypt, staat er weer. Kijk het na en verstuur het opnieuw."))
            }
        }
        let response = try await next(request, context)
        if klad != nil, request.method == .post { try await portaal.kladjes.vergeet(pad: pad, van: gebruiker.id) }
        return response
    }

    private func bewaar(_ toestand: Bezoek.Toestand, _ pad: String) async throws {
        // Nothing of the Meldcode is kept outside its own compartment, also not what was half typed.
        guard !pad.hasPrefix("/meldcode"), let (gebruiker, secret) = toestand.verlopen, let form = toestand.form,
            (try? Csrf.check(form, secret: secret)) != nil,
            !form.typed.values.isEmpty
        else { return }
        try await portaal.kladjes.bewaar(form, pad: pad, van: gebruiker, op: portaal.sessies.clock.now)
    }

    /// The page on which the visitor is: of a GET its own path, of a POST the page that held the form.
    private func pagina(van request: Request) -> String {
        let eigen = LokaalPad.van(request.uri.path) ?? "/"
        guard request.method == .post else { return eigen }
        return LokaalPad.van(referer: request.headers[.referer], host: request.head.authority) ?? eigen
    }
}
