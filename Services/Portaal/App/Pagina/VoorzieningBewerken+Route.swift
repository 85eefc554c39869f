// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension VoorzieningBewerkenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/nieuw") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try await toon(portaal, context, nil, ik, context.begin())
        }
        routes.post("/sociale-kaart/nieuw") { request, context in try await bewaar(portaal, request, context, nil) }
        routes.get("/sociale-kaart/:id/wijzigen") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/sociale-kaart/:id/wijzigen") { request, context in
            try await bewaar(portaal, request, context, try context.id())
        }
        routes.get("/sociale-kaart/:id/geschiedenis") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let id: VoorzieningID = try context.id()
            let nu = try await portaal.bus.ask(VoorzieningBewerkbaar(voorziening: id), as: ik.actor())
            let namen = try await portaal.wijzigers(nu)
            return try portaal.pagina(VoorzieningGeschiedenisPagina(id, nu, namen: namen), context)
        }
        addOpheffen(to: routes, portaal)
    }

    /// Ending an entry: asked first, and undone by giving it another state.
    private static func addOpheffen(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/:id/opheffen") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let id: VoorzieningID = try context.id()
            let nu = try await portaal.bus.ask(VoorzieningBewerkbaar(voorziening: id), as: ik.actor())
            let pad = "/sociale-kaart/\(id)"
            let pagina = BevestigPagina(
                "Deze vermelding opheffen?", uitleg: nu.inhoud?.naam,
                gevolgen: [
                    "De vermelding is niet meer openbaar en niemand kan er nog naar verwijzen.",
                    "Verwijzingen die al lopen, lopen door.",
                    "De geschiedenis blijft. U kunt de vermelding later weer openen.",
                ], actie: "\(pad)/opheffen", velden: [VerborgenVeld("versie", String(nu.versie))], knop: "Hef de vermelding op",
                gevaarlijk: true, terug: pad,
                kruimels: [Koppeling("Sociale kaart", "/sociale-kaart"), Koppeling(nu.inhoud?.naam ?? "", pad)])
            return try portaal.pagina(pagina, context)
        }
        routes.post("/sociale-kaart/:id/opheffen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let id: VoorzieningID = try context.id()
            let versie = try context.form.versie()
            let nu = try await portaal.bus.ask(VoorzieningBewerkbaar(voorziening: id), as: ik.actor())
            guard var inhoud = nu.inhoud else { throw Failure.notFound(what: "voorziening") }
            inhoud.status = "opgeheven"
            do {
                _ = try await portaal.bus.send(
                    VoorzieningBewerken(voorziening: id, versie: versie, inhoud: inhoud, controle: "niet"),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            } catch Failure.conflict {
                return portaal.naar("/sociale-kaart/\(id)", .intussen("Hieronder staat de vermelding zoals die nu is."), context)
            }
            return portaal.naar("/sociale-kaart/\(id)", Melding(.goed, "De vermelding is opgeheven."), context)
        }
    }

    private static func bewaar(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ id: VoorzieningID?
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
        if let meer = context.form.optional("meer") {
            return try await toon(portaal, context, id, ik, Kaartformulier.metRij(context.form, meer))
        }
        let form = Kaartformulier.opgeschoond(context.form)
        let versie = try form.versie()
        do {
            var inhoud = try Kaartformulier.lees(form)
            guard let controle = form.optional("controle") else {
                throw Failure.invalid([FieldError("controle", code: "verplicht", "Kies of u dit hebt nagevraagd.")])
            }
            if id == nil, inhoud.status.isEmpty { inhoud.status = "actief" }
            let klaar = try await portaal.bus.send(
                VoorzieningBewerken(voorziening: id, versie: versie, inhoud: inhoud, controle: controle),
                id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            return portaal.naar("/sociale-kaart/\(klaar.voorziening)", Melding(.goed, "De vermelding is bewaard."), context)
        } catch Failure.invalid(let fouten) {
            var met = form
            met.errors = Kaartformulier.fouten(fouten)
            return try await toon(portaal, context, id, ik, met, status: .badRequest)
        } catch Failure.conflict {
            return try await toon(portaal, context, id, ik, form, status: .conflict, begonnen: versie)
        } catch let failure as Failure {
            return try await portaal.opnieuw(failure, context) { _, status in
                try await toon(portaal, context, id, ik, form, status: status)
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: VoorzieningID?, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok, begonnen: Int? = nil
    ) async throws -> Response {
        let nu = try await portaal.bus.ask(VoorzieningBewerkbaar(voorziening: id, sinds: begonnen), as: ik.actor())
        let namen = begonnen == nil ? [:] : try await portaal.wijzigers(nu)
        return try portaal.pagina(
            VoorzieningBewerkenPagina(id, nu, form, begonnen: begonnen, namen: namen), context, status: status)
    }
}

extension Portaal {
    /// Who changed the versions of an entry, as far as they are users here.
    func wijzigers(_ nu: VoorzieningBewerkbaar.Answer) async throws -> [String: String] {
        let namen = try await gebruikers.namen(nu.geschiedenis.compactMap { GebruikerID($0.door) })
        return Dictionary(namen.map { ($0.key.description, $0.value) }, uniquingKeysWith: { eerste, _ in eerste })
    }
}
