// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension OrganisatiePagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/organisatie/nieuw") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try await toon(portaal, context, nil, ik, context.begin())
        }
        routes.post("/sociale-kaart/organisatie/nieuw") { request, context in
            try await bewaar(portaal, request, context, nil)
        }
        routes.get("/sociale-kaart/organisatie/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/sociale-kaart/organisatie/:id") { request, context in
            try await bewaar(portaal, request, context, try context.id())
        }
    }

    private static func bewaar(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ id: OrganisatieID?
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
        return try await portaal.verstuur(request, context, velden) { form, nummer in
            let nu = try await antwoord(portaal, id, ik)
            let klaar = try await portaal.bus.send(
                OrganisatieBewerken(organisatie: id, versie: try form.versie(), inhoud: lees(form, op: nu?.inhoud)), id: nummer,
                as: ik.actor())
            return portaal.naar(
                "/sociale-kaart/organisatie/\(klaar.organisatie)", Melding(.goed, "De organisatie is bewaard."), context)
        } botst: { form, voor in
            guard let id, let nu = try await antwoord(portaal, id, ik) else { throw Failure.notFound(what: "organisatie") }
            let pad = "/sociale-kaart/organisatie/\(id)"
            return try await portaal.botsing(
                context, ik, form, botsvelden(nu.inhoud), wat: "deze organisatie", versie: nu.versie, door: voor.door,
                op: voor.op, actie: pad, terug: pad,
                kruimels: [Koppeling("Sociale kaart", "/sociale-kaart"), Koppeling(nu.inhoud.naam, pad)], menu: "/sociale-kaart")
        } toon: { form, status in
            var form = form
            form.errors = form.errors.map {
                FieldError($0.field.hasPrefix("telefoons") ? "telefoon0" : $0.field, code: $0.code, $0.text)
            }
            return try await toon(portaal, context, id, ik, form, status: status)
        }
    }

    private static func antwoord(_ portaal: Portaal, _ id: OrganisatieID?, _ ik: Aangemeld) async throws
        -> OrganisatieBewerkbaar.Answer?
    {
        guard let id else { return nil }
        return try await portaal.bus.ask(OrganisatieBewerkbaar(organisatie: id), as: ik.actor())
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: OrganisatieID?, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        try portaal.pagina(
            OrganisatiePagina(id, try await antwoord(portaal, id, ik), form), context, status: status)
    }
}
