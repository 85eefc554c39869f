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
                    urgentie: form.text("urgentie"), contactpersoon: ik.naam, voorbeeld: form.optional("voorbeeld"),
                    instemmingDoor: form.optional("instemmingDoor"), instemmingOp: try dag(form, "instemmingOp"),
                    instemmingTaal: form.optional("instemmingTaal")?.lowercased(), ontheffing: form.optional("ontheffing"),
                    bereikbaarheid: form.optional("bereikbaarheid"), toelichting: form.optional("toelichting"))
            }
        }
        routes.post("/verwijzing/:id/overgang") { request, context in
            try await doe(portaal, request, context, "De verwijzing is bijgewerkt.") { form, id, versie, _ in
                let naar: VerwijzingToestand = try form.code("naar")
                return VerwijzingOvergang(verwijzing: id, versie: versie, naar: naar, velden: try velden(form, naar: naar))
            }
        }
    }

    /// A day as typed; nil when nothing was typed.
    private static func dag(_ form: FormValues, _ naam: String) throws -> Datum? {
        guard let getypt = form.optional(naam) else { return nil }
        guard let datum = Datum(getypt: getypt) else {
            throw Failure.invalid([
                FieldError(naam, code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027.")
            ])
        }
        return datum
    }

    static func addWerk(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.post("/verwijzing/:id/taak") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: VerwijzingID = try context.id()
            do {
                _ = try await portaal.bus.send(
                    VerwijzingTaakAfdoen(verwijzing: id, taak: context.form.text("taak")),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar("/verwijzing/\(id)", Melding(.goed, "De taak is afgedaan."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
        routes.post("/verwijzing/:id/instemming") { request, context in
            try await doe(portaal, request, context, "De instemming is vastgelegd.") { form, id, versie, _ in
                InstemmingVastleggen(verwijzing: id, versie: versie, hoe: form.text("hoe"), op: try dag(form, "op"))
            }
        }
        routes.post("/verwijzing/:id/link") { request, context in
            let ik = try context.gebruiker(.begeleider)
            let id: VerwijzingID = try context.id()
            let opdracht = portaal.opdracht(context, pad: request.uri.path)
            let tot = portaal.clock.today.adding(days: 7)
            let token = portaal.linktoken.maak(opdracht, tot: tot)
            guard let hash = portaal.linktoken.hash(token, vandaag: portaal.clock.today) else {
                throw Failure.fault(reference: "antwoordlink")
            }
            do {
                _ = try await portaal.bus.send(
                    AntwoordlinkMaken(verwijzing: id, hash: hash, verlooptOp: tot), id: opdracht, as: ik.actor())
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
            let adres =
                (portaal.instellingen.tls ? "https://" : "http://") + (request.head.authority ?? "localhost") + "/p/\(token)"
            return try portaal.pagina(VerwijzingLinkPagina(id, adres: adres, tot: tot), context, status: .created)
        }
        routes.post("/verwijzing/:id/link/intrekken") { request, context in
            let ik = try context.gebruiker(.begeleider)
            let id: VerwijzingID = try context.id()
            _ = try await portaal.bus.send(
                AntwoordlinkIntrekken(verwijzing: id), id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            return portaal.naar("/verwijzing/\(id)", Melding(.goed, "De link werkt niet meer."), context)
        }
        routes.post("/verwijzing/:id/link/code") { request, context in
            let ik = try context.gebruiker(.begeleider)
            let id: VerwijzingID = try context.id()
            let opdracht = portaal.opdracht(context, pad: request.uri.path)
            let code = portaal.linktoken.code(opdracht)
            do {
                _ = try await portaal.bus.send(
                    AntwoordlinkCode(verwijzing: id, hash: portaal.linktoken.codehash(code, id)), id: opdracht, as: ik.actor())
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
            return try portaal.pagina(VerwijzingLinkPagina(id, code: code), context, status: .created)
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
        case .afgerond:
            velden = try Partnerantwoord.velden(form, naar: .afgerond)
            velden["bron"] = "clientmelding"
        default:
            // Back from an end: the team leader says why.
            velden["toelichting"] = form.text("toelichting")
        }
        return velden
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, VerwijzingID, Int, Aangemeld) throws -> C
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let id: VerwijzingID = try context.id()
        let versie = try context.form.versie()
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
