// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

/// `/p/:token`: open, without a session. Nothing on these pages may be found by a search engine or be told to another site.
extension AntwoordlinkPagina {
    /// Portaal brings somebody who has a link and nothing else.
    private static let bezoeker = Actor.service(purpose: "antwoordlink")

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        // Per address: guessing is hopeless anyhow, this keeps the guesser from being a load.
        let limiet = RateLimit(burst: 30, perSecond: 0.5)
        routes.get("/p/:token") { _, context in
            try await metLink(portaal, limiet, context) { pad, hash in try await toon(portaal, context, pad, hash, FormValues()) }
        }
        routes.post("/p/:token/antwoord") { request, context in
            try await metLink(portaal, limiet, context) { pad, hash in
                let (versie, naar): (Int, VerwijzingToestand) = (try context.form.versie(), try context.form.code("naar"))
                do {
                    let opdracht = AntwoordlinkAntwoorden(
                        hash: hash, versie: versie, naar: naar, velden: try Partnerantwoord.velden(context.form, naar: naar))
                    _ = try await portaal.bus.send(
                        opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: bezoeker)
                    return portaal.naar(pad, Melding(.goed, "Dank u. Uw antwoord is vastgelegd."), context)
                } catch let failure as Failure {
                    return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat hoe het nu is.") {
                        form, status in
                        try await toon(portaal, context, pad, hash, form, status: status)
                    }
                }
            }
        }
        routes.post("/p/:token/code") { _, context in
            try await metLink(portaal, limiet, context) { pad, hash in
                let link = try await portaal.bus.ask(AntwoordlinkOpenen(hash: hash), as: bezoeker)
                let code = portaal.linktoken.codehash(context.form.text("code"), link.verwijzing.verwijzing)
                let antwoord = try await portaal.bus.send(AntwoordlinkPersoon(hash: hash, code: code), as: bezoeker)
                guard let persoon = antwoord.persoon else {
                    let form = context.form.refused([
                        FieldError("code", code: "onjuist", "Deze code klopt niet. Vraag de verwijzer om de goede code.")
                    ])
                    return try await toon(portaal, context, pad, hash, form, status: .badRequest)
                }
                let pagina = AntwoordlinkPagina(
                    link, pad: pad, FormValues(), persoon: persoon, vandaag: portaal.clock.today)
                return try portaal.pagina(pagina, context)
            }
        }
    }

    /// Runs the body for a link of ours that has not run out; everything else gives the same plain page.
    private static func metLink(
        _ portaal: Portaal, _ limiet: RateLimit, _ context: PortaalContext,
        _ doe: (_ pad: String, _ hash: String) async throws -> Response
    ) async throws -> Response {
        try limiet.take(context.remoteAddress ?? "")
        guard let token = context.parameters.get("token"),
            let hash = portaal.linktoken.hash(token, vandaag: portaal.clock.today)
        else { return try dicht(portaal, context) }
        do {
            return afgeschermd(try await doe("/p/\(token)", hash))
        } catch Failure.notFound { return try dicht(portaal, context) }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ pad: String, _ hash: String, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let link = try await portaal.bus.ask(AntwoordlinkOpenen(hash: hash), as: bezoeker)
        return try portaal.pagina(
            AntwoordlinkPagina(link, pad: pad, form, vandaag: portaal.clock.today), context, status: status)
    }

    private static func dicht(_ portaal: Portaal, _ context: PortaalContext) throws -> Response {
        afgeschermd(try portaal.pagina(LinkDichtPagina(), context, status: .notFound))
    }

    private static func afgeschermd(_ response: Response) -> Response {
        var response = response
        if let referrer = HTTPField.Name("Referrer-Policy") { response.headers[referrer] = "no-referrer" }
        if let robots = HTTPField.Name("X-Robots-Tag") { response.headers[robots] = "noindex, nofollow" }
        return response
    }
}
