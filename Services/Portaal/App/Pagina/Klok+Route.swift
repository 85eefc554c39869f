// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Domein
import HTTPTypes
import Hummingbird
import Web

extension KlokPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/klok") { _, context in
            let ik = try context.gebruiker(.begeleider, .vrijwilliger, .teamleider)
            let begin = FormValues(["van": [portaal.clock.today.description], "tot": [portaal.clock.today.description]])
            return try await toon(portaal, context, try context.id(), ik, context.begin(begin))
        }
        routes.post("/dossier/:id/klok/pauzes") { request, context in
            try await doe(portaal, request, context, "De klok staat stil.") { form, id in
                let versie = try form.versie()
                return TrajectPauzeren(dossier: id, reden: form.text("reden"), van: try form.dag("van"), versie: versie)
            }
        }
        routes.post("/dossier/:id/klok/pauzes/:pauze") { request, context in
            let pauze: PauzeID = try context.id("pauze")
            return try await doe(portaal, request, context, "De pauze is bijgewerkt.") { form, id in
                let (versie, besluit): (Int, PauzeBijwerken.Besluit) = (try form.versie(), try form.code("besluit"))
                return PauzeBijwerken(
                    dossier: id, pauze: pauze, besluit: besluit, tot: besluit == .voorbij ? try form.dag("tot") : nil,
                    versie: versie)
            }
        }
        routes.post("/dossier/:id/klok/verlengen") { request, context in
            try await doe(portaal, request, context, "Het traject is verlengd.") { form, id in
                let versie = try form.versie()
                return TrajectVerlengen(dossier: id, versie: versie)
            }
        }
        routes.post("/dossier/:id/klok/heropenen") { request, context in
            try await doe(portaal, request, context, "Het traject gaat verder.") { form, id in
                let versie = try form.versie()
                return TrajectHeropenen(dossier: id, versie: versie)
            }
        }
    }

    private static func doe<C: Command>(
        _ portaal: Portaal, _ request: Request, _ context: PortaalContext, _ klaar: String,
        _ opdracht: (FormValues, DossierID) throws -> C
    ) async throws -> Response {
        try await portaal.doe(
            request, context, naar: { "/dossier/\($0)/klok" }, klaar: klaar, intussen: "Hieronder staat de klok zoals die nu is.",
            opdracht
        ) { id, ik, form, status in
            try await toon(portaal, context, id, ik, form, status: status)
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let stand = portaal.bus.ask(KlokOpvragen(dossier: id), as: ik.actor())
        let klok = try await stand
        let model = KlokPagina(
            try await hoofd, klok, form, rollen: ik.rollen,
            gebruikers: try await portaal.gebruikers.namen(klok.verlengingen.compactMap(\.door)), vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}

extension AfrondenPagina {
    static func add(to routes: PortaalRoutes, _ portaal: Portaal) {
        routes.get("/dossier/:id/afronden") { _, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            return try await toon(
                portaal, context, try context.id(), ik,
                context.begin(FormValues(["op": [portaal.clock.today.description]])))
        }
        routes.post("/dossier/:id/afronden") { request, context in
            let ik = try context.gebruiker(.begeleider, .teamleider)
            let id: DossierID = try context.id()
            do {
                let form = context.form
                let versie = try form.versie()
                let standen = form.values.keys.sorted().compactMap { naam -> TrajectAfsluiten.Doelstand? in
                    guard naam.hasPrefix("doel-"), let doel = DoelID(String(naam.dropFirst("doel-".count))),
                        let toestand = DoelToestand(rawValue: form.text(naam))
                    else { return nil }
                    return .init(doel: doel, toestand: toestand)
                }
                let opdracht = TrajectAfsluiten(
                    dossier: id, reden: form.text("reden"), op: try form.dag("op"), doelen: standen, versie: versie)
                _ = try await portaal.bus.send(opdracht, id: portaal.opdracht(context, pad: request.uri.path), as: ik.actor())
                return portaal.naar(
                    "/dossier/\(id)",
                    Melding(
                        .goed, "Het traject is afgerond. Het overdrachtsdocument staat bij Rapporten en de nazorg op Vandaag."),
                    context)
            } catch let failure as Failure {
                return try await portaal.opnieuw(failure, context) { form, status in
                    var form = form
                    // The next try begins from the traject as it stands on the page now.
                    if status == .conflict { form.set("versie", "") }
                    return try await toon(portaal, context, id, ik, form, status: status)
                }
            }
        }
    }

    private static func toon(
        _ portaal: Portaal, _ context: PortaalContext, _ id: DossierID, _ ik: Aangemeld, _ form: FormValues,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        async let hoofd = portaal.hoofd(id, ik)
        async let stand = portaal.bus.ask(KlokOpvragen(dossier: id), as: ik.actor())
        async let traject = portaal.bus.ask(TrajectOpvragen(dossier: id), as: ik.actor())
        async let bord = portaal.deel(RegeldagOpvragen(dossier: id), ik)
        let zaken = try await bord.waarde?.zaken.filter { $0.dossier == nil || $0.dossier == id } ?? []
        let model = AfrondenPagina(
            try await hoofd, try await stand, doelen: try await traject.doelen, zaken: zaken, form,
            vandaag: portaal.clock.today)
        return try portaal.pagina(model, context, status: status)
    }
}

extension FormValues {
    /// The date in a field.
    /// - Throws: `Failure.invalid` naming the field.
    func dag(_ veld: String) throws -> Datum {
        guard let dag = Datum(getypt: text(veld)) else {
            throw Failure.invalid([
                FieldError(veld, code: "geen-datum", "Vul de datum in als dag-maand-jaar, zoals 18-1-2027.")
            ])
        }
        return dag
    }
}
