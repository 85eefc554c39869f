// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension UitwisselingPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/uitwisseling") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider, .functionarisGegevensbescherming)
            return try await toon(portaal, context, ik, try context.id(), context.begin())
        }
        routes.get("/dossier/:id/uitwisseling/waarom") { _, context in
            let ik = try context.gebruiker(.teamleider, .functionarisGegevensbescherming)
            let id: DossierID = try context.id()
            let regels = try await portaal.bus.ask(
                UitwisselingRedenLezen(dossier: id), as: ik.actor(purpose: "uitwisseling-beoordelen"))
            let namen = try await portaal.gebruikers.namen(regels.compactMap(\.door))
            return try portaal.pagina(UitwisselingWaaromPagina(id, regels, gebruikers: namen), context)
        }
        routes.post("/dossier/:id/uitwisseling/stoppen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let gelukt = "De uitwisseling is gestopt. Dat geldt vanaf nu, voor iedereen buiten."
            return try await doe(portaal, context, ik, id, gelukt) {
                _ = try await portaal.bus.send(
                    UitwisselingStoppen(dossier: id, toelichting: context.form.text("toelichting")),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            }
        }
        routes.post("/dossier/:id/uitwisseling/hervatten") { request, context in
            let ik = try context.gebruiker(.teamleider)
            let id: DossierID = try context.id()
            return try await doe(portaal, context, ik, id, "De stop is opgeheven. Uitwisselen mag weer.") {
                _ = try await portaal.bus.send(
                    UitwisselingHervatten(dossier: id, toelichting: context.form.text("toelichting")),
                    id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            }
        }
        routes.get("/uitwisselingsstoppen") { request, context in
            let ik = try context.gebruiker(.teamleider, .functionarisGegevensbescherming)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let page = try await alsBereikbaar {
                try await portaal.bus.ask(
                    UitwisselingsstoppenLijst(page: PageRequest(after: na, limit: 50)),
                    as: ik.actor(purpose: "uitwisseling-beoordelen"))
            }
            return try portaal.pagina(UitwisselingsstoppenPagina(page, vandaag: portaal.clock.today), context)
        }
    }

    private static func doe(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: DossierID, _ gelukt: String,
        _ body: () async throws -> Void
    ) async throws -> Response {
        guard let geweigerd = try await Geweigerd.bij(context.form, body) else {
            return portaal.naar("/dossier/\(id)/uitwisseling", Melding(.goed, gelukt), context)
        }
        return try await toon(portaal, context, ik, id, geweigerd.form, geweigerd: geweigerd)
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ id: DossierID, _ form: FormValues,
        geweigerd: Geweigerd? = nil
    ) async throws -> Response {
        let stand = try await portaal.bus.ask(UitwisselingOpvragen(dossier: id), as: ik.actor())
        return try portaal.pagina(
            UitwisselingPagina(id, stand, form, melding: geweigerd?.melding), context, status: geweigerd?.status ?? .ok)
    }
}
