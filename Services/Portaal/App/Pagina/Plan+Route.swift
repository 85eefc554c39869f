// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension PlanPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/plan") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let begin = FormValues(["op": [portaal.clock.today.description]])
            return try await toon(portaal, context, try context.id(), ik, context.begin(begin))
        }
        routes.post("/dossier/:id/plan/doelen") { request, context in
            try await doe(portaal, request, context, "Het doel staat in het plan.") { form, id in
                // A goal of a child that rides along is a goal in the child's file.
                try DoelToevoegen(form, dossier: try form.optionalID("voor") ?? id)
            }
        }
        routes.post("/dossier/:id/plan/doelen/:doel") { request, context in
            let doel: DoelID = try context.id("doel")
            return try await doe(portaal, request, context, "Het doel is bijgewerkt.") { form, id in
                let (toestand, versie): (DoelToestand, Int) = (try form.code("toestand"), try form.versie())
                return DoelToestandZetten(
                    dossier: id, doel: doel, toestand: toestand, versie: versie, reden: form.optional("reden"))
            }
        }
        routes.post("/dossier/:id/plan/besproken") { request, context in
            try await doe(portaal, request, context, "Het gesprek over het plan is vastgelegd.") { getypt, id in
                var form = getypt
                let op = form.datum("op", verplicht: true)
                let volgendOp = form.datum("volgendOp", verplicht: false)
                guard form.errors.isEmpty, let op else { throw Failure.invalid(form.errors) }
                return PlanBesproken(dossier: id, op: op, volgendOp: volgendOp, opmerking: form.text("opmerking"))
            }
        }
        PlanDoelPagina.add(to: routes, portaal)
        PlanActiePagina.add(to: routes, portaal)
        PlanAkkoordPagina.add(to: routes, portaal)
        PlanVersiesPagina.add(to: routes, portaal)
        PlanAfdrukPagina.add(to: routes, portaal)
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, DossierID) throws -> C
    ) async throws -> Response {
        try await portaal.doe(
            request, context, naar: { "/dossier/\($0)/plan" }, klaar: klaar,
            intussen: "Hieronder staat het plan zoals het nu is.", opdracht
        ) { id, ik, form, status in
            try await toon(portaal, context, id, ik, form, status: status)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let gevraagd = portaal.deel(PlanOpvragen(dossier: id), ik)
        async let zinnen = portaal.deel(DoelenBibliotheek(dossier: id), ik)
        let plan = try await gevraagd
        let namen = try await portaal.labels(plan.waarde?.anderen ?? [], ik)
        let gebruikers = try await portaal.gebruikers.namen(plan.waarde?.medewerkers ?? [])
        let model = try await PlanPagina(
            hoofd, plan, bibliotheek: zinnen.waarde ?? [], form, namen: namen, gebruikers: gebruikers, rollen: ik.rollen,
            vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}

extension Planoverzicht {
    /// The other people that the plan speaks of, for their names.
    var anderen: [DossierID] { doelen.compactMap(\.voor) + kinderen + [planVan].compactMap { $0 } }
    /// The workers that the plan speaks of.
    var medewerkers: [GebruikerID] {
        ([stap?.door] + besluiten.map(\.door) + gesprekken.map(\.door) + doelen.map(\.gewijzigdDoor)
            + doelen.flatMap(\.acties).map(\.gewijzigdDoor)).compactMap { $0 }
    }
}

extension DoelToevoegen {
    /// Reads the form.
    /// - Throws: `Failure.invalid` with every field that cannot be read.
    init(_ getypt: FormValues, dossier: DossierID) throws {
        var form = getypt
        form.errors = []
        let leefgebied = Leefgebied(rawValue: form.text("leefgebied"))
        if leefgebied == nil { form.refuse("leefgebied", code: "verplicht", "Kies een leefgebied.") }
        let tekst = form.required("tekst", "Schrijf wat de persoon wil bereiken.")
        let streefdatum = form.datum("streefdatum", verplicht: false)
        guard form.errors.isEmpty, let leefgebied else { throw Failure.invalid(form.errors) }
        self.init(
            dossier: dossier, leefgebied: leefgebied, tekst: tekst, streefdatum: streefdatum, woorden: form.optional("woorden"))
    }
}
