// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension PartnerKaartPagina {
    static let doel = "kaart-bijhouden"

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/partner/kaart") { request, context in
            let ik = try context.gebruiker(.partner)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let lijst = try await Deelvraag.vraag {
                try await portaal.bus.ask(
                    PartnerVermeldingen(page: PageRequest(after: na, limit: 50)), as: ik.actor(purpose: doel))
            }
            return try portaal.pagina(PartnerKaartPagina(lijst, vandaag: portaal.clock.today, na: na), context)
        }
        PartnerVermeldingPagina.add(to: routes, portaal)
        PartnerVoorstelPagina.add(to: routes, portaal)
    }
}

extension PartnerVermeldingPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/partner/kaart/:id") { _, context in
            let ik = try context.gebruiker(.partner)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/partner/kaart/:id/klopt") { request, context in
            try await doe(portaal, request, context, "Dank u. De vermelding geldt weer een jaar.") { form, id in
                let versie = try form.versie()
                return PartnerBevestigen(voorziening: id, versie: versie)
            }
        }
        routes.get("/partner/kaart/:id/intrekken") { _, context in
            let ik = try context.gebruiker(.partner)
            let id: VoorzieningID = try context.id()
            let vermelding = try await portaal.bus.ask(
                PartnerVermeldingOpvragen(voorziening: id), as: ik.actor(purpose: PartnerKaartPagina.doel)
            ).vermelding
            guard let voorstel = vermelding.voorstel else { throw Failure.notFound(what: "voorstel") }
            let pad = "/partner/kaart/\(id)"
            let pagina = BevestigPagina(
                "Uw voorstel intrekken?", uitleg: vermelding.naam,
                gevolgen: [
                    "De vermelding blijft zoals zij nu op de kaart staat.", "Wat u voorstelde, beoordeelt niemand meer.",
                    "U kunt daarna een nieuw voorstel maken.",
                ], actie: "\(pad)/intrekken",
                velden: [
                    VerborgenVeld("voorstel", voorstel.voorstel.uuidString.lowercased()),
                    VerborgenVeld("versie", String(voorstel.versie)),
                ], knop: "Trek het voorstel in", gevaarlijk: true, terug: pad,
                kruimels: [Koppeling("Onze vermeldingen", "/partner/kaart"), Koppeling(vermelding.naam, pad)])
            return try portaal.pagina(pagina, context)
        }
        routes.post("/partner/kaart/:id/intrekken") { request, context in
            try await doe(portaal, request, context, "Het voorstel is ingetrokken.") { form, _ in
                guard let voorstel = UUID(uuidString: form.text("voorstel")) else {
                    throw Failure.notFound(what: "voorstel")
                }
                return PartnerVoorstelIntrekken(voorstel: voorstel, versie: try form.versie())
            }
        }
        routes.post("/partner/kaart/:id/plaatsen") { request, context in
            try await doe(portaal, request, context, "De plaatsen zijn vastgelegd.") { form, id in
                var fouten: [FieldError] = []
                func getal(_ naam: String) -> Int? {
                    guard let tekst = form.optional(naam) else { return nil }
                    guard let getal = Int(tekst) else {
                        fouten.append(FieldError(naam, code: "soort", "Vul een heel getal in."))
                        return nil
                    }
                    return getal
                }
                let opdracht = CapaciteitMelden(
                    voorziening: id, antwoord: form.text("antwoord"), vrij: getal("vrij"), maximum: getal("maximum"))
                guard fouten.isEmpty else { throw Failure.invalid(fouten) }
                return opdracht
            }
        }
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, VoorzieningID) throws -> C
    ) async throws -> Response {
        let ik = try context.gebruiker(.partner)
        let id: VoorzieningID = try context.id()
        do {
            _ = try await portaal.bus.send(
                try opdracht(context.form, id), id: portaal.opdracht(context, pad: request.uri.path),
                as: ik.actor(purpose: PartnerKaartPagina.doel))
            return portaal.naar("/partner/kaart/\(id)", Melding(.goed, klaar), context)
        } catch let failure as Failure {
            return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat de vermelding zoals die nu is.") {
                form, status in
                try await toon(portaal, context, id, ik, form, status: status)
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: VoorzieningID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let antwoord = try await portaal.bus.ask(
            PartnerVermeldingOpvragen(voorziening: id), as: ik.actor(purpose: PartnerKaartPagina.doel))
        return try portaal.pagina(
            PartnerVermeldingPagina(antwoord, form, vandaag: portaal.clock.today), context, status: status)
    }
}

extension PartnerVoorstelPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/partner/kaart/:id/wijzigen") { _, context in
            let ik = try context.gebruiker(.partner)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/partner/kaart/:id/wijzigen") { request, context in
            let ik = try context.gebruiker(.partner)
            let id: VoorzieningID = try context.id()
            if let meer = context.form.optional("meer") {
                return try await toon(portaal, context, id, ik, Kaartformulier.metRij(context.form, meer))
            }
            return try await bewaar(portaal, request, context, id, ik)
        }
    }

    private static func bewaar(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ id: VoorzieningID, _ ik: Aangemeld
    ) async throws -> Response {
        let form = Kaartformulier.opgeschoond(context.form)
        let versie = try form.versie()
        let indienen = form.has("wat", "indienen")
        do {
            _ = try await portaal.bus.send(
                PartnerVoorstelDoen(
                    voorziening: id, voorstel: UUID(uuidString: form.text("voorstel")), versie: versie,
                    inhoud: try Kaartformulier.lees(form), toelichting: form.optional("toelichting"), indienen: indienen),
                id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor(purpose: PartnerKaartPagina.doel))
            let klaar =
                indienen
                ? "Dank u. Wij kijken uw voorstel na; tot dan blijft de vermelding zoals zij is."
                : "Bewaard. Dien het voorstel in als het af is."
            return portaal.naar("/partner/kaart/\(id)", Melding(.goed, klaar), context)
        } catch Failure.invalid(let fouten) {
            var met = form
            met.errors = Kaartformulier.fouten(fouten)
            return try await toon(portaal, context, id, ik, met, status: .badRequest)
        } catch let failure as Failure {
            if case .conflict = failure {
                return try await toon(portaal, context, id, ik, form, gebotst: true, status: .conflict)
            }
            return try await portaal.opnieuw(failure, context) { _, status in
                try await toon(portaal, context, id, ik, form, status: status)
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: VoorzieningID, _ ik: Aangemeld, _ form: FormValues,
        gebotst: Bool = false, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let antwoord = try await portaal.bus.ask(
            PartnerVermeldingOpvragen(voorziening: id), as: ik.actor(purpose: PartnerKaartPagina.doel))
        return try portaal.pagina(PartnerVoorstelPagina(antwoord, form, gebotst: gebotst), context, status: status)
    }
}
