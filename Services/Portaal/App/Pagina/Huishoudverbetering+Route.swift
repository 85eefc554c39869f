// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension HuishoudverbeteringPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/huishouden/:id/verbeter/:dossier") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, ik)
        }
        routes.post("/huishouden/:id/verbeter/:dossier") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (huishouden, dossier): (HuishoudenID, DossierID) = (try context.id(), try context.id("dossier"))
            let pad = "/huishouden/\(huishouden)"
            return try await portaal.verstuur(request, context, velden) { form, nummer in
                let opdracht = HuishoudenVerbeteren(
                    dossier: dossier, van: try form.dag("van"), rol: form.text("rol"), versie: try form.versie())
                _ = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
                return portaal.naar(pad, Melding(.goed, "De dag en de rol staan nu zo in het huishouden."), context)
            } botst: { form, voor in
                let nu = try await vraag(portaal, context, ik)
                return try await portaal.botsing(
                    context, ik, form, botsvelden(nu), wat: "de dag en de rol van dit gezinslid", versie: nu.versie,
                    door: voor.door, op: voor.op, actie: "\(pad)/verbeter/\(dossier)", terug: "\(pad)/verbeter/\(dossier)",
                    kruimels: [Koppeling("Mensen", "/mensen"), Koppeling("Huishouden", pad)])
            } toon: { form, status in
                try await toon(portaal, context, ik, form, status)
            }
        }
    }

    private static func vraag(_ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld) async throws -> Huishoudbeeld.Lid {
        let (huishouden, dossier): (HuishoudenID, DossierID) = (try context.id(), try context.id("dossier"))
        let beeld = try await portaal.bus.ask(HuishoudenOpvragen(huishouden: huishouden, op: nil), as: ik.actor())
        guard let lid = beeld.leden.first(where: { $0.dossier == dossier }), lid.magOpenen, beeld.magWijzigen else {
            throw Failure.notFound(what: "gezinslid")
        }
        return lid
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ ik: Aangemeld, _ form: FormValues? = nil,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let lid = try await vraag(portaal, context, ik)
        let model = HuishoudverbeteringPagina(try context.id(), lid, form, vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}
