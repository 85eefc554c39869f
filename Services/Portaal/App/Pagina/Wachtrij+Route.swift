// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension WachtrijPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/reiskosten") { request, context in
            let ik = try context.gebruiker(.financieel, .tweedeTekenaar)
            let query = try URLEncodedForm.parse(query: request.uri.query)
            let toestand = query.optional("toestand").flatMap(VoorschotToestand.init) ?? .aangevraagd
            let page = try await alsBereikbaar {
                try await portaal.bus.ask(
                    VoorschottenLijst(toestand: toestand, page: PageRequest(after: query.optional("na"))),
                    as: ik.actor(purpose: "reiskosten"))
            }
            let regels = page?.rows ?? []
            let namen = try await portaal.dossiernamen(regels.map(\.dossier), voor: ik)
            let gebruikers = try await portaal.gebruikers.namen(regels.compactMap(\.gevraagdDoor))
            return try portaal.pagina(
                WachtrijPagina(page, toestand: toestand, namen: namen, gebruikers: gebruikers), context)
        }
    }
}
