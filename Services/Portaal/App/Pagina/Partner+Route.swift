// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension PartnerPagina {
    static let doel = "verwijzing-behandelen"

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/partner") { request, context in
            let ik = try context.gebruiker(.partner)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let lijst = try await Deelvraag.vraag {
                try await portaal.bus.ask(
                    PartnerVerwijzingen(page: PageRequest(after: na, limit: 50)), as: ik.actor(purpose: doel))
            }
            return try portaal.pagina(PartnerPagina(lijst, vandaag: portaal.clock.today, na: na), context)
        }
        routes.get("/partner/:id") { _, context in
            let ik = try context.gebruiker(.partner)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/partner/:id/antwoord") { request, context in
            let ik = try context.gebruiker(.partner)
            let id: VerwijzingID = try context.id()
            let (versie, naar): (Int, VerwijzingToestand) = (try context.form.versie(), try context.form.code("naar"))
            do {
                let opdracht = PartnerAntwoorden(
                    verwijzing: id, versie: versie, naar: naar, velden: try Partnerantwoord.velden(context.form, naar: naar))
                _ = try await portaal.bus.send(
                    opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: doel))
                return portaal.naar("/partner/\(id)", Melding(.goed, "Uw antwoord is vastgelegd."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat de verwijzing zoals die nu is.") {
                    form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
        routes.post("/partner/:id/loopt") { request, context in
            let ik = try context.gebruiker(.partner)
            let id: VerwijzingID = try context.id()
            do {
                _ = try await portaal.bus.send(
                    PartnerStatusMelden(verwijzing: id), id: portaal.opdracht(context, pad: request.uri.path),
                    as: ik.actor(purpose: doel))
                return portaal.naar("/partner/\(id)", Melding(.goed, "Dank u. Wij vragen het later nog eens."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: VerwijzingID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let verwijzing = try await portaal.bus.ask(PartnerVerwijzingOpvragen(verwijzing: id), as: ik.actor(purpose: doel))
        return try portaal.pagina(
            PartnerVerwijzingPagina(verwijzing, form, vandaag: portaal.clock.today), context, status: status)
    }
}
