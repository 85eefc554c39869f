// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension PlanActiePagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/plan/acties/:actie") { request, context in
            try await Vraag(portaal, context).toon(
                context.bezoek.nu.klad ?? context.concept(actie: request.uri.path))
        }
        routes.post("/dossier/:id/plan/acties/:actie") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, actie): (DossierID, ActieID) = (try context.id(), try context.id("actie"))
            return try await portaal.verstuur(request, context, velden) { form, nummer in
                let versie = try form.versie()
                let gelezen = try ActieToevoegen(form, dossier: id, doel: DoelID(actie.uuid))
                let opdracht = ActieWijzigen(
                    dossier: id, actie: actie, tekst: gelezen.tekst, wie: gelezen.wie, verwijzing: gelezen.verwijzing,
                    uiterlijkOp: gelezen.uiterlijkOp, versie: versie)
                _ = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
                return portaal.naar("/dossier/\(id)/plan", Melding(.goed, "De actie is opgeslagen."), context)
            } botst: { form, _ in
                try await Vraag(portaal, context).botst(form)
            } toon: { form, status in
                try await Vraag(portaal, context).toon(form, status: status)
            }
        }
        routes.post("/dossier/:id/plan/acties/:actie/toestand") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, actie): (DossierID, ActieID) = (try context.id(), try context.id("actie"))
            let (toestand, versie): (ActieToestand, Int) = (try context.form.code("toestand"), try context.form.versie())
            do {
                let opdracht = ActieZetten(
                    dossier: id, actie: actie, toestand: toestand,
                    gedaanDoor: Actiehouder(rawValue: context.form.text("gedaanDoor")), versie: versie)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar("/dossier/\(id)/plan", Melding(.goed, "De actie is bijgewerkt."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context, intussen: "Hieronder staat de actie zoals die nu is.") {
                    _, status in
                    try await Vraag(portaal, context).toon(nil, status: status)
                }
            }
        }
    }

    /// What the page of one action asks of the services.
    private struct Vraag {
        let portaal: Portaal
        let context: PortaalContext
        let ik: Aangemeld
        let hoofd: Dossierhoofd
        let plan: Planoverzicht
        let doel: Planoverzicht.Doel
        let actie: Planoverzicht.Actie
        let verwijzingen: [Verwijzingsregel]

        init(_ portaal: Portaal, _ context: PortaalContext) async throws {
            (self.portaal, self.context) = (portaal, context)
            let ik = try context.gebruiker(.begeleider, .teamleider)
            self.ik = ik
            let (id, actie): (DossierID, ActieID) = (try context.id(), try context.id("actie"))
            async let hoofd = portaal.hoofd(id, ik)
            async let gevraagd = portaal.bus.ask(PlanOpvragen(dossier: id), as: ik.actor())
            async let verwijzend = portaal.deel(VerwijzingenVanDossier(dossier: id), ik)
            plan = try await gevraagd
            self.hoofd = try await hoofd
            verwijzingen = try await verwijzend.waarde ?? []
            guard let doel = plan.doelen.first(where: { $0.acties.contains { $0.actie == actie } }),
                let gevonden = doel.acties.first(where: { $0.actie == actie })
            else { throw Failure.notFound(what: "actie") }
            (self.doel, self.actie) = (doel, gevonden)
        }

        func toon(_ form: FormValues?, status: HTTPResponse.Status = .ok) async throws -> Response {
            let gebruikers = try await portaal.gebruikers.namen([actie.gewijzigdDoor].compactMap { $0 })
            let model = PlanActiePagina(
                hoofd, plan, doel, actie, verwijzingen: verwijzingen, form ?? PlanActiePagina.begin(actie),
                gebruikers: gebruikers, rollen: ik.rollen, vandaag: portaal.clock.today)
            return try portaal.pagina(model, context, status: status)
        }

        func botst(_ form: FormValues) async throws -> Response {
            let pad = "\(hoofd.href)/plan"
            let hier = "\(pad)/acties/\(actie.actie)"
            return try await portaal.botsing(
                context, ik, form, PlanActiePagina.botsvelden(actie, verwijzingen), wat: "deze actie", versie: actie.versie,
                door: actie.gewijzigdDoor, op: actie.gewijzigdOp, actie: hier, terug: hier,
                kruimels: hoofd.kruimels + [Koppeling("Plan", pad), Koppeling("Actie", hier)])
        }
    }
}
