// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension PlanDoelPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/plan/doelen/:doel") { request, context in
            let (vraag, pad) = (try await Vraag(portaal, context), request.uri.path)
            return try await vraag.toon(
                context.bezoek.nu.klad ?? context.concept(actie: "\(pad)/wijzigen"),
                context.concept(actie: "\(pad)/acties") ?? FormValues())
        }
        routes.post("/dossier/:id/plan/doelen/:doel/wijzigen") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, doel): (DossierID, DoelID) = (try context.id(), try context.id("doel"))
            return try await portaal.verstuur(request, context, velden) { getypt, nummer in
                var form = getypt
                let versie = try form.versie()
                let tekst = form.required("tekst", "Schrijf wat de persoon wil bereiken.")
                let streefdatum = form.datum("streefdatum", verplicht: false)
                guard form.errors.isEmpty else { throw Failure.invalid(form.errors) }
                let opdracht = DoelWijzigen(
                    dossier: id, doel: doel, tekst: tekst, woorden: form.text("woorden"), streefdatum: streefdatum,
                    versie: versie)
                _ = try await portaal.bus.send(opdracht, id: nummer, as: ik.actor())
                return portaal.naar("/dossier/\(id)/plan/doelen/\(doel)", Melding(.goed, "Het doel is opgeslagen."), context)
            } botst: { form, _ in
                try await Vraag(portaal, context).botst(form, id, doel)
            } toon: { form, status in
                try await Vraag(portaal, context).toon(form, FormValues(), status: status)
            }
        }
        routes.post("/dossier/:id/plan/doelen/:doel/acties") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let (id, doel): (DossierID, DoelID) = (try context.id(), try context.id("doel"))
            do {
                let opdracht = try ActieToevoegen(context.form, dossier: id, doel: doel)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar("/dossier/\(id)/plan/doelen/\(doel)", Melding(.goed, "De actie staat bij het doel."), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await Vraag(portaal, context).toon(nil, form, status: status)
                }
            }
        }
    }

    /// What the page of one goal asks of the services.
    private struct Vraag {
        let portaal: Portaal
        let context: PortaalContext
        let ik: Aangemeld
        let hoofd: Dossierhoofd
        let plan: Planoverzicht
        let doel: Planoverzicht.Doel

        init(_ portaal: Portaal, _ context: PortaalContext) async throws {
            (self.portaal, self.context) = (portaal, context)
            let ik = try context.gebruiker(.begeleider, .teamleider)
            self.ik = ik
            let (id, doel): (DossierID, DoelID) = (try context.id(), try context.id("doel"))
            async let hoofd = portaal.hoofd(id, ik)
            async let gevraagd = portaal.bus.ask(PlanOpvragen(dossier: id), as: ik.actor())
            plan = try await gevraagd
            self.hoofd = try await hoofd
            guard let gevonden = plan.doelen.first(where: { $0.doel == doel }) else { throw Failure.notFound(what: "doel") }
            self.doel = gevonden
        }

        func toon(_ form: FormValues?, _ actieform: FormValues, status: HTTPResponse.Status = .ok) async throws -> Response {
            async let zinnen = portaal.deel(DoelenBibliotheek(dossier: plan.dossier), ik)
            async let verwijzingen = portaal.deel(VerwijzingenVanDossier(dossier: plan.dossier), ik)
            let namen = try await portaal.labels([doel.voor].compactMap { $0 }, ik)
            let gebruikers = try await portaal.gebruikers.namen([doel.gewijzigdDoor].compactMap { $0 })
            let model = try await PlanDoelPagina(
                hoofd, plan, doel, bibliotheek: zinnen.waarde ?? [], verwijzingen: verwijzingen.waarde ?? [],
                form ?? PlanDoelPagina.begin(doel), actieform: actieform, namen: namen, gebruikers: gebruikers,
                rollen: ik.rollen, vandaag: portaal.clock.today)
            return try portaal.pagina(model, context, status: status)
        }

        func botst(_ form: FormValues, _ id: DossierID, _ doel: DoelID) async throws -> Response {
            let pad = "\(hoofd.href)/plan"
            return try await portaal.botsing(
                context, ik, form, PlanDoelPagina.botsvelden(self.doel), wat: "dit doel", versie: self.doel.versie,
                door: self.doel.gewijzigdDoor, op: self.doel.gewijzigdOp, actie: "\(pad)/doelen/\(doel)/wijzigen",
                terug: "\(pad)/doelen/\(doel)",
                kruimels: hoofd.kruimels + [Koppeling("Plan", pad), Koppeling("Doel", "\(pad)/doelen/\(doel)")])
        }
    }
}

extension ActieToevoegen {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with every field that cannot be read.
    init(_ getypt: FormValues, dossier: DossierID, doel: DoelID) throws {
        var form = getypt
        form.errors = []
        let tekst = form.required("tekst", "Schrijf wat er gedaan wordt.")
        let wie = Actiehouder(rawValue: form.text("wie"))
        if wie == nil { form.refuse("wie", code: "verplicht", "Kies wie het doet.") }
        let uiterlijkOp = form.datum("uiterlijkOp", verplicht: false)
        guard form.errors.isEmpty, let wie else { throw Failure.invalid(form.errors) }
        self.init(
            dossier: dossier, doel: doel, tekst: tekst, wie: wie, verwijzing: try form.optionalID("verwijzing"),
            uiterlijkOp: uiterlijkOp)
    }
}
