// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension PlanVersiesPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/plan/versies") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let na = try URLEncodedForm.parse(query: request.uri.query).optional("na")
            async let hoofd = portaal.hoofd(id, ik)
            let stappen: Deelvraag<Page<Planstap>>
            do {
                stappen = try await portaal.deel(PlanVersies(dossier: id, page: PageRequest(after: na, limit: 25)), ik)
            } catch Failure.state(let reden) {
                return portaal.naar("/dossier/\(id)/plan", Melding(.info, reden), context)
            }
            let gebruikers = try await portaal.gebruikers.namen((stappen.waarde?.rows ?? []).compactMap(\.door))
            let model = PlanVersiesPagina(
                try await hoofd, stappen, gebruikers: gebruikers, vandaag: portaal.clock.today, na: na)
            return try portaal.pagina(model, context)
        }
        routes.get("/dossier/:id/plan/versies/:versie") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            guard let versie = context.parameters.get("versie").flatMap({ Int($0) }), versie > 0 else {
                throw Failure.notFound(what: "versie van het plan")
            }
            async let hoofd = portaal.hoofd(id, ik)
            let plan = try await portaal.bus.ask(PlanOpvragen(dossier: id, versie: versie), as: ik.actor())
            let namen = try await portaal.labels(plan.anderen, ik)
            let gebruikers = try await portaal.gebruikers.namen(plan.medewerkers)
            let model = PlanVersiePagina(
                try await hoofd, plan, namen: namen, gebruikers: gebruikers, vandaag: portaal.clock.today)
            return try portaal.pagina(model, context)
        }
        routes.get("/dossier/:id/plan/vergelijken") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            let vraag = try URLEncodedForm.parse(query: request.uri.query)
            guard let van = Int(vraag.text("van")), let naar = Int(vraag.text("naar")) else {
                return portaal.naar("/dossier/\(id)/plan/versies", Melding(.info, "Kies twee versies."), context)
            }
            async let hoofd = portaal.hoofd(id, ik)
            let verschil: Planverschillen
            do {
                verschil = try await portaal.bus.ask(PlanVergelijken(dossier: id, van: van, naar: naar), as: ik.actor())
            } catch Failure.state(let reden) {
                return portaal.naar("/dossier/\(id)/plan", Melding(.info, reden), context)
            }
            let namen = try await portaal.labels(verschil.regels.compactMap(\.voor), ik)
            let gebruikers = try await portaal.gebruikers.namen([verschil.van.door, verschil.naar.door].compactMap { $0 })
            let model = PlanVergelijkPagina(
                try await hoofd, verschil, namen: namen, gebruikers: gebruikers, vandaag: portaal.clock.today)
            return try portaal.pagina(model, context)
        }
    }
}

extension PlanAkkoordPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/plan/akkoord") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(portaal, context, try context.id(), ik, context.bezoek.nu.klad)
        }
        routes.post("/dossier/:id/plan/akkoord") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            do {
                let opdracht = try PlanBesluitVastleggen(context.form, dossier: id)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                let tekst =
                    opdracht.keus == .akkoord
                    ? "Het akkoord is vastgelegd. Versie \(opdracht.versie) is verzegeld." : "Vastgelegd: niet akkoord."
                return portaal.naar("/dossier/\(id)/plan", Melding(.goed, tekst), context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ form: FormValues?,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let gevraagd = portaal.deel(PersoonOpvragen(dossier: id), ik)
        async let veilig = portaal.deel(VeiligheidOpvragen(dossier: id), ik)
        let plan = try await portaal.bus.ask(PlanOpvragen(dossier: id), as: ik.actor())
        guard plan.loopt, plan.versie > 0 else {
            return portaal.naar(
                "/dossier/\(id)/plan", Melding(.info, "Akkoord kan alleen bij het plan van een lopend traject."), context)
        }
        let persoon = try await gevraagd
        if case .niet = persoon { throw Failure.notFound(what: "dossier") }
        let hoofd = Dossierhoofd(id, persoon.waarde, veilig: try await veilig)
        let namen = try await portaal.labels(plan.anderen, ik)
        let begin = begin(hoofd, persoon.waarde, versie: plan.versie, vandaag: portaal.clock.today)
        let model = PlanAkkoordPagina(hoofd, plan, form ?? begin, namen: namen, vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}

extension PlanAfdrukPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/plan/afdruk") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            async let hoofd = portaal.hoofd(id, ik)
            async let gevraagd = portaal.deel(PlanOpvragen(dossier: id), ik)
            async let gelopen = portaal.deel(TrajectOpvragen(dossier: id), ik)
            async let verwijzend = portaal.deel(VerwijzingenVanDossier(dossier: id), ik)
            async let gepland = portaal.deel(AfsprakenVanDossier(dossier: id), ik)
            let (plan, traject) = try await (gevraagd, gelopen.waarde)
            let vandaag = portaal.clock.today
            let afspraak = (try await gepland.waarde ?? []).first { $0.dag >= vandaag }
            let namen = try await portaal.labels(plan.waarde?.anderen ?? [], ik)
            let gebruikers = try await portaal.gebruikers.namen([traject?.begeleider].compactMap { $0 })
            let verwijzingen = Dictionary(
                (try await verwijzend.waarde ?? []).map { ($0.verwijzing, $0.organisatie ?? $0.voorzieningNaam) },
                uniquingKeysWith: { first, _ in first })
            let model = PlanAfdrukPagina(
                try await hoofd, plan, stap: traject?.volgendeStap, afspraak: afspraak,
                begeleider: traject?.begeleider.flatMap { gebruikers[$0] },
                verwijzingen: verwijzingen, namen: namen, telefoon: portaal.instellingen.telefoon,
                vandaag: portaal.clock.today)
            return try portaal.pagina(model, context)
        }
    }
}
