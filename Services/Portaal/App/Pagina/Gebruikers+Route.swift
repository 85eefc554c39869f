// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension GebruikersPagina {
    private static let perPagina = 50

    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        let toevoegen = GebruikerToevoegen(gebruikers: portaal.gebruikers, ids: portaal.ids)
        routes.get("/gebruikers") { request, context in
            let ik = try context.gebruiker(.beheerder)
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            let rijen = try await portaal.gebruikers.lijst(na: na, aantal: perPagina)
            let zonder = try await portaal.gebruikers.zonderAandachtsfunctionaris(portaal.instellingen.teams)
            return try portaal.pagina(
                GebruikersPagina(rijen, perPagina: perPagina, ik: ik.id, zonderToezicht: zonder), context)
        }
        routes.get("/gebruikers/nieuw") { _, context in
            _ = try context.gebruiker(.beheerder)
            return try portaal.pagina(GebruikerNieuwPagina(context.begin(), teams: portaal.instellingen.teams), context)
        }
        routes.post("/gebruikers") { _, context in
            let ik = try context.gebruiker(.beheerder)
            do {
                let nieuw = try await toevoegen.voegToe(context.form, door: ik.actor(purpose: "beheer"), op: portaal.clock.now)
                return try portaal.pagina(GebruikerGemaaktPagina(nieuw), context, status: .created)
            } catch Failure.invalid(let errors) {
                let model = GebruikerNieuwPagina(context.form.refused(errors), teams: portaal.instellingen.teams)
                return try portaal.pagina(model, context, status: .badRequest)
            }
        }
        routes.post("/gebruikers/:id/actief") { _, context in
            let ik = try context.gebruiker(.beheerder)
            let id: GebruikerID = try context.id()
            guard id != ik.id else {
                throw Failure.state(reason: "U kunt uw eigen toegang niet wegnemen. Vraag het een andere beheerder.")
            }
            let (actief, versie) = (try context.form.jaNee("actief"), try context.form.versie())
            let cause = Envelope(
                id: portaal.ids.next(), source: ServiceName.portaal.source, type: "gebruikers", time: portaal.clock.now,
                actor: ik.actor(purpose: "beheer"))
            try await portaal.gebruikers.zetActief(actief, id, van: versie, cause: cause)
            return portaal.naar(
                "/gebruikers",
                Melding(.goed, actief ? "De gebruiker heeft weer toegang." : "De gebruiker heeft geen toegang meer."), context)
        }
    }
}
