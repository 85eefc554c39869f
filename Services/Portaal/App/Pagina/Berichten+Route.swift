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
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            return try await toon(portaal, context, ik, na: na)
        }
        routes.post("/berichten/alles-opnieuw") { request, context in
            let ik = try context.gebruiker(.beheerder)
            var aantal = 0
            let geweigerd = try await Geweigerd.bij(context.form) {
                aantal = try await portaal.bus.send(
                    AllesOpnieuwBezorgen(), id: portaal.opdracht(context, pad: request.uri.path), as: actor(ik)
                ).aantal
            }
            if let geweigerd { return try await toon(portaal, context, ik, geweigerd: geweigerd) }
            let tekst =
                aantal == 1 ? "1 bericht wordt nu opnieuw bezorgd." : "\(aantal) berichten worden nu opnieuw bezorgd."
            return portaal.naar("/berichten", Melding(.goed, tekst), context)
        }
        routes.post("/berichten/partners-opnieuw") { request, context in
            let ik = try context.gebruiker(.beheerder)
            let geweigerd = try await Geweigerd.bij(context.form) {
                _ = try await portaal.bus.send(
                    PartnermeldingenOpnieuw(), id: portaal.opdracht(context, pad: request.uri.path), as: actor(ik))
            }
            if let geweigerd { return try await toon(portaal, context, ik, geweigerd: geweigerd) }
            return portaal.naar("/berichten", Melding(.goed, "De meldingen aan partners worden nu opnieuw bezorgd."), context)
        }
        routes.post("/berichten/:id/opnieuw") { request, context in
            try await doe(portaal, request, context, "Het bericht wordt nu opnieuw bezorgd.") { id, versie, ik, opdracht in
                _ = try await portaal.bus.send(
                    BerichtOpnieuwBezorgen(bericht: id, versie: versie), id: opdracht, as: actor(ik))
            }
        }
        routes.post("/berichten/:id/opgeven") { request, context in
            let reden = context.form.text("reden")
            return try await doe(portaal, request, context, "Het bericht wordt niet meer bezorgd.") { id, versie, ik, opdracht in
                _ = try await portaal.bus.send(
                    BerichtOpgeven(bericht: id, versie: versie, reden: reden), id: opdracht, as: actor(ik))
            }
        }
    }

    private static func actor(_ ik: Aangemeld) -> Actor { ik.actor(purpose: "beheer") }

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
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, na: String? = nil, weigering: Weigering? = nil,
        geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        async let lijst = alsBereikbaar {
            try await portaal.bus.ask(OnbezorgdeBerichten(page: PageRequest(after: na)), as: actor(ik))
        }
        async let telling = alsBereikbaar { try await portaal.bus.ask(OnbezorgdAantal(), as: actor(ik)) }
        async let aanPartners = alsBereikbaar { try await portaal.bus.ask(PartnermeldingenOnbezorgd(), as: actor(ik)) }
        let (page, aantal) = (try await lijst, try await telling)
        let model = BerichtenPagina(
            page, aantal: aantal, na: na != nil, weigering: weigering, geweigerd: geweigerd,
            partners: try await aanPartners ?? [])
        return try portaal.pagina(
            model, context, status: weigering?.geweigerd.status ?? geweigerd?.status ?? .ok)
    }
}
