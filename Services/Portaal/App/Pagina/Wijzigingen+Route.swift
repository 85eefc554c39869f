// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension WijzigingenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/wijzigingen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let lijst = try await portaal.deel(WijzigingenLijst(page: PageRequest(after: na)), ik)
            return try portaal.pagina(WijzigingenPagina(lijst, vandaag: portaal.clock.today, na: na), context)
        }
    }
}

extension WijzigingPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/wijzigingen/:id") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, try context.id(), ik, context.begin(FormValues()))
        }
        routes.post("/wijzigingen/:id") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: WijzigingID = try context.id()
            let form = context.form
            let versie = try form.versie()
            do {
                let niets = form.text("besluit") == "niets"
                _ = try await portaal.bus.send(
                    WijzigingVerwerken(
                        wijziging: id, overnemen: niets ? [] : form.all("overnemen"),
                        ookInOnderzoek: form.has("ookInOnderzoek", "ja"), reden: form.optional("reden"), versie: versie),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar(
                    "/wijzigingen", Melding(.goed, "De wijziging is verwerkt. De gemeente kan dat zien."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Vergelijk de gegevens opnieuw.") { form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: WijzigingID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let blad = try await portaal.bus.ask(WijzigingOpvragen(wijziging: id), as: ik.actor())
        return try portaal.pagina(WijzigingPagina(blad, form), context, status: status)
    }
}
