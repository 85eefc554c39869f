// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension BerichtenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/berichten") { request, context in
            let ik = try context.gebruiker(.beheerder)
            let vraag = try URLEncodedForm.parse(query: request.uri.query)
            return try await toon(portaal, context, ik, na: vraag.optional("na"), partnersNa: vraag.optional("partners"))
        }
        routes.post("/berichten/alles-opnieuw") { request, context in
            try await doeAlles(portaal, context) { ik in
                try await portaal.bus.send(
                    AllesOpnieuwBezorgen(), id: portaal.opdracht(context, pad: request.uri.path), as: actor(ik)
                ).aantal
            }
        }
        routes.post("/berichten/partners-opnieuw") { request, context in
            try await doeAlles(portaal, context) { ik in
                try await portaal.bus.send(
                    PartnermeldingenOpnieuw(), id: portaal.opdracht(context, pad: request.uri.path), as: actor(ik)
                ).aantal
            }
        }
        routes.post("/berichten/:id/opnieuw") { request, context in
            try await opnieuw(portaal, request, context, .gemeente)
        }
        routes.post("/berichten/partners/:id/opnieuw") { request, context in
            try await opnieuw(portaal, request, context, .partner)
        }
        routes.post("/berichten/:id/opgeven") { request, context in
            try await opgeven(portaal, request, context, .gemeente)
        }
        routes.post("/berichten/partners/:id/opgeven") { request, context in
            try await opgeven(portaal, request, context, .partner)
        }
    }

    private static func opnieuw(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ aan: Berichtontvanger
    ) async throws -> Response {
        try await doe(portaal, request, context, "Het bericht wordt nu opnieuw bezorgd.") { id, versie, ik, opdracht in
            switch aan {
            case .gemeente:
                _ = try await portaal.bus.send(BerichtOpnieuwBezorgen(bericht: id, versie: versie), id: opdracht, as: actor(ik))
            case .partner:
                _ = try await portaal.bus.send(PartnermeldingOpnieuw(bericht: id, versie: versie), id: opdracht, as: actor(ik))
            }
        }
    }

    private static func opgeven(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ aan: Berichtontvanger
    ) async throws -> Response {
        let reden = context.form.text("reden")
        return try await doe(portaal, request, context, "Het bericht wordt niet meer bezorgd.") { id, versie, ik, opdracht in
            switch aan {
            case .gemeente:
                _ = try await portaal.bus.send(
                    BerichtOpgeven(bericht: id, versie: versie, reden: reden), id: opdracht, as: actor(ik))
            case .partner:
                _ = try await portaal.bus.send(
                    PartnermeldingOpgeven(bericht: id, versie: versie, reden: reden), id: opdracht, as: actor(ik))
            }
        }
    }

    private static func actor(_ ik: Aangemeld) -> Actor { ik.actor(purpose: "beheer") }

    private static func doeAlles(
        _ portaal: Portaal, _ context: PortaalContext, _ body: (Aangemeld) async throws -> Int
    ) async throws -> Response {
        let ik = try context.gebruiker(.beheerder)
        var aantal = 0
        let geweigerd = try await Geweigerd.bij(context.form) { aantal = try await body(ik) }
        if let geweigerd { return try await toon(portaal, context, ik, geweigerd: geweigerd) }
        let tekst = aantal == 1 ? "1 bericht wordt nu opnieuw bezorgd." : "\(aantal) berichten worden nu opnieuw bezorgd."
        return portaal.naar("/berichten", Melding(.goed, tekst), context)
    }

    private static func doe(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ gelukt: String,
        _ body: (UUID, Int, Aangemeld, UUID) async throws -> Void
    ) async throws -> Response {
        let ik = try context.gebruiker(.beheerder)
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else { throw Refusal(.notFound) }
        let versie = try context.form.versie()
        let opdracht = portaal.opdracht(context, pad: request.uri.path)
        let geweigerd = try await Geweigerd.bij(context.form) { try await body(id, versie, ik, opdracht) }
        guard let geweigerd else { return portaal.naar("/berichten", Melding(.goed, gelukt), context) }
        return try await toon(portaal, context, ik, weigering: Weigering(bericht: id, geweigerd: geweigerd))
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, na: String? = nil, partnersNa: String? = nil,
        weigering: Weigering? = nil, geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        async let gemeenten = antwoord(OnbezorgdeBerichten(page: PageRequest(after: na)), OnbezorgdAantal(), na: na, portaal, ik)
        async let partners = antwoord(
            PartnermeldingenLijst(page: PageRequest(after: partnersNa)), PartnermeldingenAantal(), na: partnersNa, portaal, ik)
        let model = BerichtenPagina(
            gemeenten: try await gemeenten, partners: try await partners, weigering: weigering, geweigerd: geweigerd)
        return try portaal.pagina(
            model, context, status: weigering?.geweigerd.status ?? geweigerd?.status ?? .ok)
    }

    /// The list and the count of one service, as far as it answers.
    private static func antwoord<Lijst: Query, Telling: Query>(
        _ lijst: Lijst, _ telling: Telling, na: String?, _ portaal: Portaal, _ ik: Aangemeld
    ) async throws -> Antwoord
    where Lijst.Answer == Page<OnbezorgdBericht>, Telling.Answer == OnbezorgdAantal.Answer {
        async let page = alsBereikbaar { try await portaal.bus.ask(lijst, as: actor(ik)) }
        async let aantal = alsBereikbaar { try await portaal.bus.ask(telling, as: actor(ik)) }
        return Antwoord(page: try await page, aantal: try await aantal, na: na)
    }
}
