// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Foundation
import HTTPTypes
import Hummingbird
import Web

extension OverdrachtPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/overdrachten") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let pagina = try await portaal.deel(OverdrachtenOpvragen(page: PageRequest(after: na)), ik).waarde
            let regels = pagina?.rows ?? []
            let namen = try await portaal.labels(regels.map(\.dossier), ik)
            let mensen = try await portaal.gebruikers.namen(regels.compactMap(\.van) + regels.map(\.aan))
            return try portaal.pagina(
                OverdrachtenPagina(pagina, ik: ik.id, namen: namen, mensen: mensen, na: na, vandaag: portaal.clock.today),
                context)
        }
        routes.get("/overdracht/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/overdracht/:id/antwoord") { request, context in
            try await doe(portaal, request, context) { form, id, versie in
                let besluit: OverdrachtBeslissen.Besluit = try form.code("besluit")
                return OverdrachtBeslissen(
                    overdracht: id, besluit: besluit, reden: besluit == .weigeren ? form.optional("reden") : nil, versie: versie)
            }
        }
        routes.post("/overdracht/:id/driegesprek") { request, context in
            try await doe(portaal, request, context) { form, id, versie in
                DriegesprekZetten(
                    overdracht: id, driegesprekOp: form.optional("driegesprekOp") == nil ? nil : try form.dag("driegesprekOp"),
                    versie: versie)
            }
        }
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext,
        _ opdracht: (FormValues, OverdrachtID, Int) throws -> C
    ) async throws -> Response {
        let klaar =
            switch context.form.text("besluit") {
            case "accepteren": "U hebt het dossier overgenomen. Het staat nu bij uw mensen."
            case "weigeren": "U neemt het dossier niet over. De gever houdt het."
            case "intrekken": "De overdracht is ingetrokken."
            default: "Het driegesprek is gezet."
            }
        return try await portaal.doe(
            request, context, naar: { "/overdracht/\($0)" }, klaar: klaar, intussen: "Hieronder staat hoe het nu is."
        ) { form, id in
            let versie = try form.versie()
            return try opdracht(form, id, versie)
        } toon: { id, ik, form, status in
            try await toon(portaal, context, id, ik, form, status: status)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: OverdrachtID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let antwoord = try await portaal.bus.ask(OverdrachtOpvragen(overdracht: id), as: ik.actor())
        let naam = try await portaal.labels([antwoord.regel.dossier], ik)[antwoord.regel.dossier]
        let mensen = try await portaal.gebruikers.namen([antwoord.regel.van, antwoord.regel.aan].compactMap { $0 })
        return try portaal.pagina(
            OverdrachtPagina(antwoord, naam: naam, mensen: mensen, form, vandaag: portaal.clock.today), context, status: status)
    }
}
