// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension SocialeKaartPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart") { request, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider, .beheerder)
            let vraag = try URLEncodedForm.parse(query: request.uri.query)
            let pagina = try await portaal.deel(
                VoorzieningenZoeken(
                    tekst: String(vraag.text("zoek").prefix(200)), leefgebied: Leefgebied(rawValue: vraag.text("leefgebied")),
                    page: PageRequest(after: vraag.optional("na"), limit: 20)), ik)
            return try portaal.pagina(SocialeKaartPagina(pagina, vraag, vandaag: portaal.clock.today), context)
        }
    }
}

extension VoorzieningPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/sociale-kaart/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider, .beheerder)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/sociale-kaart/:id/controleren") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .beheerder)
            let id: VoorzieningID = try context.id()
            do {
                guard let versie = Int(context.form.text("versie")) else { throw Refusal.unreadableForm }
                guard let wijze = context.form.optional("wijze") else {
                    throw Failure.invalid([FieldError("wijze", code: "verplicht", "Kies hoe u het hebt nagevraagd.")])
                }
                let opdracht = VoorzieningControleren(voorziening: id, versie: versie, wijze: wijze)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar("/sociale-kaart/\(id)", Melding(.goed, "De controle is vastgelegd."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat de vermelding zoals die nu is.") {
                    form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: VoorzieningID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let detail = try await portaal.bus.ask(VoorzieningOpvragen(voorziening: id), as: ik.actor())
        let model = VoorzieningPagina(
            detail, form, rollen: ik.rollen, vandaag: portaal.clock.today, demo: portaal.instellingen.demo != nil)
        return try portaal.pagina(model, context, status: status)
    }
}
