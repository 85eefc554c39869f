// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension PlanPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/plan") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            return try await toon(portaal, context, try context.id(), ik, context.begin())
        }
        routes.post("/dossier/:id/plan/doelen") { request, context in
            try await doe(portaal, request, context, "Het doel staat in het plan.") { form, id in
                try DoelToevoegen(form, dossier: id)
            }
        }
        routes.post("/dossier/:id/plan/doelen/:doel") { request, context in
            let doel: DoelID = try context.id("doel")
            return try await doe(portaal, request, context, "Het doel is bijgewerkt.") { form, id in
                guard let toestand = DoelToestand(rawValue: form.text("toestand")), let versie = Int(form.text("versie")) else {
                    throw Refusal.unreadableForm
                }
                return DoelToestandZetten(dossier: id, doel: doel, toestand: toestand, versie: versie)
            }
        }
        routes.post("/dossier/:id/plan/akkoord") { request, context in
            try await doe(portaal, request, context, "Het akkoord is vastgelegd.") { form, id in
                guard let versie = Int(form.text("versie")) else { throw Refusal.unreadableForm }
                return PlanAkkoord(dossier: id, versie: versie)
            }
        }
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, DossierID) throws -> C
    ) async throws -> Response {
        let ik = try context.gebruiker(.begeleider, .teamleider)
        let id: DossierID = try context.id()
        do {
            let opdracht = try opdracht(context.form, id)
            _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
            return portaal.naar("/dossier/\(id)/plan", Melding(.goed, klaar), context)
        } catch let failure as Failure {
            return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat het plan zoals het nu is.") {
                form, status in
                try await toon(portaal, context, id, ik, form, status: status)
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let traject = portaal.deel(TrajectOpvragen(dossier: id), ik)
        async let zinnen = portaal.deel(DoelenBibliotheek(dossier: id), ik)
        let model = try await PlanPagina(
            hoofd, traject, bibliotheek: zinnen.waarde ?? [], form, rollen: ik.rollen, vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}
