// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension GegevensPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/gegevens") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, try context.id(), ik)
        }
        routes.post("/dossier/:id/gegevens") { request, context in
            try await bewaar(portaal, request, context)
        }
        routes.post("/dossier/:id/feiten") { request, context in
            try await portaal.doe(
                request, context, naar: { "/dossier/\($0)/gegevens" }, klaar: "Het feit is vastgelegd."
            ) { form, id in
                PersoonsfeitVastleggen(
                    dossier: id, soort: form.text("soort"), waarde: form.text("waarde"), van: try form.dag("van"),
                    reden: form.text("reden"), versie: try form.versie())
            } toon: { id, ik, form, status in
                try await toon(portaal, context, id, ik, getypt: form, fouten: form.errors, status: status)
            }
        }
        // Shown on the page that answers, never in an address and never kept in the session.
        routes.post("/dossier/:id/bsn") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            do {
                let bsn = try await portaal.bus.ask(
                    BSNTonen(dossier: id, waarvoor: context.form.text("waarvoor")), as: ik.actor()
                ).bsn
                return try await toon(portaal, context, id, ik, nummer: bsn)
            } catch Failure.invalid(let errors) {
                return try await toon(
                    portaal, context, id, ik, fouten: context.form.refused(errors).errors, status: .badRequest)
            }
        }
    }

    private static func bewaar(_ portaal: Portaal, _ request: Request, _ context: PortaalContext) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let id: DossierID = try context.id()
        let pad = "/dossier/\(id)/gegevens"
        return try await portaal.verstuur(request, context, velden) { form, nummer in
            let opdracht = GegevensVastleggen(
                dossier: id, velden: FormulierGegevens.velden(form), inOnderzoek: form.all("inOnderzoek"),
                versie: try form.versie())
            _ = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
            return portaal.naar(pad, Melding(.goed, "De gegevens zijn opgeslagen."), context)
        } botst: { form, voor in
            async let hoofd = portaal.hoofd(id, ik)
            let blad = try await portaal.bus.ask(GegevensOpvragen(dossier: id), as: ik.actor())
            return try await portaal.botsing(
                context, ik, form, botsvelden(blad), wat: "deze gegevens", versie: blad.versie,
                door: voor.door ?? blad.gewijzigdDoor, op: voor.op ?? blad.gewijzigdOp, actie: pad, terug: pad,
                kruimels: try await hoofd.kruimels + [Koppeling("Gegevens", pad)])
        } toon: { form, status in
            try await toon(portaal, context, id, ik, getypt: form, fouten: form.errors, status: status)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, getypt: FormValues? = nil,
        fouten: [FieldError] = [], nummer: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        let blad = try await portaal.bus.ask(GegevensOpvragen(dossier: id), as: ik.actor())
        var form = FormulierGegevens.form(blad)
        if let getypt {
            // A form about one of the three facts holds nothing of the rest.
            form = getypt.text("soort").isEmpty ? getypt : FormValues(form.values.merging(getypt.values) { $1 })
        } else {
            form = context.begin(form, actie: "/dossier/\(id)/gegevens")
        }
        form.errors = fouten
        // A new fact begins from what the page shows now.
        if status == .conflict { form.set("versie", String(blad.versie)) }
        let namen = try await portaal.gebruikers.namen([blad.gewijzigdDoor].compactMap { $0 })
        let model = GegevensPagina(
            try await hoofd, blad, form, rollen: ik.rollen, door: blad.gewijzigdDoor.flatMap { namen[$0] },
            vandaag: portaal.clock.today, nummer: nummer)
        return try portaal.pagina(model, context, status: status)
    }
}
