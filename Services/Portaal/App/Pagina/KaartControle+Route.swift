// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension KaartControlePagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/controle") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let werk = try await portaal.deel(KaartWerk(page: PageRequest(after: na, limit: 50)), ik)
            return try portaal.pagina(KaartControlePagina(werk, vandaag: portaal.clock.today, na: na), context)
        }
        KaartVoorstelPagina.add(to: routes, portaal)
    }
}

extension KaartVoorstelPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/voorstel/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            return try await toon(portaal, context, try uuid(context), ik, context.begin())
        }
        routes.post("/sociale-kaart/voorstel/:id") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let id = try uuid(context)
            let versie = try context.form.versie()
            let oordeel = try context.form.fixed("oordeel", "kies publiceren of terug") {
                ["publiceren", "terug"].contains($0) ? $0 : nil
            }
            do {
                _ = try await portaal.bus.send(
                    VoorstelBeoordelen(
                        voorstel: id, versie: versie, publiceren: oordeel == "publiceren", reden: context.form.optional("reden")),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                let gedaan =
                    oordeel == "publiceren"
                    ? "Het voorstel is gepubliceerd. De vermelding geldt als gecontroleerd." : "Het voorstel is teruggestuurd."
                return portaal.naar("/sociale-kaart/controle", Melding(.goed, gedaan), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat het voorstel zoals het nu is.") {
                    form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
    }

    private static func uuid(_ context: PortaalContext) throws -> UUID {
        guard let id = context.parameters.get("id").flatMap({ UUID(uuidString: $0) }) else { throw Refusal(.notFound) }
        return id
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: UUID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let antwoord = try await portaal.bus.ask(VoorstelOpvragen(voorstel: id), as: ik.actor())
        return try portaal.pagina(
            KaartVoorstelPagina(antwoord, form, vandaag: portaal.clock.today), context, status: status)
    }
}
