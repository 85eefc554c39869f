// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension MensenPagina {
    private static let perPagina = 25

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/mensen") { request, context in
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            return try await toon(portaal, context, zoek: "", na: na)
        }
        routes.post("/mensen/zoeken") { _, context in
            try await toon(portaal, context, zoek: String(context.form.text("zoek").prefix(100)), na: context.form.optional("na"))
        }
        // After signing in again, or with the back button, a browser may ask for this address.
        routes.get("/mensen/zoeken") { _, context in portaal.naar("/mensen", nil, context) }
    }

    private static func toon(_ portaal: Portaal, _ context: PortaalContext, zoek: String, na: String?) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider, .financieel)
        let pagina = try await portaal.deel(PersonenZoeken(tekst: zoek, page: PageRequest(after: na, limit: perPagina)), ik)
        let rijen = pagina.waarde?.rows ?? []
        async let kaarten: Deelvraag<[TrajectKaart]> =
            rijen.isEmpty ? .er([]) : portaal.deel(TrajectKaarten(dossiers: rijen.map(\.dossier)), ik)
        async let begeleiders = portaal.gebruikers.namen(rijen.compactMap(\.begeleider))
        let model = try await MensenPagina(
            pagina, kaarten: kaarten, begeleiders: begeleiders, rollen: ik.rollen, vandaag: portaal.clock.today, zoek: zoek,
            na: na)
        return try portaal.pagina(model, context)
    }
}
