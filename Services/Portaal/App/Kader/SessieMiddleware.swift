// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

/// Finds out who visits: reads the session, the form, the notice left by the page before, and what was kept of a session
/// that ran out. Decides nothing: `AangemeldMiddleware` and `CsrfMiddleware` do.
struct SessieMiddleware: RouterMiddleware {
    let portaal: Portaal

    @concurrent
    func handle(
        _ request: Request, context: PortaalContext, next: @concurrent (Request, PortaalContext) async throws -> Response
    ) async throws -> Response {
        try await herken(request, context)
        if request.method == .post {
            try Csrf.checkOrigin(request)
            if request.mediaType == "application/x-www-form-urlencoded" {
                let form = try URLEncodedForm.parse(try await request.bytes(atMost: Portaal.grootsteFormulier))
                context.bezoek.wijzig { $0.form = form }
            }
        }
        var nieuw: Secret?
        if context.bezoek.nu.secret == nil {
            let secret = try Secret.random()
            context.bezoek.wijzig { $0.secret = secret }
            nieuw = secret
        }
        let hadBericht = leesBericht(request, context)
        var response = try await next(request, context)
        if let nieuw { portaal.cookies.write(Portaal.bezoekCookie, nieuw.text, to: &response) }
        if hadBericht, response.status.kind != .redirection { portaal.cookies.clear(Portaal.berichtCookie, from: &response) }
        return response
    }

    private func herken(_ request: Request, _ context: PortaalContext) async throws {
        let visit = portaal.cookies.read(Portaal.bezoekCookie, from: request).flatMap { Secret($0) }
        context.bezoek.wijzig { $0.secret = visit }
        guard let secret = portaal.cookies.read(Portaal.sessieCookie, from: request).flatMap({ Secret($0) }) else { return }
        switch try await portaal.sessies.resume(secret) {
        case .unknown: return
        case .expired(let record):
            guard record.stage == .full, let id = GebruikerID(record.subject) else { return }
            context.bezoek.wijzig { $0.verlopen = (id, secret) }
        case .live(let record):
            guard let id = GebruikerID(record.subject) else { return }
            if record.stage == .half {
                context.bezoek.wijzig { ($0.half, $0.secret) = (id, secret) }
                return
            }
            guard let rij = try await portaal.gebruikers.vind(id), rij.actief else { return }
            context.bezoek.wijzig { ($0.gebruiker, $0.secret) = (rij.aangemeld, secret) }
        }
    }

    /// The notice that the page before left in a signed cookie. Returns whether there was such a cookie.
    private func leesBericht(_ request: Request, _ context: PortaalContext) -> Bool {
        guard let cookie = portaal.cookies.read(Portaal.berichtCookie, from: request) else { return false }
        let delen = cookie.split(separator: ".")
        if delen.count == 2, let secret = context.bezoek.nu.secret, secret.verify(String(delen[1]), of: String(delen[0])),
            let data = Base64URL.decode(String(delen[0])), let melding = try? MessageCoding.decode(Melding.self, from: data)
        {
            context.bezoek.wijzig { $0.berichten.append(melding) }
        }
        return true
    }
}

/// Refuses a POST without the token of this visitor. A multipart body is checked where it is read (`Portaal.upload`), for
/// the token is inside it.
struct CsrfMiddleware: RouterMiddleware {
    @concurrent
    func handle(
        _ request: Request, context: PortaalContext, next: @concurrent (Request, PortaalContext) async throws -> Response
    ) async throws -> Response {
        if request.method == .post, request.mediaType != "multipart/form-data" {
            let toestand = context.bezoek.nu
            guard let form = toestand.form else { throw Refusal(.unsupportedMediaType) }
            try Csrf.check(form, secret: toestand.secret)
        }
        return try await next(request, context)
    }
}
