// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension VerwijzingPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/verwijzing/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/verwijzing/:id/versturen") { request, context in
            try await doe(portaal, request, context, "De verwijzing is verstuurd. De organisatie is nu aan zet.") {
                form, id, versie, ik in
                guard form.optional("instemming") != nil else {
                    throw Failure.invalid([
                        FieldError(
                            "instemming", code: "verplicht", "Kies hoe de persoon instemde. Zonder instemming verstuurt u niets.")
                    ])
                }
                return VerwijzingVersturen(
                    verwijzing: id, versie: versie, grondslag: form.text("grondslag"), instemming: form.text("instemming"),
                    urgentie: form.text("urgentie"), contactpersoon: ik.naam, voorbeeld: form.optional("voorbeeld"))
            }
        }
        routes.post("/verwijzing/:id/overgang") { request, context in
            try await doe(portaal, request, context, "De verwijzing is bijgewerkt.") { form, id, versie, _ in
                guard let naar = VerwijzingToestand(rawValue: form.text("naar")) else { throw Refusal.unreadableForm }
                return VerwijzingOvergang(verwijzing: id, versie: versie, naar: naar, velden: try velden(form, naar: naar))
            }
        }
    }

    /// The fields of a step as the sociale kaart wants them: dates written one way, and who said so.
    static func velden(_ form: FormValues, naar: VerwijzingToestand) throws -> [String: String] {
        var velden: [String: String] = [:]
        switch naar {
        case .gestart:
            guard let datum = Datum(getypt: form.text("datumEersteContact")) else {
                throw Failure.invalid([
                    FieldError("datumEersteContact", code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027.")
                ])
            }
            velden["datumEersteContact"] = datum.description
            // A worker only knows it from the person.
            velden["bron"] = "clientmelding"
        case .ingetrokken:
            guard let reden = form.optional("redenIntrekking") else {
                throw Failure.invalid([FieldError("redenIntrekking", code: "verplicht", "Kies waarom u de verwijzing intrekt.")])
            }
            // A draft never left: there the reason has another name and nobody's wish is asked.
            velden[form.text("van") == VerwijzingToestand.concept.rawValue ? "reden" : "redenIntrekking"] = reden
            if form.has("namens", "client") { velden["namens"] = "client" }
        default: break
        }
        return velden
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, VerwijzingID, Int, Aangemeld) throws -> C
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let id: VerwijzingID = try context.id()
        guard let versie = Int(context.form.text("versie")) else { throw Refusal.unreadableForm }
        do {
            let opdracht = try opdracht(context.form, id, versie, ik)
            _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            return portaal.naar("/verwijzing/\(id)", Melding(.goed, klaar), context)
        } catch let failure as Failure {
            return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat de verwijzing zoals die nu is.") {
                form, status in
                try await toon(portaal, context, id, ik, form, status: status)
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: VerwijzingID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let verwijzing = try await portaal.bus.ask(
            VerwijzingOpvragen(verwijzing: id, contactpersoon: ik.naam), as: ik.actor())
        let hoofd = try await portaal.hoofd(verwijzing.regel.dossier, ik)
        return try portaal.pagina(
            VerwijzingPagina(verwijzing, hoofd, form, rollen: ik.rollen, vandaag: portaal.clock.today), context, status: status)
    }
}
