// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import Hummingbird
import Web

extension RapportenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/rapporten") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .klantmanager)
            let query = try URLEncodedForm.parse(query: request.uri.query)
            let isGemeente = ik.isGemeente
            let toestand: RapportToestand? =
                switch query.optional("toestand") {
                case _ where isGemeente: .vastgesteld
                case "alle": nil
                case let gekozen: gekozen.flatMap(RapportToestand.init) ?? .concept
                }
            let page = try await alsBereikbaar {
                try await portaal.bus.ask(
                    RapportenLijst(toestand: toestand, page: PageRequest(after: query.optional("na"))),
                    as: ik.actor(purpose: "rapportage"))
            }
            let namen = isGemeente ? nil : try await portaal.dossiernamen((page?.rows ?? []).map(\.dossier), voor: ik)
            let model = RapportenPagina(page, toestand: toestand, namen: namen, vandaag: portaal.clock.today)
            return try portaal.pagina(model, context)
        }
    }
}

extension Aangemeld {
    /// Somebody of the gemeente, who sees dossier numbers and no names.
    var isGemeente: Bool { rollen.contains(.klantmanager) && rollen.isDisjoint(with: [.begeleider, .teamleider]) }
}
