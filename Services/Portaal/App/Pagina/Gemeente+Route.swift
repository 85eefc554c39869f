// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension GemeentePagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        let gemeenten = portaal.instellingen.gemeenten
        routes.get("/gemeente") { request, context in
            let ik = try context.gebruiker(.klantmanager, .teamleider, .beheerder)
            let query = try URLEncodedForm.parse(query: request.uri.query)
            do {
                let periode = try Cijferperiode(query, van: ik, gemeenten: gemeenten, vandaag: portaal.clock.today)
                let indicatoren = try await alsBereikbaar {
                    try await portaal.bus.ask(
                        IndicatorenOpvragen(gemeente: periode.gemeente, van: periode.van, totEnMet: periode.tot),
                        as: ik.actor(purpose: "rapportage"))
                }
                return try portaal.pagina(
                    GemeentePagina(indicatoren, periode: periode, form: query, gemeenten: gemeenten), context)
            } catch Failure.invalid(let fouten) {
                let form = query.refused(fouten, map: ["totEnMet": "tot"])
                return try portaal.pagina(
                    GemeentePagina(nil, periode: nil, form: form, gemeenten: gemeenten), context, status: .badRequest)
            }
        }
        IndicatorPagina.add(to: routes, portaal)
    }
}
