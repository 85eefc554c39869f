// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension IndicatorPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/gemeente/indicator/:code") { request, context in
            let ik = try context.gebruiker(.klantmanager, .teamleider, .beheerder)
            let code = context.coreContext.parameters.get("code") ?? ""
            let query = try URLEncodedForm.parse(query: request.uri.query)
            let periode = try Cijferperiode(
                query, van: ik, gemeenten: portaal.instellingen.gemeenten, vandaag: portaal.clock.today)
            let actor = ik.actor(purpose: "rapportage")
            let indicatoren = try await alsBereikbaar {
                try await portaal.bus.ask(
                    IndicatorenOpvragen(gemeente: periode.gemeente, van: periode.van, totEnMet: periode.tot), as: actor)
            }
            let page = try await alsBereikbaar {
                try await portaal.bus.ask(
                    IndicatorRijen(
                        code: code, gemeente: periode.gemeente, van: periode.van, totEnMet: periode.tot,
                        page: PageRequest(after: query.optional("na"), limit: 50)), as: actor)
            }
            let model = IndicatorPagina(
                indicatoren?.first { $0.code == code }, page, code: code, periode: periode,
                magOpenen: ik.rollen.contains(.teamleider))
            return try portaal.pagina(model, context)
        }
    }
}
